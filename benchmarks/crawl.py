"""The crawl beside bare Scrapy: pages on loopback in, rates as ratios and memory on standard output.

    python benchmarks/crawl.py [FOLDER] [--pages N] [--workers N]... [--scale X] [--markup X] [--rounds N]

Serves N made-up articles of 160 KB in the mean (or the pages of FOLDER) by a process of its own; Scrapy alone fetches
them and does nothing; then `copydesk crawl` fetches, parses, deduplicates and commits them, once for each --workers,
and a second time with nothing changed; all of it --rounds times. benchmarks/README.md says what the figures mean.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median

import click
from measure.bare_scrapy import CONCURRENT
from measure.folder_pages import FolderPages
from measure.made_up_pages import MadeUpPages
from measure.page_server import EMPTY_LIST, LIST, SITEMAP, Asked, Pages, PageServer
from measure.watched import Watched, watch

BARE = (sys.executable, str(Path(__file__).parent / "measure" / "bare_scrapy.py"))
COPYDESK = (sys.executable, "-c", "from crawler.cli import main; main(prog_name='copydesk')")
FAST = ("--delay", "0", "--concurrency", str(CONCURRENT), "--no-robots", "--quiet")
COLUMNS = (
    "",
    "pages",
    "of bare Scrapy's rate",
    "processor, of bare Scrapy's",
    "MB at most",
    "MB, second half of first",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One run over all pages."""

    name: str
    asked: Asked
    watched: Watched

    @property
    def rate(self) -> float:
        """Pages a second, from the first page that was asked to the end of the command."""
        return self.asked.pages / (self.watched.ended - self.asked.first)

    @property
    def growth(self) -> float:
        """The most memory in the second half of the time, as a multiple of the most in the first."""
        memory = self.watched.memory
        half = len(memory) // 2
        return max(memory[half:], default=0.0) / max(memory[:half], default=1.0)


@dataclass(frozen=True, slots=True)
class Round:
    """Every run once: Scrapy alone, then copydesk with each number of workers, and again with nothing changed."""

    bare: Taken
    idle: Taken
    """Scrapy with no page to fetch: its start."""
    crawls: dict[int, tuple[Taken, Taken]]

    def rate(self, taken: Taken) -> float:
        """Return a run's rate, of bare Scrapy's."""
        return taken.rate / self.bare.rate

    def processor(self, taken: Taken, idle: Taken) -> float:
        """Return a run's time of the processor, of bare Scrapy's; `idle` is the same command with nothing to fetch."""
        spent = taken.watched.processor - idle.watched.processor
        return spent / (self.bare.watched.processor - self.idle.watched.processor)


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--pages", type=click.IntRange(min=1), default=2_000, show_default=True, help="How many.")
@click.option(
    "--workers", type=int, multiple=True, default=(0, 1, 2), show_default=True, help="Parsing processes."
)
@click.option("--scale", type=float, default=1.0, show_default=True, help="Size of made-up pages; 1 is real.")
@click.option("--markup", type=float, default=1.0, show_default=True, help="Their elements; 1 is real.")
@click.option(
    "--rounds", type=click.IntRange(min=1), default=1, show_default=True, help="Medians of so many."
)
def main(  # noqa: PLR0913, PLR0917 - one parameter an option
    folder: Path | None, pages: int, workers: Sequence[int], scale: float, markup: float, rounds: int
) -> None:
    """Measure and report."""
    make: Callable[[], Pages] = partial(MadeUpPages, pages, scale=scale, markup=markup)
    if folder:
        make = partial(FolderPages, folder, pages)
    with PageServer(make) as server:
        taken = [_round(server, workers, f"{number} of {rounds}") for number in range(1, rounds + 1)]
        asked = taken[0].bare.asked
        print(f"{server.count:,} pages, {asked.bytes / asked.pages / 1e3:.0f} KB in the mean\n")
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    _tell(taken, lambda one: (one.bare, one.idle))
    for number in workers:
        _tell(taken, lambda one, number=number: one.crawls[number])
        _tell_again(taken, number)
    for fewer, more in pairwise(workers):
        against = median(one.crawls[more][0].rate / one.crawls[fewer][0].rate for one in taken)
        print(f"\n--workers {more} against {fewer}: {against:.2f} times the rate")


def _round(server: PageServer, workers: Sequence[int], name: str) -> Round:
    """Take every run once, and say on standard error that it is done."""
    with tempfile.TemporaryDirectory() as place:
        taken = Round(
            bare=_taken(server, "Scrapy, nothing done", (*BARE, server.url(LIST))),
            idle=_taken(server, "Scrapy, nothing to do", (*BARE, server.url(EMPTY_LIST))),
            crawls={number: _crawls(server, Path(place) / f"{number}.db", number) for number in workers},
        )
    rates = ", ".join(f"{taken.rate(first):.2f}" for first, _ in taken.crawls.values())
    print(f"round {name}: {rates} of bare Scrapy's rate", file=sys.stderr, flush=True)
    return taken


def _crawls(server: PageServer, db: Path, workers: int) -> tuple[Taken, Taken]:
    """Crawl all pages, then once more with nothing changed."""
    command = (*COPYDESK, "crawl", server.url(SITEMAP), "--db", str(db), "--workers", str(workers), *FAST)
    first = _taken(server, f"copydesk, --workers {workers}", command)
    return first, _taken(server, "the same again", command)


def _taken(server: PageServer, name: str, command: Sequence[str]) -> Taken:
    server.asked()
    watched = watch(command)
    return Taken(name=name, asked=server.asked(), watched=watched)


def _tell(rounds: Sequence[Round], runs: Callable[[Round], tuple[Taken, Taken]]) -> None:
    """Print what a run over all pages took, and in brackets the rates of all rounds."""
    pairs = [(one, *runs(one)) for one in rounds]
    first = pairs[0][1]
    rates = [one.rate(taken) for one, taken, _ in pairs]
    processor = median(one.processor(taken, idle) for one, taken, idle in pairs)
    memory = max(max(taken.watched.memory, default=0.0) for _, taken, _ in pairs)
    growth = median(taken.growth for _, taken, _ in pairs)
    every = f" ({', '.join(f'{rate:.2f}' for rate in sorted(rates))})" if len(rates) > 1 else ""
    print(
        f"| {first.name} | {first.asked.pages:,} | {median(rates):.2f}{every} | {processor:.1f}"
        f" | {memory:.0f} | {growth:.2f} |"
    )


def _tell_again(rounds: Sequence[Round], workers: int) -> None:
    """Print the most that the second run over all pages asked for in any round."""
    again = max((one.crawls[workers][1] for one in rounds), key=lambda taken: taken.asked.bytes)
    asked = again.asked
    part = asked.bytes / rounds[0].bare.asked.bytes
    memory = max(again.watched.memory, default=0.0)
    print(
        f"| {again.name} | {asked.pages:,} | {asked.requests} requests, {part:.2%} of the bytes | | {memory:.0f} | |"
    )


if __name__ == "__main__":
    main()
