"""Which pages of an archive are parsed again: web archives in; of each stored text the answer that it came from out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from crawler.sources.files import WARC
from crawler.sources.source import Document, Refusal
from crawler.sources.warc import Held, list_warc, read_warc
from pipelines.database.archived import Kind, Place

# Copies are compared with their articles' texts, so that those come first; what is new is compared with both.
ORDER: tuple[Kind, ...] = ("article", "copy", "page")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is read of an archive."""

    latest: dict[str, tuple[Kind, Held]] = field(default_factory=dict)
    """Address → what it is in the file, and the last answer with the text that is stored."""
    refusals: list[Refusal] = field(default_factory=list)
    """What cannot be read of the archive."""
    strangers: set[int] = field(default_factory=set)
    """Hashes of addresses that the file does not have."""

    @property
    def articles(self) -> int:
        """Articles whose page is there."""
        return sum(kind == "article" for kind, _ in self.latest.values())

    def documents(self) -> Iterator[Document | Refusal]:
        """Yield the chosen pages, one at a time, and what cannot be read of them."""
        told = set(self.refusals)
        for kind in ORDER:
            for path, numbers in self._numbers(kind).items():
                for source in read_warc(path, numbers):
                    if isinstance(source, Refusal) and source not in told:
                        told.add(source)
                        yield source
                    elif isinstance(source, Document):
                        yield source

    def _numbers(self, wanted: Kind) -> dict[Path, set[int]]:
        found: dict[Path, set[int]] = {}
        for kind, held in self.latest.values():
            if kind == wanted:
                found.setdefault(held.path, set()).add(held.number)
        return dict(sorted(found.items()))


def choose(
    paths: Iterable[Path], place_of: Callable[[str], Place | None], stop_here: Callable[[], None]
) -> Choice:
    """Look through archives; `stop_here` is called between two of their pages."""
    choice = Choice()
    for path in paths:
        for held in list_warc(path):
            if isinstance(held, Refusal):
                choice.refusals.append(held)
            else:
                _consider(choice, held, place_of(held.url))
            stop_here()
    return choice


def _consider(choice: Choice, held: Held, place: Place | None) -> None:
    if place is None:
        choice.strangers.add(hash(held.url))
    elif place.has(held.fetched_at):
        known = choice.latest.get(held.url)
        # Of two answers within a second the one that was written later.
        if known is None or known[1].fetched_at <= held.fetched_at:
            choice.latest[held.url] = place.kind, held


def archive_files(place: Path) -> list[Path]:
    """Return the web archives in a folder and below it, by name, or the one that this is; OSError when it is closed.

    Linked folders are not followed, as in `ingest`.
    """
    if not place.is_dir():
        return [place]
    found = []
    for folder, _, names in os.walk(place, onerror=_refuse):
        found += [Path(folder, name) for name in names if name.lower().endswith(WARC)]
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise error
