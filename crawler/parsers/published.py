"""Published: when an article appeared and when it was last changed, decided among all dates the page gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from typing import NamedTuple

from crawler.page import Page
from crawler.parsers.date_candidates import (
    Candidate,
    like_candidates,
    script_candidates,
    structured_candidates,
    url_candidates,
)
from crawler.parsers.found import Found
from crawler.parsers.headline_area import headline_area
from crawler.parsers.language import language_of
from crawler.parsers.visible_dates import (
    far_candidates,
    marked_candidates,
    near_candidates,
    sight_of,
    text_candidates,
    time_candidates,
)


class Dates(NamedTuple):
    """When an article appeared and when it was changed, each ISO 8601."""

    published: Found[str] | None
    modified: Found[str] | None


# What a date of publication is worth by where it stands and, in the head, by who says it; measured as the share of
# right days on labelled pages, where a date of change or another time zone's day counts as wrong.
TRUST = {
    "json-ld": 0.89, "microdata": 0.92, "meta": 0.84, "url": 0.93, "near": 0.92, "time": 0.89, "marked": 0.8,
    "like": 0.7, "text": 0.6, "far": 0.6, "script": 0.5,
}  # fmt: skip
# Two places that agree err half as often as one; a date of change in place of one of publication is a guess.
AGREED, ONLY_CHANGED, MOST = 0.06, 0.4, 0.97
# What is believed first. What the head says to be the date of publication, then the address's day, then what the
# reader sees; a date of change before one found far off, in a script or in the running text, which may be anything's.
SEEN = ("near", "time", "marked", "like")
ORDER = (
    ("published", ("structured",)), ("day", ("url",)), ("published", SEEN), ("day", SEEN),
    ("modified", ("structured", *SEEN, "text")), ("published", ("script",)), ("day", ("far", "text")),
)  # fmt: skip
# A clock shows the local time: offsets go by quarters of an hour, from -12 to +14 hours.
QUARTER = timedelta(minutes=15)
MAX_OFFSET = timedelta(hours=14)
# Two clocks of one page agree to the minute.
SAME = timedelta(minutes=2)


def publication_dates(page: Page) -> Dates:
    """Return the dates of publication and change; None for what the page does not give.

    Structured data are asked first, then the address, the lines around the headline, `<time>`, elements named after
    dates, the whole text, the scripts; a later place only where no earlier one gave a date of publication.
    """
    candidates: list[Candidate] = []
    for place in _places(page):
        candidates += place
        if any(c.kind != "modified" for c in candidates):
            break
    published = decide(candidates)
    return Dates(published, _modified(candidates, published))


def _places(page: Page) -> Iterator[list[Candidate]]:
    area = page.once(headline_area)
    language = page.once(language_of)
    sight = sight_of(page, area, (language.value,) if language else ())
    near = list(near_candidates(area, sight)) if area else []
    yield [*structured_candidates(page), *url_candidates(page), *near]
    yield list(time_candidates(page, sight))
    yield list(marked_candidates(page, sight))
    yield list(like_candidates(page))
    yield list(script_candidates(page))
    yield [*(far_candidates(area, sight) if area else ()), *text_candidates(page, sight)]


def decide(candidates: Sequence[Candidate]) -> Found[str] | None:
    """Return the one date of publication.

    The first by ORDER, with the time of any other of the same day, in the reader's time zone. Agreement makes it surer.
    """
    best = _best(candidates)
    if best is None:
        return None
    best = _as_seen(best, candidates) or best
    local = _as_printed(best, candidates)
    if local != best.value:
        return Found(local, best.source, 0.88)
    same = [c for c in candidates if c.value[:10] == best.value[:10]]
    timed = (
        best
        if "T" in best.value
        else next((c for c in same if "T" in c.value and c.kind != "modified"), best)
    )
    trust = TRUST[best.source if best.place == "structured" else best.place]
    trust -= ONLY_CHANGED if best.kind == "modified" else 0.0
    agreed = AGREED if len({c.place for c in same}) > 1 else 0.0
    return Found(timed.value, best.source, round(min(MOST, trust + agreed), 2))


def _best(candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the first candidate of the first kind and place in ORDER."""
    return next(
        (c for kind, places in ORDER for c in candidates if c.kind == kind and c.place in places), None
    )


def _as_seen(best: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the day printed beside the headline, where the head's own data give it right against the head's date.

    The head often keeps the day a text was begun or first put online. The printed day is the article's when the head
    knows it as the day of change, or when it is later than what a `<meta>` alone says; the day in the address settles it.
    """
    seen = next((c for c in candidates if (c.place, c.kind) == ("near", "day")), None)
    if seen is None or (best.place, best.kind) != ("structured", "published"):
        return None
    if any(c.place == "url" or (c is not seen and c.kind == "day") and _day(c) == _day(best) for c in candidates):
        return None
    changed = any((c.place, c.kind) == ("structured", "modified") and _day(c) == _day(seen) for c in candidates)
    later = best.source == "meta" and _day(seen) > _day(best)
    return seen if _day(seen) != _day(best) and (changed or later) else None


def _day(candidate: Candidate) -> str:
    return candidate.value[:10]


def _as_printed(best: Candidate, candidates: Sequence[Candidate]) -> str:
    """Return a moment given in UTC with the offset by which the page prints it, where its day is the next or last one.

    '2025-08-10T05:30:00Z' beside a printed 'August 9, 2025, 9:30 p.m.' was eight hours behind UTC. Where only a day
    is printed, the day is all that is sure.
    """
    if not best.value.endswith("Z") or "T" not in best.value:
        return best.value
    moment = datetime.fromisoformat(best.value)
    if any((c.place, c.kind) == ("near", "day") and c.value[:10] == best.value[:10] for c in candidates):
        return best.value
    printed = (c for c in candidates if c.place in {"url", "near"} and c.kind == "day" and _day(c) != _day(best))
    return next((value for other in printed if (value := _local(moment, other.value))), best.value)


def _local(moment: datetime, printed: str) -> str | None:
    """Return a moment in UTC as printed, None where what is printed is another moment or day."""
    shown = datetime.fromisoformat(printed)
    if shown.tzinfo:
        return printed if abs(shown - moment) < SAME else None
    offset = shown.replace(second=0) - moment.replace(tzinfo=None, second=0)
    if "T" not in printed:
        return printed if -timedelta(days=1) - MAX_OFFSET < offset < MAX_OFFSET else None
    if offset % QUARTER or abs(offset) > MAX_OFFSET:
        return None
    return moment.astimezone(timezone(offset)).isoformat()


def _modified(candidates: Sequence[Candidate], published: Found[str] | None) -> Found[str] | None:
    found = next((c for c in candidates if c.kind == "modified"), None)
    if found is None or (published and found.value[:10] < published.value[:10]):
        return None
    return Found(found.value, found.source, 0.9 if found.place == "structured" else 0.7)
