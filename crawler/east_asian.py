"""East Asian charsets: bytes that are no UTF-8 in, the charset of Japanese, Korean or Chinese text out."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Final

# Runs of these are text; what other charsets' bytes happen to mean in these ones is scattered or out of the way.
KANA: Final = re.compile("[\u3041-\u30fe]")
HANGUL: Final = re.compile("[\uac00-\ud7a3]")
BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
# Fewer characters tell nothing.
MIN_CHARS: Final = 8
# Japanese has about as many kana as others; Korean is Hangul but for its punctuation.
KANA_SHARE: Final = 0.25
HANGUL_SHARE: Final = 0.9
# Of Chinese, this much is of the 3,755 or 5,401 characters in everyday use and punctuation; of Russian, Greek and
# Arabic read as Chinese, less than half.
COMMON_SHARE: Final = 0.85
# Letters of Latin text read as Chinese take the ASCII letter behind them along and stand alone.
MIN_RUN: Final = 3
# Korean words are of two or three characters; the apostrophes of English text ('don’t'), read as Korean, stand alone.
MIN_KOREAN_RUN: Final = 2


def east_asian_charset(html: bytes) -> str | None:
    """Return the charset of Japanese, Korean or Chinese text, None where the bytes are none of these.

    Bytes that a charset cannot hold rule it out; of the others the first is taken whose text looks like its
    language: kana, Hangul, everyday Chinese characters.

    >>> east_asian_charset("港は嵐のため閉鎖された。".encode("shift-jis"))
    'shift_jis'
    >>> east_asian_charset("Küste".encode("latin-1")) is None
    True
    """
    for charset, codec, looks_right in CHARSETS:
        try:
            text = codecs.getincrementaldecoder(codec)().decode(html)
        except UnicodeDecodeError:
            continue
        chars = BEYOND_ASCII.findall(text)
        if len(chars) >= MIN_CHARS and looks_right(text, chars):
            return charset
    return None


def _is_japanese(text: str, chars: list[str]) -> bool:
    return len(KANA.findall(text)) >= KANA_SHARE * len(chars)


def _is_korean(text: str, chars: list[str]) -> bool:
    is_hangul = len(HANGUL.findall(text)) >= HANGUL_SHARE * sum(char.isalpha() for char in chars)
    return is_hangul and len(chars) >= MIN_KOREAN_RUN * _runs(text)


def _is_chinese(codec: str, common: range) -> Callable[[str, list[str]], bool]:
    def looks_right(text: str, chars: list[str]) -> bool:
        leads = [(char.encode(codec, "ignore") or b"\0")[0] for char in chars]
        return sum(lead in common for lead in leads) >= COMMON_SHARE * len(chars) and (
            len(chars) >= MIN_RUN * _runs(text)
        )

    return looks_right


def _runs(text: str) -> int:
    return len(re.findall(r"[^\x00-\x7f]+", text))


# Name, Python's codec with what vendors added, the test. EUC-KR before the Chinese ones, which hold its bytes too.
CHARSETS: Final = (
    ("shift_jis", "cp932", _is_japanese),
    ("euc-jp", "euc_jp", _is_japanese),
    ("euc-kr", "cp949", _is_korean),
    ("gb18030", "gb18030", _is_chinese("gb2312", range(0xA1, 0xD8))),
    ("big5", "cp950", _is_chinese("big5", range(0xA1, 0xC7))),
)
