"""How much of two texts is the same: texts in, a number from 0 to 1 out. Pure functions."""

from __future__ import annotations

from crawler.text import fold, words

# Runs of five words: long enough that two texts on one subject share few, short enough to survive light edits.
SHINGLE = 5


def similarity(first: str, second: str) -> float:
    """Return the Jaccard similarity of two texts' 5-word shingles; 0 when either has no words.

    >>> similarity("The tide came in twice that night.", "the tide came in TWICE, that night")
    1.0
    >>> similarity("The tide came in twice that night.", "Ferries run again from Friday on.")
    0.0
    """
    one, other = shingles(first), shingles(second)
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Return the distinct runs of five folded words; a shorter text is one run by itself."""
    found = words(fold(text))
    if not found:
        return frozenset()
    return frozenset(tuple(found[i : i + SHINGLE]) for i in range(max(1, len(found) - SHINGLE + 1)))
