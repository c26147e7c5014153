"""Times aidflows beside Python's bare start, SQL by hand, and the extractors that are installed: `benchmark.py [TEXT ...] [GOLDEN FOLDER ...]`."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from peers import Reader, load_peers, read_own, score_amounts

from aidflows.extraction import extract_document
from aidflows.query.store import load_views, open_release
from aidflows.recognise.money import find_money
from aidflows.records import Document

ROOT = Path(__file__).resolve().parent.parent
ROWS = 1_000_000


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the best of a few runs."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def command(*words: str) -> Callable[[], object]:
    """Return a run of a command."""
    return lambda: subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, check=True)


def starts() -> None:
    """Print the start of the package and commands beside Python's own."""
    bare = seconds(command("-c", "pass"))
    print(f"{'python -c pass':34} {bare:7.3f} s")
    for name, words in {
        "import aidflows": ("-c", "import aidflows"),
        "aidflows -h": ("-m", "aidflows", "-h"),
        "aidflows totals": ("-m", "aidflows", "totals"),
        "aidflows build": ("-m", "aidflows", "build", "--out", "build"),
    }.items():
        took = seconds(command(*words))
        print(f"{name:34} {took:7.3f} s  ({took - bare:+.3f} s over bare Python)")


def views() -> None:
    """Print the cost of two views on a million flows beside the shortest SQL by hand."""
    connection = open_release(with_comments=False)
    connection.execute("create table big as select * from flows")
    count = connection.execute("select count(*) from flows").fetchone()
    copies = ROWS // (count[0] if count else 1) + 1
    connection.execute(
        f"create or replace table big as select * replace (flow_id || '#' || n as flow_id, parent_flow_id || '#' || n as parent_flow_id) from flows, range({copies}) as r(n)"
    )
    by_hand = {
        "yearly_totals": "select supplier_iso3, recipient_iso3, year, flow_type, sum(amount_best) from big where parent_flow_id is null group by all",
        "category_breakdown": "select supplier_iso3, recipient_iso3, year, category, sum(amount_best) from big where is_leaf group by all",
    }
    for name, sql in by_hand.items():
        view = re.sub(r"\bfrom flows\b", "from big", load_views()[name])
        mine = seconds(lambda view=view: connection.execute(view).fetchall())  # type: ignore[misc]  # binds the loop variable
        hand = seconds(lambda sql=sql: connection.execute(sql).fetchall())  # type: ignore[misc]  # binds the loop variable
        print(f"{name:34} {mine:7.3f} s on {ROWS:,} flows; by hand {hand:.3f} s; ratio {mine / hand:.2f}")


def speeds(texts: list[str], folders: list[Path]) -> None:
    """Print the extractor's speed on the texts repeated with other digits, and beside each peer's speed the amounts it finds in golden folders."""
    turn = [str.maketrans("123456789", "123456789"[k:] + "123456789"[:k]) for k in range(9)]
    big = "\n\n".join(
        text.translate(turn[k % 9]) for k in range(max(1, 4_000_000 // max(1, sum(map(len, texts))))) for text in texts
    )
    size = len(big.encode()) / 1e6
    own = size / seconds(lambda: extract_document(Document("big", big)), 2)
    print(f"{'aidflows, all attributes':34} {own:8.3f} MB/s on {size:.1f} MB")
    money = size / seconds(lambda: list(find_money(big)), 2)
    print(f"{'aidflows, money alone':34} {money:8.3f} MB/s  {accuracy(folders, read_own)}")
    small = big[:200_000]
    for name, read in load_peers():
        if isinstance(read, str):
            print(f"{name:34} {read}")
            continue
        rate = len(small.encode()) / 1e6 / seconds(lambda read=read: read(small), 1)  # type: ignore[misc]  # binds the loop variable
        print(
            f"{name:34} {rate:8.3f} MB/s  {accuracy(folders, read)}  (we, all attributes: {own / rate:.0f} times as fast)"
        )


def accuracy(folders: list[Path], read: Reader) -> str:
    """Return how many amounts of money a reader finds in the English texts of golden folders, and F1."""
    scores = [score_amounts(folder, read) for folder in folders]
    hits, cases, extra = (sum(score[n] for score in scores) for n in range(3))
    given = hits + extra
    return f"amounts {hits} of {cases}, {extra} more: F1 {2 * hits / (given + cases):.2f}"


if __name__ == "__main__":
    named = [Path(a) for a in sys.argv[1:]]
    folders = [p for p in named if p.is_dir()] or [ROOT / "tests" / "golden"]
    paths = [p for p in named if p.is_file()] or sorted((ROOT / "tests" / "golden").glob("*.txt"))
    starts()
    views()
    speeds([p.read_text(encoding="utf-8") for p in paths], folders)
