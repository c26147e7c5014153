"""Writes the texts of a bundle: README, citation, Zenodo's description, licences, codebook page."""

from __future__ import annotations

import json
from html import escape

from aidflows.errors import QuestionError
from aidflows.publish.facts import Facts

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title>
<style>body{{font:16px/1.5 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}}table{{border-collapse:collapse;margin:1em 0}}
td,th{{border:1px solid #bbb;padding:.2em .5em;text-align:left;vertical-align:top}}pre{{background:#f4f4f4;padding:.5em;overflow-x:auto}}</style></head>
<body>
{body}
</body>
</html>
"""


def make_page(markdown_text: str, title: str) -> str:
    """Return Markdown as one HTML page that loads nothing. Raises QuestionError where the extra is missing."""
    try:
        import markdown  # noqa: PLC0415  (optional extra `publish`)
    except ImportError:
        raise QuestionError("html: needs the extra: pip install 'aidflows[publish]'") from None
    return PAGE.format(title=escape(title), body=markdown.markdown(markdown_text, extensions=["tables"]))


def make_cff(facts: Facts) -> str:
    """Return CITATION.cff, Citation File Format 1.2.0 (https://doi.org/10.5281/zenodo.5171937), `type: dataset`."""
    keywords = "".join(f"  - {json.dumps(k, ensure_ascii=False)}\n" for k in facts.keywords)
    return (
        'cff-version: 1.2.0\nmessage: "If you use these data, please cite this version."\ntype: dataset\n'
        f"title: {json.dumps(facts.title, ensure_ascii=False)}\nabstract: {json.dumps(facts.description, ensure_ascii=False)}\n"
        f'authors:\n  - name: {json.dumps(facts.author)}\nversion: "{facts.version}"\ndate-released: "{facts.date}"\n'
        f"license: CC-BY-4.0\nkeywords:\n{keywords}"
    )


def make_zenodo(facts: Facts) -> str:
    """Return .zenodo.json (https://developers.zenodo.org/#representation), upload type dataset."""
    record = {
        "title": facts.title, "upload_type": "dataset", "description": f"<p>{escape(facts.description)}</p>", "version": facts.version,
        "publication_date": facts.date, "access_right": "open", "license": "cc-by-4.0", "creators": [{"name": facts.author}],
        "keywords": list(facts.keywords), "language": "eng", "notes": facts.citation,
    }  # fmt: skip
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"


def make_source_licences(facts: Facts) -> str:
    """Return the list of sources with the licence of each: facts were coded from them, their texts are not here."""
    lines = [
        "# Licences",
        "",
        "The data of this bundle are under CC BY 4.0 (LICENSE-DATA), the software that made them under MIT (LICENSE).",
        "Facts were coded from these sources; their texts are not in the bundle and keep their own licences.",
        "",
        "| source | title | licence |",
        "| --- | --- | --- |",
    ]
    lines += [f"| {s['source_id']} | {s['title']} | {s['licence']} |" for s in facts.sources]
    return "\n".join(lines) + "\n"


def make_readme(facts: Facts, rows: dict[str, int]) -> str:
    """Return the README of a bundle: what each file is, and how to check, open and cite it."""
    tables = "\n".join(f"| {name} | {count} |" for name, count in rows.items())
    return f"""# aidflows data {facts.version}

{facts.description}

Published {facts.date}. Licence: CC BY 4.0; each source keeps its own (LICENCES.md).

| path | what |
| --- | --- |
| parquet/ | the release itself: one Parquet file a table, `manifest.json` with sha256 and logical hash of each |
| csv/ | the same tables, one zipped CSV each: UTF-8, comma, header; null is an empty field, an empty text `""` |
| aidflows-data-{facts.version}.duckdb | the tables and views in one DuckDB file (its bytes cannot be rebuilt; its content can) |
| aidflows-data-{facts.version}.xlsx | the tables as sheets, and the codebook |
| datapackage.json, croissant.json | descriptions for Frictionless and Croissant tools |
| CODEBOOK.md, CODEBOOK.html | every table, column, closed list and view |
| schemas/, views/ | Table Schemas and the SQL of the views, as of this version |
| SHA256SUMS | sha256 of every file: `sha256sum -c SHA256SUMS` |
| logical-hashes.json | sha256 over the rows of each table, whatever file they stand in |
| CITATION.cff, .zenodo.json, LICENCES.md, CHANGELOG.md | how to cite, licences, changes |

`aidflows verify .` proves checksums, logical hashes, schemas, rules and receipts, offline.

| table | rows |
| --- | --- |
{tables}

```bibtex
{facts.citation}
```
"""
