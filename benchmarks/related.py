"""Related links of parse_article on pages labelled by hand: a folder in, figures and misses on standard output.

    python benchmarks/related.py FOLDER [--labels FILE …] [--misses]

FOLDER holds pages.jsonl and html/ID.html.gz as for extraction.py; the labels are FOLDER/related.jsonl and, of other
pages of the folder, the related_labels files beside this script. benchmarks/README.md says how they were made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
from measure.extractors import copydesk
from measure.labelled import FolderError, LabelledPage, labelled_pages
from measure.links import LinksOfPage, figures, half_of, links_of, relabelled

OWN_LABELS = tuple(sorted(Path(__file__).parent.glob("related_labels*.jsonl")))
COLUMNS = ("pages", "links", "precision", "recall", "f1", "titles")


@click.command(help=(__doc__ or "").partition("\n")[0])
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--labels",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=OWN_LABELS,
    help="More labels of the folder's pages; by default those beside this script.",
)
@click.option("--misses", is_flag=True, help="Each page's missed and superfluous links as well.")
def main(folder: Path, files: Sequence[Path], *, misses: bool) -> None:
    """Measure the related links by each file of labels, whole and by halves of the sites."""
    try:
        pages = labelled_pages(folder)
        sets = {
            "related.jsonl": [page for page in pages if page.related is not None],
            **{file.name: relabelled(pages, file) for file in files},
        }
        measured = {name: _measured(labelled) for name, labelled in sets.items() if labelled}
    except FolderError as error:
        raise click.UsageError(str(error)) from error
    print(*_table(measured), sep="\n")
    if misses:
        print(*(line for links in measured.values() for page in links for line in _misses(page)), sep="\n")


def _measured(pages: Sequence[LabelledPage]) -> list[LinksOfPage]:
    return [links_of(page, copydesk(page.html(), page.url)) for page in pages]


def _table(measured: Mapping[str, Sequence[LinksOfPage]]) -> list[str]:
    rows = [f"| labels | {' | '.join(COLUMNS)} |", f"|{'---|' * (len(COLUMNS) + 1)}"]
    for name, links in measured.items():
        parts = {name: links}
        for half in (0, 1):
            parts[f"{name}, half {half}"] = [page for page in links if half_of(page.page) == half]
        rows += [_row(part, of) for part, of in parts.items()]
    every = [page for links in measured.values() for page in links]
    return [*rows, _row("all", every)]


def _row(name: str, links: Sequence[LinksOfPage]) -> str:
    values = figures(links)
    cells = (
        f"{values[column]:.3f}" if isinstance(values[column], float) else str(values[column])
        for column in COLUMNS
    )
    return f"| {name} | {' | '.join(cells)} |"


def _misses(links: LinksOfPage) -> list[str]:
    if (
        not links.missed
        and not links.extra
        and all(given == wanted for given, wanted in links.titles.values())
    ):
        return []
    return [
        "",
        f"{links.page.id} {links.page.url} (half {half_of(links.page)}; {len(links.found)} found)",
        *(f"  missed {key}  {title}" for key, title in links.missed.items()),
        *(f"  extra  {key}  {title}" for key, title in links.extra.items()),
        *(f"  title  '{given}' for '{wanted}'" for given, wanted in links.titles.values() if given != wanted),
    ]


if __name__ == "__main__":
    main()
