"""What a text is told by: a body in, its hash and its length in words out; counted once, asked for often."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from crawler.text import count_words, fold, hash_of_words, joined_words


class Fingerprint(NamedTuple):
    """What stands for a text when it is compared."""

    content_hash: str
    word_count: int


# The steps of one item's way ask in turn for the same body; a few are kept for items that overlap.
@lru_cache(maxsize=8)
def fingerprint(body: str) -> Fingerprint:
    """Return the text's fingerprint, as `Article.content_hash` and `Article.word_count` define it.

    >>> fingerprint("The tide came twice.").word_count
    4
    """
    joined = joined_folded(body)
    # Only folding letters beyond ASCII may join or part words; most texts need not be gone through twice.
    count = joined.count(b" ") + bool(joined) if body.isascii() else count_words(body)
    return Fingerprint(hash_of_words(joined), count)


@lru_cache(maxsize=8)
def joined_folded(body: str) -> bytes:
    """Return the words that texts are compared by, with one space between, in UTF-8.

    >>> joined_folded("The tide came TWICE.")
    b'the tide came twice'
    """
    return joined_words(fold(body))


@lru_cache(maxsize=8)
def folded_words(body: str) -> tuple[str, ...]:
    """Return the words that texts are compared by.

    >>> folded_words("The tide came TWICE.")
    ('the', 'tide', 'came', 'twice')
    """
    return tuple(joined_folded(body).decode().split())
