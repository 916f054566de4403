"""Markup bounds: a page's UTF-8 bytes in; the same, without what would keep the parser from reading it, out."""

from __future__ import annotations

import re
from typing import Final

# The fullest of 1,268 article pages has 13,423 tags. What stands behind so many is dropped: a page of nothing but tags
# would else take twenty times as long as one of text.
MAX_TAGS: Final = 60_000
# A smaller page has no time for mischief, and is not counted.
SMALLEST_COUNTED: Final = 600_000
# libxml2 compares every attribute with all before it. A tag of so many bytes is looked at (of a page that may hold
# hundreds of them, a shorter one), and one of so many attributes is cut; long values (pictures, JSON) stay.
LONG_TAG: Final = 16_384
LONG_TAG_OF_BIG_PAGES: Final = 4_096
MAX_ATTRIBUTES: Final = 300

QUOTED: Final = re.compile(rb"\"[^\"]*\"|'[^']*'")
NOSCRIPT: Final = b"<noscript"
END_OF_NOSCRIPT: Final = b"</noscript"
NAME: Final = re.compile(rb"[^\s=]+")
# The end of a document that another one is pasted into, or that a template ends too early. Behind it so many bytes may
# be blanks, comments and what a server adds.
END_OF_DOCUMENT: Final = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
SHORTEST_REST: Final = 64
TEXT_ELEMENTS: Final = (b"<p", b"<div", b"<P", b"<DIV", b"<article", b"<section")


def bounded(data: bytes) -> bytes:
    """Return the markup with at most MAX_TAGS tags, and no tag with an endless list of attributes.

    >>> bounded(b"<p>tide</p>")
    b'<p>tide</p>'
    """
    if len(data) < SMALLEST_COUNTED:
        return _without_endless_tags(data, LONG_TAG)
    if data.count(b"<") > MAX_TAGS:
        data = data[: _start_of_tag(data, MAX_TAGS)]
    return _without_endless_tags(data, LONG_TAG_OF_BIG_PAGES)


def with_late_end(data: bytes) -> bytes:
    """Return the markup without the end of the document where text follows it.

    Browsers take what follows for the body's (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-afterbody);
    libxml2 drops it, but for what follows a document that is pasted into another, with its own beginning.

    >>> with_late_end(b"<html><body><h1>Tide</h1></body></html> <p>It came twice.</p>" + b" " * 64)[:47]
    b'<html><body><h1>Tide</h1> <p>It came twice.</p>'
    """
    at = data.find(b"</html")
    at = data.find(b"</HTML") if at < 0 else at
    if at < 0 or len(data) - at < SHORTEST_REST or not any(data.find(tag, at) >= 0 for tag in TEXT_ELEMENTS):
        return data
    if _beginnings(data[:at]) > 1:
        return data
    # `</body>` stands right before it.
    before = max(0, at - SHORTEST_REST)
    start = max(data.rfind(b"</body", before, at), data.rfind(b"</BODY", before, at))
    start = at if start < 0 else start
    return data[:start] + END_OF_DOCUMENT.sub(b"", data[start:])


def _beginnings(data: bytes) -> int:
    """Return how many documents begin in some markup, those in comments for old browsers left out."""
    found, at = 0, 0
    while at >= 0:
        comment = data.find(b"<!--", at)
        end = len(data) if comment < 0 else comment
        found += data.count(b"<html", at, end) + data.count(b"<HTML", at, end)
        at = data.find(b"-->", comment) if comment >= 0 else -1
    return found


def with_closed_noscripts(data: bytes) -> bytes:
    """Return the markup with the ends of the `<div>` that a `<noscript>` leaves open.

    Browsers take what stands in it for text; libxml2 passes over the end of the `<noscript>` where a `<div>` is open in
    it, and takes all that follows, headline and text, for what is only shown without scripts.

    >>> with_closed_noscripts(b"<noscript><div><p>Switch it on</noscript><h1>Tide</h1>")
    b'<noscript><div><p>Switch it on</div></noscript><h1>Tide</h1>'
    """
    parts: list[bytes] = []
    done, start = 0, data.find(NOSCRIPT)
    while start >= 0 and (end := data.find(END_OF_NOSCRIPT, start)) >= 0:
        left_open = data.count(b"<div", start, end) - data.count(b"</div", start, end)
        if left_open > 0:
            parts += [data[done:end], b"</div>" * left_open]
            done = end
        start = data.find(NOSCRIPT, end)
    return b"".join([*parts, data[done:]]) if parts else data


def _start_of_tag(data: bytes, number: int) -> int:
    at = -1
    for _ in range(number + 1):
        at = data.find(b"<", at + 1)
    return at


def _without_endless_tags(data: bytes, long: int) -> bytes:
    """Look at the places where no tag begins for so many bytes; elsewhere, nothing is long."""
    parts: list[bytes] = []
    done, at = 0, data.find(b"<")
    while 0 <= at < len(data) - long:
        last = data.rfind(b"<", at + 1, at + long)
        if last >= 0:
            at = last
            continue
        following = data.find(b"<", at + long)
        following = len(data) if following < 0 else following
        end = _end_of_endless(data, at, following, long)
        if end is not None:
            parts += [data[done:at], _shortened(data[at:end], long)]
            done = end
        at = following
    return b"".join([*parts, data[done:]]) if parts else data


def _end_of_endless(data: bytes, start: int, following: int, long: int) -> int | None:
    """Return the end of a tag with too many attributes that begins at a place, None where none does."""
    if not data[start + 1 : start + 2].isalpha():
        return None
    end = data.find(b">", start, following)
    end = following if end < 0 else end
    if end - start < long:
        return None
    names = QUOTED.sub(b"", data[start:end])
    return end if len(NAME.findall(names)) > 2 * MAX_ATTRIBUTES else None


def _shortened(tag: bytes, long: int) -> bytes:
    return b" ".join(tag[:long].split()[:MAX_ATTRIBUTES])
