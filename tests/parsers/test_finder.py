"""Finder: the words of a vocabulary are found in texts and lines, compiled or not alike."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsers.plain_finder import Beginnings as PlainBeginnings
from crawler.parsers.plain_finder import Finder as PlainFinder
from crawler.parsers.related.labels import LEADING

# Few signs, so that words are found: letters that differ by a bit, letters whose lowest byte or bits are another's
# ('š' and 'a', '中' and '-'), a line's end, a lone surrogate and signs of one, two and four bytes.
SIGNS = "abAB-_ \0\t\x1c\x85\xa0éšx中文ー🔴\ud800"
TEXTS = st.text(SIGNS, max_size=60) | st.text(max_size=30)
WORDS = st.lists(st.text(SIGNS.replace("\0", ""), min_size=1, max_size=6), max_size=12)
NAMES = st.lists(
    st.lists(st.sampled_from("date post-date 更新 byline tag time-line x 🔴date".split()), max_size=4).map(
        " ".join
    )
).map("\0".join)
STARTS = st.lists(
    (st.text(SIGNS, max_size=4) | st.text(max_size=12)).map(lambda text: " ".join(text.split()).casefold()),
    max_size=8,
)


@pytest.fixture(scope="module")
def compiled() -> ModuleType:
    return pytest.importorskip("crawler.parsers._finder", reason="crawler/parsers/_finder.pyx is not built")


@pytest.fixture(params=["plain", "compiled"])
def finder(request: pytest.FixtureRequest) -> type[PlainFinder]:
    return PlainFinder if request.param == "plain" else request.getfixturevalue("compiled").Finder


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (["date"], "lead\0post-date date\0\0update", {1: 5, 3: 21}),
        (["date", "ate"], "date", {0: 0}),
        (["a"], "a\0b\0a", {0: 0, 2: 4}),
        (["ab", "中文"], "\0中\0中文\0a", {2: 3}),
        (["🔴"], "b🔴\0🔴", {0: 0, 1: 3}),
        (["date"], "dat\0e", {}),
        (["date"], "", {}),
        ([], "date", {}),
    ],
)
def test_lines_that_hold_a_word(
    finder: type[PlainFinder], words: list[str], text: str, expected: dict[int, int]
) -> None:
    assert finder(words).lines(text) == expected
    assert finder(words).found_in(text) == bool(expected)


def test_texts_that_hold_a_word(finder: type[PlainFinder]) -> None:
    assert finder(["tide", "潮"]).which(["The tides", "", "Tide", "満潮", "tid"]) == [0, 3]
    assert finder(["tide"]).which(iter(["Pier", "Port"])) == []


@pytest.mark.parametrize("word", ["", "da\0te"])
def test_a_word_that_no_line_can_hold_is_refused(finder: type[PlainFinder], word: str) -> None:
    with pytest.raises(ValueError, match="empty or holds a NUL"):
        finder(["date", word])


def test_what_is_no_text_is_refused(compiled: ModuleType) -> None:
    found = compiled.Finder(["date"])
    for ask in (found.found_in, found.lines, lambda text: found.which([text])):
        with pytest.raises(TypeError):
            ask(b"date")
    with pytest.raises(TypeError):
        compiled.Beginnings(["rel"], LEADING).places([None])


@given(words=WORDS, shared=st.lists(st.text(SIGNS, max_size=2), max_size=3), text=TEXTS)
def test_lines_are_found_as_by_looking_at_each(words: list[str], shared: list[str], text: str) -> None:
    starts = [0, *(match.end() for match in re.finditer("\0", text))]
    held = [any(word in line for word in words) for line in text.split("\0")]
    expected = {line: starts[line] for line, holds in enumerate(held) if holds}
    assert list(PlainFinder(words, shared).lines(text).items()) == list(expected.items())


@given(words=WORDS, text=TEXTS | NAMES, texts=st.lists(TEXTS, max_size=6))
def test_the_compiled_finder_finds_the_same(
    compiled: ModuleType, words: list[str], text: str, texts: list[str]
) -> None:
    plain, fast = PlainFinder(words), compiled.Finder(words)
    assert fast.found_in(text) == plain.found_in(text)
    assert list(fast.lines(text).items()) == list(plain.lines(text).items())
    assert fast.which(texts) == plain.which(texts)


@given(names=NAMES, words=st.lists(st.sampled_from(["date", "line", "tag", "更新", "e", "🔴d", "e-"])))
def test_names_are_found_alike(compiled: ModuleType, names: str, words: list[str]) -> None:
    assert compiled.Finder(words).lines(names) == PlainFinder(words).lines(names)


@given(starts=STARTS, texts=st.lists(TEXTS, max_size=6))
def test_no_text_that_begins_so_is_passed_over(
    compiled: ModuleType, starts: list[str], texts: list[str]
) -> None:
    places = compiled.Beginnings(starts, LEADING).places(texts)
    may = [place for place, text in enumerate(texts) if begins(text).startswith(tuple(starts))]
    assert set(may) <= set(places) <= set(PlainBeginnings(starts, LEADING).places(texts))


def begins(text: str) -> str:
    return " ".join(text.lstrip(LEADING + "\v\f\x1c\x1d\x1e\x1f").split()).casefold()


def test_every_character_is_folded_as_python_does(compiled: ModuleType) -> None:
    for char in map(chr, range(0x11000)):
        if char not in LEADING and not char.isspace():
            found = compiled.Beginnings([f"tide {char.casefold()}"], LEADING).places([f" «Tide \n{char}!"])
            assert found == [0], hex(ord(char))


def test_most_texts_are_passed_over(compiled: ModuleType) -> None:
    texts = [
        "Relations",
        "Quay Street",
        " Related\n Stories",
        "» Zebra",
        "» Read on",
        "\n\t関連記事",
        "読",
        "x",
        " ",
    ]
    assert compiled.Beginnings(["related stories", "read", "関連"], LEADING).places(texts) == [2, 4, 5]
