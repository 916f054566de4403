"""Block labels: a page's blocks and what a person says is its text in; for each block whether it is text out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from crawler.text import fold
from measure.labelled import LabelledPage
from measure.marks import shingles

# Places in the text where a short line may stand ("Why?"); more are not compared.
MOST_PLACES = 30
# Comparing every place with every other is quadratic; a page of more places is labelled by its shingles alone.
MOST_CANDIDATES = 3_000
# A block that differs in places from the labelled text is text when it shares so much of its shingles with it.
SHARED = 0.5
FEWEST_SHINGLES = 6
# Letters from which a block that a passage contains is taken for a part of it.
SURE_PART = 20

Place = tuple[int, int, int]
"""Block, start and end in the labelled text."""


def block_labels(page: LabelledPage, texts: Sequence[str]) -> list[float]:
    """Return for each block 1 for text, 0 for none, NaN where the labels do not say."""
    body = page.gold.get("body")
    if isinstance(body, str):
        return _by_text(texts, fold(body))
    return _by_passages(texts, page.gold.get("with") or (), page.gold.get("without") or ())


def _by_text(texts: Sequence[str], gold: str) -> list[float]:
    folded = [fold(text) for text in texts]
    labels = [0.0] * len(texts)
    for index in _chain(_places(folded, gold)):
        labels[index] = 1.0
    known = set(shingles(gold))
    for index, text in enumerate(folded):
        own = shingles(text)
        if not labels[index] and len(own) >= FEWEST_SHINGLES:
            labels[index] = float(sum(each in known for each in own) > SHARED * len(own))
    return labels


def _places(folded: Sequence[str], gold: str) -> list[Place]:
    return [
        (index, start, start + len(text))
        for index, text in enumerate(folded)
        for start in _occurrences(text, gold)
    ]


def _occurrences(text: str, gold: str) -> Iterator[int]:
    """Yield where a text stands in another as whole words."""
    start = gold.find(text) if text else -1
    for _ in range(MOST_PLACES):
        if start < 0:
            return
        end = start + len(text)
        begins = start == 0 or not (gold[start - 1].isalnum() and text[0].isalnum())
        ends = end >= len(gold) or not (gold[end].isalnum() and text[-1].isalnum())
        if begins and ends:
            yield start
        start = gold.find(text, start + 1)


def _chain(places: Sequence[Place]) -> Iterator[int]:
    """Yield the blocks of the heaviest chain of places that follow one another on the page and in the text."""
    if len(places) > MOST_CANDIDATES:
        return
    weights: list[float] = []
    before: list[int] = []
    for block, start, end in places:
        best = max(
            (i for i, (b, _, e) in enumerate(places[: len(weights)]) if b < block and e <= start),
            key=weights.__getitem__,
            default=-1,
        )
        weights.append((weights[best] if best >= 0 else 0.0) + end - start + 0.5)
        before.append(best)
    place = max(range(len(places)), key=weights.__getitem__, default=-1)
    while place >= 0:
        yield places[place][0]
        place = before[place]


def _by_passages(texts: Sequence[str], wanted: Sequence[str], unwanted: Sequence[str]) -> list[float]:
    """Label the blocks that hold a passage, or are a part of one; a wanted one that stands twice tells nothing."""
    plain = [" ".join(text.split()) for text in texts]
    labels = [math.nan] * len(texts)
    for passage, label in [(each, 1.0) for each in wanted] + [(each, 0.0) for each in unwanted]:
        sought = " ".join(passage.split())
        holding = [i for i, text in enumerate(plain) if sought and sought in text]
        if label and len(holding) > 1:
            continue
        for index in holding or [i for i, t in enumerate(plain) if len(t) >= SURE_PART and t in sought]:
            if math.isnan(labels[index]):
                labels[index] = label
    return labels
