"""Teasers: an entry's pieces in; its headline and summary out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from crawler.href_mending import ENTITY
from crawler.parsers.related.badges import bare_headline, is_badge
from crawler.parsers.related.labels import is_more_text, split_line
from crawler.parsers.related.pieces import CUT_OFF, Piece
from crawler.parsers.related.teaser_dates import looks_like_date, names_day
from crawler.text import fold, words

# '3 min read', '(02:15)', '5 Minuten Lesezeit'.
DURATION: Final = re.compile(
    r"""^\W*\d{1,3}(?::\d{2}){1,2}\W*$
    |^\W*\d{1,3}\s?-?(?:min(?:ute)?s?\.?|minuten|minuti|minutos)
        (?:\s(?:read|to\sread|de\slecture|lesezeit|de\sleitura|leestijd))?\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
# Parts of a teaser that are no headline.
NO_TITLE: Final = ("kicker", "date", "skip", "author", "summary")
# 'Politics', 'Middle East crisis': what stands before a longer linked text and is shorter.
KICKER_WORDS: Final = 4
# 'Harbour reopens quietly' before a sentence that ends with a full stop is the headline; 'Coast' is not.
SURE_TITLE_WORDS: Final = 3
MAX_TITLE: Final = 200
MIN_SUMMARY: Final = 25
# '[ RELATED: Harbour reopens ]' with the headline alone linked: what stands behind it is none of it.
BRACKETS: Final = " ()[]（）［］【】"
# A shorter one that is set apart from the headline is one by its full stop: 'A chemist explains.'
STOPS: Final = (".", "!", "?", "…", "。")
MIN_SENTENCE: Final = 3
QUOTES: Final = "\"'“”„«»‘¿¡「『"
# What may stand between a headline and its summary on one line.
SEPARATORS: Final = " :|·•–—-"


def title_of(pieces: Sequence[Piece]) -> str | None:
    """Return the headline: of the heading, of what is classed as title, else of the link's own text or name."""
    written = [piece for piece in pieces if not piece.spoken and _can_be_title(piece)]
    linked = [piece for piece in written if piece.target is not None]
    for candidates in (
        [piece for piece in written if piece.heading is not None and piece.role not in NO_TITLE],
        [piece for piece in written if piece.role == "title"],
        [piece for piece in linked if piece.role is None],
        [piece for piece in linked if piece.role not in NO_TITLE or piece.role == "kicker"],
        [piece for piece in pieces if piece.spoken],
        linked,
    ):
        title = _headline(candidates, pieces)
        if title:
            bare = bare_headline(_unescaped(_in_full(title, pieces)))
            return bare_headline(split_line(bare) or bare)
    return None


def _unescaped(text: str) -> str:
    """Return a text with the entities read that a template escaped twice."""
    return ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def _in_full(title: str, pieces: Sequence[Piece]) -> str:
    """Return a headline that the page cuts off, 'Harbour reopens after…', as the link's own name gives it."""
    stem = title.rstrip(" .…")
    if not title.endswith(CUT_OFF) or not stem:
        return title
    return next((piece.text for piece in pieces if piece.spoken and piece.text.startswith(stem)), title)


def _can_be_title(piece: Piece) -> bool:
    """Tell whether a piece is in the article's link or in none: a kicker's or an author's link holds no headline."""
    if piece.linked and piece.target is None:
        return False
    return not is_more_text(piece.text) and not is_badge(piece.text)


def _headline(candidates: Sequence[Piece], pieces: Sequence[Piece]) -> str | None:
    usable = [piece for piece in candidates if not DURATION.match(piece.text)]
    usable = [piece for piece in usable if not looks_like_date(piece.text)] or usable
    if not usable:
        return None
    first = min(usable, key=_rank)
    if first.heading is not None:
        return _joined(_without_overline([piece for piece in usable if piece.heading is first.heading]))
    if len(usable) > 1 and _is_kicker(first, usable[1]):
        first = usable[1]
    return _whole_line(first, pieces)


def _rank(piece: Piece) -> int:
    """Return the rank of a piece's heading: an <h4> above the <h3> is an overline."""
    return int(str(piece.heading.tag)[1]) if piece.heading is not None else 9


