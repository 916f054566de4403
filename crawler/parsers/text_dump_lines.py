"""Lines of a text dump: the text in, its lines out: wrapped ones joined, Markdown's marks and the page's menu off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from crawler.parsers.body.letters import length
from crawler.parsers.text_dump_words import byline_of, is_date_line, is_furniture
from crawler.text import fold, squeeze

# Bounds for hostile input; the longest honest article has a few thousand lines.
MAX_CHARS: Final = 5_000_000
MAX_LINES: Final = 20_000
# Programs wrap at 60 to 100 characters; a line of fewer is a headline or a list's.
WRAPPED: Final = range(40, 121)
MIN_WRAPPED: Final = 5
WRAPPED_SHARE: Final = 0.9
# Letters of a line that is running text, and how far down the first may stand.
PROSE: Final = 80
DEEPEST: Final = 150
SENTENCE_ENDS: Final = (".", "!", "?", "…", "。", "！", "？", '."', ".”", "?”", "!”", ".»", ".“", ".)")
# A menu's entries have at most so many words, a headline has more; in writing without blanks, letters tell.
MENU_WORDS: Final = 3
MENU_LETTERS: Final = 24
MENU_LINES: Final = 3
MAX_TITLE: Final = 250
BREADCRUMB: Final = re.compile(
    r"\s[>›»/→]\s|^(?:skip to|zum inhalt|aller au contenu|ir al contenido|vai al)", re.IGNORECASE
)
HEADING: Final = re.compile(r"#{1,6}\s+(.*?)(?:\s+#+)?$")
RULE: Final = re.compile(r"(?:[-*_=]\s?){3,}$")
ITEM: Final = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s+(?=\S)")
BULLET: Final = re.compile(r"[-*+]\s+(?=\S)")
QUOTED: Final = re.compile(r"(?:>\s?)+")
# No bracket inside: each is looked behind no further than the next.
IMAGE: Final = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)")
LINK: Final = re.compile(
    r"\[([^\[\]\n]{1,500})\]\(\s?<?((?:[^()\s<>]|\([^()\s<>]{0,200}\)){1,2000})>?(?:\s[^()\n]{0,300})?\)"
)
EMPHASIS: Final = re.compile(
    r"(?<![\w*_\\])(\*\*\*|\*\*|\*|___|__|_)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*_])"
)
MIN_LINKS: Final = 2
REFERENCES: Final = frozenset({"References", "Visible links", "Visible links:", "Links:"})
REFERENCE: Final = re.compile(r"(\d{1,4})\. (\S{4,2000})$")
NUMBER: Final = re.compile(r"\[(\d{1,4})\](?=[\w\"'“„«(])")


class DumpLines(NamedTuple):
    """The lines that say something, each on one line, and where those of them lead that are links."""

    lines: list[str]
    links: dict[str, str]
    """Folded text → address as written, of Markdown's links."""


def lines_of(text: str) -> DumpLines:
    """Return the lines of a dump, at most MAX_LINES."""
    raw = [squeeze(line) or "" for line in text[:MAX_CHARS].splitlines()[:MAX_LINES]]
    links: dict[str, str] = {}
    raw = _without_numbers(raw, links)
    if _is_markdown(raw):
        raw = [_without_marks(line, links) for line in raw]
    lines = list(_unwrapped(raw))
    return DumpLines(_without_menu(lines), links)


def _without_numbers(lines: list[str], links: dict[str, str]) -> list[str]:
    """Return the lines without the numbers of links: '[12]The tide', with '12. https://…' in a list at the end.

    So text browsers write a page (`lynx -dump`, `links -dump`); where no such list is, figures in brackets are notes.
    """
    end = next((i for i in range(len(lines) - 1, -1, -1) if lines[i] in REFERENCES), None)
    references = [] if end is None else map(REFERENCE.match, lines[end:])
    listed = {found[1]: found[2] for found in references if found}
    if len(listed) < MIN_LINKS:
        return lines
    for line in lines[:end]:
        number = NUMBER.match(line)
        if number and number[1] in listed:
            links.setdefault(fold(NUMBER.sub("", line)), listed[number[1]])
    return [NUMBER.sub("", line) for line in lines[:end]]


