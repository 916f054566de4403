"""Published: when an article appeared and when it was last changed, decided among all dates the page gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from crawler.page import Page
from crawler.parsers.date_candidates import (
    Candidate,
    marked_candidates,
    near_candidates,
    structured_candidates,
    time_candidates,
    url_candidates,
)
from crawler.parsers.found import Found
from crawler.parsers.headings import main_heading
from crawler.parsers.language import language_of


class Dates(NamedTuple):
    """When an article appeared and when it was changed, each ISO 8601."""

    published: Found[str] | None
    modified: Found[str] | None


# What a source's date of publication is worth; measured as the share of right days on labelled pages.
TRUST = {"structured": 0.95, "url": 0.9, "time": 0.85, "near": 0.85, "marked": 0.7, "text": 0.6}


def publication_dates(page: Page) -> Dates:
    """Return the dates of publication and change; None for what the page does not give.

    Structured data are asked first, then the address, then `<time>`, the lines around the headline and elements
    that are named after dates; the visible ones are only read when the first are silent.
    """
    structured = [*structured_candidates(page), *url_candidates(page)]
    visible = [] if any(c.kind == "published" for c in structured) else list(_visible(page))
    candidates = structured + visible
    published = decide(candidates)
    return Dates(published, _modified(candidates, published))


def decide(candidates: Sequence[Candidate]) -> Found[str] | None:
    """Return the one date of publication.

    The first that is said to be it; else the address's day or the first that says nothing of itself, with the time
    of any other of the same day; else a date of change, which is not before it. Agreement makes it surer.
    """
    best = (
        _first(candidates, "published", "structured")
        or _first(candidates, "day", "url")
        or _first(candidates, "published", None)
        or _first(candidates, "day", None)
        or _first(candidates, "modified", None)
    )
    if best is None:
        return None
    same = [c for c in candidates if c.value[:10] == best.value[:10]]
    timed = (
        best
        if "T" in best.value
        else next((c for c in same if "T" in c.value and c.kind != "modified"), best)
    )
    trust = TRUST[best.place] - (0.3 if best.kind == "modified" else 0.0)
    sure = min(0.98, trust + 0.03 * (len({c.place for c in same}) - 1))
    return Found(timed.value, best.source, round(sure, 2))


def _first(candidates: Iterable[Candidate], kind: str, place: str | None) -> Candidate | None:
    return next((c for c in candidates if c.kind == kind and place in {None, c.place}), None)


def _modified(candidates: Sequence[Candidate], published: Found[str] | None) -> Found[str] | None:
    found = _first(candidates, "modified", None)
    if found is None or (published and found.value[:10] < published.value[:10]):
        return None
    return Found(found.value, found.source, 0.9 if found.place == "structured" else 0.7)


def _visible(page: Page) -> Iterator[Candidate]:
    language = language_of(page)
    languages = (language.value,) if language else ()
    heading = main_heading(page)
    if heading:
        yield from near_candidates(page, heading, languages)
    yield from time_candidates(page, languages)
    yield from marked_candidates(page, languages)
