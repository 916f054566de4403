"""The table `frontier`: leads in, as visits give them; those whose turn it is out. An outcome takes a row away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from urllib.parse import urlsplit

from sqlite_utils import Database

from crawler.items import Lead, Visit
from crawler.urls import address_key
from pipelines.database import pages, sources
from pipelines.database.rows import as_json, storable, storable_or_none

# What comes back (sources at every run, failures when due) is asked after all that was not asked yet but for related
# links, whoever waits longest first: else --max-pages would be spent on the same few, and nothing behind them be
# reached.
AGAIN = 15
# What waits already keeps its place; the better turn of two counts, unless it was asked before.
INSERT = f"""
INSERT INTO frontier (
    url, address_key, start, start_site, host, kind, priority, place, lastmod, said_by, found_on, linked_at)
VALUES (:url, :address_key, :start, :start_site, :host, :kind, :priority, :place, :lastmod, :said_by, :found_on, :at)
ON CONFLICT (address_key, start) DO UPDATE SET
    priority = CASE WHEN run_id IS NOT NULL AND priority <= {AGAIN} THEN priority
        ELSE max(priority, excluded.priority) END,
    found_on = excluded.found_on, linked_at = excluded.linked_at,
    lastmod = coalesce(excluded.lastmod, lastmod), said_by = coalesce(excluded.said_by, said_by)
