"""Sniffing: the first bytes of an answer and its Content-Type in; what kind of thing it is out."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["html", "xml", "json", "text", "gzip", "binary", "empty"]

# What the first bytes say, whatever the header claims; names are for the reason a person reads.
MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or video)"),
    (b"PK\x03\x04", "a ZIP file"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"\x1aE\xdf\xa3", "a Matroska video"),
    (b"wOF", "a font"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
)
MP4 = re.compile(rb"^....ftyp", re.DOTALL)
SAMPLE = 4_096
BOMS = ("\ufeff".encode(), b"\xff\xfe", b"\xfe\xff")
# What opens an HTML page: '<!doctype html', '<html lang=de>', or just '<div class=…>' of a careless template.
HTML_START = re.compile(
    rb"^<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|div|h[1-6]|p|article)[\s>]", re.I
)
XML_START = re.compile(
    rb"^<(?:\?xml(?:-stylesheet)?|!doctype\s+(?:rss|rdf:rdf|feed)|rss|feed|urlset|sitemapindex|rdf:rdf|svg)[\s>]",
    re.I,
)
XHTML = re.compile(rb"<(?:!doctype\s+)?html[\s>]", re.I)
COMMENTS = re.compile(rb"^(?:\s*<!--.*?-->)+\s*", re.DOTALL)
# Bytes that no text holds: the WHATWG's 'binary data bytes'.
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})


def sniff(body: bytes, content_type: str | None) -> tuple[Kind, str]:
    """Return the kind and a name for it; the bytes count more than the header, which is often wrong.

    >>> sniff(b"%PDF-1.7 ...", "text/html")
    ('binary', 'a PDF')
    >>> sniff(b"<!DOCTYPE html><p>x", "text/plain")[0], sniff(b"{}", "text/html")[0]
    ('html', 'json')
    """
    if not body.strip():
        return "empty", "an empty answer"
    if body.startswith(b"\x1f\x8b\x08"):
        return "gzip", "a gzip file"
    name = _magic_name(body)
    if name:
        return "binary", name
    return _text_kind(body, media_type(content_type))


def media_type(content_type: str | None) -> str:
    """Return the type of a Content-Type header in lower case, without parameters.

    >>> media_type("Text/HTML; charset=utf-8")
    'text/html'
    """
    return (content_type or "").partition(";")[0].strip().lower()


def _magic_name(body: bytes) -> str | None:
    if MP4.match(body):
        return "an MP4 video"
    return next((name for magic, name in MAGIC if body.startswith(magic)), None)


def _text_kind(body: bytes, declared: str) -> tuple[Kind, str]:
    sample = body[:SAMPLE]
    wide = sample.startswith(BOMS[1:])
    start = COMMENTS.sub(b"", sample.removeprefix(BOMS[0]).replace(b"\0", b"" if wide else b"\0").lstrip())
    if wide:
        start = start[2:].lstrip()
    elif CONTROL.search(sample) and not HTML_START.match(start):
        return "binary", f"binary data ({declared or 'no type given'})"
    if XML_START.match(start):
        return ("html", "an XHTML page") if XHTML.search(start) else ("xml", "an XML document")
    if HTML_START.match(start):
        return "html", "an HTML page"
    if start[:1] in (b"{", b"[") and declared not in {"text/markdown"}:
        return "json", "a JSON document"
    return _declared_kind(start, declared)


def _declared_kind(start: bytes, declared: str) -> tuple[Kind, str]:
    """Decide by the header where the first bytes say nothing."""
    if declared in HTML_TYPES or (not declared and start.startswith(b"<")):
        return "html", "an HTML page"
    if declared.endswith(("/xml", "+xml")):
        return "xml", "an XML document"
    if declared in {"", "text/plain", "text/markdown"}:
        return "text", "plain text"
    return "binary", f"a file of type {declared}"