def _without_overline(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Leave out what stands before the link in a heading and ends in a colon: 'Ferries: [Harbour reopens]'."""
    at = next((at for at, piece in enumerate(pieces) if piece.linked), 0)
    return pieces[at:] if at and pieces[at - 1].text.endswith(":") else pieces


def _is_kicker(piece: Piece, behind: Piece) -> bool:
    """Tell whether the first text of a link is a kicker: shorter than the headline, which is no whole sentence."""
    count = len(words(piece.text))
    if count > KICKER_WORDS or len(behind.text) <= len(piece.text):
        return False
    return count < SURE_TITLE_WORDS or not behind.text.endswith(".")


def _whole_line(piece: Piece, pieces: Sequence[Piece]) -> str:
    """Return a headline of which only some words are linked in full: 'The [ferry that sank] twice'."""
    line = [
        other
        for other in pieces
        if other.line is piece.line
        and other.row == piece.row
        and not other.spoken
        and other.role == piece.role
        and not is_badge(other.text)
        and not other.text.isdecimal()
        and other.text.strip(BRACKETS)
    ]
    around = [other for other in line if not other.linked]
    whole = _joined(line)
    if (
        not around
        or piece.line is None
        or piece.line.tag not in ("li", "p", "div")
        or len(whole) > MAX_TITLE
        or any(
            looks_like_date(other.text)
            or names_day(other.text)
            or (len(other.text) > len(piece.text) + 60 and not _leads_into(other, piece))
            for other in around
        )
        or len({other.target for other in line if other.target is not None}) > 1
    ):
        return piece.text
    before, after = line[0], line[-1]
    runs_in = not before.linked and before.text[-1:].isalnum() and len(words(before.text)) > 0
    runs_out = not after.linked and not after.text[:1].isupper() and after.text[:1] not in "–—|·-•"
    if (
        split_line(before.text + " x")
        or (not before.linked and not runs_in)
        or (not after.linked and not runs_out)
    ):
        return piece.text
    return whole


def _leads_into(before: Piece, piece: Piece) -> bool:
    """Tell whether a text begins the sentence whose last words are linked, as in 'Can they sail [in time]?'."""
    return before.text[-1:].isalnum() and piece.text[:1].islower()


def _joined(pieces: Sequence[Piece]) -> str:
    """Return the pieces as one text; of parts that touch without a space ('KickerHeadline') the last one.

    A headline that is set once for each width of screen is one.
    """
    parts: list[str] = []
    for piece in pieces:
        if piece.text == pieces[0].text and piece is not pieces[0]:
            continue
        touches = bool(parts) and not piece.spaced and parts[-1][-1:].isalnum() and piece.text[:1].isupper()
        if parts and not touches:
            parts[-1] += (" " if piece.spaced else "") + piece.text
        else:
            parts.append(piece.text)
    return max(parts[-2:], key=len) if parts and len(parts[-1]) < MIN_SUMMARY // 2 else "".join(parts[-1:])


def summary_of(pieces: Sequence[Piece], title: str | None) -> str | None:
    """Return the teaser's summary: of what is classed so, else the first text that is long enough for a sentence."""
    folded = fold(title or "")
    rest = [
        piece
        for piece in pieces
        if piece.heading is None
        and not piece.spoken
        and piece.role not in ("kicker", "date", "author", "skip", "title")
        and not is_more_text(piece.text)
        and fold(_unescaped(piece.text)).rstrip(" .") not in folded
    ]
    for candidates in (
        [piece for piece in rest if piece.role == "summary"],
        [piece for piece in rest if piece.target is not None or not piece.linked],
    ):
        for piece in candidates:
            if (
                (len(piece.text) >= MIN_SUMMARY or _is_sentence(piece, pieces))
                and not looks_like_date(piece.text)
                and (not folded or folded not in fold(piece.text))
            ):
                return _unescaped(piece.text.lstrip(SEPARATORS))
    return None


def _is_sentence(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether a short text is a whole sentence on a line of its own, and no part of a link."""
    return (
        not piece.linked
        and piece.text.endswith(STOPS)
        and piece.text.lstrip(QUOTES)[:1].isalpha()
        and not piece.text[:1].islower()
        and len(words(piece.text)) >= MIN_SENTENCE
        and not DURATION.match(piece.text)
        and not any(
            other.line is piece.line and other.row == piece.row for other in pieces if other is not piece
        )
    )
