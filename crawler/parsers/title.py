"""Title: the headline as a reader of the page sees it, without the site's name, section or overline."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.page import Page
from crawler.parsers.found import Found
from crawler.parsers.head_titles import Claim, clean_titles
from crawler.parsers.heading_text import whole_text
from crawler.parsers.headings import SAME, Heading, main_heading
from crawler.parsers.printed_part import printed_part
from crawler.parsers.site_suffix import site_names, without_names
from crawler.parsers.title_parts import compact
from crawler.text import fold, words

# An overline is a few words; a longer beginning belongs to the headline.
MAX_OVERLINE_WORDS = 7
# A heading of fewer words may be the section's name.
MIN_WORDS = 3
# The titles that speak for themselves; Twitter's is a copy of Open Graph's.
VOICES = frozenset({"og:title", "headline", "title"})
# How often a title is right, by what agrees on it, read from 620 labelled pages.
SURENESS = {
    # Open Graph and JSON-LD, or `<title>` without them, repeat the <h1>: 385 of 395.
    "repeated": 0.97,
    # The same of a heading that is no <h1>: 27 of 31.
    "repeated elsewhere": 0.85,
    # The head has words in common with it only: 63 of 80.
    "alike": 0.78,
    # Open Graph or JSON-LD has another headline: 51 of 79.
    "disputed": 0.65,
    # No title of the head is like it: 14 of 21.
    "unlike": 0.65,
    # Open Graph or JSON-LD without a heading: 5 of 8.
    "head": 0.6,
    # `<title>` without a heading: none of 6.
    "title": 0.3,
    # The same with a part that is printed as a line.
    "printed": 0.6,
}


def headline(page: Page) -> Found[str] | None:
    """Return the headline: the heading the reader sees, where the head's titles agree; else what the head says.

    Of a `<title>` that stands for itself, the part that the page prints as a line of its own.
    """
    found = choose(page.once(main_heading), page.once(clean_titles), page.once(site_names))
    if (
        found is not None
        and found.confidence == SURENESS["title"]
        and (line := printed_part(found.value, page))
    ):
        return Found(line, found.source, SURENESS["printed"])
    return found


def choose(heading: Heading | None, claims: Sequence[Claim], names: Sequence[str]) -> Found[str] | None:
    """Return the one headline of the heading and the head's titles, which often disagree.

    The reader sees the heading, so it wins where any title of the head is like it, or where it is more than a word
    or two; the head only decides on its overline and takes the site's name off. A word or two that no title is like
    may be the section's name: then Open Graph and JSON-LD win, which are written for the one article; `<title>` alone
    wins only over no heading.
    """
    written = [claim for claim in claims if claim.source != "dom"]
    if heading and (heading.match >= SAME or not written or len(words(heading.text)) >= MIN_WORDS):
        text = _overlined(without_names(_said(heading, claims), names), claims)
        return Found(text, "dom", SURENESS[_accord(text, heading, claims)])
    if claims:
        best = _most_agreed(written or claims)
        return Found(best.text, best.source, SURENESS["head" if written else "title"])
    return None


def _accord(text: str, heading: Heading, claims: Sequence[Claim]) -> str:
    """Tell how far the head's titles agree with a heading, in the words of SURENESS."""
    if heading.match < SAME:
        return "unlike"
    folded = fold(text)
    said = {claim.name: fold(claim.text) == folded for claim in claims if claim.name in VOICES}
    if not any(said.values()):
        return "alike"
    if not all(same for name, same in said.items() if name != "title"):
        return "disputed"
    return "repeated" if heading.element.tag == "h1" else "repeated elsewhere"


def _said(heading: Heading, claims: Sequence[Claim]) -> str:
    """Return the heading's text, in the spelling of a title of the head that has an overline or a space more."""
    bare = compact(heading.text)
    whole = compact(whole_text(heading.element) or heading.text) if len(heading.element) else bare
    # 'Flood The tide came twice', where a style sets the overline apart, is 'Flood: The tide came twice'.
    longer = (claim.text for claim in claims if claim.key == bare and len(claim.text) > len(heading.text))
    if heading.element.tag != "h1" and (spelt := next(longer, None)):
        return spelt
    if whole != bare and any(claim.key == bare for claim in claims):
        return heading.text
    for claim in claims:
        if claim.key == whole != bare or (
            claim.key == bare and len(words(claim.text)) > len(words(heading.text))
        ):
            return claim.text
    return heading.text


def _overlined(text: str, claims: Sequence[Claim]) -> str:
    """Return a heading with or without an overline, as the head has it.

    Open Graph's title or two others take a short beginning off; where Open Graph and JSON-LD agree on one, it is added.
    """
    mine = compact(text)
    keys = [claim.key for claim in claims]
    for claim in claims:
        trusted = claim.name == "og:title" or keys.count(claim.key) > 1
        if trusted and claim.key != mine and mine.endswith(claim.key) and _is_overline(claim.text, text):
            return claim.text
    agreed = {claim.key for claim in claims if claim.name == "og:title"} & {
        claim.key for claim in claims if claim.name == "headline"
    }
    longer = next((claim for claim in claims if claim.key in agreed and claim.key != mine), None)
    if longer and longer.key.endswith(mine) and _is_overline(text, longer.text):
        return longer.text
    return text


def _is_overline(ending: str, text: str) -> bool:
    """Tell whether what a text has before its ending is short enough for an overline."""
    before = len(words(text)) - len(words(ending))
    return fold(text).endswith(fold(ending)) and 0 < before <= MAX_OVERLINE_WORDS and len(words(ending)) >= 2


def _most_agreed(claims: Sequence[Claim]) -> Claim:
    keys = [claim.key for claim in claims]
    return max(claims, key=lambda claim: keys.count(claim.key))
