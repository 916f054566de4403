"""Published: when an article appeared and when it was last changed, gathered from all places a page has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.date_candidates import (
    Candidate,
    like_candidates,
    script_candidates,
    structured_candidates,
    url_candidates,
)
from crawler.parsers.date_decision import decide
from crawler.parsers.found import Found
from crawler.parsers.headline_area import headline_area
from crawler.parsers.language import language_of
from crawler.parsers.visible_dates import (
    far_candidates,
    marked_candidates,
    near_candidates,
    relative_candidates,
    sight_of,
    text_candidates,
    time_candidates,
)


class Dates(NamedTuple):
    """When an article appeared and when it was changed, each ISO 8601."""

    published: Found[str] | None
    modified: Found[str] | None


def publication_dates(page: Page, others: Collection[HtmlElement] = ()) -> Dates:
    """Return the dates of publication and change; None for what the page does not give.

    `others` are the boxes of related links, whose dates are those of other articles.

    Read are the head's data, the address and the lines beside the headline; only where none of them gives a date of
    publication `<time>`, 'an hour ago', elements named after dates, other meta elements, scripts, and the rest.
    """
    candidates: list[Candidate] = []
    for place in _places(page, others):
        candidates += place
        # The address gives a day, and another place may know the time.
        if any(c.kind != "modified" and c.place != "url" for c in candidates):
            break
    published = decide(candidates)
    return Dates(published, _modified(candidates, published))


def _places(page: Page, others: Collection[HtmlElement]) -> Iterator[list[Candidate]]:
    area = page.once(headline_area)
    language = page.once(language_of)
    languages = (language.value,) if language else ()
    sight = sight_of(page, area, languages, others)
    near = list(near_candidates(area, sight)) if area else []
    yield [*structured_candidates(page, languages or ("en",)), *url_candidates(page), *near]
    yield list(time_candidates(page, sight))
    yield list(relative_candidates(area, sight)) if area and page.now_is_given else []
    yield list(marked_candidates(page, sight))
    yield list(like_candidates(page))
    yield list(script_candidates(page))
    yield [*(far_candidates(area, sight) if area else ()), *text_candidates(page, sight)]


def _modified(candidates: Sequence[Candidate], published: Found[str] | None) -> Found[str] | None:
    found = next((c for c in candidates if c.kind == "modified"), None)
    if found is None or (published and found.value[:10] < published.value[:10]):
        return None
    return Found(found.value, found.source, 0.9 if found.place == "structured" else 0.7)
