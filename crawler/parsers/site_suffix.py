"""Site suffixes: titles as heads of pages write them in, titles without the publication's name out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.page import Page
from crawler.parsers.own_address import host_of
from crawler.parsers.site_name import publication
from crawler.parsers.title_parts import COLON, compact, holds_site_name, is_site_name, parts_of
from crawler.text import words

# Separators that a headline may hold itself, so that what follows is dropped only when it is known as a name.
SOFT = re.compile(r"\s+[:/~l—–-]{1,2}\s*")
HOST_NOISE = frozenset({
    "www", "com", "co", "org", "net", "de", "at", "ch", "uk", "us", "eu", "info", "blog", "news", "m", "mobile",
    "amp", "en", "fr", "es", "it",
})  # fmt: skip
# A site's name is a few words; a longer last part belongs to the headline.
MAX_SITE_WORDS = 6


def site_names(page: Page) -> tuple[str, ...]:
    """Return what the site may call itself, compacted for comparing: its name, its host and the host's labels."""
    found = page.once(publication)
    host = host_of(page.url)
    labels = [label for label in host.split(".")[:-1] if label not in HOST_NOISE and len(label) > 2]
    names = [found.value] if found else []
    return tuple(dict.fromkeys(name for each in [*names, host, *labels] if (name := compact(each))))


def runs_of(text: str) -> list[str]:
    """Return the title and all of its runs of neighbouring parts, the whole first: what a heading may match."""
    parts = parts_of(text)[:6]
    runs = [
        "".join((mark if i > start else "") + part for i, (mark, part) in enumerate(parts[start:end], start))
        for start in range(len(parts))
        for end in range(len(parts), start, -1)
    ]
    return [text, *runs[1:]]


def without_names(text: str, names: Sequence[str]) -> str:
    """Return a headline without the site's name before or behind it.

    >>> without_names("Gazette | The tide - part 2", ["gazette"])
    'The tide - part 2'
    """
    return _without_names(parts_of(text), names)


def _without_names(parts: Sequence[tuple[str, str]], names: Sequence[str]) -> str:
    while len(parts) > 1 and is_site_name(parts[-1][1], names):
        parts = parts[:-1]
    text = _joined(_behind_names(parts, names))
    before, *rest = COLON.split(text, maxsplit=1)
    return rest[0] if rest and rest[0] and is_site_name(before, names) else text


def without_site(text: str, names: Sequence[str]) -> str:
    """Return a title of the head without the site's name, and without what else stands behind hard separators.

    >>> without_site("The tide that came twice - Science - Gazette", ["gazette"])
    'The tide that came twice'
    """
    parts, dropped = _behind_names(parts_of(text), names), False
    while len(parts) > 1 and _is_furniture(parts[-1], names, dropped, parts):
        parts, dropped = parts[:-1], True
    return _without_names(parts, names)


def _behind_names(parts: Sequence[tuple[str, str]], names: Sequence[str]) -> Sequence[tuple[str, str]]:
    while len(parts) > 1 and is_site_name(parts[0][1], names):
        parts = parts[1:]
    return parts


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    return "".join((mark if i else "") + part for i, (mark, part) in enumerate(parts)).strip()


def _is_furniture(
    part: tuple[str, str], names: Sequence[str], dropped: bool, parts: Sequence[tuple[str, str]]
) -> bool:
    mark, text = part
    if is_site_name(text, names):
        return True
    length = len(words(text))
    if length <= MAX_SITE_WORDS and holds_site_name(text, names):
        return True
    short = length <= (2 if dropped else MAX_SITE_WORDS) and len(text) < len(parts[0][1])
    # Behind a hard separator stands the site, and next to the site its section.
    return short and (dropped or not SOFT.fullmatch(mark))
