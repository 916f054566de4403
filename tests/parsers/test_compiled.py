"""Compiled and plain: what is compiled for speed returns what its plain twin returns, for any page."""

from __future__ import annotations

import gc
import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement

from crawler import plain_told
from crawler.compiled import MODULES, parsers_are
from crawler.page import parse_tree
from crawler.parsers import plain_inner_texts, plain_laid_lines, plain_seek
from crawler.parsers.body import plain_frames
from crawler.parsers.body.segmentation import Block, Segmentation
from crawler.parsers.body.walk import walk as plain_walk

inner = pytest.importorskip(
    "crawler.parsers._inner", reason="nothing is compiled here: no C compiler at installation"
)
compiled_lines = pytest.importorskip("crawler.parsers._lines")
compiled_seek = pytest.importorskip("crawler.parsers._seek")
compiled_told = pytest.importorskip("crawler._told").told
compiled_frames = pytest.importorskip("crawler.parsers.body._frames")
compiled_walk = pytest.importorskip("crawler.parsers.body._walk").walk

ROOT = Path(__file__).parents[2]
PAGES = sorted(ROOT.glob("fixtures/articles/*/page.html"))

# Each is a thing that the walk treats in a way of its own.
PARTS = (
    "<p>", "</p>", "<div class='body x'>", "<div id=main>", "</div>", "<br>", "<br/>\n<br>", "text", " ", "\n\t", "\xa0",
    "\u2003", "\u00ad", "zwei\u200bWörter", "東京", "<a href='/a'>", "<a>", "<a rel='tag author' href=b>", "</a>",
    "<span class='sr-only'>", "<span>", "</span>", "<ul>", "<ol>", "<li>", "</li>", "</ul>", "</ol>", "<h1>", "</h1>",
    "<h4 hidden>", "</h4>", "<script>x<y</script>", "<style>p{}</style>", "<button>", "</button>", "<select><option>",
    "<table><tr><td>1<td>2<tr><td>3<td>4</table>", "<table><tr><td><h2>", "<pre> a\n b</pre>", "<!-- c -->", "<?pi x?>",
    "<nav role=navigation>", "</nav>", "<div style='display: none'>", "<div role=contentinfo>", "<x-teaser>", "</x-teaser>",
    "<svg:path>", "<p itemprop=articleBody>", "<time itemprop='' datetime=x>", "</time>", "&nbsp;", "&foo;", "<![CDATA[x]]>",
    "<td>", "<p class=''>", "<p class=a class=b id=c>", "<blockquote>", "</blockquote>", "<input>", "<img>",
)  # fmt: skip


def told(cut: Segmentation) -> dict[str, object]:
    """All that a segmentation says, elements by their place on the page."""
    frames = cut.frames
    return {
        "frames": [
            frames.parents,
            frames.tags,
            frames.places,
            frames.marked,
            frames.names,
            frames.headings,
            frames.bodies,
        ],
        "framed": list(frames.elements),
        "blocks": [
            (
                b.index,
                b.kind,
                b.text,
                b.frame,
                b.link_chars,
                b.level,
                b.number,
                b.start,
                b.stop,
                list(b.pieces),
            )
            for b in cut.blocks
        ],
        "controls": set(cut.controls),
        "elements": list(cut.elements),
        "named": list(cut.named.items()),
        "previous": list(cut.previous),
        "with_property": list(cut.with_property),
        "telling": list(cut.telling),
        "links": list(cut.links),
        "with_relation": list(cut.with_relation),
        "begun": list(cut.begun),
        "beginnings": list(cut.beginnings),
    }


def assert_alike(tree: HtmlElement) -> None:
    expected, found = told(plain_walk(tree)), told(compiled_walk(tree))
    for name, value in expected.items():
        assert found[name] == value, name


def test_the_modules_named_are_those_there_are() -> None:
    sources = sorted(path.relative_to(ROOT).with_suffix("") for path in (ROOT / "crawler").rglob("*.pyx"))
    assert [".".join(source.parts) for source in sources] == sorted(MODULES)
    assert all((ROOT / source).with_suffix(".pyi").exists() for source in sources)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_a_page_is_cut_alike(page: Path) -> None:
    assert_alike(parse_tree(page.read_bytes()))


