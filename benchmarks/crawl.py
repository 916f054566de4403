"""The crawl beside bare Scrapy: pages on loopback in, rates as ratios and memory on standard output.

    python benchmarks/crawl.py [FOLDER] [--pages N] [--workers N]... [--scale X]

Serves N made-up articles of 160 KB in the mean (or the pages of FOLDER) by a process of its own; Scrapy alone fetches
them and does nothing; then `copydesk crawl` fetches, parses, deduplicates and commits them, once for each --workers,
and a second time with nothing changed. benchmarks/README.md says what the figures mean.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click
from measure.bare_scrapy import CONCURRENT
from measure.folder_pages import FolderPages
from measure.made_up_pages import MadeUpPages
from measure.page_server import LIST, SITEMAP, Asked, PageServer
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
    "MB, half to end",
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
        """Memory at the end, as a multiple of what it was when half of the time was over."""
        memory = self.watched.memory
        half, end = memory[len(memory) // 2 :][:3], memory[:-1][-3:]
        return max(end, default=0.0) / max(half, default=1.0)


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
        print(f"{server.count:,} pages, {bare.asked.bytes / bare.asked.pages / 1e3:.0f} KB in the mean\n")
        print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
        _tell(bare, bare)
        for number in workers:
            for taken in _crawls(server, Path(place) / f"{number}.db", number):
                _tell(taken, bare)


def _crawls(server: PageServer, db: Path, workers: int) -> Iterator[Taken]:
    """Crawl all pages, then once more with nothing changed."""
    command = (*COPYDESK, "crawl", server.url(SITEMAP), "--db", str(db), "--workers", str(workers), *FAST)
    yield _taken(server, f"copydesk, --workers {workers}", command)
    yield _taken(server, "the same again", command)


def _taken(server: PageServer, name: str, command: Sequence[str]) -> Taken:
    server.asked()
    watched = watch(command)
    return Taken(name=name, asked=server.asked(), watched=watched)


def _tell(taken: Taken, bare: Taken) -> None:
    asked = taken.asked
    memory = max(taken.watched.memory, default=0.0)
    if not asked.pages:
        part = asked.bytes / bare.asked.bytes
        print(f"| {taken.name} | 0 | {asked.requests} requests, {part:.2%} of the bytes | | {memory:.0f} | |")
        return
    processor = taken.watched.processor / bare.watched.processor
    figures = f"{taken.rate / bare.rate:.2f} | {processor:.1f} | {memory:.0f} | {taken.growth:.2f}"
    print(f"| {taken.name} | {asked.pages:,} | {figures} |", flush=True)
    print(f"{taken.rate:.1f}/s {taken.watched.processor / asked.pages * 1e3:.1f} ms", file=sys.stderr)


if __name__ == "__main__":
    main()
