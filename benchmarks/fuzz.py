"""Fuzzing of parse_article: a folder of pages in, what its mutations break on standard output.

    python benchmarks/fuzz.py FOLDER [--pages N] [--seed S] [--workers W] [--keep DIR]

FOLDER is one as benchmarks/extraction.py reads it. Pages are mutated (bytes, tags, attributes, nesting, charsets,
JSON-LD, two pages in one) and read in worker processes that a watchdog looks after. Case N of seed S is always the
same: `--first N --pages 1 --seed S` reads it again. Exits with 1 where there is a finding.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click
from measure.fuzzing import Outcome, case_of, fuzz
from measure.labelled import FolderError, LabelledPage, labelled_pages

SLOW_SECONDS = 2.0
"""Of the processor; what the slowest page may take."""
HEAVY_BYTES = 500_000_000
SHOWN = 10


class Options(TypedDict):
    """What is to be read."""

    pages: int
    first: int
    seed: int
    workers: int
    keep: Path | None


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--pages", type=click.IntRange(min=1), default=1_000, show_default=True, help="Mutated pages.")
@click.option(
    "--first", type=click.IntRange(min=0), default=0, show_default=True, help="Number of the first."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed gives other pages.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@click.option(
    "--keep", type=click.Path(file_okay=False, path_type=Path), help="Save the pages of findings here."
)
def main(folder: Path, **options: Unpack[Options]) -> None:
    """Read mutated pages and report what broke."""
    try:
        pages = labelled_pages(folder)
    except FolderError as error:
        raise click.UsageError(str(error)) from error
    seed, count = options["seed"], options["pages"]
    numbers = range(options["first"], options["first"] + count)
    outcomes = []
    for outcome in fuzz(pages, seed, numbers, options["workers"]):
        outcomes.append(outcome)
        if options["keep"] and findings(outcome):
            _keep(options["keep"], pages, seed, outcome)
        if sys.stderr.isatty():
            end = "" if len(outcomes) < count else "\n"
            print(f"\r{len(outcomes)} of {count} pages", end=end, file=sys.stderr, flush=True)
    print(*report(outcomes, seed), sep="\n")
    sys.exit(any(findings(outcome) for outcome in outcomes))


def findings(outcome: Outcome) -> tuple[str, ...]:
    """Return what is wrong with an outcome; nothing for a page that was read as it should be."""
    slow = (f"slow: over {SLOW_SECONDS:.0f} s",) if outcome.seconds > SLOW_SECONDS else ()
    return (*outcome.faults, *slow)


def report(outcomes: Sequence[Outcome], seed: int) -> Iterable[str]:
    """Yield the report's lines."""
    slowest = sorted(outcomes, key=lambda outcome: outcome.seconds, reverse=True)[:SHOWN]
    heaviest = min(outcomes, key=lambda outcome: (-outcome.peak_bytes, outcome.number))
    seconds = sum(outcome.seconds for outcome in outcomes)
    yield f"{len(outcomes)} mutated pages of seed {seed}, {1e3 * seconds / len(outcomes):.1f} ms each"
    yield f"slowest: {', '.join(f'{o.seconds:.2f} s (case {o.number})' for o in slowest)}"
    heavy = " TOO MUCH" if heaviest.peak_bytes > HEAVY_BYTES else ""
    yield f"memory peak: {heaviest.peak_bytes / 1e6:.0f} MB, reached at case {heaviest.number}{heavy}"
    kinds = Counter(finding for outcome in outcomes for finding in findings(outcome))
    yield f"findings: {sum(kinds.values()) or 'none'}"
    for kind, times in kinds.most_common():
        cases = [str(outcome.number) for outcome in outcomes if kind in findings(outcome)]
        yield f"  {times} × {kind} (case {', '.join(cases[:5])})"


def _keep(folder: Path, pages: Sequence[LabelledPage], seed: int, outcome: Outcome) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    case = case_of(pages, seed, outcome.number)
    stem = folder / f"{seed}-{outcome.number}"
    stem.with_suffix(".html").write_bytes(case.html)
    about = {
        "page": case.page_id,
        "url": case.url,
        "content_type": case.content_type,
        "read_as": case.reader,
        "findings": findings(outcome),
    }
    stem.with_suffix(".json").write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
