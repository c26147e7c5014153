"""Derives Arrow schemas and Frictionless Table Schemas from the table models."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

import pyarrow as pa

from aidflows.schema.base import Table, load_codes
from aidflows.schema.registry import TABLES

FRICTIONLESS = {"string": "string", "int64": "integer", "bool": "boolean"}


@cache
def describe_table(
    name: str,
) -> tuple[str, tuple[dict[str, Any], ...], tuple[str, ...], tuple[tuple[str, str, str], ...]]:
    """Return a table's description, its columns, its key and its foreign keys."""
    model: type[Table] = TABLES[name]
    schema = model.to_schema()
    columns = tuple(
        {
            "name": column,
            "type": spec.dtype.type.pyarrow_dtype,
            "nullable": spec.nullable,
            "description": spec.description,
            "codes": (spec.metadata or {}).get("codes", ""),
        }
        for column, spec in schema.columns.items()
    )
    config: Any = model.Config
    keys = tuple((a, b, c) for a, b, c in config.metadata["foreign_keys"])
    return (model.__doc__ or "").strip(), columns, tuple(config.unique), keys


@cache
def arrow_schema(name: str) -> pa.Schema:
    """Return the Arrow schema of a table, with the description of each column in its field metadata."""
    description, columns, _, _ = describe_table(name)
    fields = [
        pa.field(c["name"], c["type"], nullable=c["nullable"], metadata={"description": c["description"]})
        for c in columns
    ]
    return pa.schema(fields, metadata={"description": description})


def table_schema(name: str) -> dict[str, Any]:
    """Return the Frictionless Table Schema of a table."""
    description, columns, key, foreign = describe_table(name)
    fields = []
    for c in columns:
        field: dict[str, Any] = {
            "name": c["name"],
            "type": FRICTIONLESS.get(str(c["type"]), "number"),
            "description": c["description"],
        }
        constraints: dict[str, Any] = {} if c["nullable"] else {"required": True}
        if c["codes"]:
            constraints["enum"] = sorted(load_codes()[c["codes"]])
        if constraints:
            field["constraints"] = constraints
        fields.append(field)
    out: dict[str, Any] = {
        "name": name,
        "description": description,
        "fields": fields,
        "primaryKey": list(key),
        "missingValues": [""],
    }
    if foreign:
        out["foreignKeys"] = [
            {"fields": a, "reference": {"resource": "" if b == name else b, "fields": c}} for a, b, c in foreign
        ]
    return out


@cache
def schema_hash() -> str:
    """Return the sha256 of all table schemas, the same on every machine."""
    text = json.dumps([table_schema(name) for name in TABLES], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