"""
# What this run has asked does not wait; but where it comes back at every run, something still leads to it.
LINK = """
UPDATE frontier SET found_on = :found_on, linked_at = :at WHERE address_key = :address_key AND start = :start
"""
TO_THE_END = f"""
UPDATE frontier SET run_id = :run_id, priority = min(priority, {AGAIN}), id = (SELECT max(id) + 1 FROM frontier)
WHERE address_key = :key AND start = :start
"""
DROP = f"""
DELETE FROM frontier WHERE address_key = :key AND run_id = :run_id AND NOT EXISTS (
    SELECT 1 FROM pages WHERE pages.address_key = :key AND next_check_at IS NOT NULL AND {pages.FAILING}
)
"""
IS_SOURCE = "SELECT 1 FROM frontier WHERE address_key = ? AND kind <> 'article?' LIMIT 1"
COLUMNS = tuple(field.name for field in fields(Lead))
TURN = f"""
SELECT id, {", ".join(COLUMNS)} FROM frontier
WHERE start = :start AND host = :host AND run_id IS NOT :run_id ORDER BY priority DESC, id LIMIT :number
"""
OF_STARTS = "start IN (SELECT value FROM json_each(:starts)) AND run_id IS NOT :run_id"
LANES = f"SELECT DISTINCT start, host FROM frontier WHERE {OF_STARTS}"
WAITS = f"SELECT 1 FROM frontier WHERE address_key = :key AND {OF_STARTS} LIMIT 1"
LEFT = f"SELECT count(DISTINCT address_key) FROM frontier WHERE {OF_STARTS}"

Lane = tuple[str, str]
"""A START and a host: what waits there is asked in the order of its priorities."""


def add(
    db: Database, leads: Iterable[Lead], page: str, at: str, is_met: Callable[[Lead], bool]
) -> frozenset[Lane]:
    """Let leads that a page showed at a moment wait; return the lanes in which something new may be."""
    page_key = storable(address_key(page))
    lanes = set()
    for lead in leads:
        row = _row(lead) | {"found_on": page_key, "at": at}
        if lead.said_by is None and is_met(lead):
            db.execute(LINK, row)
        else:
            db.execute(INSERT, row)
            lanes.add((lead.start, str(row["host"])))
    return frozenset(lanes)


def settle(db: Database, visit: Visit, run_id: int) -> None:
    """Take away what a visit ended: an address that has its time to be asked again, in whatever spelling it waits.

    What is asked at every run, or failed, stays for the next one, at the end, where the visit says so; else it goes
    from where this run took it, and waits on where another START led to it.
    """
    for key in {storable(address_key(url)) for url in (visit.url, *visit.aliases)}:
        if visit.stays:
            _to_the_end(db, key, run_id)
        elif visit.next_check_at is not None:
            db.execute("DELETE FROM frontier WHERE address_key = ?", (key,))
        else:
            db.execute("DELETE FROM frontier WHERE address_key = ? AND run_id = ?", (key, run_id))


def _to_the_end(db: Database, key: str, run_id: int) -> None:
    starts = db.execute("SELECT start FROM frontier WHERE address_key = ? ORDER BY id", (key,)).fetchall()
    for (start,) in starts:
        db.execute(TO_THE_END, {"run_id": run_id, "key": key, "start": start})


def drop(db: Database, url: str, run_id: int) -> None:
    """Take away an address that a run took and that is not to be asked; what failed stays until its time comes."""
    db.execute(DROP, {"key": storable(address_key(url)), "run_id": run_id})


def is_source(db: Database, url: str) -> bool:
    """Tell whether an address waits as anything but an article."""
    return db.execute(IS_SOURCE, (storable(address_key(url)),)).fetchone() is not None


def link_again(db: Database, page: str, at: str) -> None:
    """Note that a page, which has not changed, still shows its links."""
    db.execute("UPDATE frontier SET linked_at = ? WHERE found_on = ?", (at, storable(address_key(page))))


def begin(db: Database, run_id: int) -> None:
    """Let a run ask everything: when the last runs are deleted, SQLite gives their ids again."""
    db.execute("UPDATE frontier SET run_id = NULL WHERE run_id >= ?", (run_id,))


def lanes(db: Database, starts: Iterable[str], run_id: int) -> list[Lane]:
    """Return where something waits for a run."""
    found = db.execute(LANES, {"starts": as_json(list(starts)), "run_id": run_id})
    return [(start, host) for start, host in found]


def turns(db: Database, lane: Lane, run_id: int, number: int) -> list[tuple[int, Lead]]:
    """Return the next of a lane that this run has not taken, with their ids."""
    start, host = lane
    values = {"start": start, "host": host, "run_id": run_id, "number": number}
    return [(row[0], Lead(**dict(zip(COLUMNS, row[1:], strict=True)))) for row in db.execute(TURN, values)]


def take(db: Database, number: int, run_id: int) -> None:
    """Note that a run asks a row now; the next run asks it again, unless its outcome takes it away before."""
    db.execute("UPDATE frontier SET run_id = ? WHERE id = ?", (run_id, number))


def waits(db: Database, url: str, starts: Iterable[str], run_id: int) -> bool:
    """Tell whether a run will still ask an address."""
    key = storable(address_key(url))
    found = db.execute(WAITS, {"key": key, "starts": as_json(list(starts)), "run_id": run_id})
    return found.fetchone() is not None


def left(db: Database, starts: Iterable[str], run_id: int) -> int:
    """Return how many addresses a run has not come to."""
    return int(db.execute(LEFT, {"starts": as_json(list(starts)), "run_id": run_id}).fetchone()[0])


def expire(db: Database, before: str) -> int:
    """Forget what nothing has led to since a moment; return how many there were.

    What they were found on is read in full from now on, so that whatever is still there is found again.
    """
    gone = db.execute("DELETE FROM frontier WHERE linked_at < ?", (before,)).rowcount
    sources.forget(db, None if gone else before)
    return int(gone)


def _row(lead: Lead) -> dict[str, object]:
    return {
        "url": storable(lead.url),
        "address_key": storable(address_key(lead.url)),
        "start": storable(lead.start),
        "start_site": storable(lead.start_site),
        "host": storable(urlsplit(lead.url).hostname or ""),
        "kind": lead.kind,
        "priority": lead.priority,
        "place": lead.place,
        "lastmod": storable_or_none(lead.lastmod),
        "said_by": storable_or_none(lead.said_by),
    }
