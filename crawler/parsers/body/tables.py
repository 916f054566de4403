"""Tables: a <table> in, whether it holds data (not the page's layout) and its rows of cells out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.parsers.inner_texts import inner_texts
from crawler.text import squeeze

# Elements that a layout table has in its cells and a table of data never.
LAYOUT_TAGS = ("table", "h1", "h2", "form", "iframe", "article", "section")
CELLS = frozenset({"td", "th"})
# Rows of a table that are read, and that tell what it is.
MAX_ROWS = 1_000
# A cell with more text, paragraphs or line breaks than these is a column of a page.
LONGEST_CELL = 600
MOST_PARAGRAPHS = 2
MOST_BREAKS = 3


class Cell(NamedTuple):
    """One cell's text and how much of it is links."""

    text: str
    link_chars: int


def is_data_table(table: HtmlElement) -> bool:
    """Tell a table of data from one that lays out the page: several columns, short cells, nothing nested."""
    if (
        table.get("role") in {"presentation", "none"}
        or next(table.iterdescendants(*LAYOUT_TAGS), None) is not None
    ):
        return False
    rows = [cells for row in islice(table.iter("tr"), MAX_ROWS) if len(cells := _cells_of(row)) > 1]
    is_headed = next(table.iter("th"), None) is not None
    if len(rows) < (1 if is_headed else 2):
        return False
    return all(_is_short(cell) for cells in rows for cell in cells)


def rows_of(table: HtmlElement) -> Iterator[tuple[Cell, ...]]:
    """Return the rows that hold any text, cells in order, empty cells as empty text."""
    for row in islice(table.iter("tr"), MAX_ROWS):
        cells = tuple(_cell(cell) for cell in _cells_of(row))
        if any(cell.text for cell in cells):
            yield cells


def _cells_of(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in CELLS]


def _is_short(cell: HtmlElement) -> bool:
    return (
        sum(map(len, inner_texts(cell))) <= LONGEST_CELL
        and sum(1 for _ in cell.iter("p")) <= MOST_PARAGRAPHS
        and sum(1 for _ in cell.iter("br")) <= MOST_BREAKS
    )


def _cell(cell: HtmlElement) -> Cell:
    links = sum(len(_text(link)) for link in cell.iter("a")) if len(cell) else 0
    return Cell(_text(cell), links)


def _text(element: HtmlElement) -> str:
    return squeeze("".join(inner_texts(element))) or ""
