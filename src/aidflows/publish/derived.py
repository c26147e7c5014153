"""Makes the derived files: table schemas, the codebook, the coding rules, the reference of the library."""

from __future__ import annotations

import json

from aidflows.gazetteer.lists import load_list
from aidflows.publish.reference import make_api_reference
from aidflows.query.store import load_views
from aidflows.schema.base import load_codes
from aidflows.schema.derive import describe_table, table_schema
from aidflows.schema.registry import TABLES


def derived_files() -> dict[str, str]:
    """Return the text of every derived file by its path in the repository."""
    files = {
        f"schemas/{name}.json": json.dumps(table_schema(name), indent=1, ensure_ascii=False) + "\n" for name in TABLES
    }
    files["docs/codebook.md"] = make_codebook()
    files["docs/rules.md"] = make_rules()
    files["docs/api.md"] = make_api_reference()
    return files


def make_codebook() -> str:
    """Return the codebook: every table, column, closed list and view."""
    lines = ["# Codebook", "", "Made from the table models by `scripts/derive.py`; do not edit.", ""]
    for name in TABLES:
        description, columns, key, foreign = describe_table(name)
        links = {a: f"{b}.{c}" for a, b, c in foreign}
        lines += [
            f"## {name}",
            "",
            f"{description} Key: {', '.join(key)}.",
            "",
            "| column | type | null | meaning |",
            "| --- | --- | --- | --- |",
        ]
        for c in columns:
            extra = (f" (list: {c['codes']})" if c["codes"] else "") + (
                f" → {links[c['name']]}" if c["name"] in links else ""
            )
            lines.append(
                f"| {c['name']} | {c['type']} | {'yes' if c['nullable'] else 'no'} | {c['description']}{extra} |"
            )
        lines.append("")
    lines += ["## Closed lists", ""]
    for code_list, codes in load_codes().items():
        lines += [f"### {code_list}", "", "| code | definition | example |", "| --- | --- | --- |"]
        lines += [f"| {code} | {definition} | {example} |" for code, (definition, example) in codes.items()]
        lines.append("")
    lines += ["## Views", "", "| view | |", "| --- | --- |"]
    lines += [f"| {name} | {sql.splitlines()[0].removeprefix('-- ')} |" for name, sql in load_views().items()]
    return "\n".join(lines) + "\n"


def make_rules() -> str:
    """Return the coding rules, each with its id and an example."""
    lines = [
        "# Coding rules",
        "",
        "Made from `rules.csv` by `scripts/derive.py`; do not edit. Every row of `figures` and `flows` names the rules that made it.",
        "",
    ]
    lines += ["| id | stage | rule | example |", "| --- | --- | --- | --- |"]
    lines += [f"| {r['rule_id']} | {r['stage']} | {r['rule']} | {r['example']} |" for r in load_list("rules")]
    return "\n".join(lines) + "\n"
