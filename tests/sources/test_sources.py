"""Reading from disk: every file that may hold a page, every way in which it can be wrong."""

from __future__ import annotations

import base64
import gzip
import io
import json
import os
from collections import Counter
from pathlib import Path
from random import Random

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.sources import Document, PassedOver, Refusal, Source, read_sources
from crawler.sources.exports import zstd
from crawler.sources.warc import Held, list_warc, read_warc

LARGE = b"<p>" + b"".join(b"%d tides, " % number for number in range(40_000))
PAGE = b"<html><body><p>The tide came twice.</p></body></html>"


def read(*paths: Path, url: str | None = None) -> list[Source]:
    return list(read_sources(paths, url))


def documents(found: list[Source]) -> list[Document]:
    return [source for source in found if isinstance(source, Document)]


def refusals(found: list[Source]) -> list[tuple[str, str]]:
    return [(source.outcome, source.reason) for source in found if isinstance(source, Refusal)]


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


# ── files ──


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", PAGE, "html"),
        ("a.HTM", PAGE, "html"),
        ("a.html.gz", gzip.compress(PAGE, mtime=0), "html"),
        ("packed-though-its-name-says-not.html", gzip.compress(PAGE, mtime=0), "html"),
        ("two-members.html.gz", gzip.compress(PAGE[:9], mtime=0) + gzip.compress(PAGE[9:], mtime=0), "html"),
        ("a.txt", PAGE, "text"),
    ],
)
def test_a_file_is_one_document(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    path = put(tmp_path / name, data)
    (found,) = documents(read(path))
    assert (found.origin, found.body, found.kind, found.url) == (f"file:{path}", PAGE, kind, None)


def test_a_given_address_is_the_documents(tmp_path: Path) -> None:
    (found,) = documents(read(put(tmp_path / "a.html", PAGE), url="https://n.example/a"))
    assert found.url == "https://n.example/a"


@pytest.mark.parametrize(
    ("name", "data", "outcome", "reason"),
    [
        ("a.html", b"", "rejected", "empty file"),
        ("a.txt", b" \n ", "rejected", "empty file"),
        ("a.html.gz", b"", "rejected", "empty file"),
        ("a.html.gz", PAGE, "rejected", "no valid gzip: Not a gzipped file"),
        (
            "a.html.gz",
            gzip.compress(PAGE * 99, mtime=0)[:-9],
            "rejected",
            "no valid gzip: Compressed file ended",
        ),
        ("a.html.gz", gzip.compress(PAGE, mtime=0) + b"rest", "rejected", "no valid gzip"),
        ("bomb.html.gz", gzip.compress(bytes(17 * 1024**2), mtime=0), "rejected", "larger than 16 MB"),
        ("long.html", b" " * (16 * 1024**2 + 1), "rejected", "larger than 16 MB"),
    ],
)
def test_a_file_that_is_no_page_is_refused(
    tmp_path: Path, name: str, data: bytes, outcome: str, reason: str
) -> None:
    ((found, said),) = refusals(read(put(tmp_path / name, data)))
    assert (found, said[: len(reason)]) == (outcome, reason)


def test_links_into_nowhere_and_pipes_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "b.html")
    assert refusals(read(tmp_path)) == [
        ("failed", "cannot be read: No such file or directory"),
        ("rejected", "no regular file"),
    ]


def test_other_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path / "style.css", b"p {}")
    put(tmp_path / "README", b"hello")
    assert read(tmp_path) == [PassedOver(what="nameless file"), PassedOver(what=".css file")]


# ── folders ──


def test_a_folder_is_read_to_the_bottom_in_a_steady_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "2/c.htm", "1/z/d.html", "1/e.html.gz"):
        put(tmp_path / name, gzip.compress(PAGE, mtime=0) if name.endswith("gz") else PAGE)
    (tmp_path / "1" / "round").symlink_to(tmp_path, target_is_directory=True)
    names = [Path(found.origin).name for found in documents(read(tmp_path))]
    assert names == ["a.txt", "b.html", "e.html.gz", "d.html", "c.htm"]


