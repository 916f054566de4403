"""What `_word_runs.pyx` does, in plain Python, for where it is not compiled. Words in, hashes of their runs out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import count

from xxhash import xxh3_64_intdigest

BITS = 64
# Among so many hashes each of 24 values has one, but for one text in two hundred (24 · e^(-200/24) is 0.006).
ENOUGH = 200


def lowest_hashes(joined: bytes, run: int, wanted: int, shortest: int) -> list[int] | None:
    """Return so many MinHash values of a text's runs of `run` words; None for fewer than `shortest` distinct runs.

    `joined` is the text's words with one space between, in UTF-8. Fast Similarity Sketching: each run is hashed once
    (XXH3, 64 bits) and belongs to one of the values, whose minimum it may be. Values that nothing fell to are filled
    from a second round with other hashes, and so on, so that two texts agree in each with exactly their similarity
    (Dahlgaard, Knudsen, Thorup: Fast Similarity Sketching, FOCS 2017). One or two rounds do for 100 runs.

    >>> lowest_hashes(b"the tide came in twice", 5, 2, 3) is None
    True
    """
    found = joined.split(b" ")
    runs = list(map(b" ".join, zip(*(found[start:] for start in range(run)), strict=False)))
    hashes = set(map(xxh3_64_intdigest, runs))
    if len(hashes) < shortest:
        return None
    return _values(hashes, runs, wanted)


def _values(hashes: Collection[int], runs: Iterable[bytes], wanted: int) -> list[int]:
    values: dict[int, int] = {}
    for seed in count(1):
        values = _lowest(hashes, wanted) | values
        if len(values) == wanted:
            break
        hashes = [xxh3_64_intdigest(one, seed) for one in runs]
    return [values[number] for number in range(wanted)]


def _lowest(hashes: Collection[int], wanted: int) -> dict[int, int]:
    """Return the lowest hash of each value's; of a long text the lowest few of all are nearly always enough."""
    limit = (ENOUGH << BITS) // len(hashes)
    few = [value for value in hashes if value < limit]
    for some in (few, hashes):
        found: dict[int, int] = {}
        for value in sorted(some):
            if found.setdefault(value % wanted, value) == value and len(found) == wanted:
                return found
    return found
