"""Hostile sizes: pages of up to 10 MB and what they may cost; each is read in a process of its own, for its memory."""

from __future__ import annotations

import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.connection import Connection

import pytest

from crawler.parsers import parse_article, parse_text_dump

# What the documentation promises is 2 s of the processor; a slow machine gets twice that.
MOST_SECONDS = 4.0
MOST_BYTES = 500_000_000
# ru_maxrss counts kilobytes on Linux, bytes on macOS.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
NOW = datetime(2026, 1, 1, tzinfo=UTC)
TEN_MB = 10_000_000

PROSE = (
    b"The harbour wall held through the night, and in the morning the fishermen counted their boats twice before they "
    b"believed that all of them were there, tied up where they had been left on the evening before. "
)
HEAD = b"<title>The tide that came twice</title><h1>The tide that came twice</h1>"
LD = b"<script type='application/ld+json'>%b</script>"


def filled(unit: bytes, size: int = TEN_MB) -> bytes:
    """So many repetitions as give a page of a size."""
    return HEAD + unit * (size // len(unit))


def numbered(unit: bytes, times: int) -> bytes:
    return HEAD + b"".join(unit.replace(b"#", b"%d" % number) for number in range(times))


def state(value: object) -> bytes:
    return HEAD + b"<script type=application/json>" + json.dumps(value).encode() + b"</script>"


def deep_state() -> bytes:
    return b"<script>window.s={" + b'"a":{' * 1_000_000 + b"</script>"


PAGES: dict[str, Callable[[], bytes]] = {
    "100,000 divs deep": lambda: b"<div>" * 100_000 + PROSE,
    "100,000 divs deep with text at each": lambda: b"<div>a line " * 100_000,
    "100,000 inline elements deep": lambda: b"<p>" + b"<b>" * 100_000 + PROSE,
    "100,000 classes deep": lambda: b"<div class='article author date related'>" * 100_000 + PROSE,
    "50,000 lists deep": lambda: b"<ul><li>" * 50_000 + PROSE,
    "30,000 tables deep": lambda: b"<table><tr><td>" * 30_000 + PROSE,
    "50,000 quotes deep": lambda: b"<blockquote><p>" * 50_000 + PROSE,
    "300,000 links": lambda: filled(b"<a href=/a>a</a> ", 300_000 * 17),
    "300,000 different links": lambda: numbered(b"<a href='/a/#'>Harbour #</a> ", 300_000),
    "300,000 links in lists": lambda: numbered(b"<li><a href='/2025/08/09/a-#'>A harbour reopens, part #</a>", 200_000),
    "null bytes": lambda: filled(b"\0"),
    "null bytes between letters": lambda: filled(b"\0".join(PROSE[i : i + 1] for i in range(len(PROSE)))),
    "paragraphs": lambda: filled(b"<p>" + PROSE * 2),
    "different paragraphs": lambda: numbered(b"<p>" + PROSE * 2 + b"Boat #.", 25_000),
    "short paragraphs": lambda: filled(b"<p>A line.", 3_000_000),
    "one paragraph": lambda: HEAD + b"<p>" + PROSE * (TEN_MB // len(PROSE)),
    "one word": lambda: b"<p>" + b"a" * TEN_MB,
    "white space": lambda: b"<p>tide" + b" \n\t" * (TEN_MB // 3) + b"tide",
    "line breaks": lambda: filled(b"a line<br>"),
    "empty elements": lambda: filled(b"<i></i>"),
    "labels around all links": lambda: b"<div><h3>Related Articles</h3><div>" * 60
    + numbered(b"<p>Part <a href=/2025/08/a-tale-#>A tale of the tide #</a></p>", 15_000),
    "headings that never close": lambda: b"<h3><span>Related articles</span><div>" * 2_000 + PROSE * 4_000,
    "signs without an end": lambda: b"<p>" + b"\xc2\xb7 _" * 500_000 + b"a</p>" + PROSE,
    "headings with links": lambda: numbered(b"<h2><a href=/x#>A harbour reopens # times</a></h2>", 100_000),
    "headings and paragraphs": lambda: numbered(b"<h2>Related # articles</h2><p><a href=/#>A harbour, #</a></p>", 50_000),
    "comments' headings": lambda: filled(b"<p>Comments</p>", 900_000),
    "quotes": lambda: filled(b"<blockquote>A sentence that is set apart from the text.</blockquote><p>And so on.</p>", 1_600_000),
    "class names": lambda: numbered(b'<span class="a#">word</span> ', 100_000),
    "nested lists with text": lambda: b"<ul><li>text" * 50_000,
    "articles": lambda: filled(b"<article><p>" + PROSE + b"</p></article>", 6_000_000),
    "articleBody that is not printed": lambda: LD
    % json.dumps({"@type": "Article", "articleBody": "A sentence that no paragraph of the page holds. " * 40_000}).encode()
    + numbered(b"<p>The sentence number #, of which there are very many on this page.</p>", 30_000),
    "dates": lambda: filled(b"<time datetime=2025-08-09>9 August 2025</time> 9.8.2025 2025-08-09 "),
    "bylines": lambda: filled(b"<p class=author>By Ada Holm and Jo Marsh"),
    "table rows": lambda: filled(b"<tr><td>Tide<td>2.4<td>3.1", 5_000_000),
    "one table": lambda: b"<table>" + filled(b"<tr><th>Tide<td>2.4<td>3.1", 5_000_000),
    "one row": lambda: b"<table><tr>" + b"<td>2.4" * 500_000,
    "attributes": lambda: b"<div " + b" ".join(b"a%d=1" % i for i in range(200_000)) + b">" + PROSE,
    "one attribute": lambda: b"<p class='" + b"share- " * (TEN_MB // 7) + b"'>" + PROSE,
    "meta elements": lambda: numbered(b"<meta name=m# content=c#>", 200_000),
    "authors in one meta": lambda: b"<meta name=author content='" + b"Ada Holm and " * 500_000 + b"'>",
    "long title": lambda: b"<title>" + b"Tide - " * (TEN_MB // 7) + b"</title><h1>Tide</h1>",
    "entities": lambda: filled(b"&amp;&nbsp;&#x110000;"),
    "open tags": lambda: filled(b"<"),
    "open comments": lambda: filled(b"<!--"),
    "closing tags": lambda: filled(b"</div></p>"),
    "unclosed script": lambda: b"<script>" + b"var a = '2025-08-09'; {" * (TEN_MB // 24),
    "base64 picture": lambda: b"<img src='data:image/png;base64," + b"QUJD" * (TEN_MB // 4) + b"'><p>" + PROSE,
    "wrong utf-8": lambda: filled(b"\xff\xfe<p>\xe9t\xe9 ", 5_000_000),
    "utf-16": lambda: filled(b"<p>" + PROSE, 5_000_000).decode().encode("utf-16"),
    "gb18030": lambda: filled("<p>潮水一夜来了两次。".encode("gb18030"), TEN_MB),
    "deep JSON-LD": lambda: LD % (b'{"@graph":[' * 150_000),
    "wide JSON-LD": lambda: LD % (b"[" + b'{"@type":"NewsArticle","author":{"name":"a"}},' * 40_000 + b"{}]"),
    "many JSON-LD": lambda: LD % b'{"@type":"NewsArticle","headline":"The tide"}' * 60_000,
    "broken JSON-LD": lambda: LD % (b'{"a":"' + b"\\x\\" * 600_000),
    "JSON-LD behind wrappers' ends": lambda: LD % (b"{" + (b"-->" + b" " * 1_000) * 1_900 + b"x"),
    "related headings": lambda: HEAD + b"<h2><b>Related</b> <i>x</i></h2>" * 100_000,
    "related classes": lambda: HEAD + b"<div class=related><a href=/2025/the-tide-a>The tide came</a></div>" * 50_000,
    "related labels over sections": lambda: (
        HEAD + (b"<p>Related:</p>" * 3 + b"<div>" + b"<a href=/sport>Sport</a>" * 40 + b"</div>") * 6_000
    ),
    "labels in links that are never closed": lambda: (
        HEAD + b"<a href=/2025/the-tide-1><div><span>Related:</span>" * 300 + b"<b>the tide</b> came twice " * 110_000
    ),
    "links around much white space": lambda: (
        HEAD
        + b"<div class=related-articles><h3>Related Articles</h3>"
        + b"<div>\n<a href=/2025/the-tide-1>\n<div> " * 300
        + b"<i>\n</i> " * 300_000
    ),
    "related classes in one another": lambda: HEAD + b"<div class=related><a href=/2025/the-tide-1>" * 500 + b"<i>" * 30_000,
    "labels in one long text": lambda: HEAD + b"<div>" + b"<span>Read more:</span> " * 150_000,
    "lists that name one another": lambda: LD
    % json.dumps(
        {
            "@graph": [
                {"@id": f"#{number}", "@type": "ItemList", "name": "Read next", "itemListElement": [{"@id": f"#{other}"} for other in range(60)]}
                for number in range(60)
            ]
        }
    ).encode(),
    "keywords": lambda: b'<meta name="keywords" content="a, b">' * 200_000,
    "long articleBody": lambda: LD % json.dumps({"@type": "Article", "articleBody": PROSE.decode() * 9_000}).encode(),
    "wide state": lambda: state([{"type": "text", "title": "tide", "content": PROSE.decode()}] * 20_000),
    "an object of many texts": lambda: state({"k": {f"k{i}": PROSE.decode() * 3 for i in range(8_000)}}),
    "authors in authors": lambda: HEAD + b"<div itemprop=author>" * 200 + b"<b itemprop=name>Ada Holm</b>" * 20_000,
    "deep state": deep_state,
    "many states": lambda: b"<script>window.a={'b':1};window.c={\"d\":[1,2,3]};" + b"/*  */" * 70 + b"</script>" * 9_000,
}  # fmt: skip

DUMPS: dict[str, Callable[[], str]] = {
    "paragraphs": lambda: PROSE.decode() * 2 + ("\n\n" + PROSE.decode()) * 20_000,
    "one line": lambda: PROSE.decode() * 50_000,
    "short lines": lambda: "Related Articles\nA harbour reopens\n" * 100_000,
    "dates": lambda: "9 August 2025\n2 hours ago\n" * 100_000,
    "null bytes": lambda: "\0" * 5_000_000,
    "broken lines": lambda: ("word " * 14 + "\n") * 70_000,
    "Markdown's brackets": lambda: "# tide\n" + "[" * 2_500_000 + "![a](" * 500_000,
    "Markdown's stars": lambda: "# tide\n" + "**a_b " * 800_000,
    "numbers of links": lambda: (
        "[1]tide " * 600_000 + "\nReferences\n1. https://a.example\n2. https://b.example"
    ),
    "a menu": lambda: "Home\n" * 1_000_000,
    "lone surrogates": lambda: "\ud800 tide\n" * 500_000,
}


@pytest.fixture(scope="module")
def process() -> multiprocessing.context.ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crawler.parsers", __name__])
    return context


@pytest.mark.skipif(sys.platform == "win32", reason="no getrusage")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_stays_within_seconds_and_memory(
    name: str, process: multiprocessing.context.ForkServerContext
) -> None:
    seconds, peak = _measured(process, "page", name)
    assert seconds < MOST_SECONDS
    assert peak < MOST_BYTES


@pytest.mark.skipif(sys.platform == "win32", reason="no getrusage")
@pytest.mark.parametrize("name", DUMPS)
def test_a_text_dump_stays_within_seconds_and_memory(
    name: str, process: multiprocessing.context.ForkServerContext
) -> None:
    seconds, peak = _measured(process, "dump", name)
    assert seconds < MOST_SECONDS
    assert peak < MOST_BYTES


def _measured(process: multiprocessing.context.ForkServerContext, kind: str, name: str) -> tuple[float, int]:
    ours, theirs = process.Pipe(duplex=False)
    child = process.Process(target=_read, args=(kind, name, theirs), daemon=True)
    child.start()
    theirs.close()
    answered = ours.poll(60)
    if not answered:
        child.kill()
    child.join()
    assert answered, "no answer within a minute"
    seconds, peak = ours.recv()
    return seconds, peak


def _read(kind: str, name: str, results: Connection) -> None:
    document = PAGES[name]() if kind == "page" else DUMPS[name]()
    start = time.process_time()
    if isinstance(document, bytes):
        parse_article(document, "https://news.example/a", now=NOW)
    else:
        parse_text_dump(document, now=NOW)
    seconds = time.process_time() - start
    results.send((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT))
