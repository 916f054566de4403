"""Letters: a text in, its length as all measures of text count it out."""

from __future__ import annotations

import re

# A CJK character carries about as much as two and a half Latin ones (a Chinese news text translates to
# roughly 2.2 to 2.8 times as many letters).
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
CJK_FACTOR = 2.5


def length(text: str) -> float:
    """Return the length in Latin letters' worth.

    >>> length("tide"), length("東京")
    (4.0, 5.0)
    """
    if text.isascii():
        return float(len(text))
    return len(text) + (CJK_FACTOR - 1) * len(CJK.findall(text))
