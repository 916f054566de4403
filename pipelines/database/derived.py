"""What is worked out from a row's own texts and addresses: an open database in, what is not as it should be out.

Working all of it out again takes as long as storing it did, so some hundred rows, evenly spread, are looked at, or all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from crawler.urls import address_key, site_of
from pipelines.database import address_keys, bands, new_bands
from pipelines.database.fields_schema import COUNTED, FILL, KEPT
from pipelines.database.finding import Finding, fixable, sound
from pipelines.fingerprint import fingerprint
from pipelines.near_sketch import WHOLE, text_keys

# What another program changed it changed in many rows, mostly; what a fault of ours would make, in all.
SAMPLE = 500
AT_ONCE = 500

TEXTS = ("articles", "revisions")
# The view `text_keys` would be made anew for each key.
HAS_KEY = """
SELECT EXISTS (SELECT 1 FROM bands WHERE band = :key AND article_id = :id)
    OR EXISTS (SELECT 1 FROM new_bands, json_each(keys) WHERE new_bands.article_id = :id AND value = :key)
"""
# Articles that another program stored, or that lost their keys.
UNKNOWN = f"""
SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM new_bands)
    AND id NOT IN (SELECT article_id FROM bands WHERE band & 15 = {WHOLE})
"""
DAYS = "published_on IS NOT substr(published_at, 1, 10)"
# New keys that are in `bands` too are being taken in.
KEYS = """
SELECT count(*), total(article_id NOT IN (SELECT id FROM articles)) FROM (
    SELECT article_id FROM bands UNION ALL
    SELECT article_id FROM new_bands, json_each(keys)
    WHERE NOT EXISTS (SELECT 1 FROM bands WHERE band = value AND article_id = new_bands.article_id)
)
"""


def texts(db: Database, *, deep: bool = False) -> Iterator[Finding]:
    """Look whether hashes, numbers of words and days are those of the texts and dates."""
    stale = sum(
        _is_stale(*row) for row in _rows(db, "articles", ("body", "content_hash", "word_count"), deep=deep)
    )
    stale += sum(
        content_hash != fingerprint(body).content_hash
        for body, content_hash in _rows(db, "revisions", ("body", "content_hash"), deep=deep)
    )
    days = int(db.execute(f"SELECT count(*) FROM articles WHERE {DAYS}").fetchone()[0])
    if stale:
        yield fixable(
            "texts", f"{stale:,} texts{_of(deep)} have another hash or number of words than they should"
        )
    if days:
        yield fixable("texts", f"{days:,} articles have another day in published_on than in published_at")
    if not stale and not days:
        yield sound("texts", f"hashes, numbers of words and days are right{_of(deep)}")


def addresses(db: Database, *, deep: bool = False) -> Iterator[Finding]:
    """Look whether the keys that addresses are compared by are theirs, and sites too."""
    stale = sum(
        key != address_key(url)
        for table, address, column in address_keys.KEYS
        for url, key in _rows(db, table, (address, column), deep=deep)
        if url is not None
    )
    stale += sum(site != site_of(url) for url, site in _rows(db, "articles", ("url", "site"), deep=deep))
    if stale:
        yield fixable(
            "addresses", f"{stale:,} addresses{_of(deep)} have another key or site than they should"
        )
    else:
        yield sound("addresses", f"keys and sites are right{_of(deep)}")


def near_keys(db: Database, *, deep: bool = False) -> Iterator[Finding]:
    """Look whether the same and nearly the same texts can be found by the keys of each text, and by no others."""
    if wrong := list(new_bands.astray(db)):
        yield from (fixable("near copies", what) for what in wrong)
        return
    if unknown := int(db.execute(UNKNOWN).fetchone()[0]):
        yield fixable("near copies", f"{unknown:,} articles have no key of their text")
        return
    rows = expected = found = 0
    for article_id, *text in _rows(db, "articles", ("id", "content_hash", "body"), deep=deep):
        keys = set(text_keys(*text))
        rows += 1
        expected += len(keys)
        found += sum(_has_key(db, key, article_id) for key in keys)
    surplus = _surplus(db, expected) if deep and found == expected else 0
    if found < expected:
        yield fixable("near copies", f"{expected - found:,} keys of {rows:,} texts{_of(deep)} are missing")
    if surplus:
        yield fixable("near copies", f"{surplus:,} keys are not of their article's text")
    if found == expected and not surplus:
        yield sound("near copies", f"each text is found by its keys{_of(deep)}")


def fields(db: Database, *, deep: bool = False) -> Iterator[Finding]:
    """Look whether all articles are counted in `filled_fields`; with `deep`, also whether by the fields they have."""
    counted, number = db.execute(
        "SELECT (SELECT total(articles) FROM filled_fields), (SELECT count(*) FROM articles)"
    ).fetchone()
    stale = int(abs(counted - number))
    if deep and not stale:
        stale = sum((Counter(_counted(db, COUNTED)) - Counter(_counted(db, KEPT))).values())
    if stale:
        yield fixable("fields", f"the fields of {stale:,} articles are not counted as they are")
    else:
        yield sound("fields", "how many articles have each is counted right")


def mend_texts(db: Database) -> None:
    """Work hashes, numbers of words and days out again."""
    db.execute(f"UPDATE articles SET published_on = substr(published_at, 1, 10) WHERE {DAYS}")
    for rowid, body, *known in _rows(
        db, "articles", ("rowid", "body", "content_hash", "word_count"), deep=True
    ):
        if _is_stale(body, *known):
            right = fingerprint(body)
            bands.replace(db, rowid, (str(known[0]), body), body)
            db.execute(
                "UPDATE articles SET content_hash = ?, word_count = ? WHERE id = ?",
                (right.content_hash, right.word_count, rowid),
            )
    for rowid, body in _rows(db, "revisions", ("rowid", "body"), deep=True):
        db.execute(
            "UPDATE revisions SET content_hash = ?1 WHERE rowid = ?2 AND content_hash <> ?1",
            (fingerprint(body).content_hash, rowid),
        )


def mend_addresses(db: Database) -> None:
    """Make keys and sites anew, and let links lead where those say."""
    db.conn.create_function("site_of_address", 1, site_of, deterministic=True)
    db.execute("UPDATE articles SET site = site_of_address(url) WHERE site <> site_of_address(url)")
    address_keys.renew(db)


def mend_near_keys(db: Database) -> None:
    """Make all keys anew."""
    bands.renew(db)


def mend_fields(db: Database) -> None:
    """Count all articles' fields again."""
    for sql in FILL:
        db.execute(sql)


