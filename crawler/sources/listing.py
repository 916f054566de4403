"""pages.jsonl: a listing whose lines give the id and address of each page in html/ beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crawler.errors import PageError
from crawler.sources.files import read_page_file
from crawler.sources.source import Document, PassedOver, Refusal, Source, origin_of
from crawler.urls import is_web_address

LISTING = "pages.jsonl"
PAGES = "html"
# A line may hold a whole article beside id and address; what is longer is no such line.
MAX_LINE = 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that can be used."""

    path: Path
    url: str | None
    """None where the line gives no web address: the page is read as one that lies there by itself."""


def read_listing(folder: Path, listed: set[str]) -> Iterator[Source]:
    """Yield the pages that a folder's listing names, in its order; their file names are added to `listed`.

    A bad line gives a refusal that names the line; its page, if there is one, is left to be read by itself.
    """
    listing = folder / LISTING
    for number, line in _lines(listing):
        where = f"{origin_of(listing)}#line={number}"
        try:
            entry = _entry(folder, line)
        except PageError as error:
            yield Refusal(origin=where, outcome="rejected", reason=f"{LISTING} line {number}: {error}")
            continue
        if entry:
            listed.add(entry.path.name)
            if entry.url is None:
                yield PassedOver(what=f"{LISTING} address that is no web address, its page kept")
            yield _page(entry, number)


def _lines(listing: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines with their numbers; of a line that is too long only the beginning."""
    with listing.open("rb") as file:
        number = 0
        while line := file.readline(MAX_LINE):
            number += 1
            yield number, line
            while len(line) == MAX_LINE and not line.endswith(b"\n"):
                line = file.readline(MAX_LINE)


def _entry(folder: Path, line: bytes) -> Entry | None:
    """Return what a line says, None for a blank one; PageError says what is wrong with it."""
    if not line.strip():
        return None
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise PageError("no JSON; write one object a line") from None
    if not isinstance(record, dict):
        raise PageError("no JSON object; write one object a line")
    name, url = record.get("id"), record.get("url")
    if not isinstance(name, str) or not _is_file_name(name):
        raise PageError(
            '"id" must be the plain name of a file in html/, without .html.gz and without folders'
        )
    is_address = isinstance(url, str) and is_web_address(url)
    return Entry(folder / PAGES / f"{name}.html.gz", url if is_address else None)


def _is_file_name(name: str) -> bool:
    """Tell whether the name stays inside its folder, on any system."""
    return (
        0 < len(name) <= 200
        and name.isprintable()
        and not set(name) & set("/\\:")
        and name not in {".", ".."}
    )


def _page(entry: Entry, number: int) -> Document | Refusal:
    if entry.path.exists():
        return read_page_file(entry.path, entry.url)
    reason = f"{LISTING} line {number}: {PAGES}/{entry.path.name} is missing"
    return Refusal(origin=origin_of(entry.path), outcome="failed", reason=reason)