@given(st.lists(st.sampled_from(PARTS), max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_markup_is_cut_alike(parts: list[str]) -> None:
    assert_alike(parse_tree("".join(parts).encode()))


@given(st.data())
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
def test_a_part_of_a_page_is_cut_alike(data: st.DataObject) -> None:
    tree = parse_tree(data.draw(st.sampled_from(PAGES)).read_bytes())
    elements = list(tree.iter())
    assert_alike(elements[data.draw(st.integers(0, len(elements) - 1))])


@pytest.mark.parametrize(
    "markup",
    [
        "<div>a line " * 30_000,
        "<b>x" * 30_000,
        "<p>x" * 130_000,
        "".join(f"<t{n}>x" for n in range(3_000)),
        "<a href=x>" * 5_000 + "<table><tr><td>" * 1_000,
        "",
    ],
    ids=["deep", "deep inline", "more elements than are read", "thousands of tags", "links in links", "nothing"],
)  # fmt: skip
def test_an_odd_page_is_cut_alike(markup: str) -> None:
    expected, found = plain_walk(tree := parse_tree(markup.encode())), compiled_walk(tree)
    assert found.frames.parents == expected.frames.parents
    assert found.frames.tags == expected.frames.tags
    assert [block.text for block in found.blocks] == [block.text for block in expected.blocks]
    assert list(found.links) == list(expected.links)


def test_elements_outlive_what_gave_them() -> None:
    cut = compiled_walk(parse_tree(b"<div class=a><p>one</p><p class=b>two</p></div>"))
    elements: Sequence[HtmlElement] = cut.elements
    del cut
    gc.collect()
    assert [element.get("class") for element in elements] == ["a", "b"]
    assert elements[-1].text == "two"
    assert elements[0] is elements[0]
    assert [element.get("class") for element in elements[1:]] == ["b"]
    with pytest.raises(IndexError):
        elements[2]


FRAMES = st.integers(0, 40).flatmap(
    lambda count: st.tuples(
        st.tuples(*(st.integers(-1, frame - 1) for frame in range(count))),
        st.lists(st.sampled_from([0, 0, 0, 1, 3, 8, 35]), min_size=count, max_size=count),
        st.lists(st.sampled_from([0, 0, 0, 1, 4, 129]), min_size=count, max_size=count),
        st.lists(
            st.tuples(st.integers(0, max(0, count - 1)), st.floats(0, 900)), max_size=30 if count else 0
        ),
    )
)


@given(FRAMES)
@settings(max_examples=300, deadline=None)
def test_loops_over_frames_are_alike(
    frames: tuple[tuple[int, ...], list[int], list[int], list[tuple[int, float]]],
) -> None:
    parents, places, meanings, prose = list(frames[0]), frames[1], frames[2], frames[3]
    own = plain_frames.own_reasons(parents, places, meanings, reason_of)
    assert compiled_frames.own_reasons(parents, places, meanings, reason_of) == own
    reasons = plain_frames.passed_down(parents, own)
    assert compiled_frames.passed_down(parents, own) == reasons
    assert compiled_frames.outermost(parents, own, reasons) == plain_frames.outermost(parents, own, reasons)
    tags = [("div", "p", "li")[place % 3] for place in places]
    for inner in ({"p", "li"}, {"div"}):
        assert compiled_frames.outside_of(parents, tags, inner) == plain_frames.outside_of(
            parents, tags, inner
        )
    for top in (-1, 0, len(parents) // 2):
        assert compiled_frames.marked_below(parents, meanings, 4, top) == plain_frames.marked_below(
            parents, meanings, 4, top
        )
    blocks = [Block(index, "paragraph", "text", frame) for index, (frame, _) in enumerate(prose)]
    weights = [weight for _, weight in prose]
    assert compiled_frames.prose_mass(parents, blocks, weights) == plain_frames.prose_mass(
        parents, blocks, weights
    )


def reason_of(own: int, meaning: int) -> str | None:
    return f"{own} {meaning}" if own & 1 or meaning & 4 else None


@given(st.lists(st.sampled_from(PARTS), max_size=40), st.integers(0, 5))
@settings(max_examples=300, deadline=None)
def test_inner_texts_are_alike(parts: list[str], limit: int) -> None:
    for element in parse_tree("".join(parts).encode()).iter():
        texts = [text for text in element.itertext() if isinstance(element.tag, str)]
        assert inner.inner_texts(element) == texts
        assert inner.inner_texts(element, limit) == texts[:limit]
        assert inner.inner_text(element) == "".join(texts)
        tags = {inner_element.tag for inner_element in element.iterdescendants()}
        inside = sum(1 for _ in element.iterdescendants())
        assert inner.holds_only(element, tags, inside)
        assert not inside or not inner.holds_only(element, tags, inside - 1)
        assert not inside or not inner.holds_only(
            element, tags - {next(element.iterdescendants()).tag}, inside
        )


@given(st.lists(st.sampled_from(PARTS), max_size=60), st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_elements_are_put_in_order_alike(parts: list[str], dice: random.Random) -> None:
    elements = list(parse_tree("".join(parts).encode()).iter("*"))
    some = dice.sample(elements, dice.randint(0, len(elements)))
    expected = [element for element in elements if element in some]
    assert inner.in_page_order(some) == expected
    assert plain_inner_texts.in_page_order(some) == expected


@given(st.lists(st.sampled_from((*PARTS, "Ada9", "&#8203;", "x" * 400)), max_size=60), st.integers(0, 30))
@settings(max_examples=300, deadline=None)
def test_laid_lines_are_alike(parts: list[str], limit: int) -> None:
    tree = parse_tree("".join(parts).encode())
    for element in tree.iter():
        expected = list(plain_laid_lines.laid_lines(iter([element, tree]), limit))
        assert list(compiled_lines.laid_lines(iter([element, tree]), limit)) == expected


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" + part * 300 + "</div>"
        for part in ("<p>x", "<b>x</b>", "<br> ", "y<br>", "<i></i>", " <hr>" * 40 + "z")
    ],
)
def test_crowded_lines_are_alike(markup: str) -> None:
    tree = parse_tree(markup.encode())
    expected = list(plain_laid_lines.laid_lines(iter([tree]), 250))
    assert list(compiled_lines.laid_lines(iter([tree]), 250)) == expected


@given(st.lists(st.text("aB9é٣Ⅷ中 .", max_size=3), max_size=6))
def test_flows_are_alike(pieces: list[str]) -> None:
    assert compiled_lines.flow(list(pieces)) == plain_laid_lines.flow(list(pieces))


@given(st.lists(st.sampled_from(PARTS), max_size=60), st.integers(0, 4))
@settings(max_examples=200, deadline=None)
def test_what_is_sought_is_alike(parts: list[str], limit: int) -> None:
    for element in parse_tree("".join(parts).encode()).iter():
        links = plain_seek.links_whose(element, lambda href: href != "b", limit)
        assert list(compiled_seek.links_whose(element, lambda href: href != "b", limit)) == list(links)
        for tag in ("p", "img"):
            behind = plain_seek.next_behind(element, tag, limit)
            assert compiled_seek.next_behind(element, tag, limit) == behind
            assert behind == element.xpath(f"following::{tag}")[:limit]


@given(st.lists(st.sampled_from((*PARTS, "2025", "٣ مارس", "Ⅷ½", "9 & 10")), max_size=60), st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_texts_with_numbers_are_alike(parts: list[str], limit: int) -> None:
    for element in parse_tree("".join(parts).encode()).iter():
        expected = list(plain_seek.numbered_texts(element, range(1, 12), limit))
        assert list(compiled_seek.numbered_texts(element, range(1, 12), limit)) == expected


HEAD = (
    "<meta name=author content='Ada Holm'>", "<meta name='' content=''>", "<META PROPERTY='og:title' content=T&amp;T&foo;>",
    "<meta itemprop=x http-equiv>", "<meta name=a name=b content=\xe9>", "<link rel='Canonical x' href=' /a '>", "<link>",
    "<base href=b>", "<base>", "<script type='application/LD+JSON'>{}</script>", "<script type=ld+json></script>",
    "<script>var x</script>", "<script type>y</script>", "<style>", "</style>", "<svg:meta content=x>", "<metal content=y>",
    "<body>", "<p>", "</p>", "text", "<!-- c -->", "<h1>", "<noscript><div>", "</noscript>", "<h1>" * 40, "<noscript><link rel=z href=z></noscript>", "<svg><script type=ld+json>s",
)  # fmt: skip


@given(st.lists(st.sampled_from(HEAD), max_size=30))
@settings(max_examples=300, deadline=None)
def test_heads_are_alike(parts: list[str]) -> None:
    tree = parse_tree("".join(parts).encode())
    for element in tree.iter():
        assert list(compiled_told(element)) == list(plain_told.told(element))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_the_head_and_the_lines_of_a_page_are_alike(page: Path) -> None:
    tree = parse_tree(page.read_bytes())
    assert list(compiled_told(tree)) == list(plain_told.told(tree))
    expected = list(plain_laid_lines.laid_lines(iter([tree]), 2_000))
    assert list(compiled_lines.laid_lines(iter([tree]), 2_000)) == expected


READ_ALL = """
import json, sys
from datetime import UTC, datetime
from pathlib import Path
from crawler.compiled import MODULES, parsers_are
from crawler.parsers import parse_article
now = datetime(2026, 1, 1, tzinfo=UTC)
pages = {path: parse_article(Path(path).read_bytes(), "https://news.example/a", now=now) for path in sys.stdin.read().split()}
json.dump([parsers_are(), {path: article.to_record() for path, article in pages.items()}], sys.stdout)
"""


def read_all(**environment: str) -> tuple[str, dict[str, object]]:
    outcome = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", READ_ALL],
        input="\n".join(map(str, PAGES)),
        env=os.environ | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    kind, records = json.loads(outcome.stdout)
    return kind, records


def test_articles_are_alike_with_and_without_what_is_compiled() -> None:
    assert parsers_are() == "compiled" or os.environ.get("COPYDESK_PLAIN")
    compiled, expected = read_all(COPYDESK_PLAIN=""), read_all(COPYDESK_PLAIN="1")
    assert (compiled[0], expected[0]) == ("compiled", "plain")
    assert len(expected[1]) == len(PAGES)
    for path, record in expected[1].items():
        assert compiled[1][path] == record, path


def test_random_names_do_not_run_into_one_another() -> None:
    dice = random.Random(9)  # noqa: S311 - names, no secrets
    names = [" ".join(dice.choices("abcdef", k=dice.randint(1, 3))) for _ in range(500)]
    assert_alike(parse_tree("".join(f"<p class='{name}'>x" for name in names).encode()))
