"""What the same and nearly the same texts have in common: a body in, the few keys out that it is looked up by. Pure."""

from __future__ import annotations

from functools import lru_cache
from struct import Struct

from xxhash import xxh3_64_intdigest

from crawler.word_runs import lowest_hashes
from pipelines.fingerprint import joined_folded
from pipelines.similarity import SHINGLE

# The scheme below, as it stands in every key; whoever changes anything of it counts this up, and a migration makes
# the keys anew. XXH3 gives the same numbers in every version of the library since its specification (0.8.0) is final.
SCHEME = 1

# MinHash: each of a text's values agrees with another text's with the probability of their Jaccard similarity s. A
# band is ROWS of them; at least one band agrees with 1 - (1 - s ** ROWS) ** BANDS: 0.997 at 0.8, 0.9999 at 0.9, but
# 0.008 at 0.1. Four rows would need ten bands for that, three fifths more to write; two rows let one in thirty pairs
# of strangers that share a notice (0.1) through.
BANDS, ROWS = 8, 3
# Behind the bands: the number of the key that a text shares with the same text only.
WHOLE = BANDS

# A text with fewer distinct runs of five words has no keys of bands: at a similarity of 0.8 it may differ from another
# in two words, which are the whole point of a weather report.
SHORTEST = 100

VALUES = Struct(f"<{ROWS}Q")

KEY_BITS = 64
NUMBER_BITS = 8


def text_keys(content_hash: str, body: str) -> tuple[int, ...]:
    """Return all keys of a text: the one that only the same text has, then those of the bands.

    >>> text_keys("7a5f31d85b59e7b8", "A short notice.") == (whole_key("7a5f31d85b59e7b8"),)
    True
    """
    return whole_key(content_hash), *band_keys(body)


def whole_key(content_hash: str) -> int:
    """Return the key that the same texts have, made of their `content_hash`; another program may have written any.

    >>> whole_key("7a5f31d85b59e7b8") & 0xF
    8
    """
    return _numbered(xxh3_64_intdigest(content_hash.encode(), SCHEME), WHOLE)


@lru_cache(maxsize=8)
def band_keys(body: str) -> tuple[int, ...]:
    """Return the text's keys, one a band, as SQLite's signed integers; none for a short text.

    From the lowest bit: the band's number in four bits, the scheme in four, a hash of the band's values. So a key says
    itself what it is, and keys of two schemes or bands never meet.

    >>> band_keys("A short notice.")
    ()
    """
    values = lowest_hashes(joined_folded(body), SHINGLE, BANDS * ROWS, SHORTEST)
    if values is None:
        return ()
    return tuple(_key(band, values[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))


def _key(band: int, values: list[int]) -> int:
    return _numbered(xxh3_64_intdigest(VALUES.pack(*values), SCHEME), band)


def _numbered(digest: int, band: int) -> int:
    key = digest >> NUMBER_BITS << NUMBER_BITS | SCHEME << 4 | band
    return key - (1 << KEY_BITS) if key >> (KEY_BITS - 1) else key
