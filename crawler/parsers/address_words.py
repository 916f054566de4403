"""Address words: an address in, the words that its maker took from the headline out."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote

from crawler.text import fold, words

MAX_CHARS = 1_000
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "a", "ø": "o", "æ": "ae"})
PARTS = re.compile(r"[/?&=]")
ENDINGS = frozenset({"html", "htm", "php"})
MIN_WORDS = 3


def slug_words(url: str) -> frozenset[str]:
    """Return the words of an address's wordiest part, empty when no part has three.

    >>> sorted(slug_words("https://news.example/2025/the-tide-came-4711.html"))
    ['came', 'the', 'tide']
    """
    parts = PARTS.split(unquote(url[:MAX_CHARS]).split("://", 1)[-1])[1:]
    slugs = [[word for word in words(plain(part)) if not any(c.isdigit() for c in word)] for part in parts]
    best = max(slugs, key=len, default=[])
    return frozenset(best) - ENDINGS if len(best) >= MIN_WORDS else frozenset()


def plain(text: str) -> str:
    """Return a text as addresses spell it: folded, umlauts in two letters, other accents dropped.

    >>> plain("Küste à Malmö")
    'kueste a malmoe'
    """
    text = fold(text)
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(UMLAUTS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
