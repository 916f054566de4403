"""Entries: the pieces of a block in, its teasers out, each with the pieces that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from crawler.parsers.related.badges import is_slot, says_paid, split_date
from crawler.parsers.related.labels import MAX_LABEL, verdict_of
from crawler.parsers.related.pieces import Piece
from crawler.parsers.related.targets import Target
from crawler.parsers.related.teaser_dates import MAX_DATE, looks_like_date
from crawler.text import words
from crawler.urls import site_of

HEADING_WORDS: Final = 3
LONGEST_LABEL: Final = 4
# Pieces between an advertisement and the links around it.
NEAR: Final = 12
# 'again. August', 'again.” – 5 August', 'again. (5 August 2025)'
SENTENCE_END: Final = re.compile(r"""(?<=[^\W\d])([.!?…]["”’»)]?)[\s|·•–—-]+""")


@dataclass(slots=True, kw_only=True)
class Entry:
    """One teaser of a block."""

    target: Target
    pieces: list[Piece] = field(default_factory=list)


def entries_of(pieces: Sequence[Piece]) -> list[Entry]:
    """Return the teasers in page order, one for each address; what stands under another list's heading is left out.

    A piece belongs to the card around it; without cards to the link before it, or to the link after it in blocks
    where the dates come first.
    """
    kept = [part for piece in _under_related(pieces) for part in _parted(piece)]
    entries: dict[str, Entry] = {}
    loose: list[Piece] = []
    dates_first = _dates_first(kept)
    last: Entry | None = None
    for piece in kept:
        if piece.target is not None:
            last = entries.setdefault(piece.target.key, Entry(target=piece.target))
            last.pieces += [*loose, piece]
            loose = []
        elif piece.card is not None:
            # The card's own link may come later: its image, its kicker and its date often stand first.
            loose = _keep_for(piece, entries, loose)
        elif dates_first and looks_like_date(piece.text):
            loose.append(piece)
        elif last is not None:
            last.pieces.append(piece)
    return [entry for entry in entries.values() if not _is_paid(entry)]


def _is_paid(entry: Entry) -> bool:
    """Tell whether a card says of itself that it was paid for; a mark outside any card may be the next one's."""
    return any(
        says_paid(piece.text) for piece in entry.pieces if piece.card is not None and piece.heading is None
    )


def _parted(piece: Piece) -> Iterator[Piece]:
    """Yield a text and the date that stands in the same line: 'Ferries run again. August 5, 2025'."""
    text = piece.text
    if piece.linked and (parts := split_date(text)):
        yield replace(piece, text=parts[0])
        yield replace(piece, text=parts[1], role="date", heading=None)
        return
    for stop in SENTENCE_END.finditer(text, max(0, len(text) - MAX_DATE - 1)):
        if not piece.linked and looks_like_date(text[stop.end() :]):
            yield replace(piece, text=text[: stop.end(1)])
            yield replace(piece, text=text[stop.end() :].strip("()[] "))
            return
    yield piece


def _is_between_own(at: int, pieces: Sequence[Piece]) -> bool:
    """Tell whether a piece stands over an advertisement behind which the same site's teasers go on."""
    if not is_slot(pieces[at].text):
        return False
    before = next((piece.target for piece in reversed(pieces[max(0, at - NEAR) : at]) if piece.target), None)
    behind = next((piece.target for piece in pieces[at : at + NEAR] if piece.target), None)
    return before is not None and behind is not None and site_of(before.url) == site_of(behind.url)


def _keep_for(piece: Piece, entries: dict[str, Entry], loose: list[Piece]) -> list[Piece]:
    entry = entries.get(piece.card or "")
    if entry is not None:
        entry.pieces.append(piece)
        return loose
    return [*[other for other in loose if other.card in (None, piece.card)], piece]


def _dates_first(pieces: Sequence[Piece]) -> bool:
    """Tell whether a date outside any card stands before the first link and none after the last one."""
    free = [piece for piece in pieces if piece.target is not None or piece.card is None]
    links = [index for index, piece in enumerate(free) if piece.target is not None]
    if not links:
        return False
    before = any(looks_like_date(piece.text) for piece in free[: links[0]])
    return before and not any(looks_like_date(piece.text) for piece in free[links[-1] + 1 :])


def _under_related(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out labels, and whatever follows the heading of another list until a related one comes again."""
    kept: list[Piece] = []
    on = True
    for at, piece in enumerate(pieces):
        if piece.target is None and len(piece.text) <= MAX_LABEL:
            if piece.heading is None and (
                says_paid(piece.text) if piece.card is not None else _is_between_own(at, pieces)
            ):
                # A card's mark is the entry's own; over an advertisement it ends no list.
                kept += [piece] if on and piece.card is not None else []
                continue
            verdict = verdict_of(piece.text)
            # A headline may begin like a label ('Latest figures show …'); a label is shorter.
            is_label = piece.card is None or (
                piece.heading is not None and len(words(piece.text)) <= HEADING_WORDS
            )
            if verdict == "other" and is_label:
                # 'Sign up for the morning newsletter' between two teasers is a link, and no heading.
                on = on and piece.linked and piece.heading is None and len(words(piece.text)) > LONGEST_LABEL
                continue
            if verdict is not None:
                on = on or verdict == "related"
                continue
        if on:
            kept.append(piece)
    return kept
