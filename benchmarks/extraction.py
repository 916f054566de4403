"""Quality and speed of parse_article on labelled pages: a folder in, tables or JSON on standard output.

    python benchmarks/extraction.py FOLDER [--json] [--limit N]

FOLDER holds pages.jsonl (a page a line: id, url, gold), html/ID.html.gz and, optionally, related.jsonl. Where
trafilatura is installed it is measured beside, in the same run. benchmarks/README.md says what the figures mean.
"""

from __future__ import annotations

import json
from pathlib import Path

import click
from measure.extractors import extractors
from measure.labelled import FolderError, labelled_pages
from measure.report import figures, tables
from measure.run import run


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="All figures as JSON instead of tables.")
@click.option("--limit", type=click.IntRange(min=1), help="So many pages, drawn alike in every run.")
def main(folder: Path, *, as_json: bool, limit: int | None) -> None:
    """Measure every extractor at hand on the labelled pages of a folder."""
    try:
        at_hand = extractors()
        pages = labelled_pages(folder, limit)
        found = figures(*run(pages, at_hand))
    except FolderError as error:
        raise click.UsageError(str(error)) from error
    except ImportError as error:
        raise click.UsageError(f"trafilatura is installed, but not all that it needs: {error}") from error
    if as_json:
        print(json.dumps({"pages": len(pages), "extractors": found}, indent=1, ensure_ascii=False))
    else:
        print(*tables(found, len(pages)), sep="\n")


if __name__ == "__main__":
    main()
