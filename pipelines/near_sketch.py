"""What nearly the same texts have in common: a body in, the few keys out that it is looked up by. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import count
from struct import Struct

from xxhash import xxh3_64_intdigest

from pipelines.fingerprint import folded_words
from pipelines.similarity import SHINGLE

# The scheme below, as it stands in every key; whoever changes anything of it counts this up, and a migration makes
# the keys anew. XXH3 gives the same numbers in every version of the library since its specification (0.8.0) is final.
SCHEME = 1

# MinHash: each of a text's values agrees with another text's with the probability of their Jaccard similarity s. A
# band is ROWS of them; at least one band agrees with 1 - (1 - s ** ROWS) ** BANDS: 0.997 at 0.8, 0.9999 at 0.9, but
# 0.008 at 0.1. Four rows would need ten bands for that, three fifths more to write; two rows let one in thirty pairs
# of strangers that share a notice (0.1) through.
BANDS, ROWS = 8, 3

# A text with fewer distinct runs of five words has no keys: at a similarity of 0.8 it may differ from another in two
# words, which are the whole point of a weather report.
SHORTEST = 100

VALUES = Struct(f"<{ROWS}Q")

KEY_BITS = 64
# Among so many hashes each of 24 values has one, but for one text in two hundred (24 · e^(-200/24) is 0.006).
ENOUGH = 200
NUMBER_BITS = 8


@lru_cache(maxsize=8)
def band_keys(body: str) -> tuple[int, ...]:
    """Return the text's keys, one a band, as SQLite's signed integers; none for a short text.

    From the lowest bit: the band's number in four bits, the scheme in four, a hash of the band's values. So a key says
    itself what it is, and keys of two schemes or bands never meet.

    >>> band_keys("A short notice.")
    ()
    """
    found = folded_words(body)
    runs = zip(*(found[start:] for start in range(SHINGLE)), strict=False)
    # One text of all runs, encoded and split again, in place of a call for each: this is done for every article. No
    # word holds a line break.
    encoded = "\n".join(map(" ".join, runs)).encode().split(b"\n")
    hashes = set(map(xxh3_64_intdigest, encoded))
    if len(hashes) < SHORTEST:
        return ()
    values = _values(hashes, encoded, BANDS * ROWS)
    return tuple(_key(band, values[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))


def _values(hashes: Collection[int], runs: Iterable[bytes], wanted: int) -> list[int]:
    """Return so many MinHash values in one pass over a long text: Fast Similarity Sketching.

    Each run of words is hashed once and belongs to one of the values, whose minimum it may be. Values that nothing fell
    to are filled from a second round with other hashes, and so on, so that two texts agree in each with exactly their
    similarity (Dahlgaard, Knudsen, Thorup: Fast Similarity Sketching, FOCS 2017). One or two rounds do for 100 runs.
    """
    values: dict[int, int] = {}
    for seed in count(1):
        values = _lowest(hashes, wanted) | values
        if len(values) == wanted:
            break
        hashes = [xxh3_64_intdigest(run, seed) for run in runs]
    return [values[number] for number in range(wanted)]


def _lowest(hashes: Collection[int], wanted: int) -> dict[int, int]:
    """Return the lowest hash of each value's; of a long text the lowest few of all are nearly always enough."""
    limit = (ENOUGH << KEY_BITS) // len(hashes)
    few = [value for value in hashes if value < limit]
    for some in (few, hashes):
        found: dict[int, int] = {}
        for value in sorted(some):
            if found.setdefault(value % wanted, value) == value and len(found) == wanted:
                return found
    return found


def _key(band: int, values: list[int]) -> int:
    digest = xxh3_64_intdigest(VALUES.pack(*values), SCHEME)
    key = digest >> NUMBER_BITS << NUMBER_BITS | SCHEME << 4 | band
    return key - (1 << KEY_BITS) if key >> (KEY_BITS - 1) else key