def _is_markdown(lines: Sequence[str]) -> bool:
    """Tell whether lines are Markdown: a heading, or several links."""
    return any(map(HEADING.match, lines)) or sum(bool(LINK.search(line)) for line in lines) >= MIN_LINKS


def _without_marks(line: str, links: dict[str, str]) -> str:
    """Return a line without Markdown's marks; `links` takes where its links lead.

    >>> links = {}
    >>> _without_marks("- **Also:** [The tide](/tide)", links), links
    ('Also: The tide', {'the tide': '/tide'})
    """
    if RULE.match(line):
        return ""
    line = QUOTED.sub("", line, count=1) if line.startswith(">") else line
    heading = HEADING.match(line)
    line = heading[1] if heading else BULLET.sub("", line, count=1) if BULLET.match(line) else line
    line = IMAGE.sub("", line)
    for label, href in LINK.findall(line):
        links.setdefault(fold(EMPHASIS.sub(r"\2", label)), href)
    line = LINK.sub(r"\1", line)
    # Bold within italics is two passes.
    return squeeze(EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", line))) or ""


def _unwrapped(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines that say something; where a program broke them at a width, each paragraph is one again.

    A line was broken when the first word of the next had no room in it.
    """
    width = _width(lines)
    parts: list[str] = []
    for line, following in pairwise((*lines, "")):
        if line:
            parts.append(line)
        if parts and not (width and line and following and _is_broken(line, following, width)):
            yield " ".join(parts)
            parts = []


def _width(lines: Sequence[str]) -> int:
    """Return the width that lines are broken at, 0 where none are.

    It is the longest line's; nearly every line that another follows at once must be as long as that allows.
    """
    width = max(map(len, lines), default=0)
    if width not in WRAPPED or not all(
        line.isascii() or " " in line for line in lines if len(line) > width // 2
    ):
        return 0
    followed = [(line, following) for line, following in pairwise(lines) if line and following]
    broken = [pair for pair in followed if _is_broken(*pair, width)]
    # Between headline and date, or in lists, lines follow that are no paragraph's.
    long = sum(2 * len(line) > width for line, _ in followed)
    going_on = sum(_goes_on(*pair) for pair in broken)
    are_broken = len(broken) >= max(MIN_WRAPPED, WRAPPED_SHARE * long) and 2 * going_on >= len(broken)
    return width if are_broken else 0


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line goes on in the next: with a small letter, or, in writing of one case, without a full stop."""
    first = following[0]
    return first.islower() or (first.lower() == first.upper() and not line.endswith(SENTENCE_ENDS))


def _is_broken(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width and not ITEM.match(following)


def _without_menu(lines: list[str]) -> list[str]:
    """Return the lines from the headline on, where a page's menu stands before it.

    A headline is told by the first line, the page's title, that holds it; else by being longer than a menu's entries.
    """
    prose = next((i for i, line in enumerate(lines[:DEEPEST]) if _is_prose(line)), None)
    if not prose:
        return lines
    titled = [i for i in range(1, prose) if _is_longer(lines[i]) and fold(lines[i]) in fold(lines[0])]
    if titled and len(lines[0]) <= MAX_TITLE and lines[titled[0]] != lines[0]:
        return lines[titled[0] :]
    short = 0
    for place, line in enumerate(lines[:prose]):
        if is_date_line(line, ()) or byline_of(line):
            return lines
        if _is_longer(line) and not BREADCRUMB.search(line) and not is_furniture(line):
            return lines[place:] if short >= MENU_LINES else lines
        short += not is_furniture(line)
    return lines


def _is_longer(line: str) -> bool:
    """Tell whether a line is longer than a menu's entries."""
    return len(line.split()) > MENU_WORDS or (not line.isascii() and length(line) > MENU_LETTERS)


def _is_prose(line: str) -> bool:
    return length(line) >= PROSE and line.endswith(SENTENCE_ENDS)
