"""The learned score: what it makes of blocks whose place alone tells too little."""

from __future__ import annotations

import inspect
import re
from datetime import UTC, datetime

import pytest

from crawler.parsers.article import parse_article
from crawler.parsers.body import block_score
from crawler.parsers.body.features import NAMES

NOW = datetime(2025, 8, 10, tzinfo=UTC)
TEXT = [
    "The ferry to Sandle Point was late on Monday for the first time in nine years, and the reason sat on the ramp: a "
    "grey seal of some two hundred kilos, which would not be moved.",
    "Harbour master Ines Dorrit tried a broom, a bucket and, in the end, a trumpet. “It looked at me as my father used "
    "to,” she said. “I put the trumpet down.”",
    "At twenty to nine the animal went into the water of its own accord. Forty-one passengers clapped, three of them "
    "from the wrong boat, which had waited beside the ramp out of curiosity.",
    "The company has now asked the county for a second ramp. The county has asked the company whether the seal pays "
    "harbour dues, and has promised an answer by the end of the month.",
]
LEAD = (
    "Nothing on this coast is as punctual as the Sandle ferry, people set their clocks by it, and so on Monday half the "
    "town was eleven minutes slow."
)


def body_of(html: str) -> list[str]:
    page = f"<html lang=en><head><title>Seal stops ferry</title></head><body>{html}</body></html>"
    return parse_article(page.encode(), "https://gazette.example/seal", now=NOW).body.split("\n\n")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_paragraph_above_the_text_s_own_frame_is_the_article_s() -> None:
    head = f"<h1>Seal stops ferry</h1><p>9 August 2025</p><div class=opening>{paragraphs(LEAD)}</div>"
    html = (
        f"<main>{head}<div class=text>{paragraphs(*TEXT)}</div></main><footer><p>Gazette, Sandle</p></footer>"
    )
    assert body_of(html) == [LEAD, *TEXT]


def test_the_day_beside_it_is_not() -> None:
    head = "<h1>Seal stops ferry</h1><div class=opening><p>Sandle, 9 August 2025, 10:12</p></div>"
    assert body_of(f"<main>{head}<div class=text>{paragraphs(*TEXT)}</div></main>") == TEXT


@pytest.mark.parametrize("before", [True, False], ids=["before the text", "behind it"])
def test_the_text_of_another_article_is_never_the_article_s(before: bool) -> None:
    other = f"<article><h2>Pier repainted</h2>{paragraphs(LEAD, *reversed(TEXT[:2]))}</article>"
    own = f"<article><h1>Seal stops ferry</h1><div>{paragraphs(*TEXT)}</div></article>"
    assert body_of(f"<main>{other if before else ''}{own}<div>{other}</div></main>") == TEXT


def test_the_score_reads_the_features_that_are_made() -> None:
    source = inspect.getsource(block_score.score)
    unpacked = re.findall(r"^ {8}(\w+),$", source.partition(") = features")[0], re.MULTILINE)
    assert tuple(unpacked) == NAMES, "rebuild the score: python benchmarks/train_blocks.py FOLDER --write"
