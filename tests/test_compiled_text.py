"""The compiled text helpers return what the plain ones return, for any text and any bytes."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler import plain_text

compiled = pytest.importorskip("crawler._text", reason="crawler/_text.pyx is not compiled here")

NAMES = ("squeeze", "fold", "words", "count_words", "joined_words")
SPACES = "".join(filter(str.isspace, map(chr, range(0x10000))))

CHARACTERS = st.one_of(
    st.sampled_from("The tide is out: 17% of what's `left`, \x7fa_b c@d [e] "),
    st.sampled_from(SPACES),
    st.sampled_from("".join(map(chr, range(32)))),
    st.sampled_from([*plain_text.FOLDED]),
    st.characters(min_codepoint=0x80, max_codepoint=0x52F),
    st.characters(min_codepoint=0x300, max_codepoint=0x36F),
    st.characters(min_codepoint=0x2000, max_codepoint=0x20FF),
    st.characters(min_codepoint=0x1100, max_codepoint=0x11FF),
    st.characters(min_codepoint=0x3000, max_codepoint=0xD7FF),
    st.characters(min_codepoint=0xD800, max_codepoint=0xDFFF, categories=["Cs"]),
    st.characters(min_codepoint=0xF900, max_codepoint=0xFFFF),
    st.sampled_from("ßﬁ½…™İŉ¨ªµ²㎏ﷺ가각か゛が・한🌊🏖️👩‍🚒🄰𝐀"),
    st.characters(categories=["Cs", "L", "M", "N", "P", "S", "Z", "C"]),
)
# Of all kinds, and of one or two, so that every width a string is kept in is met.
TEXTS = st.one_of(
    st.text(CHARACTERS),
    st.text(st.characters(max_codepoint=0x7F)),
    st.text(st.characters(max_codepoint=0xFF)),
    st.text(st.sampled_from("aB \t`—…ß")),
    st.lists(
        st.sampled_from(["The tide ", "went out", " ", "\n", "—", "é", "潮", "🌊", "…", "ﷺ"]), max_size=80
    ).map("".join),
)


@st.composite
def almost_utf8(draw: st.DrawFn) -> bytes:
    """UTF-8 that is cut, and has some of its bytes replaced."""
    octets = bytearray(
        draw(st.text(CHARACTERS)).encode("utf-8", draw(st.sampled_from(["replace", "surrogatepass"])))
    )
    for _ in range(draw(st.integers(0, 2))):
        if octets:
            octets[draw(st.integers(0, len(octets) - 1))] = draw(st.integers(0, 255))
    start = draw(st.sampled_from([0, 0, 1, 2]))
    return bytes(octets[start : draw(st.integers(0, len(octets)))])


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=500, deadline=None)
@given(text=TEXTS)
def test_any_text(name: str, text: str) -> None:
    assert getattr(compiled, name)(text) == getattr(plain_text, name)(text)


@pytest.mark.parametrize("name", NAMES)
def test_every_character_alone_within_words_and_at_the_ends(name: str) -> None:
    fast: Callable[[str], object] = getattr(compiled, name)
    plain: Callable[[str], object] = getattr(plain_text, name)
    shapes = ("{0}", "a{0}b", " {0}{0} ", "潮{0}潮")
    characters = [chr(code) for code in range(0x10000)]
    characters += [chr(code) for code in range(0x10000, sys.maxunicode + 1, 37)]
    assert [
        (shape, hex(ord(character)))
        for shape in shapes
        for character in characters
        if fast(shape.format(character)) != plain(shape.format(character))
    ] == []


def test_all_that_unicode_composes() -> None:
    parts = (
        unicodedata.decomposition(chr(code)).split()
        for code in range(sys.maxunicode + 1)
        if not 0xAC00 <= code <= 0xD7A3
    )
    pairs = {
        "".join(chr(int(part, 16)) for part in pair) for pair in parts if len(pair) == 2 and pair[0][0] != "<"
    }
    jamo = [chr(code) for code in range(0x1100, 0x1200)]
    pairs.update(
        first + second for first in [*jamo, "가", "각", "ㄱ", "ㅏ"] for second in [*jamo, "ㅏ", "ﾡ", "ￂ"]
    )
    assert len(pairs) > 60_000
    assert [pair for pair in pairs if compiled.fold(f"x{pair}") != plain_text.fold(f"x{pair}")] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("length", [15, 16, 17, 33, 1023, 1024, 1025, 5000])
@pytest.mark.parametrize("filling", ["a", "a ", "aB", "é ", "潮", "潮 ", "🌊 ", "…", "ﷺ"])
def test_lengths_about_the_steps_and_rooms(name: str, length: int, filling: str) -> None:
    line = (filling * length)[:length]
    variants = [
        line,
        f" {line}",
        f"{line} ",
        f"{line}\n\n{line}",
        line[:-1] + "`",
        line[:-1] + "A",
        line[:-2] + "  ",
    ]
    fast, plain = getattr(compiled, name), getattr(plain_text, name)
    assert [fast(text) for text in variants] == [plain(text) for text in variants]


@pytest.mark.parametrize("name", ["squeeze", "fold"])
@pytest.mark.parametrize("text", ["the tide is out", "tide", "ebbe für alle", "潮が引く", "潮 🌊 x" * 400])
def test_what_needs_no_change_is_handed_back(name: str, text: str) -> None:
    assert getattr(compiled, name)(text) is text


@pytest.mark.parametrize("name", NAMES)
def test_texts_of_other_classes_become_texts(name: str) -> None:
    class Marked(str):
        __slots__ = ()

    for text in ("tide", " Tide\t–", "潮 "):
        fast, plain = getattr(compiled, name)(Marked(text)), getattr(plain_text, name)(Marked(text))
        assert fast == plain
        assert type(fast) is type(plain)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", [None, 0, 5, b"tide", [], ["tide"]])
def test_what_is_no_text_fares_alike(name: str, value: object) -> None:
    def told(function: Callable[[object], object]) -> object:
        try:
            return function(value)
        except Exception as error:  # noqa: BLE001 - whatever the plain one raises
            return repr(error)

    assert told(getattr(compiled, name)) == told(getattr(plain_text, name))


@settings(max_examples=1000, deadline=None)
@given(html=st.one_of(almost_utf8(), st.binary()))
def test_any_bytes(html: bytes) -> None:
    assert compiled.is_utf8(html) == plain_text.is_utf8(html)


def test_every_end_of_three_bytes() -> None:
    borders = (0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xF0, 0xF4, 0xF5, 0xFF)
    ends = [
        bytes(end)
        for first in range(256)
        for second in borders
        for third in borders
        for end in ([first], [first, second], [first, second, third], [first, second, third, 0xBF])
    ]
    assert [end for end in ends if compiled.is_utf8(b"tide" + end) != plain_text.is_utf8(b"tide" + end)] == []
