"""Date decision: all the dates a page gives in; the one of publication, with how sure it is, out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone

from crawler.parsers.date_candidates import Candidate
from crawler.parsers.found import Found

# How sure a date is: the share of right days on labelled pages of 430 sites, with the pages it was read from. The
# head's date, beside what is printed near the headline or stands in the address: the same (337 of 344), another
# (8 of 11), nothing there, when two sources of the head agree (64 of 66) and when one says it (35 of 42).
SAID_AND_SHOWN, SHOWN_OTHERWISE, SAID_TWICE, SAID_ONCE = 0.97, 0.75, 0.95, 0.82
# The printed day against the head's (8 of 9), the head's moment moved to the printed time zone (7 of 8), a date of
# change in place of one of publication (9 of 10, and wrong by its name).
AS_SEEN, PRINTED_LOCAL, ONLY_CHANGED = 0.85, 0.88, 0.7
# By the place, where the head says nothing (110 of 113 near, 17 of 18 in the address, 12 of 12 `<time>`, 5 of 6
# marked; the others on too few pages to tell).
TRUST = {
    "near": 0.95, "url": 0.93, "time": 0.9, "marked": 0.8, "like": 0.7, "far": 0.6, "text": 0.5, "script": 0.5,
    "ago": 0.7,
}  # fmt: skip
# What is believed first. What the head says to be the date of publication, then the address's day, then what the
# reader sees; a date of change before one found far off, in a script or in the running text, which may be anything's.
SEEN = ("near", "time", "ago", "marked", "like")
ORDER = (
    ("published", ("structured",)), ("day", ("url",)), ("published", SEEN), ("day", SEEN),
    ("modified", ("structured", *SEEN, "text")), ("published", ("script",)), ("day", ("far", "text")),
)  # fmt: skip
# A clock shows the local time: offsets go by quarters of an hour, from -12 to +14 hours.
QUARTER = timedelta(minutes=15)
MAX_OFFSET = timedelta(hours=14)
# Two clocks of one page agree to the minute.
SAME = timedelta(minutes=2)


def decide(candidates: Sequence[Candidate]) -> Found[str] | None:
    """Return the one date of publication.

    The first by ORDER, with the time of any other of the same day, in the reader's time zone. Agreement makes it surer.
    """
    first = _best(candidates)
    if first is None:
        return None
    seen = _as_seen(first, candidates)
    best = seen or first
    local = _as_printed(best, candidates)
    if local != best.value:
        return Found(local, best.source, PRINTED_LOCAL)
    same = [c for c in candidates if _day(c) == _day(best) and c.kind != "modified"]
    timed = next((c for c in (best, *same) if "T" in c.value), best)
    return Found(timed.value, best.source, AS_SEEN if seen else _trust(best, same, candidates))


def _trust(best: Candidate, same: Sequence[Candidate], candidates: Sequence[Candidate]) -> float:
    """Return how sure a date is, by who else gives the same day."""
    if best.kind == "modified":
        return ONLY_CHANGED
    if best.place != "structured":
        return TRUST[best.place]
    if any(c.place in {"near", "url"} for c in same):
        return SAID_AND_SHOWN
    if any(c.place == "near" and c.kind != "modified" for c in candidates):
        return SHOWN_OTHERWISE
    return SAID_TWICE if len({c.source for c in same}) > 1 else SAID_ONCE


def _best(candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the first candidate of the first kind and place in ORDER."""
    return next(
        (c for kind, places in ORDER for c in candidates if c.kind == kind and c.place in places), None
    )


def _as_seen(best: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the day printed beside the headline, where the head's own data give it right against the head's date.

    The head often keeps the day a text was begun or first put online. The printed day is the article's when the head
    knows it as the day of change, or when it is later than what a `<meta>` alone says; where the address has a day, or
    another line the head's, nothing is doubted.
    """
    seen = next((c for c in candidates if (c.place, c.kind) == ("near", "day")), None)
    if seen is None or (best.place, best.kind) != ("structured", "published"):
        return None
    if any(c.place == "url" or (c.kind == "day" and _day(c) == _day(best)) for c in candidates):
        return None
    changed = any(
        (c.place, c.kind) == ("structured", "modified") and _day(c) == _day(seen) for c in candidates
    )
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
    printed = (
        c for c in candidates if c.place in {"url", "near"} and c.kind == "day" and _day(c) != _day(best)
    )
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