def listing(folder: Path, *lines: object) -> Path:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    put(folder / "pages.jsonl", text.encode())
    return folder


def test_a_listing_gives_the_addresses(tmp_path: Path) -> None:
    for name in ("one", "two", "unlisted"):
        put(tmp_path / "html" / f"{name}.html.gz", gzip.compress(PAGE, mtime=0))
    listing(
        tmp_path,
        {"id": "two", "url": "https://n.example/2", "more": [1]},
        "",
        {"id": "one", "url": "https://n.example/1"},
    )
    found = read(tmp_path)
    assert [(Path(d.origin).name, d.url) for d in documents(found)] == [
        ("two.html.gz", "https://n.example/2"),
        ("one.html.gz", "https://n.example/1"),
        ("unlisted.html.gz", None),
    ]
    assert len(found) == 3


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: no JSON"),
        ("[" * 200_000, "line 2: no JSON"),
        ("[1]", "line 2: no JSON object"),
        ('{"url": "https://n.example/1"}', 'line 2: "id" must be'),
        ('{"id": 7, "url": "https://n.example/1"}', 'line 2: "id" must be'),
        ('{"id": "../../secret", "url": "https://n.example/1"}', 'line 2: "id" must be'),
        ('{"id": "..", "url": "https://n.example/1"}', 'line 2: "id" must be'),
        ('{"id": "a\\u0000b", "url": "https://n.example/1"}', 'line 2: "id" must be'),
        ('{"id": "c:x", "url": "https://n.example/1"}', 'line 2: "id" must be'),
        ('{"id": "gone", "url": "https://n.example/1"}', "line 2: html/gone.html.gz is missing"),
    ],
)
def test_a_bad_line_is_refused_by_its_number_and_the_next_one_read(
    tmp_path: Path, line: str, said: str
) -> None:
    put(tmp_path / "secret.html.gz", gzip.compress(b"secret"))
    put(tmp_path / "folder" / "html" / "good.html.gz", gzip.compress(PAGE, mtime=0))
    good = {"id": "good", "url": "https://n.example/good"}
    found = read(listing(tmp_path / "folder", "", line, good))
    assert [d.url for d in documents(found)] == ["https://n.example/good"]
    ((_, reason),) = refusals(found)
    assert reason.startswith(f"pages.jsonl {said}")


@pytest.mark.parametrize("url", [None, 7, "n.example/1", "file:/etc/passwd"])
def test_a_line_without_a_web_address_still_gives_its_page(tmp_path: Path, url: object) -> None:
    put(tmp_path / "html" / "one.html.gz", gzip.compress(PAGE, mtime=0))
    found = read(listing(tmp_path, {"id": "one", "url": url}))
    assert [(Path(d.origin).name, d.url) for d in documents(found)] == [("one.html.gz", None)]
    assert refusals(found) == []
    assert len(found) == 2


# ── archives ──


def archive(path: Path, *records: tuple[str, list[tuple[str, str]], bytes], packed: bool = True) -> Path:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        for url, headers, body in records:
            status = dict(headers).get(":status", "200 OK")
            rest = [pair for pair in headers if not pair[0].startswith(":")]
            http = StatusAndHeaders(status, rest, protocol="HTTP/1.1")
            date = {"WARC-Date": "2024-05-06T07:08:09Z"}
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=io.BytesIO(body), http_headers=http, warc_headers_dict=date
                )
            )
    return path


DAMAGED = gzip.compress(Random(1).randbytes(99_999), mtime=0)[:50_000] + b"x" * 50_000  # noqa: S311 - same ids each run
HTML = [("Content-Type", "text/html; charset=iso-8859-1"), ("ETag", '"7"')]


