"""Charsets: bytes as served in, UTF-8 bytes and the charset's name out."""

from __future__ import annotations

import codecs

from bs4.dammit import UnicodeDammit
from w3lib.encoding import (
    html_body_declared_encoding,
    http_content_type_encoding,
    read_bom,
    resolve_encoding,
    to_unicode,
)

# An article is no longer than this; what stands behind it is dropped so that a hostile page stays bounded.
MAX_BYTES = 16 * 1024 * 1024
# Detection looks at so many bytes: it is slow, and a page shows its charset early.
DETECTION_BYTES = 65_536


def to_utf8(html: bytes | str, content_type: str | None = None) -> tuple[bytes, str]:
    """Return the markup as UTF-8 bytes without NULs, and the name of the charset it was read with.

    Order: byte-order mark, charset of the HTTP header, charset the page declares, UTF-8 where the bytes are that,
    BeautifulSoup's detection. A page that declares another charset but is UTF-8 throughout is read as UTF-8:
    text in another charset is hardly ever valid UTF-8 by chance.
    """
    if isinstance(html, str):
        return html[:MAX_BYTES].encode("utf-8", "replace").replace(b"\0", b""), "str"
    html = html[:MAX_BYTES]
    encoding, mark = _marked(html)
    encoding = encoding or http_content_type_encoding(content_type) or _declared(html) or _detected(html)
    return _transcode(html[mark:], encoding), encoding


def _marked(html: bytes) -> tuple[str | None, int]:
    encoding, mark = read_bom(html)
    return (encoding, len(mark)) if encoding and mark else (None, 0)


def _declared(html: bytes) -> str | None:
    declared = html_body_declared_encoding(html)
    if declared == "utf-8" or (not html.isascii() and is_utf8(html)):
        return "utf-8"
    # A page that says UTF-16 in ASCII letters is not in UTF-16 (HTML standard, 'prescan a byte stream').
    return "utf-8" if declared and declared.startswith("utf-16") else declared


def _detected(html: bytes) -> str:
    if is_utf8(html):
        return "utf-8"
    found = UnicodeDammit(html[:DETECTION_BYTES], is_html=True).original_encoding
    return resolve_encoding(found or "") or "cp1252"


def is_utf8(html: bytes) -> bool:
    """Tell whether the bytes are valid UTF-8, a character cut off at the very end allowed.

    >>> is_utf8("tide – Flut".encode()), is_utf8("Küste".encode("latin-1"))
    (True, False)
    """
    try:
        codecs.getincrementaldecoder("utf-8")().decode(html)
    except UnicodeDecodeError:
        return False
    return True


def _transcode(html: bytes, encoding: str) -> bytes:
    if encoding == "utf-8" and is_utf8(html):
        return html.replace(b"\0", b"")
    return to_unicode(html, encoding).encode("utf-8", "replace").replace(b"\0", b"")
