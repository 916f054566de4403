"""Patterns: an address in; the shape that it shares with those a server makes by the same rule out."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from crawler.discovery.address import slug_words
from crawler.discovery.vocabulary import CALENDAR
from crawler.urls import site_of

DIGITS = re.compile(r"\d+")
# 'a81f33c09be2475d', '6F9619FF-8B86-D011-B42D-00C04FC964FF', '(S(k3v5nb55kz1p5e45cnzc1u45))': letters and digits in a
# mix that no word has, a dozen and more.
TOKEN = re.compile(r"\(?(?:s\()?(?=[a-z-]*\d)(?=[\d-]*[a-z])[0-9a-z-]*[0-9a-z]{12,}[)]*", re.IGNORECASE)
ENDING = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
# '/a/a/a/', '/news/sport/news/sport/news/sport/': a relative link that its own page makes longer.
REPEATED = re.compile(r"(/[^/]+(?:/[^/]+){0,3})\1{2}(?=/|$)")
# A slug has three words or more; what is shorter may be a section's name, which keeps its place in the pattern.
SLUG_WORDS = 3
# So many parameters are a form's: filters that go with each other in any number.
MANY_PARAMETERS = 3
# Articles stand five or six deep at most.
MAX_SEGMENTS = 15


class Pattern(NamedTuple):
    """What an address shares with its like."""

    name: str
    """The address with numbers as N, tokens as X, slugs as S and the last segment's words as W; parameters by name.
    Example: `news.example/sport/N/N/S`."""
    is_suspect: bool
    """Servers make such addresses without end: a session's token, a calendar's page, a form's parameters."""
    is_endless: bool
    """It repeats itself, or is deeper than any page: never an article's."""


def pattern_of(url: str) -> Pattern:
    """Return the pattern of an address.

    >>> pattern_of("https://news.example/sport/2025/08/tide-comes-twice-to-town.html").name
    'news.example/sport/N/N/S.html'
    >>> pattern_of("https://news.example/calendar/2031-05?view=month")
    Pattern(name='news.example/calendar/N-N?view', is_suspect=True, is_endless=False)
    >>> pattern_of("https://news.example/a/b/a/b/a/b/").is_endless
    True
    """
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.lower().split("/") if segment]
    shapes = [_shape(segment, is_last=segment is segments[-1]) for segment in segments]
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    names = sorted({name.lower() for name, _ in pairs})
    is_form = len(names) >= MANY_PARAMETERS
    query = "?" + ("many" if is_form else "&".join(names)) if names else ""
    has_token = "X" in shapes or any(TOKEN.fullmatch(value) for _, value in pairs)
    return Pattern(
        name="/".join([site_of(url), *shapes]) + query,
        is_suspect=is_form or has_token or not CALENDAR.isdisjoint([*map(_bare, segments), *names]),
        is_endless=len(segments) > MAX_SEGMENTS or bool(REPEATED.search(parts.path.lower())),
    )


def _bare(segment: str) -> str:
    return ENDING.sub("", segment)


def _shape(segment: str, *, is_last: bool) -> str:
    if TOKEN.fullmatch(segment):
        return "X"
    ending = ENDING.search(segment)
    bare, tail = (segment[: ending.start()], ending[0]) if ending else (segment, "")
    if slug_words(bare) >= SLUG_WORDS:
        return "S" + tail
    numbered = DIGITS.sub("N", bare)
    return numbered + tail if numbered != bare or not is_last else "W" + tail
