"""Text of scripts without spaces, as the full-text index takes it: a text in, its characters set apart out. Pure."""

from __future__ import annotations

import re
import unicodedata

# Ideographs, kana and Hangul, with iteration marks and the planes of rare ideographs. Korean has spaces, but its
# particles hang on the word: set apart, 서울 is found in 서울에서.
CHARACTERS = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
# Also the half-width forms that become one of these.
ANY = re.compile(f"[{CHARACTERS}\uff65-\uffdc]")
# Latin as Japanese type sets it, which only a query may hold by itself.
WIDE = re.compile("[\uff01-\uff5e]")
SPACE = re.compile(r"\s+")
SEAM = re.compile(rf"(?<=[{CHARACTERS}])(?=\S)|(?<=\S)(?=[{CHARACTERS}])")
# A space of the text is two, so that it is told from one that was put in.
INSERTED = re.compile("(?<! ) (?! )")
NEIGHBOURS = re.compile(f"[{CHARACTERS}][\x02\x03]*[{CHARACTERS}]")


def spaced(text: str | None) -> str | None:
    """Return a text with each of its CJK characters set apart by spaces, None where it has none.

    What else is in it stays: a Latin name that stands between characters without a space becomes a word.
    Compatibility forms are made alike, so that ＡＩ is AI and ｶﾞ is ガ.

    >>> spaced("東京でiPhone 17を")
    '東 京 で iPhone  17 を'
    >>> spaced("ＡＩとｶﾞ"), spaced("Küste")
    ('AI と ガ', None)
    """
    if not text or text.isascii() or not ANY.search(text):
        return None
    return SEAM.sub(" ", SPACE.sub("  ", unicodedata.normalize("NFKC", text).strip()))


def narrow(text: str) -> str:
    """Return a query's word with full-width letters as `spaced` has them.

    >>> narrow("ＡＩ")
    'AI'
    """
    return unicodedata.normalize("NFKC", text) if WIDE.search(text) else text


def closed(text: str) -> str:
    r"""Return a passage of a spaced text as it is read, any other as it is.

    Marks of a snippet, \x02 and \x03, may stand within.

    >>> closed("\x02東 京\x03 で iPhone  17 を 買 う")
    '\x02東京\x03でiPhone  17を買う'
    >>> closed("서울에서 열린"), closed("The tide")
    ('서울에서 열린', 'The tide')
    """
    if text.isascii() or NEIGHBOURS.search(text) or not ANY.search(text):
        return text
    return INSERTED.sub("", text)
