"""Tables on stdout: headings and rows in, a table that fits the terminal out; texts are shown as they are."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from crawler.text import printable

# Where stdout is no terminal, a table may be as wide as a mail or a log can show.
WIDTH_ELSEWHERE = 120


def stdout_console() -> Console:
    """Return a console for stdout that breaks no text into pieces in a pipe."""
    console = Console(file=sys.stdout)
    return console if console.is_terminal else Console(file=sys.stdout, width=WIDTH_ELSEWHERE)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """Return a table; numbers stand right, nothing in a text is taken for markup or can steer the terminal."""
    made = Table(box=SIMPLE_HEAD, header_style="dim", pad_edge=False)
    lines = [list(row) for row in rows]
    for number, heading in enumerate(headings):
        numeric = bool(lines) and all(isinstance(line[number], int | float | None) for line in lines)
        made.add_column(heading, justify="right" if numeric else "left", overflow="fold")
    for line in lines:
        made.add_row(*map(_cell, line))
    return made


def titled(title: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Group:
    """Return a table under its title."""
    return Group(Text(printable(title), style="bold"), table(headings, rows))


def _cell(value: object) -> Text:
    if value is None:
        return Text("–", style="dim")
    if isinstance(value, int):
        return Text(f"{value:,}")
    return Text(f"{value:.0%}" if isinstance(value, float) else printable(str(value)))