@pytest.mark.parametrize("packed", [True, False])
def test_html_responses_of_an_archive_are_documents(tmp_path: Path, packed: bool) -> None:
    path = archive(
        tmp_path / ("a.warc.gz" if packed else "a.warc"),
        ("https://n.example/i.png", [("Content-Type", "image/png")], b"png"),
        ("https://n.example/1", HTML, PAGE),
        ("https://n.example/2", [(":status", "302 Found"), *HTML], b"moved"),
        ("https://n.example/3", [(":status", "404 Not Found"), *HTML], b"gone"),
        ("https://n.example/4", [*HTML, ("Content-Encoding", "gzip")], gzip.compress(PAGE, mtime=0)),
        ("https://n.example/5", [*HTML, ("Content-Encoding", "zstd")], zstd.compress(PAGE)),
        ("https://n.example/6", [*HTML, ("Content-Encoding", "br")], brotli.compress(LARGE)),
        ("https://n.example/7", HTML, PAGE),
        packed=packed,
    )
    found = read(path)
    first = documents(found)[0]
    assert first == Document(
        origin=f"file:{path}#record=2",
        url="https://n.example/1",
        body=PAGE,
        content_type="text/html; charset=iso-8859-1",
        status=200,
        fetched_at="2024-05-06T07:08:09Z",
        etag='"7"',
    )
    assert [(d.url, d.status, d.body) for d in documents(found)[1:]] == [
        ("https://n.example/3", 404, b"gone"),
        ("https://n.example/4", 200, PAGE),
        ("https://n.example/5", 200, PAGE),
        ("https://n.example/6", 200, LARGE),
        ("https://n.example/7", 200, PAGE),
    ]
    passed = Counter(source.what for source in found if isinstance(source, PassedOver))
    assert passed == {"record of type image/png": 1, "redirect": 1}


def test_pages_of_an_archive_are_listed_and_read_one_by_one(tmp_path: Path) -> None:
    long = PAGE + base64.b64encode(Random(2).randbytes(60_000))  # noqa: S311 - what does not pack small
    path = archive(
        tmp_path / "a.warc.gz",
        ("https://n.example/i.png", [("Content-Type", "image/png")], b"png"),
        ("https://N.example/1#top", HTML, PAGE),
        ("https://n.example/2", [(":status", "302 Found"), *HTML], b"moved"),
        ("https://n.example/3", [(":status", "404 Not Found"), *HTML], b"gone"),
        ("mailto:a@n.example", HTML, PAGE),
        ("https://n.example/4", HTML, long),
    )
    at = "2024-05-06T07:08:09Z"
    first, second = list_warc(path)
    assert first == Held(path=path, number=2, url="https://n.example/1", fetched_at=at)
    assert second == Held(path=path, number=6, url="https://n.example/4", fetched_at=at)
    assert [d.body for d in documents(list(read_warc(path, {6})))] == [long]
    cut = put(tmp_path / "cut.warc.gz", path.read_bytes()[:-20_000])
    (kept, refusal) = list_warc(cut)
    assert isinstance(kept, Held)
    assert isinstance(refusal, Refusal)
    assert refusals(list(read_warc(cut, {2}))) == [(refusal.outcome, refusal.reason)]


def test_a_page_whose_checksum_is_wrong_is_left_out_and_the_one_before_it_kept(tmp_path: Path) -> None:
    """What deflate still unpacks after a byte went over would be stored as the article's text."""
    whole = archive(
        tmp_path / "a.warc", *((f"https://n.example/{n}", HTML, PAGE) for n in (1, 2, 3)), packed=False
    )
    records = [b"WARC/1." + rest for rest in whole.read_bytes().split(b"WARC/1.")[1:]]
    pieces = [gzip.compress(record, 0) for record in records]
    assert PAGE[:9] in pieces[-2]
    pieces[-2] = pieces[-2].replace(PAGE[:9], b"overtyped")
    damaged = put(tmp_path / "b.warc.gz", b"".join(pieces))
    number = len(pieces) - 2
    reason = f"archive cannot be read after record {number}: no valid gzip"
    assert [held.url for held in list_warc(damaged) if isinstance(held, Held)] == ["https://n.example/1"]
    found = list(read_warc(damaged))
    assert [d.url for d in documents(found)] == ["https://n.example/1"]
    assert [said[: len(reason)] for _, said in refusals(found)] == [reason]


