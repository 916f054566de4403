"""Any bytes: parse_article and parse_text_dump never raise nor give up a field, and bytes mean what text means."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.items import Article
from crawler.parsers import parse_article, parse_text_dump

URL = "https://news.example/a"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
PAGES = sorted(Path(__file__).parents[2].glob("fixtures/articles/*/page.html"))
DUMPS = sorted(Path(__file__).parents[2].glob("fixtures/articles/*/page.txt"))
CHARSETS = (
    "utf-8", "windows-1252", "iso-8859-2", "gb18030", "shift_jis", "euc-kr", "koi8-r", "utf-16", "utf-16-le", "utf-32", "utf-7",
)  # fmt: skip
CONTENT_TYPES = (
    None, "", ";", "text/html", "text/html; charset=", "text/html; charset=x-unknown", "text/html;charset=hex", "\0",
    "application/pdf", "image/png; charset=idna", *(f"text/html; charset={charset}" for charset in CHARSETS),
)  # fmt: skip


class Failures(logging.Handler):
    """Fails the test on what parse_article survives: a field whose parser raised."""

    def emit(self, record: logging.LogRecord) -> None:
        assert record.exc_info
        assert record.exc_info[1]
        raise record.exc_info[1]


@pytest.fixture(autouse=True, scope="module")
def every_failure_shows() -> Iterator[None]:
    log, handler = logging.getLogger("crawler"), Failures(logging.ERROR)
    log.addHandler(handler)
    yield
    log.removeHandler(handler)


def stored(article: Article) -> bytes:
    """An article as it goes into a file: no lone surrogate may be in it."""
    return json.dumps(article.to_record(), ensure_ascii=False).encode()


def parsed(html: bytes | str, url: str = URL, content_type: str | None = None) -> Article:
    article = parse_article(html, url, content_type=content_type, now=NOW)
    assert article.body == "" or article.body.strip()
    assert json.loads(stored(article)) == article.to_record()
    return article


@given(st.binary(max_size=2_000))
@settings(max_examples=200, deadline=None)
def test_random_bytes(html: bytes) -> None:
    parsed(html)


@given(st.data())
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.large_base_example, HealthCheck.data_too_large],
)
def test_mutated_pages(data: st.DataObject) -> None:
    html = bytearray(data.draw(st.sampled_from(PAGES)).read_bytes())
    dice = random.Random(data.draw(st.integers(0, 2**32)))  # noqa: S311 - mutations, no secrets
    for _ in range(dice.randint(1, 30)):
        at = dice.randrange(len(html))
        match dice.randrange(4):
            case 0:
                html[at] = dice.randrange(256)
            case 1:
                del html[at : at + dice.randrange(1, 200)]
            case 2:
                html[at:at] = html[: dice.randrange(1, 300)]
            case _:
                html[at:at] = dice.choice(
                    [b"<", b">", b"\0", b'"', b"<div>", b"</p>", b"&#x110000;", b"<!--", b"{"]
                )
        html = html or bytearray(b"<")
    parsed(bytes(html))


@given(st.binary(max_size=500), st.sampled_from(CONTENT_TYPES), st.sampled_from(PAGES))
@settings(max_examples=150, deadline=None)
def test_any_content_type(start: bytes, content_type: str | None, path: Path) -> None:
    parsed(start + path.read_bytes(), content_type=content_type)


@given(st.text(st.characters(), max_size=2_000) | st.text("<>/=\"'&;#{}[]:,p a\ud800\0", max_size=500))
@settings(max_examples=200, deadline=None)
def test_random_text(html: str) -> None:
    parsed(html)


@given(st.sampled_from(PAGES), st.sampled_from(CHARSETS), st.sampled_from(CHARSETS), st.booleans())
@settings(max_examples=100, deadline=None)
def test_pages_in_one_charset_that_say_another(path: Path, true: str, said: str, in_header: bool) -> None:
    html = path.read_bytes().decode("utf-8", "replace").encode(true, "replace")
    if in_header:
        parsed(html, content_type=f"text/html; charset={said}")
    else:
        parsed(f"<meta charset={said}>".encode(true) + html)


@given(
    st.sampled_from(PAGES),
    st.text(st.characters(), max_size=200)
    | st.sampled_from(["https://a.example/\ud800", "http://[", "//", "mailto:a", "https://a:99999/"]),
)
@settings(max_examples=80, deadline=None)
def test_any_address(path: Path, url: str) -> None:
    parsed(path.read_bytes(), url)


@given(st.text(st.characters(), max_size=2_000))
@settings(max_examples=200, deadline=None)
def test_random_text_dumps(text: str) -> None:
    parse_text_dump(text, now=NOW)


@given(st.sampled_from(DUMPS), st.integers(0, 2**32), st.text(st.characters(), max_size=20))
@settings(max_examples=150, deadline=None)
def test_mutated_text_dumps(path: Path, seed: int, odd: str) -> None:
    lines = path.read_text("utf-8").splitlines()
    dice = random.Random(seed)  # noqa: S311 - mutations, no secrets
    for _ in range(dice.randint(1, 10)):
        at = dice.randrange(len(lines) + 1)
        lines[at:at] = dice.choice([[odd], lines[:5], [""], ["\0"], [dice.choice(lines)] * 30, ["9" * 400]])
    article = parse_text_dump("\n".join(lines), dice.choice([None, URL, odd]), now=NOW)
    assert json.loads(stored(article)) == article.to_record()


@pytest.mark.parametrize("path", PAGES[:12], ids=lambda path: path.parent.name)
def test_text_and_bytes_give_the_same_article(path: Path) -> None:
    html = path.read_bytes()
    try:
        text = html.decode("utf-8")
    except UnicodeDecodeError:
        text = html.decode("cp1252")
    assert parsed(text).body == parsed(text.encode()).body


@pytest.mark.parametrize("path", PAGES[:12], ids=lambda path: path.parent.name)
def test_the_same_page_gives_the_same_article(path: Path) -> None:
    html = path.read_bytes()
    assert parsed(html) == parsed(html)
