"""Compiled functions read no memory that is not theirs, whatever they are given, and are left alone where lxml is another."""

from __future__ import annotations

import gc
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from crawler.page import parse_tree
from crawler.parsers.body.segmentation import Block, Frames

inner = pytest.importorskip(
    "crawler.parsers._inner", reason="nothing is compiled here: no C compiler at installation"
)
blocks = pytest.importorskip("crawler.parsers.body._blocks")
finder = pytest.importorskip("crawler.parsers._finder")
frames = pytest.importorskip("crawler.parsers.body._frames")
walk = pytest.importorskip("crawler.parsers.body._walk")

ROOT = Path(__file__).parents[2]


def block(frame: int) -> Block:
    return Block(0, "paragraph", "The tide is out", frame)


def test_many_siblings_are_put_in_page_order_in_bounded_time() -> None:
    tree = parse_tree(b"<p>tide" * 30_000)
    expected = list(tree.iter("p"))
    mixed = random.Random(1).sample(expected, len(expected))  # noqa: S311 - a shuffle
    started = time.process_time()
    assert inner.in_page_order(mixed) == expected
    assert time.process_time() - started < 2


@pytest.mark.parametrize("count", [3, 100])
def test_elements_of_two_pages_are_all_returned(count: int) -> None:
    given = [*parse_tree(b"<p>" * count).iter("p"), *parse_tree(b"<p>" * count).iter("p")]
    assert set(inner.in_page_order(given)) == set(given)


@pytest.mark.parametrize(
    ("function", "given"),
    [
        ("own_reasons", ([-1, 0], [1], [1, 1], lambda place, meaning: None)),
        ("own_reasons", ([-1, 99], [1, 1], [1, 1], lambda place, meaning: None)),
        ("own_reasons", ([-1], None, [1], lambda place, meaning: None)),
        ("passed_down", ([-1, 0, 0], ["a"])),
        ("passed_down", ([-1, 9_999_999], ["a", None])),
        ("outermost", ([-1], ["a", "b"], ["a", "b"])),
        ("outside_of", ([-1, 0], ["li"], {"li"})),
        ("marked_below", ([-1, 0], [0], 1, 0)),
        ("prose_mass", ([-1, 0], [block(99_999_999)], [1.0])),
        ("prose_mass", ([-1, 0], [block(-99_999_999)], [1.0])),
        ("prose_mass", ([-1, 99_999_999], [block(1)], [1.0])),
    ],
)
def test_lists_of_frames_that_do_not_fit_are_refused(function: str, given: tuple[object, ...]) -> None:
    with pytest.raises((IndexError, TypeError, ValueError)):
        getattr(frames, function)(*given)


@pytest.mark.parametrize("parents", [[], [-1], [-1, 99_999_999]])
@pytest.mark.parametrize("frame", [1, -99_999_999, 99_999_999])
def test_blocks_of_no_frame_are_refused(parents: list[int], frame: int) -> None:
    with pytest.raises(IndexError):
        blocks.extents(parents, [block(frame)])


@pytest.mark.parametrize(
    "given",
    [
        Frames(parents=[-1, 0], tags=["li"], marked=[0, 1]),
        Frames(parents=[-1, 99_999_999], tags=["li", "li"], marked=[0, 1]),
        Frames(parents=[-1, 0], tags=["li", "li"], marked=[0, 99_999_999]),
    ],
)
def test_frames_that_do_not_fit_have_no_kinds(given: Frames) -> None:
    with pytest.raises((IndexError, ValueError)):
        blocks.name_kinds(given, [block(1)])


def test_blocks_without_a_text_are_refused() -> None:
    textless = SimpleNamespace(text=None, frame=0)
    with pytest.raises(TypeError):
        blocks.prose_weights([textless])
    with pytest.raises(TypeError):
        blocks.that_may_say([textless], "tide")


def test_what_is_no_element_is_refused() -> None:
    with pytest.raises(TypeError):
        walk.Elements(None)
    with pytest.raises(TypeError):
        walk.walk(parse_tree(b"<p>tide")).elements.places_of([None])


def test_words_that_are_none_are_refused() -> None:
    with pytest.raises(TypeError):
        finder.Finder([("tide",)])


def test_elements_taken_out_of_their_page_stay_readable() -> None:
    tree = parse_tree(b"<body><div id=a>" + b"<p class=b>tide" * 1_000)
    taken = tree.find(".//div")
    taken.getparent().remove(taken)
    cut = walk.walk(taken)
    del taken, tree
    gc.collect()
    # What is freed would be given out again.
    assert parse_tree(b"<body>" + b"<i class=d>ebb" * 1_000) is not None
    assert [element.get("class") for element in cut.elements][1:] == ["b"] * 1_000


OTHER_LXML = {
    "libxml2": "etree.LIBXML_VERSION = (2, 9, 14)",
    "signature": "etree.__pyx_capi__['elementFactory'] = etree.__pyx_capi__['textOf']",
    "lacking": "del etree.__pyx_capi__['elementFactory']",
}


@pytest.mark.parametrize("change", OTHER_LXML.values(), ids=OTHER_LXML)
def test_plain_functions_are_used_where_lxml_is_another(change: str) -> None:
    program = f"""
from lxml import etree
{change}
from crawler.parsers import parse_article
from crawler.parsers.body.blocks import walk
from crawler.parsers.laid_lines import laid_lines
assert parse_article(b"<title>Tide</title><p>The tide is out.", "https://news.example/a").title == "Tide"
print(walk.__module__, laid_lines.__module__)
"""
    outcome = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", program],
        env=os.environ | {"COPYDESK_PLAIN": ""},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert outcome.stdout.split() == ["crawler.parsers.body.walk", "crawler.parsers.plain_laid_lines"]
