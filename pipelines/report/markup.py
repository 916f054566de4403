"""Pieces of HTML: texts and numbers in, escaped markup out; nothing of a page gets in as anything but text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape

from crawler.text import UNWANTED
from crawler.urls import is_web_address

ABSENT = '<span class="soft">–</span>'
# A bar's place and its width, in units of the drawing.
STEP, WIDTH, HEIGHT = 10, 8, 40


def safe(text: object) -> str:
    """Return a text as it can stand in HTML, also in an attribute.

    >>> safe('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return escape(UNWANTED.sub("", str(text)), quote=True)


def with_code(text: str) -> str:
    """Return a text in which what stands between backticks is code.

    >>> with_code("look into `pages`")
    'look into <code>pages</code>'
    """
    parts = [safe(part) for part in text.split("`")]
    return "".join(f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts))


def number(value: float | None) -> str:
    """Return a number for a cell, a dash for none."""
    return ABSENT if value is None else f"{value:,.0f}"


def link(url: str, text: str) -> str:
    """Return a link to a web address; of any other the text alone."""
    return f'<a rel="noreferrer" href="{safe(url)}">{safe(text)}</a>' if is_web_address(url) else safe(text)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """Return a table of cells that are markup already; one that is wider than the screen scrolls by itself."""
    head = "".join(f"<th>{safe(heading)}</th>" for heading in headings)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="wide"><table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def bars(days: Sequence[str], counts: Sequence[int], kind: str) -> str:
    """Return a drawing with a bar for each day; weekends are paler, and each bar says its day and number."""
    most = max(counts, default=0) or 1
    width = STEP * len(days)
    shapes = "".join(
        _bar(place, day, count, most) for place, (day, count) in enumerate(zip(days, counts, strict=True))
    )
    what = f"{sum(counts):,} in {len(days)} days, at most {max(counts, default=0):,} a day"
    return (
        f'<svg class="{kind}" viewBox="0 0 {width} {HEIGHT}" preserveAspectRatio="none" role="img"'
        f' aria-label="{what}">{shapes}</svg>'
    )


def section(title: str, *parts: str) -> str:
    """Return a section under its heading."""
    return f"<section><h2>{safe(title)}</h2>{''.join(parts)}</section>"


def _bar(place: int, day: str, count: int, most: int) -> str:
    # A day without any has a line, so that it is seen to be a day.
    height = max(1.0, HEIGHT * count / most)
    kind = "none" if not count else "weekend" if date.fromisoformat(day).weekday() > 4 else "weekday"
    return (
        f'<rect class="{kind}" x="{STEP * place + 1}" y="{HEIGHT - height:.1f}" width="{WIDTH}" height="{height:.1f}">'
        f"<title>{day}: {count:,}</title></rect>"
    )


def left_out(number_of_rows: int, most: int, what: str) -> str:
    """Return a line about rows that a table has no room for; nothing where it has."""
    left = number_of_rows - most
    return (
        f'<p class="soft">and {left:,} more {what}, which copydesk stats --json shows</p>' if left > 0 else ""
    )


def moment(text: str | None) -> str:
    """Return a moment as a person reads it: `2026-06-30 06:00`."""
    return text[:16].replace("T", " ") if text else "–"
