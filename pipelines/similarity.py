"""How much of two texts is the same: texts in, a number from 0 to 1 out. Pure functions."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from pipelines.fingerprint import folded_words

# Runs of five words: long enough that two texts on one subject share few, short enough to survive light edits. In
# scripts without spaces a character is a word, so that there they are runs of five characters.
SHINGLE = 5
Shingle = tuple[str, ...]


def similarity(first: str, second: str) -> float:
    """Return the Jaccard similarity of two texts' 5-word shingles; 0 when either has no words.

    >>> similarity("The tide came in twice that night.", "the tide came in TWICE, that night")
    1.0
    >>> similarity("The tide came in twice that night.", "Ferries run again from Friday on.")
    0.0
    """
    return jaccard(shingles(first), shingles(second))


def jaccard(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Return the share of two sets that is in both.

    >>> jaccard({"a", "b"}, {"b"})
    0.5
    """
    common = len(one & other)
    union = len(one) + len(other) - common
    return common / union if union else 0.0


def shingles(text: str) -> frozenset[Shingle]:
    """Return the distinct runs of five folded words; a shorter text is one run by itself."""
    found = folded_words(text)
    if len(found) <= SHINGLE:
        return frozenset({found} if found else ())
    return frozenset(zip(*(found[start:] for start in range(SHINGLE)), strict=False))
