"""Loops over blocks, and the score of one: compiled, they return what their plain twins return."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.page import parse_tree
from crawler.parsers.body import block_score, kinds, plain_blocks
from crawler.parsers.body.features import NAMES
from crawler.parsers.body.segmentation import Block, BlockKind, Segmentation
from crawler.parsers.body.walk import walk
from crawler.text import fold

blocks = pytest.importorskip(
    "crawler.parsers.body._blocks", reason="nothing is compiled here: no C compiler at installation"
)
compiled_score = pytest.importorskip("crawler.parsers.body._block_score")

ROOT = Path(__file__).parents[2]
PAGES = sorted(ROOT.glob("fixtures/articles/*/page.html"))
BODY = ROOT / "crawler" / "parsers" / "body"

# Each is a thing that one of the loops treats in a way of its own.
SIGNS = "aAzZeÉé\u0301 .:`'’“0_-東\u3040\u9fff\uac00ﬁİß🔴"
TEXT = st.text(SIGNS, min_size=1, max_size=120) | st.text(min_size=1, max_size=90)
KINDS: list[BlockKind] = ["paragraph", "paragraph", "heading", "list_item", "quote", "code", "table"]
LISTED = (
    "<ul>", "<ol>", "</ul>", "</ol>", "<li>", "</li>", "<h2>", "</h2>", "<h4>x</h4>", "<blockquote>", "</blockquote>",
    "<div>", "<div><div><div><div><div>", "</div>", "<p>", "</p>", "text", " <b>bold</b> ", "<pre>code</pre>", "<menu>",
)  # fmt: skip


def cut_of(markup: bytes) -> Segmentation:
    return walk(parse_tree(markup))


def assert_alike(markup: bytes) -> None:
    compiled, plain = cut_of(markup), cut_of(markup)
    blocks.name_kinds(compiled.frames, compiled.blocks)
    kinds.name_kinds(plain.frames, plain.blocks)
    assert told(compiled) == told(plain)
    parents = plain.frames.parents
    assert blocks.extents(parents, compiled.blocks) == plain_blocks.extents(parents, plain.blocks)
    assert blocks.prose_weights(compiled.blocks) == plain_blocks.prose_weights(plain.blocks)
    assert [block.letters for block in compiled.blocks] == [block.letters for block in plain.blocks]


def told(cut: Segmentation) -> list[tuple[BlockKind, int, int]]:
    return [(block.kind, block.level, block.number) for block in cut.blocks]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_the_blocks_of_a_page_are_alike(page: Path) -> None:
    assert_alike(page.read_bytes())


@given(st.lists(st.sampled_from(LISTED), max_size=60))
@settings(max_examples=300, deadline=None)
def test_the_blocks_of_any_markup_are_alike(parts: list[str]) -> None:
    assert_alike("".join(parts).encode())


@given(st.lists(st.tuples(TEXT, st.sampled_from(KINDS), st.integers(0, 150)), max_size=8))
@settings(deadline=None)
def test_prose_is_weighed_alike(texts: list[tuple[str, BlockKind, int]]) -> None:
    first, second = (
        [Block(index, kind, text, 0, links) for index, (text, kind, links) in enumerate(texts)]
        for _ in range(2)
    )
    assert blocks.prose_weights(first) == plain_blocks.prose_weights(second)
    assert [block.letters for block in first] == [block.letters for block in second]


@given(st.lists(TEXT, min_size=1, max_size=8), st.data())
@settings(deadline=None)
def test_blocks_that_may_say_a_line_are_alike(texts: list[str], data: st.DataObject) -> None:
    own = [Block(index, "paragraph", text, 0) for index, text in enumerate(texts)]
    start = data.draw(st.integers(0, 8))
    line = data.draw(st.sampled_from(["", *map(fold, texts), *(fold(text)[:start] for text in texts)]) | TEXT)
    assert blocks.that_may_say(own, line) == plain_blocks.that_may_say(own, line)


@given(TEXT | st.just(""), st.lists(TEXT, max_size=5))
def test_words_of_a_line_are_found_alike(line: str, texts: list[str]) -> None:
    compiled, plain = blocks.Words(line), plain_blocks.Words(line)
    for text in (*texts, line, f"{line} {line}", f"{line}x", ""):
        assert compiled.share_in(text) == plain.share_in(text)


VALUE = st.booleans() | st.integers(-60, 900) | st.floats(0, 1) | st.floats(-1e6, 1e6)


@given(st.tuples(*[VALUE] * len(NAMES)))
def test_the_score_is_the_same(row: tuple[float, ...]) -> None:
    assert compiled_score.score(row) == block_score.score(row)


def test_both_scores_are_of_one_training() -> None:
    plain, compiled = ((BODY / name).read_text("utf-8") for name in ("block_score.py", "_block_score.pyx"))
    assert plain.partition("    total += (")[2] == compiled.partition("    total += (")[2]
