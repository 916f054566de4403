"""What size costs the store: a file of store.py in, how much longer visits take in it than in a new one out.

    python benchmarks/growth.py FILE [--rounds N] [--visits N] [--seed N]

In each round the same new visits go into FILE and into a new file beside it, four thousand at a time in turns, so that
what else the machine does meets both alike. FILE has them afterwards. benchmarks/README.md says what the figures mean.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import click
from measure.made_up import visits
from measure.spent import AT_ONCE, Spent, put

from crawler.items import Visit
from pipelines.store import Store


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True, help="New files.")
@click.option(
    "--visits",
    "number",
    type=click.IntRange(min=1),
    default=10_000,
    show_default=True,
    help="Into each new file.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="Another one than FILE was made with.")
def main(file: Path, rounds: int, number: int, seed: int) -> None:
    """Store made-up articles in turns and report what each file took."""
    with Store(file, command="benchmark") as store, tempfile.TemporaryDirectory(dir=file.parent) as folder:
        known = int(store.db.execute("SELECT count(*) FROM pages").fetchone()[0])
        # What a run does once: the index in memory, pages that every visit needs.
        put(store, list(visits(seed, AT_ONCE, first=known)))
        print(f"{known:,} visits before\n")
        print("| round | new file, ms | this file, ms | ratio | new file, processor | this file | ratio |")
        print("|---|---|---|---|---|---|---|")
        ratios: list[tuple[float, float]] = []
        for turn in range(rounds):
            with Store(Path(folder) / f"{turn}.db", command="benchmark") as fresh:
                # Made up anew, so that what is copied is in both files.
                new = visits(seed + 1 + turn, number, first=known + AT_ONCE + turn * number)
                one, other = _round(fresh, store, new, begins=turn % 2 == 0)
            ratios.append((other.clock / one.clock, other.processor / one.processor))
            clock, processor = (f"{1e3 * spent / number:.3f}" for spent in (one.clock, one.processor))
            print(
                f"| {turn + 1} | {clock} | {1e3 * other.clock / number:.3f} | {ratios[-1][0]:.2f}"
                f" | {processor} | {1e3 * other.processor / number:.3f} | {ratios[-1][1]:.2f} |",
                flush=True,
            )
    by_clock, by_processor = (statistics.median(each) for each in zip(*ratios, strict=True))
    print(f"\nmedians: {by_clock:.2f} times by the clock, {by_processor:.2f} times by the processor")


def _round(fresh: Store, store: Store, made_up: Iterator[Visit], *, begins: bool) -> tuple[Spent, Spent]:
    """Put the visits into both, some at a time; return what the new file and the other one took."""
    spent = {fresh: Spent(), store: Spent()}
    while some := list(islice(made_up, AT_ONCE)):
        for each in (fresh, store) if begins else (store, fresh):
            spent[each].add(partial(put, each, some))
    return spent[fresh], spent[store]


if __name__ == "__main__":
    main()
