"""Description: the standfirst printed under the headline; where there is none, the page's own description."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crawler.page import Page
from crawler.parsers.address_words import slug_words
from crawler.parsers.away import is_away
from crawler.parsers.found import Found
from crawler.parsers.headline_area import headline_area
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.own_address import host_of, is_root
from crawler.parsers.reading_on import SENTENCE_ENDS, is_invitation, without_invitation
from crawler.parsers.site_name import publication
from crawler.parsers.site_suffix import site_names
from crawler.parsers.standfirst import MAX_CHARS, printed_standfirst
from crawler.parsers.structured import clean, first_text, main_nodes
from crawler.parsers.title_parts import compact, holds_site_name
from crawler.text import fold, words

# The description is written for readers of results, og:description for those of shared links.
META = (
    "description", "og:description", "twitter:description", "dc.description", "dcterms.description",
    "sailthru.description",
)  # fmt: skip
TAG = re.compile(r"<[a-z/][^<>]{0,300}>", re.IGNORECASE)
# '… and <a href="…">Read More</a>'
LINK_AT_END = re.compile(r"<a\s[^<>]{0,1000}>(?P<says>[^<>]{0,100})</a>\s*$", re.IGNORECASE)
# What may stand before the standfirst in its block: 'HARBOUR: Two floods …'.
MAX_OVERLINE_WORDS = 5
# What is longer is a sentence, in Thai or another script that writes no spaces.
LONGEST_WORD = 30
# What a description ends with that does not break off, or says itself that it does.
ENDS = (*SENTENCE_ENDS, "…")
# Shorter words stand in any two texts; shorter hosts ('t.co') in other words.
LONG_WORD, SHORTEST_HOST = 5, 6
# What two words begin with that are forms of one ('harbour', 'harbours'), and how long they are at least.
STEM, SHORTEST_STEM = 5, 4
# So many words of the headline or the address tell that a description is the article's; descriptions that begin with
# the same letters are one.
MIN_COMMON, SAME_BEGINNING = 2, 30
MAX_BEHIND_TITLE = 6
LONGEST_SLOGAN = 12
# How often a description is right, by who says it, read from 188 labelled pages; none is surely right.
SURENESS = {
    # Printed, and all that the head says: 29 of 32.
    "repeated": 0.89,
    # Printed on a page whose head says nothing: 16 of 17.
    "printed": 0.89,
    # Printed, and the head has another one too: 14 of 28.
    "disputed": 0.5,
    # Not printed; the head says one thing only: 69 of 91, of 78 whose label is whole.
    "written": 0.8,
    # Not printed; the head says several things: 9 of 20.
    "divided": 0.45,
}


class Written(NamedTuple):
    """A description that the head of the page or structured data gives."""

    text: str
    source: str
    key: str
    """The text as it compares."""


def standfirst(page: Page, title: str | None) -> Found[str] | None:
    """Return the standfirst, else the description of meta, Open Graph, JSON-LD or microdata.

    `title` is the headline; a line or description that only repeats it, or the publication's name, or is
    a single word or date in figures, is none.
    """
    site = page.once(publication)
    said = {_key(title or ""), _key(site.value if site else ""), ""}
    written: Sequence[Written] = [
        each
        for each in _written(page)
        if each.key not in said and _says_something(each.text) and not _is_of_site(each.text, title, page.url)
    ]
    written = [each for each in written if not _is_title_and_site(each.key, title, page)] or written
    area = page.once(headline_area)
    printed = printed_standfirst(page, area, [each.text for each in written]) if area else None
    printed = without_invitation(printed) if printed else None
    if printed and _key(printed) not in said and _says_something(printed):
        text = next((each.text for each in written if _repeats(printed, each.key)), printed)
        agreed = "printed" if not written else "repeated" if _is_agreed(text, written) else "disputed"
        return Found(text, "dom", SURENESS[agreed])
    if len(written) > 1:
        subject = _stems(f"{title or ''} {' '.join(slug_words(page.url))}")
        written = _of_article(written, subject - _stems(f"{site.value if site else ''} {host_of(page.url)}"))
    if written:
        text, source, _ = _whole(written)
        return Found(text, source, SURENESS["written" if _is_agreed(text, written) else "divided"])
    return None


def _written(page: Page) -> Iterator[Written]:
    known: set[str] = set()
    for name in META:
        raw = page.meta_first(name)
        if raw and raw not in known and (text := clean(_without_markup(raw))):
            known.add(raw)
            yield _as_written(text, "meta")
    if text := first_text(page.once(main_nodes), "description", "alternativeHeadline"):
        yield _as_written(text, "json-ld")
    for element in properties(page, "description"):
        # Some mark the whole text as both: `itemprop="description articleBody"`.
        if not is_away(element) and (text := value_of(element)) and len(text) <= MAX_CHARS:
            yield _as_written(text, "microdata")


def _without_markup(text: str) -> str:
    if "<" not in text:
        return text
    link = LINK_AT_END.search(text)
    return TAG.sub(" ", text[: link.start()] if link and is_invitation(link["says"]) else text)


def _as_written(text: str, source: str) -> Written:
    text = without_invitation(text)
    return Written(text, source, _key(text))


def _whole(written: Sequence[Written]) -> Written:
    """Return the first description, or the one that goes on where it breaks off: after the first line of the text."""
    first = written[0]
    if len(words(first.text)) > MAX_OVERLINE_WORDS or first.text.endswith(ENDS):
        return first
    goes_on = (each for each in written[1:] if each.key.startswith(f"{first.key} "))
    return next((each for each in goes_on if len(each.text) <= MAX_CHARS), first)


def _says_something(text: str) -> bool:
    """Tell whether a text is more than a word ('Home') or a date in figures."""
    return (len(words(text)) > 1 or len(text) > LONGEST_WORD) and any(map(str.isalpha, text))


def _is_of_site(text: str, title: str | None, url: str) -> bool:
    """Tell whether a description is the whole site's: it names the host, and of the headline and the address nothing.

    'gazette.example brings you the latest from the harbour', on each page of it but the first.
    """
    host = compact(host_of(url))
    if is_root(url) or len(host) < SHORTEST_HOST or host not in compact(text):
        return False
    subject = frozenset(words(fold(title or ""))) | slug_words(url)
    return all(len(word) < LONG_WORD or word in host for word in subject.intersection(words(fold(text))))


def _is_title_and_site(key: str, title: str | None, page: Page) -> bool:
    """Tell whether a description is the headline with the site: 'The tide came twice by Ada at gazette.example'."""
    rest = key.removeprefix(_key(title or ""))
    if not rest or rest == key or len(words(rest)) > MAX_BEHIND_TITLE:
        return False
    return holds_site_name(rest, (*page.once(site_names), compact(host_of(page.url))))


def _of_article(written: Sequence[Written], subject: frozenset[str]) -> Sequence[Written]:
    """Return the descriptions without those of the whole site that stand before the article's.

    They have no word of the headline or the address, and another one has several: 'News and background from the coast'
    before 'The harbour of Tarnmouth is dredged at night'.
    """
    known = [len(subject & _stems(each.text)) for each in written]
    about = next((place for place, common in enumerate(known) if common), 0)
    if not about or known[about] < MIN_COMMON or written[about].source == "microdata":
        return written
    if any(len(words(each.text)) > LONGEST_SLOGAN for each in written[:about]):
        return written
    # The same text, cut off in one of them.
    if any(written[about].key[:SAME_BEGINNING] == each.key[:SAME_BEGINNING] for each in written[:about]):
        return written
    return written[about:]


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        word.removesuffix("s")[:STEM] for word in words(fold(text)) if len(word) >= SHORTEST_STEM
    )


def _is_agreed(text: str, written: Sequence[Written]) -> bool:
    key = _key(text)
    return all(each.key == key for each in written)


def _repeats(printed: str, written: str) -> bool:
    """Tell whether a printed line is a description of the head, be it behind a place or an overline."""
    line = _key(printed)
    if not line.endswith(written) or len(written) <= len(line) / 2:
        return False
    return len(words(line)) - len(words(written)) <= MAX_OVERLINE_WORDS


def _key(text: str) -> str:
    return fold(text).strip(". ")