def test_what_is_quoted_of_a_file_that_is_none_is_short(tmp_path: Path) -> None:
    ((_, said),) = refusals(read(put(tmp_path / "a.warc", b"x" * 9999)))
    assert len(said) < 300


def test_an_archive_packed_in_one_piece_is_read(tmp_path: Path) -> None:
    plain = archive(
        tmp_path / "a.warc",
        ("https://n.example/1", HTML, PAGE),
        ("https://n.example/2", HTML, PAGE),
        packed=False,
    )
    path = put(tmp_path / "b.warc.gz", gzip.compress(plain.read_bytes()))
    assert [d.url for d in documents(read(path))] == ["https://n.example/1", "https://n.example/2"]


@pytest.mark.parametrize("packed", [True, False])
def test_what_came_before_a_break_is_kept(
    tmp_path: Path, packed: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = archive(
        tmp_path / "a.warc.gz",
        ("https://n.example/1", HTML, PAGE),
        ("https://n.example/2", HTML, PAGE * 50),
        packed=packed,
    )
    found = read(put(tmp_path / "cut.warc.gz", whole.read_bytes()[:-60]))
    assert [d.url for d in documents(found)] == ["https://n.example/1"]
    assert len(refusals(found)) == 1
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"this is no archive\n" * 9, "archive cannot be read after record 0: Unknown archive format"),
        (b"\x1f\x8b" + b"junk" * 9, "archive cannot be read after record 0: no valid gzip"),
        (
            b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 ",
            "archive cannot be read after record 0",
        ),
    ],
)
def test_an_archive_that_is_none_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    ((outcome, reason),) = refusals(read(put(tmp_path / "a.warc.gz", data)))
    assert (outcome, reason[: len(said)]) == ("failed", said)


@pytest.mark.parametrize(
    ("headers", "body", "said"),
    [
        (
            [*HTML, ("Content-Encoding", "gzip")],
            gzip.compress(bytes(17 * 1024**2), mtime=0),
            "larger than 16 MB",
        ),
        ([*HTML, ("Content-Encoding", "compress")], PAGE, "packed as compress"),
        ([*HTML, ("Content-Encoding", "zstd")], PAGE, "no valid zstd"),
        ([*HTML, ("Content-Encoding", "zstd")], zstd.compress(PAGE * 99)[:-20], "no valid zstd"),
        ([*HTML, ("Content-Encoding", "br")], brotli.compress(LARGE)[:-20], "no valid brotli"),
        ([*HTML, ("Content-Encoding", "br")], PAGE, "no valid brotli"),
        ([*HTML, ("Content-Encoding", "br")], brotli.compress(bytes(99_000_000), quality=1), "larger than"),
        ([*HTML, ("Content-Encoding", "zstd")], zstd.compress(bytes(17 * 1024**2)), "larger than 16 MB"),
        ([*HTML, ("Content-Encoding", "gzip")], DAMAGED, "record is damaged"),
    ],
)
def test_a_hostile_record_costs_itself_only(
    tmp_path: Path, headers: list[tuple[str, str]], body: bytes, said: str
) -> None:
    path = archive(
        tmp_path / "a.warc.gz", ("https://n.example/1", headers, body), ("https://n.example/2", HTML, PAGE)
    )
    found = read(path)
    assert [d.url for d in documents(found)] == ["https://n.example/2"]
    ((outcome, reason),) = refusals(found)
    assert (outcome, reason[: len(said)]) == ("rejected", said)
