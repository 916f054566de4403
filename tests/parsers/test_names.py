"""Names: what class names mean is looked up alike, compiled or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsers.body.class_words import CLASS_WORDS, LONGEST_NAMES, ClassMeaning, phrase_tree, remembered

PHRASES = sorted({phrase for phrases in CLASS_WORDS.values() for phrase in phrases.split()})
WORDS = sorted({word for phrase in PHRASES for word in phrase.split("-")})
# What stands between words or cuts them: signs, digits, letters of other scripts, a lone surrogate.
BETWEEN = st.sampled_from(
    ["", "-", "_", "__", " ", "2", "\n", "é", "ß", "İ", "中", "🔴", "\ud800", "x", "X", "@", "["]
)
WORD = st.sampled_from(WORDS) | st.sampled_from(PHRASES)
WRITTEN = WORD | WORD.map(str.capitalize) | WORD.map(str.upper) | WORD.map(str.title)
LIKE_NAMES = st.lists(st.tuples(WRITTEN, BETWEEN).map("".join), max_size=12).map("".join)
# No page holds NULs: the plain look-up takes them for ends of lines.
ANY = st.text(st.characters(blacklist_characters="\0"), max_size=40) | st.text("aAbZz-_ 0é中", max_size=30)
LONG = st.tuples(st.integers(LONGEST_NAMES - 30, LONGEST_NAMES), st.sampled_from("-aAé中🔴"), LIKE_NAMES).map(
    lambda parts: parts[0] * parts[1] + parts[2]
)

LookUp = Callable[[list[str | None]], list[int]]


@pytest.fixture(scope="module")
def compiled() -> LookUp:
    names = pytest.importorskip(
        "crawler.parsers.body._names", reason="crawler/parsers/body/_names.pyx is not built"
    )
    return names.Phrases(phrase_tree(), LONGEST_NAMES).meanings


@pytest.mark.parametrize("kind", ["plain", "compiled"])
@pytest.mark.parametrize(
    ("names", "meaning"),
    [
        ("shareBar", ClassMeaning.SHARE),
        ("SHAREBox", ClassMeaning.NONE),
        ("aShare", ClassMeaning.SHARE),
        ("read-also", ClassMeaning.RELATED),
        ("readAlso2 x", ClassMeaning.RELATED),
        ("read also", ClassMeaning.RELATED),
        ("read-x-also", ClassMeaning.NONE),
        ("read", ClassMeaning.NONE),
        ("shareé 中ad", ClassMeaning.SHARE | ClassMeaning.ADVERT),
        ("wp-caption-text", ClassMeaning.CAPTION),
        (" " * (LONGEST_NAMES - 3) + "share", ClassMeaning.NONE),
        (" " * (LONGEST_NAMES - 2) + "ads", ClassMeaning.ADVERT),
        ("", ClassMeaning.NONE),
    ],
)
def test_what_names_mean(request: pytest.FixtureRequest, kind: str, names: str, meaning: int) -> None:
    look_up = remembered if kind == "plain" else request.getfixturevalue("compiled")
    assert look_up([names, None, "x"]) == [meaning, ClassMeaning.NONE, ClassMeaning.NONE]


@given(lines=st.lists(LIKE_NAMES | ANY | LONG | st.none(), max_size=8))
def test_the_compiled_look_up_finds_the_same(compiled: LookUp, lines: list[str | None]) -> None:
    assert compiled(lines) == remembered(lines)


def test_every_phrase_is_found(compiled: LookUp) -> None:
    assert all(compiled([*PHRASES]))
    assert compiled([*PHRASES]) == remembered([*PHRASES])


def test_a_nul_parts_words(compiled: LookUp) -> None:
    names = "share\0ad\0\0"
    assert compiled([names]) == [ClassMeaning.SHARE | ClassMeaning.ADVERT]


def test_what_is_no_text_is_refused(compiled: LookUp) -> None:
    with pytest.raises(TypeError):
        compiled([b"share"])  # type: ignore[list-item]
