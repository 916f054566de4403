"""The compiled sketch of a text's runs of words is the plain one, for any words; its XXH3 is the library's."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xxhash import xxh3_64_intdigest

from crawler import plain_word_runs

compiled = pytest.importorskip("crawler._word_runs", reason="crawler/_word_runs.pyx is not compiled here")

LONGEST = 240
SEEDS = (0, 1, 2, (1 << 32) - 1, (1 << 63) + 17, (1 << 64) - 1)
WORD = st.text("tides éß潮🌊".replace(" ", ""), min_size=1, max_size=9)
# Few different words make few different runs, many make enough for each value in the first round.
WORDS = st.one_of(
    st.lists(WORD, max_size=40),
    st.lists(st.sampled_from(["the", "tide", "came", "in"]), max_size=300),
    st.integers(0, 400).flatmap(lambda count: st.just([f"w{number}" for number in range(count)])),
    st.lists(st.text("ab", min_size=60, max_size=90), min_size=8, max_size=12),
)


@pytest.mark.parametrize("size", range(LONGEST + 1))
def test_hashes_are_those_of_the_library(size: int) -> None:
    octets = random.Random(size).randbytes(size)  # noqa: S311 - bytes, no secrets
    for seed in SEEDS:
        assert compiled.xxh3_of(octets, seed) == xxh3_64_intdigest(octets, seed)


def test_longer_runs_are_refused_rather_than_hashed_wrongly() -> None:
    with pytest.raises(ValueError, match="more than 240 bytes"):
        compiled.xxh3_of(bytes(LONGEST + 1))


@settings(max_examples=300, deadline=None)
@given(words=WORDS, run=st.integers(1, 6), wanted=st.integers(1, 64), shortest=st.integers(1, 120))
def test_any_words(words: list[str], run: int, wanted: int, shortest: int) -> None:
    joined = " ".join(words).encode()
    expected = plain_word_runs.lowest_hashes(joined, run, wanted, shortest)
    assert compiled.lowest_hashes(joined, run, wanted, shortest) == expected


@pytest.mark.parametrize("run", [1, 5])
def test_words_of_any_length_are_sketched(run: int) -> None:
    joined = b" ".join(b"x" * length for length in range(1, 300))
    expected = plain_word_runs.lowest_hashes(joined, run, 24, 100)
    assert expected is not None
    assert compiled.lowest_hashes(joined, run, 24, 100) == expected


def test_more_values_than_it_has_room_for_are_left_to_the_plain_one() -> None:
    joined = b" ".join(b"w%d" % number for number in range(500))
    expected = plain_word_runs.lowest_hashes(joined, 5, 65, 100)
    assert compiled.lowest_hashes(joined, 5, 65, 100) == expected


def test_other_bytes_are_left_to_the_plain_one_and_what_is_none_is_refused() -> None:
    joined = bytearray(b" ".join(b"w%d" % number for number in range(300)))
    expected = plain_word_runs.lowest_hashes(bytes(joined), 5, 24, 100)
    assert compiled.lowest_hashes(joined, 5, 24, 100) == expected
    with pytest.raises(AttributeError):
        compiled.lowest_hashes(None, 5, 24, 100)
    with pytest.raises(TypeError):
        compiled.xxh3_of(None)
