"""Charsets: bytes as served in, UTF-8 bytes and the charset's name out."""

from __future__ import annotations

import codecs
import logging
import re
import string
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from bs4.dammit import UnicodeDammit
from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
    to_unicode,
)

from crawler.east_asian import east_asian_charset
from crawler.text import is_utf8

# An article is no longer than this; what stands behind it is dropped so that a hostile page stays bounded.
MAX_BYTES = 16 * 1024 * 1024
# Detection looks at so many bytes: it is slow, and a page shows its charset early.
DETECTION_BYTES = 65_536
# Codecs of Python that turn bytes into text and are no charset of a page.
NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"})

# The charsets of one byte a character that browsers read (Encoding standard), by Python's names: no page is in any
# other. Detection knows dozens more, and takes an English page with one 'naïve' for one of the Baltic DOS. Those of
# more bytes are looked for before.
OF_BROWSERS = frozenset({
    *(f"iso8859-{number}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *(f"cp{number}" for number in (866, 874, *range(1250, 1259))),
    *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
})  # fmt: skip
# Where fewer than one letter in seventy is beyond ASCII, there is nothing to detect by, and the page is in English, or
# German with few umlauts: windows-1252, which is what browsers take without a charset. Of Polish it is one in fifteen.
RARE = 0.015
LETTERS = [letter.encode() for letter in string.ascii_letters]
TAG = re.compile(rb"<[^<>]*>")
SCRIPT = re.compile(rb"<(?:script|style)\b", re.IGNORECASE)
# Where the detection says that it replaced characters: an odd page is no news, and its charset is known after that.
DETECTION_LOG = logging.getLogger("bs4.dammit")


def to_utf8(html: bytes | str, content_type: str | None = None) -> tuple[bytes, str]:
    """Return the markup as UTF-8 bytes without NULs, and the name of the charset it was read with.

    Order: byte-order mark, charset of the HTTP header, charset the page declares, UTF-8 where the bytes are that,
    BeautifulSoup's detection. Header and page are believed as far as the bytes bear them out: what is UTF-8
    throughout is read as UTF-8, since text in another charset is hardly ever that by chance, and what is said to be
    UTF-8 and has more wrong bytes than right ones is read as what it is.
    """
    if isinstance(html, str):
        return _without_nuls(html[:MAX_BYTES].encode("utf-8", "replace")), "str"
    html = html[:MAX_BYTES]
    marked, mark = read_bom(html)
    html = html[len(mark or b"") :]
    valid = is_utf8(html)
    encoding = marked or _unmarked(html, content_type, valid)
    if valid and (encoding == "utf-8" or (html.isascii() and _keeps_ascii(encoding))):
        return _without_nuls(html), encoding
    return _without_nuls(to_unicode(html, encoding).encode("utf-8", "replace")), encoding


def _unmarked(html: bytes, content_type: str | None, valid: bool) -> str:
    """Return the charset of bytes without a byte-order mark; `valid` tells whether they are UTF-8 throughout."""
    # ASCII is valid too, and may be ISO-2022-JP or UTF-7 when header or page say so.
    if valid and not html.isascii():
        return "utf-8"
    return _claimed(html, content_type) or ("utf-8" if valid else _detected(html))


def _claimed(html: bytes, content_type: str | None) -> str | None:
    """Return the charset that header or page name, None when they name none that the bytes can be in."""
    claimed = _text_charset(http_content_type_encoding(content_type)) or _declared(html)
    return None if claimed == "utf-8" and _is_mostly_wrong(html) else claimed


def _declared(html: bytes) -> str | None:
    declared = _text_charset(html_body_declared_encoding(html))
    # A page that says UTF-16 in ASCII letters is not in UTF-16 (HTML standard, 'prescan a byte stream').
    return "utf-8" if declared and declared.startswith("utf-16") else declared


def _text_charset(name: str | None) -> str | None:
    """Return the name of a charset, None for the other codecs that Python knows: 'hex', 'undefined', 'idna'."""
    if name is None or name in NO_CHARSETS:
        return None
    try:
        bytes(4).decode(name)
    except (LookupError, UnicodeError):
        return None
    return name


@lru_cache(maxsize=128)
def _keeps_ascii(encoding: str) -> bool:
    """Tell whether ASCII reads the same in a charset: not so in UTF-16, UTF-7, ISO-2022-JP and HZ."""
    # All of ASCII, and the sequence by which ISO-2022 turns to another script.
    ascii_bytes = bytes(range(128)) + b"\x1b$B0!\x1b(B"
    try:
        return ascii_bytes.decode(encoding) == ascii_bytes.decode("ascii")
    except (LookupError, UnicodeError):
        return False


def _is_mostly_wrong(html: bytes) -> bool:
    """Tell whether more of the bytes beyond ASCII break UTF-8 than are part of it."""
    looked_at = html[:DETECTION_BYTES]
    if looked_at.isascii():
        return False
    others = [char for char in looked_at.decode("utf-8", "replace") if char > "\x7f"]
    return 2 * others.count("\ufffd") > len(others)


def _detected(html: bytes) -> str:
    text = _outside_of_markup(html[:DETECTION_BYTES])
    if _is_hardly_beyond_ascii(text):
        return "cp1252"
    if east_asian := east_asian_charset(text):
        return east_asian
    with _unheard(DETECTION_LOG):
        found = UnicodeDammit(text, is_html=True).original_encoding
    charset = _text_charset(resolve_encoding(found or ""))
    return charset if charset and codecs.lookup(charset).name in OF_BROWSERS else "cp1252"


def _outside_of_markup(html: bytes) -> bytes:
    """Return what is neither tag nor script: they are of ASCII, in whatever language the page is."""
    before, *scripts = SCRIPT.split(html)
    return TAG.sub(b" ", b" ".join((before, *(part.partition(b"</")[2] for part in scripts))))


def _is_hardly_beyond_ascii(text: bytes) -> bool:
    """Tell whether so few of the letters are none of ASCII's that they tell nothing."""
    beyond = sum(byte > 0x7F for byte in text)
    return beyond < RARE * (beyond + sum(map(text.count, LETTERS)))


@contextmanager
def _unheard(log: logging.Logger) -> Iterator[None]:
    """Drop what one logger is told in the meantime; before and after it is heard as ever."""
    log.addFilter(_refuse)
    try:
        yield
    finally:
        log.removeFilter(_refuse)


def _refuse(_: logging.LogRecord) -> bool:
    return False


def _without_nuls(markup: bytes) -> bytes:
    return markup.replace(b"\0", b"")
