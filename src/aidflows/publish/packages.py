"""Makes the descriptions that other tools read: datapackage.json (Frictionless) and croissant.json (MLCommons)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from aidflows.publish.facts import Facts
from aidflows.schema.derive import describe_table, table_schema

Json = dict[str, Any]
# https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html, the context that the specification prints
CONTEXT: Json = {
    "@language": "en", "@vocab": "https://schema.org/", "arrayShape": "cr:arrayShape", "citeAs": "cr:citeAs", "column": "cr:column",
    "conformsTo": "dct:conformsTo", "containedIn": "cr:containedIn", "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"}, "dataType": {"@id": "cr:dataType", "@type": "@vocab"}, "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty", "examples": {"@id": "cr:examples", "@type": "@json"}, "extract": "cr:extract", "field": "cr:field",
    "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject", "fileSet": "cr:fileSet", "format": "cr:format", "includes": "cr:includes",
    "isArray": "cr:isArray", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField",
    "path": "cr:path", "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated", "replace": "cr:replace",
    "samplingRate": "cr:samplingRate", "sc": "https://schema.org/", "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField",
    "transform": "cr:transform", "value": "cr:value",
}  # fmt: skip
CROISSANT_TYPES = {"string": "sc:Text", "int64": "sc:Integer", "bool": "sc:Boolean"}


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make_datapackage(folder: Path, facts: Facts) -> Json:
    """Return the Data Package of a bundle: CSV resources with bytes and sha256, Parquet resources with sha256 alone."""
    resources: list[Json] = []
    for name in facts.tables:
        path = folder / "csv" / f"{name}.csv.zip"
        schema = table_schema(name)
        for key in schema.get("foreignKeys", []):
            key["reference"]["resource"] = key["reference"]["resource"] or ""
        resources.append(
            {
                "name": name.replace("_", "-"), "title": name, "type": "table", "path": f"csv/{name}.csv.zip", "scheme": "file", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8", "compression": "zip", "innerpath": f"{name}.csv",
                "bytes": path.stat().st_size, "hash": f"sha256:{_sha256(path)}", "description": schema["description"], "schema": _linked(schema),
            }
        )  # fmt: skip
    for name in facts.tables:
        path = folder / "parquet" / f"{name}.parquet"
        resources.append(
            {
                "name": f"{name.replace('_', '-')}-parquet", "title": f"{name} (Parquet)", "path": f"parquet/{name}.parquet", "type": "file", "format": "parquet",
                "mediatype": "application/vnd.apache.parquet", "hash": f"sha256:{_sha256(path)}",
            }
        )  # fmt: skip
    return {
        "name": "aidflows-data", "title": facts.title, "description": facts.description, "version": facts.version, "created": f"{facts.date}T00:00:00Z",
        "keywords": list(facts.keywords), "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "contributors": [{"title": facts.author, "role": "author"}], "sources": [{"title": s["title"], "path": s["url"]} if s["url"] else {"title": s["title"]} for s in facts.sources],
        "resources": resources,
    }  # fmt: skip


def _linked(schema: Json) -> Json:
    """Name other resources as the package does, with hyphens."""
    links = [
        {**k, "reference": {**k["reference"], "resource": k["reference"]["resource"].replace("_", "-")}}
        for k in schema.get("foreignKeys", [])
    ]
    return {**schema, "name": schema["name"].replace("_", "-"), **({"foreignKeys": links} if links else {})}


def make_croissant(folder: Path, facts: Facts) -> Json:
    """Return the Croissant 1.1 description of a bundle: a file and a record set a table, read from Parquet."""
    files: list[Json] = []
    records: list[Json] = []
    for name in facts.tables:
        path = folder / "parquet" / f"{name}.parquet"
        file_id = f"{name}.parquet"
        files.append(
            {
                "@type": "cr:FileObject", "@id": file_id, "name": file_id, "description": describe_table(name)[0], "contentUrl": f"parquet/{file_id}",
                "contentSize": f"{path.stat().st_size} B", "encodingFormat": "application/x-parquet", "sha256": _sha256(path),
            }
        )  # fmt: skip
        records.append(_record_set(name, file_id))
    return {
        "@context": CONTEXT, "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.1", "name": "aidflows-data", "alternateName": facts.title,
        "description": facts.description, "license": "https://creativecommons.org/licenses/by/4.0/", "url": facts.url, "version": facts.version,
        "datePublished": facts.date, "keywords": list(facts.keywords), "creator": {"@type": "sc:Organization", "name": facts.author, "url": facts.url},
        "citeAs": facts.citation, "inLanguage": "en", "isAccessibleForFree": True, "distribution": files, "recordSet": records,
    }  # fmt: skip


def _record_set(name: str, file_id: str) -> Json:
    description, columns, key, _ = describe_table(name)
    fields = [
        {
            "@type": "cr:Field", "@id": f"{name}/{c['name']}", "name": c["name"], "description": c["description"],
            "dataType": CROISSANT_TYPES.get(str(c["type"]), "sc:Float"),
            "source": {"fileObject": {"@id": file_id}, "extract": {"column": c["name"]}},
        }
        for c in columns
    ]  # fmt: skip
    keys: Any = [{"@id": f"{name}/{k}"} for k in key]
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": description,
        "key": keys[0] if len(keys) == 1 else keys,
        "field": fields,
    }