def _counted(db: Database, sql: str) -> dict[int, int]:
    return dict(db.execute(sql).fetchall())


def _rows(db: Database, table: str, columns: Sequence[str], *, deep: bool) -> Iterator[tuple[Any, ...]]:
    """Yield rows, all of them some at a time, or so many evenly spread."""
    names = ", ".join(columns)
    last, highest = db.execute(f"SELECT min(rowid) - 1, max(rowid) FROM {table}").fetchone()
    if highest is None:
        return
    step = 1 if deep else max(1, (highest - last) // SAMPLE)
    sql = f"SELECT rowid, {names} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {AT_ONCE if step == 1 else 1}"
    while rows := db.execute(sql, (last,)).fetchall():
        for rowid, *values in rows:
            yield tuple(values)
            last = rowid
        last += step - 1


def _is_stale(body: str, content_hash: str, word_count: int) -> bool:
    return (content_hash, word_count) != fingerprint(body)


def _has_key(db: Database, key: int, article_id: int) -> bool:
    return bool(db.execute(HAS_KEY, {"key": key, "id": article_id}).fetchone()[0])


def _surplus(db: Database, expected: int) -> int:
    """Return how many keys are not of their article's text; those of articles that are gone harm none."""
    stored, of_nobody = db.execute(KEYS).fetchone()
    return int(stored) - int(of_nobody) - expected


def _of(deep: bool) -> str:
    return "" if deep else " (of a sample)"
