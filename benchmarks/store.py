"""The store on many made-up articles: a number in, rates and memory on standard output.

    python benchmarks/store.py [--articles N] [--every N] [--alone] [--db FILE]

Puts N articles with 5 % near copies through the same steps as a crawl, and after each part the very rows that this
made into a second file by plain sqlite3: the same tables, indexes and full-text search, one transaction an article
where copydesk commits many together, nothing looked up and nothing compared; with --alone only the first.
benchmarks/README.md says what the figures mean.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

import click
from measure.made_up import visits
from measure.plain_store import PlainStore
from measure.spent import AT_ONCE, Spent, put

from crawler.items import Visit
from pipelines.store import Store

COLUMNS = (
    "articles",
    "copydesk, a second",
    "plain, a second",
    "ratio",
    "processor, ms",
    "plain, ms",
    "ratio",
    "MB",
)


@dataclass(slots=True)
class Part:
    """One part of the articles, and what each file took."""

    visits: int = 0
    own: Spent = field(default_factory=Spent)
    plain: Spent = field(default_factory=Spent)


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.option("--articles", type=click.IntRange(min=1), default=20_000, show_default=True, help="How many.")
@click.option(
    "--every", type=click.IntRange(min=1), default=10_000, show_default=True, help="Size of a part."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed makes up other articles.")
@click.option("--alone", is_flag=True, help="Without plain sqlite3.")
@click.option("--db", type=click.Path(path_type=Path), help="Keep the file here; it must not exist yet.")
def main(articles: int, every: int, seed: int, alone: bool, db: Path | None) -> None:
    """Store made-up articles and report each part's rates."""
    if db and db.exists():
        raise click.UsageError(f"{db} exists; name a new file")
    with tempfile.TemporaryDirectory(dir=db.parent if db else None) as folder:
        path = db or Path(folder) / "news.db"
        _measure(path, None if alone else Path(folder) / "plain.db", visits(seed, articles), every)


def _measure(path: Path, plain_path: Path | None, made_up: Iterator[Visit], every: int) -> None:
    parts: list[Part] = []
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    with Store(path, command="benchmark") as store, ExitStack() as stack:
        plain = stack.enter_context(PlainStore(path, plain_path)) if plain_path else None
        while (part := _part(store, plain, made_up, every)).visits:
            parts.append(part)
            print(_row(parts), flush=True)
        counts = store.summary()
    print(f"\narticles {counts['articles_new']:,}, copies {counts.get('copy', 0):,}")
    for name in ("clock", "processor"):
        own = [getattr(part.own, name) for part in parts]
        print(f"by the {name}: the last part takes {_slower(own, parts):.2f} times the first", end="")
        if plain_path:
            plain_took = [getattr(part.plain, name) for part in parts]
            print(f", plain sqlite3's {_slower(plain_took, parts):.2f};", end=" ")
            print(f"{sum(plain_took) / sum(own):.2f} of plain sqlite3's rate", end="")
        print()
    print(f"memory: at most {_memory():.0f} MB; file: {_size(path)}", end="")
    print(f", plain {_size(plain_path)}" if plain_path else "")


def _part(store: Store, plain: PlainStore | None, made_up: Iterator[Visit], every: int) -> Part:
    """Put so many visits into the files, some at a time, so that what is measured is not the memory for visits."""
    part = Part()
    while part.visits < every and (some := list(islice(made_up, min(AT_ONCE, every - part.visits)))):
        part.own.add(partial(put, store, some))
        if plain:
            part.plain.add(partial(plain.write, plain.new_rows()))
        part.visits += len(some)
    return part


def _row(parts: Sequence[Part]) -> str:
    part, done = parts[-1], sum(p.visits for p in parts)
    own, plain = part.own, part.plain
    if plain.clock:
        clock = f"{part.visits / plain.clock:.0f} | {plain.clock / own.clock:.2f}"
        times = f"{1e3 * plain.processor / part.visits:.2f} | {plain.processor / own.processor:.2f}"
    else:
        clock = times = " | "
    rate, took = part.visits / own.clock, 1e3 * own.processor / part.visits
    return f"| {done:,} | {rate:.0f} | {clock} | {took:.2f} | {times} | {_memory():.0f} |"


def _slower(took: Sequence[float], parts: Sequence[Part]) -> float:
    return (took[-1] / parts[-1].visits) / (took[0] / parts[0].visits)


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:,.0f} MB"


def _memory() -> float:
    """Return the most memory that the process ever had, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


if __name__ == "__main__":
    main()
