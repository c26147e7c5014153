"""aidflows verify: checksums, logical hashes, schemas, rules, receipts."""

from __future__ import annotations

from pathlib import Path

import click

from aidflows.publish.proof import is_bundle, verify_bundle
from aidflows.query.store import find_release
from aidflows.release.verify import verify_release


@click.command("verify")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--originals", type=click.Path(path_type=Path), help="Folder of the original texts: re-read every span.")
def command(path: Path | None, originals: Path | None) -> None:
    """Verify a release, bundle or build (default: the newest release); name everything that differs."""
    if path is not None and is_bundle(path):
        folder, counts = path, verify_bundle(path, originals)
    else:
        folder = find_release(path)
        counts = verify_release(folder, originals)
    click.echo(f"{folder.name}: verified: " + ", ".join(f"{n} {what}" for what, n in counts.items()))
