"""`copydesk extract`: one page from anywhere, and a clear word about each that cannot be read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from click.testing import Result
from command_line import run, start
from loopback import HTML, Answer, Loopback
from small_site import article, sentence

from crawler.cli.render import rendered
from crawler.items import Article
from crawler.parsers import parse_article, parse_text_dump

Call = Callable[..., Result]
URL = "https://news.example/locks/7"
FIRST = sentence(Random(7))  # noqa: S311 - the first of the page's text
DUMP = (
    "Lock number 7 runs over\nA long night by the canal.\nAugust 9, 2025\n"
    "The lock keeper wrote the level into the book every hour, and by midnight the column ran out of room.\n"
    "Barges that had waited since Tuesday went through in pairs, a hand's breadth from the wall.\n"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(article(7))
    return path


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


# ── what comes out ──


def test_json_is_the_articles_record(call: Call, page: Path) -> None:
    result = call("extract", page, "--url", URL)
    assert (result.exit_code, result.stderr) == (0, "")
    record = json.loads(result.stdout)
    assert record == json.loads(json.dumps(parse_article(article(7), URL).to_record()))
    assert record["title"] == "Lock number 7 runs over"
    assert record["url"] == URL


def test_markdown_is_a_document(call: Call, page: Path) -> None:
    lines = call("extract", page, "--format", "markdown").stdout.splitlines()
    assert lines[0] == "# Lock number 7 runs over"
    assert "2025-08-09" in lines
    assert FIRST in "\n".join(lines)


def test_text_has_no_markup(call: Call, page: Path) -> None:
    shown = call("extract", page, "--format", "text").stdout
    assert shown.startswith(f"Lock number 7 runs over\n\n2025-08-09\n\n{FIRST}")
    assert shown.endswith(".\n")


@pytest.mark.parametrize(
    ("head", "url"),
    [("", None), ('<link rel=canonical href="https://news.example/own">', "https://news.example/own")],
)
def test_the_address_is_the_pages_own_or_absent(call: Call, head: str, url: str | None) -> None:
    record = json.loads(call("extract", "-", stdin=article(7, head=head)).stdout)
    assert record["url"] == url


def test_a_packed_file_and_a_packed_stream_are_unpacked(call: Call, tmp_path: Path) -> None:
    path = put(tmp_path / "page.html.gz", gzip.compress(article(7)))
    assert json.loads(call("extract", path).stdout)["title"] == "Lock number 7 runs over"


@pytest.mark.parametrize("as_stdin", [True, False])
def test_text_without_markup_is_a_text_dump(call: Call, tmp_path: Path, as_stdin: bool) -> None:
    target = "-" if as_stdin else put(tmp_path / "page.txt", DUMP.encode())
    record = json.loads(call("extract", target, "--url", URL, stdin=DUMP.encode()).stdout)
    assert record == json.loads(json.dumps(parse_text_dump(DUMP, URL).to_record()))
    assert record["title"] == "Lock number 7 runs over"


def test_nothing_in_a_page_steers_the_terminal(call: Call) -> None:
    hostile = article(7).replace(b" times before ", " times \x1b]0;owned\x07 \x9b31m before\u202e ".encode())
    for form in ("json", "markdown", "text"):
        shown = call("extract", "-", "--format", form, stdin=hostile).stdout
        assert not {c for c in shown if not c.isprintable()} - {"\n"}


# ── from the web ──


def test_an_address_is_fetched_once_and_honestly(call: Call) -> None:
    packed = (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(article(7)))
    with Loopback({"/moved": (301, {"Location": "/locks/7"}, b""), "/locks/7": packed}) as site:
        record = json.loads(call("extract", site.url("/moved")).stdout)
        assert record["url"] == site.url("/locks/7")
        assert site.paths == ["/moved", "/locks/7"]
        assert site.log[1].headers["User-Agent"].startswith("copydesk/")


BOMB = gzip.compress(bytes(40 * 1024**2), mtime=0)
BAD_ANSWERS: dict[str, tuple[Answer, str]] = {
    "/gone": ((404, HTML, b"<h1>Not found</h1>"), "HTTP 404 Not Found"),
    "/broken": ((500, HTML, b""), "HTTP 500"),
    "/round": ((302, {"Location": "/round"}, b""), "redirects"),
    "/file": ((302, {"Location": "file:///etc/passwd"}, b""), "no web address"),
    "/report": ((200, {"Content-Type": "application/pdf"}, b"%PDF-1.7 report"), "a PDF: no HTML page"),
    "/image": ((200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n"), "a PNG image: no HTML page"),
    "/feed": ((200, {"Content-Type": "text/xml"}, b"<?xml version='1.0'?><rss></rss>"), "copydesk crawl"),
    "/empty": ((200, HTML, b""), "nothing to read"),
    "/bomb": ((200, HTML | {"Content-Encoding": "gzip"}, BOMB), "larger than 16 MB"),
    "/junk": ((200, HTML | {"Content-Encoding": "gzip"}, b"no gzip at all"), "no valid gzip"),
    "/cut": ((200, HTML | {"Content-Length": "99999"}, b"<p>cut"), "the answer broke off"),
}


@pytest.mark.parametrize("path", list(BAD_ANSWERS))
def test_an_answer_that_is_no_page_is_one_line_on_stderr(call: Call, path: str) -> None:
    answer, said = BAD_ANSWERS[path]
    with Loopback({path: answer}, max_seconds=2) as site:
        check_refused(call("extract", site.url(path)), said)


def test_a_redirect_into_another_private_host_is_refused(call: Call) -> None:
    with Loopback({"/": (200, HTML, article(7))}) as inside:
        target = inside.url("/").replace("127.0.0.1", "localhost")
        with Loopback({"/": (302, {"Location": target}, b"")}) as site:
            check_refused(call("extract", site.url("/")), "redirects to the private host localhost")
        assert inside.log == []


def test_hosts_that_do_not_answer_are_one_line_on_stderr(call: Call) -> None:
    with Loopback({}) as site:
        closed = site.url("/")
    check_refused(call("extract", closed), "no connection: Connection refused")
    check_refused(call("extract", "http://no-such-host.invalid/"), "the host is unknown")


# ── from disk ──


def check_refused(result: Result, said: str) -> None:
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("copydesk: ")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.html", b"", "nothing to read"),
        ("blank.txt", b" \n", "nothing to read"),
        ("report.pdf", b"%PDF-1.7 report", "a PDF: no HTML page"),
        ("pretends.html", b"%PDF-1.7 report", "a PDF: no HTML page"),
        ("nothing.html", b"<html><body><nav>Menu</nav></body></html>", "no article text found"),
        ("bare.html", b"<html></html>", "no article text found"),
        ("crawl.warc.gz", b"WARC/1.0", "use `copydesk ingest`"),
        ("broken.html.gz", b"\x1f\x8bjunk", "no valid gzip"),
        ("noise.html", bytes(range(256)) * 9, "no HTML page"),
        ("bomb.html.gz", BOMB, "larger than 16 MB"),
    ],
)
def test_a_file_that_is_no_page_is_one_line_on_stderr(
    call: Call, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    check_refused(call("extract", put(tmp_path / name, data)), said)


def test_what_is_no_file_is_one_line_on_stderr(call: Call, tmp_path: Path) -> None:
    check_refused(call("extract", tmp_path), "a folder")
    check_refused(call("extract", tmp_path / "none.html"), "no such file")
    check_refused(call("extract", "news.example/a"), "a web address begins with https://")
    check_refused(call("extract", "-", stdin=b""), "standard input: an empty answer")
    check_refused(call("extract", tmp_path / "a\x1b[31m.html"), "a?[31m.html: no such file")


# ── in a shell ──


def test_the_command_writes_utf_8_whatever_the_locale(page: Path) -> None:
    page.write_bytes(article(7).replace(b"runs over", "läuft über – 東京".encode()))
    process = start("extract", page, stdout=-1)
    out, _ = process.communicate(timeout=60)
    assert json.loads(out)["title"] == "Lock number 7 läuft über – 東京"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    # More than a pipe holds.
    lines = (
        f"Lock {n * 7919}: the keeper wrote level {n} into the book and went to bed.\n" for n in range(4000)
    )
    path = put(tmp_path / "long.txt", ("The long night of the locks\n" + "".join(lines)).encode())
    process = start("extract", path, "--format", "text", stdout=-1, stderr=-1)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 1


def test_the_exit_code_reaches_the_shell(tmp_path: Path) -> None:
    done = run("extract", tmp_path / "none.html")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["json", "markdown", "text"])
def test_nothing_in_an_article_steers_the_terminal(form: str) -> None:
    hostile = "a\x1b]0;owned\x07\x9b31m\u202eb"
    shown = rendered(Article(url=None, title=hostile, body=hostile, body_markdown=hostile), form)
    assert not {c for c in shown if not c.isprintable()} - {"\n"}
