"""The crawl beside bare Scrapy: pages on loopback in, rates as ratios and memory on standard output.

    python benchmarks/crawl.py [FOLDER] [--pages N] [--workers N]... [--scale X]

Serves N made-up articles of 160 KB in the mean (or the pages of FOLDER) by a process of its own; Scrapy alone fetches
them and does nothing; then `copydesk crawl` fetches, parses, deduplicates and commits them, once for each --workers,
and a second time with nothing changed. benchmarks/README.md says what the figures mean.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click
from measure.bare_scrapy import CONCURRENT
from measure.folder_pages import FolderPages
from measure.made_up_pages import MadeUpPages
from measure.page_server import EMPTY_LIST, LIST, SITEMAP, Asked, PageServer
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
class _Bare:
    """What the others are measured by."""

    taken: Taken
    processor: float
    """Seconds of the processor, without those of the start."""


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--pages", type=click.IntRange(min=1), default=2_000, show_default=True, help="How many.")
@click.option(
    "--workers", type=int, multiple=True, default=(0, 1, 2), show_default=True, help="Parsing processes."
)
@click.option("--scale", type=float, default=1.0, show_default=True, help="Size of made-up pages; 1 is real.")
def main(folder: Path | None, pages: int, workers: Sequence[int], scale: float) -> None:
    """Measure and report."""
    make = partial(FolderPages, folder, pages) if folder else partial(MadeUpPages, pages, scale=scale)
    with PageServer(make) as server, tempfile.TemporaryDirectory() as place:
        bare = _taken(server, "Scrapy, nothing done", (*BARE, server.url(LIST)))
        idle = _taken(server, "Scrapy, nothing to do", (*BARE, server.url(EMPTY_LIST)))
        print(f"{server.count:,} pages, {bare.asked.bytes / bare.asked.pages / 1e3:.0f} KB in the mean\n")
        print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
        of = _Bare(bare, bare.watched.processor - idle.watched.processor)
        _tell(bare, idle, of)
        for number in workers:
            first, again = _crawls(server, Path(place) / f"{number}.db", number)
            _tell(first, again, of)
            _tell_again(again, of)


def _crawls(server: PageServer, db: Path, workers: int) -> tuple[Taken, Taken]:
    """Crawl all pages, then once more with nothing changed."""
    command = (*COPYDESK, "crawl", server.url(SITEMAP), "--db", str(db), "--workers", str(workers), *FAST)
    first = _taken(server, f"copydesk, --workers {workers}", command)
    return first, _taken(server, "the same again", command)


def _taken(server: PageServer, name: str, command: Sequence[str]) -> Taken:
    server.asked()
    watched = watch(command)
    return Taken(name=name, asked=server.asked(), watched=watched)


def _tell(taken: Taken, idle: Taken, bare: _Bare) -> None:
    """Print what a run over all pages took; `idle` is the same command with no page to fetch: its start."""
    watched = taken.watched
    processor = (watched.processor - idle.watched.processor) / bare.processor
    rate = taken.rate / bare.taken.rate
    print(
        f"| {taken.name} | {taken.asked.pages:,} | {rate:.2f} | {processor:.1f}"
        f" | {max(watched.memory, default=0.0):.0f} | {taken.growth:.2f} |",
        flush=True,
    )


def _tell_again(taken: Taken, bare: _Bare) -> None:
    asked = taken.asked
    part = asked.bytes / bare.taken.asked.bytes
    memory = max(taken.watched.memory, default=0.0)
    print(
        f"| {taken.name} | {asked.pages:,} | {asked.requests} requests, {part:.2%} of the bytes | | {memory:.0f} | |"
    )


if __name__ == "__main__":
    main()
