"""What `_text.pyx` does, in plain Python, for where it is not compiled. Text in; text, words or an answer out."""

from __future__ import annotations

import codecs
import re
import unicodedata

# A run of letters and digits is a word; scripts written without spaces count a character a word.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]|[^\W_]+", re.UNICODE)
# What parts words in ASCII: most texts are that once they are folded, and go a third as fast through the pattern.
NO_ASCII_WORD = {code: " " for code in range(128) if not chr(code).isalnum()}

# Characters that readers take for the same thing; newsrooms and agencies vary them between copies.
FOLDED = {
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "’": "'", "‘": "'", "‚": "'", "`": "'", "´": "'",
    "–": "-", "—": "-", "‑": "-", "−": "-", "…": "...",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "",
}  # fmt: skip

# What a text must not carry into a file or a terminal: C0/C1 controls except tab and newline, soft hyphens,
# zero-width spaces, byte-order marks, bidirectional overrides, lone surrogates.
UNWANTED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

# UTF-8 is checked in parts: those of ASCII alone need no decoding, and the others no string of the whole page.
CHUNK = 8_192


def squeeze(text: str | None) -> str | None:
    r"""Return the text on one line with single spaces and without control characters, None when nothing is left.

    >>> squeeze("  The\n tide\u00ad  ")
    'The tide'
    >>> squeeze(" ") is None
    True
    """
    if not text:
        return None
    line = " ".join(text.split())
    return line if line.isprintable() and line else " ".join(UNWANTED.sub("", line).split()) or None


def fold(text: str) -> str:
    """Return the text as it compares: compatibility forms, case, quotes, dashes and white space made alike.

    >>> fold("“Tide”  –  Twice")
    '"tide" - twice'
    """
    if not text.isascii():
        # Looking for each is faster than `translate`, which asks of every character; most texts are ASCII then.
        for mark, plain in FOLDED.items():
            if mark in text:
                text = text.replace(mark, plain)
        if not text.isascii():
            return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    text = text.replace("`", "'").lower()
    # Most texts are one line with single spaces already.
    is_line = text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]
    return text if is_line else " ".join(text.split())


def words(text: str) -> list[str]:
    """Return the words of a text; of CJK text, the characters.

    >>> words("It's 5 pm. 東京")
    ['It', 's', '5', 'pm', '東', '京']
    """
    return text.translate(NO_ASCII_WORD).split() if text.isascii() else WORD.findall(text)


def count_words(text: str) -> int:
    """Return the number of words.

    >>> count_words("Two words")
    2
    """
    return len(words(text))


def joined_words(text: str) -> bytes:
    """Return the words of a text with one space between, in UTF-8.

    >>> joined_words("Two  words.")
    b'Two words'
    """
    return " ".join(words(text)).encode()


def is_utf8(html: bytes) -> bool:
    """Tell whether the bytes are valid UTF-8, a character cut off at the very end allowed.

    >>> is_utf8("tide – Flut".encode()), is_utf8("Küste".encode("latin-1"))
    (True, False)
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(html), CHUNK):
            part = html[start : start + CHUNK]
            if not part.isascii() or decoder.getstate()[0]:
                decoder.decode(part)
    except UnicodeDecodeError:
        return False
    return True
