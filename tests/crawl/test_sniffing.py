import gzip

import pytest

from crawler.discovery.gunzip import gunzip
from crawler.discovery.sniff import sniff
from crawler.instant import instant


@pytest.mark.parametrize(
    ("body", "content_type", "kind"),
    [
        (b"<!DOCTYPE html><p>x", "text/html", "html"),
        (b"<!-- built at noon -->\n<html lang=de>", "text/plain", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'><html>", "text/xml", "html"),
        (b"just words", "text/html", "html"),
        ("\ufeff<html><p>Flut".encode("utf-16"), "text/html", "html"),
        (b"\xef\xbb\xbf<rss version='2.0'>", "text/html", "xml"),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", "text/plain", "xml"),
        (b"<items/>", "application/xml", "xml"),
        (b'{"a": 1}', "text/html", "json"),
        (b"https://news.example/a\n", "text/plain", "text"),
        (b"\x1f\x8b\x08rest", "text/html", "gzip"),
        (b"%PDF-1.7", "text/html", "binary"),
        (b"\x89PNG\r\n\x1a\n", "text/html", "binary"),
        (b"\x00\x01\x02\x03", "text/html", "binary"),
        (b"\x00\x00\x00\x18ftypmp42", "application/octet-stream", "binary"),
        (b"body {color: red}", "text/css", "binary"),
        (b" \n ", "text/html", "empty"),
    ],
)
def test_the_bytes_say_what_an_answer_is(body: bytes, content_type: str, kind: str) -> None:
    assert sniff(body, content_type)[0] == kind


def test_gunzip_gives_what_is_inside_and_stops_at_its_limit() -> None:
    packed = gzip.compress(b"tide " * 1000)
    assert gunzip(packed) == b"tide " * 1000
    assert gunzip(packed + gzip.compress(b"end")) == b"tide " * 1000 + b"end"
    assert gunzip(packed, limit=4_999) is None
    assert gunzip(b"\x1f\x8b\x08 no more than the mark") is None
    assert gunzip(packed[:-8]) == b"tide " * 1000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-08-09", "2025-08-09T00:00:00Z"),
        ("2025-08-09T07:30:00-02:00", "2025-08-09T09:30:00Z"),
        ("2025-08-09T07:30:00.123Z", "2025-08-09T07:30:00Z"),
        ("Sat, 09 Aug 2025 07:30:00 +0200", "2025-08-09T05:30:00Z"),
        ("9 Aug 2025 07:30 EST", "2025-08-09T12:30:00Z"),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
        (None, None),
    ],
)
def test_instants_come_out_in_utc(text: str | None, expected: str | None) -> None:
    assert instant(text) == expected
