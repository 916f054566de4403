"""Plain-text helpers: white space, words, folding, hashes, moments. Strings in, strings and numbers out."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from crawler.plain_text import UNWANTED

try:
    from crawler._text import count_words, fold, is_utf8, joined_words, squeeze, words
except ImportError:
    from crawler.plain_text import count_words, fold, is_utf8, joined_words, squeeze, words

__all__ = [
    "UNWANTED",
    "content_hash",
    "count_words",
    "encodable",
    "fold",
    "hash_of_words",
    "is_utf8",
    "joined_words",
    "printable",
    "squeeze",
    "utc_text",
    "words",
]


def content_hash(text: str) -> str:
    """Return SHA-256 (hex) over the folded words, so that case, punctuation and spacing do not matter.

    >>> content_hash("The tide.") == content_hash("the  TIDE")
    True
    """
    return hash_of_words(joined_words(fold(text)))


def hash_of_words(joined: bytes) -> str:
    """Return `content_hash` of a text whose folded words are known, as `joined_words` gives them."""
    return hashlib.sha256(joined).hexdigest()


def encodable(text: str) -> str:
    r"""Return the text without lone surrogates, which no file and no database takes: each becomes `?`.

    >>> encodable("https://news.example/\ud800")
    'https://news.example/?'
    """
    return text.encode("utf-8", "replace").decode()


def printable(text: str) -> str:
    r"""Return the text safe for a terminal or a log line: every control character becomes `?`.

    >>> printable("a\x1b[31mb\nc")
    'a?[31mb?c'
    """
    return "".join(c if c.isprintable() else "?" for c in text)


def utc_text(moment: datetime) -> str:
    """Return a moment as every time of our own is written: UTC to the second, so that text sorts as time.

    >>> utc_text(datetime(2025, 8, 9, 7, 30, tzinfo=UTC))
    '2025-08-09T07:30:00Z'
    """
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
