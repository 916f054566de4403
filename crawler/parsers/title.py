"""Title: the headline as a reader of the page sees it, without the site's name, section or overline."""

from __future__ import annotations

from collections.abc import Sequence

from crawler.page import Page
from crawler.parsers.found import Found
from crawler.parsers.headings import SAME, Claim, Heading, head_titles, main_heading, whole_text
from crawler.parsers.site_suffix import site_names, without_names, without_site
from crawler.parsers.title_parts import compact
from crawler.text import fold, words

# An overline is a few words; a longer beginning belongs to the headline.
MAX_KICKER_WORDS = 7


def headline(page: Page) -> Found[str] | None:
    """Return the headline: the heading the reader sees, where the head's titles agree; else what the head says."""
    names = page.once(site_names)
    claims = [
        claim._replace(text=text)
        for claim in page.once(head_titles)
        if (text := without_site(claim.text, names))
    ]
    return choose(page.once(main_heading), claims, names)


def choose(heading: Heading | None, claims: Sequence[Claim], names: Sequence[str]) -> Found[str] | None:
    """Return the one headline of the heading and the head's titles, which often disagree.

    The reader sees the heading, so it wins where any title of the head is like it; the head only takes an overline
    or the site's name off it. A heading that no title is like may be the site's or the section's: then Open Graph and
    JSON-LD win, which are written for the one article; `<title>` alone wins only over no heading.
    """
    written = [claim for claim in claims if claim.source != "dom"]
    if heading and (heading.match >= SAME or not written):
        text = _without_kicker(without_names(_said(heading, claims), names), claims)
        return Found(text, "dom", _sureness(text, heading, claims))
    if claims:
        best = _most_agreed(written or claims)
        return Found(best.text, best.source, 0.6 if len({compact(c.text) for c in claims}) == 1 else 0.5)
    return None


def _sureness(text: str, heading: Heading, claims: Sequence[Claim]) -> float:
    agreed = sum(fold(text) == fold(claim.text) for claim in claims)
    if heading.match < SAME:
        return 0.5
    return 0.95 if agreed > 1 and agreed == len(claims) else 0.88 if agreed > 1 else 0.85 if agreed else 0.7


def _said(heading: Heading, claims: Sequence[Claim]) -> str:
    """Return the heading's text, with what looked like an overline where a title of the head has it too."""
    whole = whole_text(heading.element) or heading.text
    if compact(whole) != compact(heading.text) and any(
        compact(claim.text) == compact(whole) for claim in claims
    ):
        return next(claim.text for claim in claims if compact(claim.text) == compact(whole))
    return heading.text


def _without_kicker(text: str, claims: Sequence[Claim]) -> str:
    """Take off what stands before a title of the head that the heading ends with, as long as it is short."""
    for claim in claims:
        ending = claim.text
        if len(ending) < len(text) and fold(text).endswith(fold(ending)) and len(words(ending)) >= 3:
            before = fold(text)[: -len(fold(ending))]
            if len(words(before)) <= MAX_KICKER_WORDS:
                return ending
    return text


def _most_agreed(claims: Sequence[Claim]) -> Claim:
    keys = [compact(claim.text) for claim in claims]
    return max(claims, key=lambda claim: keys.count(compact(claim.text)))
