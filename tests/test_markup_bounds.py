"""Markup bounds: honest markup is left as it is; what no honest page has so much of is cut, and all around it stays."""

import base64

import pytest

from crawler.markup_bounds import MAX_ATTRIBUTES, MAX_TAGS, bounded

BIG = b"<p>" + b"The tide came twice. " * 40_000 + b"</p>"


def endless(names: int) -> bytes:
    return b"<div " + b" ".join(b"a%d=1" % number for number in range(names)) + b">"


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"tide",
        b"<p>tide</p>" * 20_000,
        BIG,
        b"<script>var a = 1; " + b"a = a + 1; " * 100_000 + b"</script><p>tide</p>",
        b"<img src='data:image/png;base64," + base64.b64encode(bytes(500_000)) + b"'><p>tide</p>",
        b"<div data-state='" + b'{"a": 1, "b": [2, 3]}, ' * 50_000 + b"'><p>tide</p></div>",
        endless(MAX_ATTRIBUTES) + b"<p>tide</p>",
    ],
    ids=[
        "empty",
        "no tag",
        "many tags",
        "one paragraph",
        "script",
        "picture",
        "JSON in an attribute",
        "some attributes",
    ],
)
def test_honest_markup_stays(page: bytes) -> None:
    assert bounded(page) == page


@pytest.mark.parametrize("around", [b"", BIG], ids=["small page", "big page"])
def test_an_endless_tag_is_cut_and_its_surroundings_stay(around: bytes) -> None:
    cut = bounded(b"before " + around + endless(20_000) + b"inside</div>" + endless(20_000) + b"after")
    assert cut.startswith(b"before " + around + b"<div a0=1 a1=1 ")
    assert cut.count(b"=1") <= 2 * MAX_ATTRIBUTES
    assert b">inside</div><div " in cut
    assert cut.endswith(b">after")


def test_an_endless_tag_that_never_ends_is_cut() -> None:
    assert len(bounded(b"<p>tide</p>" + endless(50_000)[:-1])) < 10_000


def test_tags_behind_the_last_that_counts_are_dropped() -> None:
    page = b"<p>a line of text" * (MAX_TAGS + 5_000)
    assert bounded(page) == b"<p>a line of text" * MAX_TAGS
