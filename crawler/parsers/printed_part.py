"""Printed part: a `<title>` of several parts in, the one that the page prints as a line out.

Old pages have no headings: 'Oldtown Online - News - Bridge to shut in spring' stands in `<title>`, and the last of it
in large letters above the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.site_suffix import runs_of, site_names
from crawler.parsers.title_parts import COLON, compact, is_site_name
from crawler.text import words

# 'News' is a section.
MIN_WORDS, SURE_WORDS = 2, 3
MAX_TEXT = 400
# Bounds for hostile pages: elements of a page that begin with a text, and those around one of them.
MAX_BEGUN = 5_000
MAX_LEVELS = 12
BESIDE = frozenset({"a", "nav", "footer", "title", "option", "button", "label"})


def printed_part(title: str, page: Page) -> str | None:
    """Return the part of a title, at its beginning or its end, that is printed by itself and is no link.

    None where the whole title is printed, or no part is. Of several the one with the most words, else the one that
    comes last: the site's name is printed at the top.
    """
    parts = _ends(title, page.once(site_names))
    if not parts:
        return None
    lines = list(_lines({compact(title), *parts}, page))
    if not lines or compact(title) in lines:
        return None
    best = max(dict.fromkeys(reversed(lines)), key=lambda line: len(words(parts[line])))
    # Behind a headline that is a picture, or printed in other words, 'Anglers Forum' is the site.
    is_site = title.endswith(parts[best]) and len(words(parts[best])) < SURE_WORDS and len(set(lines)) == 1
    return None if is_site else parts[best]


def _ends(title: str, names: Sequence[str]) -> dict[str, str]:
    """Return the runs of parts that a title begins or ends with and that are at least half of it, by their letters."""
    whole = len(words(title))
    _, *behind = COLON.split(title, maxsplit=1)
    return {
        compact(run): run.strip()
        for run in (*runs_of(title)[1:], *behind)
        if (title.startswith(run) or title.endswith(run))
        and MIN_WORDS <= len(words(run)) >= whole / 2
        and not is_site_name(run, names)
    }


def _lines(wanted: set[str], page: Page) -> Iterator[str]:
    """Yield which of the texts, by their letters, an element of the page begins with, in page order."""
    cut = page.once(blocks_of)
    for place, text in enumerate(islice(cut.beginnings, MAX_BEGUN)):
        if len(text) <= MAX_TEXT and (key := compact(text)) in wanted and not _is_beside(cut.begun[place]):
            yield key


def _is_beside(element: HtmlElement) -> bool:
    """Tell whether an element is a link or stands in one, in a menu or below the text."""
    around = (element, *islice(element.iterancestors(), MAX_LEVELS))
    return any(each.tag in BESIDE for each in around)
