"""Loads raw/<source_id>/: source.yml and the coder's notes, strictly; every fault is named with file and line."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from aidflows.errors import SourceError
from aidflows.records import Span

LICENCES = frozenset(
    {"all rights reserved", "CC-BY-4.0", "CC-BY-NC-ND-4.0", "CC-BY-SA-4.0", "CC0-1.0", "public domain"}
)
FIGURE_KINDS = frozenset({"money", "hardware", "personnel", "agreement"})
FLOW_KINDS = frozenset(
    {"training", "services", "technology", "coproduction", "transfer", "deployment", "exercise", "interest"}
)
OTHER_KINDS = frozenset({"claim", "denial", "inventory", "loss", "context"})
KINDS = FIGURE_KINDS | FLOW_KINDS | OTHER_KINDS
HEADER = re.compile(
    r"### (?P<id>[a-z0-9-]+) \| (?P<kind>[a-z_]+) \| (?P<start>\d+)-(?P<end>\d+)(?: \| (?P<cites>.+))?\Z"
)
FIELDS = (
    "source_id",
    "title",
    "authors",
    "publisher",
    "date",
    "language",
    "url",
    "doi",
    "licence",
    "kind",
    "covers",
    "about",
    "original",
    "expected",
    "expected_reason",
)


@dataclass(frozen=True, slots=True)
class Block:
    """One note: its id, the kind of statement, the span of the original it rests on, whom it cites, its text."""

    block_id: str
    kind: str
    span: Span
    cites: str | None
    text: str
    heading: str
    line: int

    @property
    def text_sha256(self) -> str:
        """The sha256 of the note's text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Source:
    """A source with its metadata and notes."""

    source_id: str
    meta: dict[str, Any]
    blocks: tuple[Block, ...]
    folder: Path

    @property
    def about(self) -> tuple[str, str]:
        """The supplier and recipient that the source is about."""
        return str(self.meta["about"]["supplier"]), str(self.meta["about"]["recipient"])

    @property
    def sha256(self) -> str:
        """The sha256 of the original's bytes."""
        return str(self.meta["original"]["sha256"])


def load_sources(raw: Path) -> tuple[Source, ...]:
    """Return the sources under raw/, by id. Raises SourceError naming file, place and value."""
    if not raw.is_dir():
        raise SourceError(f"{raw}: no such folder of sources")
    folders = sorted(p for p in raw.iterdir() if p.is_dir())
    if not folders:
        raise SourceError(f"{raw}: holds no source folder")
    sources = tuple(_load_source(folder) for folder in folders)
    seen: dict[str, Path] = {}
    for source in sources:
        for block in source.blocks:
            if block.block_id in seen:
                raise SourceError(
                    f"{source.folder / 'notes.md'}:{block.line}: block id already used in {seen[block.block_id]}: {block.block_id!r}"
                )
            seen[block.block_id] = source.folder
    return sources


def _read_text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise SourceError(f"{path}: missing file") from None
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: not UTF-8 at byte {error.start}") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be read: {error.strerror}") from None


def _load_source(folder: Path) -> Source:
    path = folder / "source.yml"
    try:
        meta = yaml.safe_load(_read_text(path))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}:{mark.line + 1}" if mark else str(path)
        raise SourceError(f"{where}: not valid YAML: {getattr(error, 'problem', None)!r}") from None
    _check_meta(path, folder, meta)
    blocks = load_notes(folder / "notes.md", int(meta["original"]["characters"]))
    _check_counts(path, meta, blocks)
    return Source(meta["source_id"], meta, blocks, folder)


def _check_meta(path: Path, folder: Path, meta: Any) -> None:
    if not isinstance(meta, dict):
        raise SourceError(f"{path}: holds no mapping")
    missing = [f for f in FIELDS if f not in meta]
    if missing:
        raise SourceError(f"{path}: missing field: {missing[0]!r}")
    unknown = sorted(set(meta) - set(FIELDS))
    if unknown:
        raise SourceError(f"{path}: unknown field: {unknown[0]!r}")
    if meta["source_id"] != folder.name:
        raise SourceError(f"{path}: source_id differs from its folder: {meta['source_id']!r}")
    if meta["licence"] not in LICENCES:
        raise SourceError(f"{path}: unknown licence: {meta['licence']!r}")
    original = meta["original"]
    if not isinstance(original, dict) or not re.fullmatch(r"[0-9a-f]{64}", str(original.get("sha256"))):
        raise SourceError(f"{path}: original.sha256 is no sha256: {original!r}")
    if not isinstance(original.get("characters"), int):
        raise SourceError(f"{path}: original.characters is no number: {original.get('characters')!r}")


def _check_counts(path: Path, meta: dict[str, Any], blocks: tuple[Block, ...]) -> None:
    found: dict[str, int] = {}
    for block in blocks:
        found[block.kind] = found.get(block.kind, 0) + 1
    for kind in sorted(set(found) | set(meta["expected"])):
        if found.get(kind, 0) != meta["expected"].get(kind, 0):
            raise SourceError(
                f"{path}: expected {meta['expected'].get(kind, 0)} notes of kind {kind}, found: {found.get(kind, 0)}"
            )


def load_notes(path: Path, characters: int) -> tuple[Block, ...]:
    """Return the blocks of a notes file; spans must lie within the original's length."""
    blocks: list[Block] = []
    heading, header = "", None
    body: list[str] = []
    lines = _read_text(path).splitlines()
    for number, line in enumerate([*lines, "## end"], 1):
        if line.startswith("#"):
            if header is not None:
                blocks.append(_make_block(path, header, body, heading))
            header, body = None, []
            if line.startswith("### "):
                header = (number, _parse_header(path, number, line, characters))
            elif line.startswith("## "):
                heading = line[3:].strip()
        elif header is not None:
            body.append(line)
    if not blocks:
        raise SourceError(f"{path}: holds no note")
    return tuple(blocks)


def _parse_header(path: Path, number: int, line: str, characters: int) -> re.Match[str]:
    match = HEADER.match(line)
    if match is None:
        raise SourceError(f"{path}:{number}: not a block header (### id | kind | start-end | cites): {line!r}")
    if match["kind"] not in KINDS:
        raise SourceError(f"{path}:{number}: unknown kind: {match['kind']!r}")
    start, end = int(match["start"]), int(match["end"])
    if not 0 <= start < end <= characters:
        raise SourceError(f"{path}:{number}: span outside the original of {characters} characters: {start}-{end}")
    return match


def _make_block(path: Path, header: tuple[int, re.Match[str]], body: list[str], heading: str) -> Block:
    number, match = header
    text = " ".join(" ".join(body).split())
    if not text:
        raise SourceError(f"{path}:{number}: block without text: {match['id']!r}")
    return Block(
        match["id"], match["kind"], (int(match["start"]), int(match["end"])), match["cites"], text, heading, number
    )


def load_original(source: Source, originals: Path) -> str:
    """Return the original text of a source from a folder, found by its sha256. Raises SourceError where it is not there."""
    if not originals.is_dir():
        raise SourceError(f"{originals}: no such folder of originals")
    for path in sorted(p for p in originals.iterdir() if p.is_file()):
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() == source.sha256:
            return data.decode("utf-8")
    raise SourceError(f"{originals}: no file has the sha256 of {source.source_id}: {source.sha256}")
