"""Any bytes: parse_article never raises, stays bounded, and means the same for bytes and for text."""

from __future__ import annotations

import random
import time
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
# Far above what a page takes (milliseconds), far below what a runaway does.
BOUND_SECONDS = 20


def parsed(html: bytes | str) -> Article:
    article = parse_article(html, URL, now=NOW)
    assert article.url
    assert article.body == "" or article.body.strip()
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


@given(st.text(max_size=2_000))
@settings(max_examples=200, deadline=None)
def test_random_text_dumps(text: str) -> None:
    parse_text_dump(text, now=NOW)


HOSTILE = {
    "deep nesting": b"<div>" * 100_000 + b"text",
    "deep inline nesting": b"<b>" * 100_000 + b"text",
    "deep lists": b"<ul><li>" * 50_000 + b"text",
    "deep tables": b"<table><tr><td>" * 20_000 + b"text",
    "many links": b"<p>" + b"<a href=/a>a</a> " * 300_000,
    "many paragraphs": b"<p>A sentence that is long enough to count as prose on a page.</p>" * 50_000,
    "many headings": b"<h2><a href=/x>Heading</a></h2>" * 50_000,
    "one long word": b"<p>" + b"a" * 5_000_000,
    "one long line of digits": b"<p>" + b"2025-08-09 " * 200_000,
    "many attributes": b"<div " + b" ".join(b"a%d=1" % i for i in range(50_000)) + b">text",
    "many brs": b"<p>word<br>" * 200_000,
    "many comments' headings": b"<h1>Title</h1>" + b"<p>Comments</p>" * 60_000,
    "many quotes": b"<blockquote>A sentence that is set apart from the text.</blockquote><p>And so on.</p>"
    * 20_000,
    "many rows": b"<table>" + b"<tr><td>one</td><td>two</td></tr>" * 100_000,
    "many class names": b"".join(b'<span class="a%d">word</span> ' % i for i in range(100_000)),
    "nested lists with text": b"<ul><li>text" * 50_000,
    "many articles": b"<article><p>A sentence that is long enough to count as prose on a page.</p></article>"
    * 30_000,
    "a long text in data": b'<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"'
    + b"A sentence that no paragraph of the page holds. " * 50_000
    + b'"}</script>'
    + b"".join(
        b"<p>The sentence number %d, of which there are very many on this page.</p>" % i
        for i in range(30_000)
    ),
    "json depth": b'<script type="application/ld+json">' + b'{"@graph":[' * 50_000 + b"</script>",
    "json behind wrappers' ends": b'<script type="application/ld+json">{'
    + (b"-->" + b" " * 1_000) * 1_900
    + b"x</script>",
    "many related headings": b"<h2><b>Related</b> <i>x</i></h2>" * 100_000,
    "many related classes": b"<div class=related><a href=/2025/the-tide-a>The tide came</a></div>" * 50_000,
    "many metas": b'<meta name="keywords" content="a, b">' * 200_000,
    "json width": b'<script type="application/ld+json">['
    + b'{"@type":"NewsArticle","author":{"name":"a"}},' * 20_000
    + b"{}]</script>",
    "long title": b"<title>" + b"word - " * 200_000 + b"</title>",
    "long meta": b'<meta name=author content="' + b"By Ada and " * 100_000 + b'">',
    "long class": b'<p class="' + b"share-" * 200_000 + b'">text',
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_stay_bounded(html: bytes) -> None:
    started = time.monotonic()
    parsed(html)
    assert time.monotonic() - started < BOUND_SECONDS


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
