"""Articles and a home page of an invented paper, as small as the parsers take them for real ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random

from click.testing import Result

NOUNS = (
    "lock keeper barge gate paddle towpath crew baker bridge level morning rope ledger culvert heron".split()
)
VERBS = "held raised counted left moved closed carried watched mended missed found wrote".split()


def sentence(dice: Random) -> str:
    """A sentence of twelve words."""
    one, two, three = (f"the {dice.choice(NOUNS)}" for _ in range(3))
    number = dice.randrange(100, 1000)
    return (
        f"{one} {dice.choice(VERBS)} {two} {number} times before {three} {dice.choice(VERBS)} it".capitalize()
        + "."
    )


def article(number: int, *, head: str = "") -> bytes:
    """An article; those of different numbers have clearly different texts."""
    dice = Random(number)  # noqa: S311 - the same text for a number each time
    text = "".join(f"<p>{' '.join(sentence(dice) for _ in range(4))}</p>" for _ in range(4))
    return (
        f"<!doctype html><html lang=en><head><title>Lock number {number} runs over</title>"
        f'<meta property="og:type" content="article">{head}</head>'
        f"<body><article><h1>Lock number {number} runs over</h1><time datetime=2025-08-09>August 9, 2025</time>"
        f"{text}</article></body></html>"
    ).encode()


def home(paths: Iterable[str]) -> bytes:
    """A home page with a teaser for each path."""
    teasers = "".join(
        f'<div class=teaser><h2><a href="{path}">What the lock at {path} held back</a></h2>'
        "<p>A night by the canal.</p></div>"
        for path in paths
    )
    return (
        f"<!doctype html><html><head><title>The Lock Log</title></head><body>{teasers}</body></html>".encode()
    )


def stored_articles(call: Callable[..., Result], db: Path) -> Path:
    """Ingest three articles of one site from a folder beside the file, and return the file."""
    pages = db.parent / "pages"
    pages.mkdir()
    for number in (1, 2, 3):
        own = f'<link rel=canonical href="https://news.example/locks/{number}">'
        (pages / f"{number}.html").write_bytes(article(number, head=own))
    call("ingest", pages, "--db", db, "-q")
    return db


def let_wait(db: Path, numbers: Mapping[str, int]) -> None:
    """Let so many addresses of hosts wait for their turn, the first of each asked by a run before."""
    rows = [
        (host, f"https://{host}/{n}", None if n else 1)
        for host, number in numbers.items()
        for n in range(number)
    ]
    with closing(sqlite3.connect(db)) as opened, opened:
        opened.executemany(
            "INSERT INTO frontier (host, url, address_key, run_id, start, start_site, kind, priority, place, found_on,"
            " linked_at) VALUES (?1, ?2, ?2, ?3, 'start', 'start', 'article?', 100, '{}', 'start', '2026-01-01')",
            rows,
        )
