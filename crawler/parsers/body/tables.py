"""Tables: a <table> in, whether it holds data (not the page's layout) and its rows of cells out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.text import squeeze

# Elements that a layout table has in its cells and a table of data hardly ever.
LAYOUT_CONTENT = (
    ".//table | .//h1 | .//h2 | .//form | .//iframe | .//article | .//section | .//td//p[3] | .//td//br[4]"
)
MAX_ROWS = 1_000
# The text of a cell with data; longer ones are columns of a page.
LONGEST_CELL = 600


class Cell(NamedTuple):
    """One cell's text and how much of it is links."""

    text: str
    link_chars: int


def is_data_table(table: HtmlElement) -> bool:
    """Tell a table of data from one that lays out the page: several columns, short cells, nothing nested."""
    if table.get("role") in {"presentation", "none"} or table.xpath(LAYOUT_CONTENT):
        return False
    rows = table.xpath(".//tr[count(td|th) > 1]")
    if len(rows) < 2 and not table.xpath(".//th"):
        return False
    return bool(rows) and all(len(cell.text_content()) <= LONGEST_CELL for cell in table.xpath(".//td"))


def rows_of(table: HtmlElement) -> Iterator[tuple[Cell, ...]]:
    """Return the rows that hold any text, cells in order, empty cells as empty text."""
    for row in table.xpath(f".//tr[position() <= {MAX_ROWS}]"):
        cells = tuple(_cell(cell) for cell in row.xpath("./td | ./th"))
        if any(cell.text for cell in cells):
            yield cells


def _cell(cell: HtmlElement) -> Cell:
    links = sum(len(squeeze(link.text_content()) or "") for link in cell.iter("a"))
    return Cell(squeeze(cell.text_content()) or "", links)
