"""Block data: labelled pages in; their blocks' features, labels and weights out, as the training needs them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from crawler.page import read_page
from crawler.parsers.article import read_article
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.body.features import features, survey
from crawler.parsers.body.judge import OPEN, by_rules
from crawler.parsers.body.reconsider import open_blocks
from crawler.parsers.body.scene import scene_of
from crawler.parsers.body.segmentation import Segmentation
from crawler.urls import site_of
from measure.block_labels import block_labels
from measure.labelled import LabelledPage

# A block counts by its share of the page's text, so that every page counts about alike; labels without text a little.
LEAST_WEIGHT = 0.02
TIMES_SHARE = 3.0
SHORTEST_TEXT = 500
# A labelled passage, of which a page has a few.
PASSAGE_WEIGHT = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledBlocks:
    """The blocks of one page that the rules leave open."""

    page: LabelledPage
    site: str
    cut: Segmentation
    kept: Sequence[bool]
    """By the rules, for all blocks of the page."""
    indexes: Sequence[int]
    rows: Sequence[tuple[float, ...]]
    """Features, in the order of `features.NAMES`."""
    labels: Sequence[float]
    """1 for text, 0 for none; NaN where nobody says."""
    weights: Sequence[float]

    def fold(self, folds: int) -> int:
        """Return which part of the sites this page's belongs to, the same in every run."""
        return int.from_bytes(sha256(self.site.encode()).digest()[:4], "big") % folds


def labelled_blocks(pages: Iterable[LabelledPage]) -> Iterator[LabelledBlocks]:
    """Yield the open blocks of each page whose text, or passages of it, somebody labelled."""
    for page in pages:
        if "body" in page.gold or "with" in page.gold:
            yield from _of_page(page)


def _of_page(page: LabelledPage) -> Iterator[LabelledBlocks]:
    read = read_page(page.html(), page.url)
    cut = read.once(blocks_of)
    if not cut.blocks:
        return
    scene = scene_of(cut, read_article(read)[1].evidence)
    verdicts = by_rules(scene)
    kept = verdicts.kept
    seen = survey(scene, kept)
    indexes = list(open_blocks(verdicts, scene, OPEN))
    labels = block_labels(page, [block.text for block in cut.blocks])
    yield LabelledBlocks(
        page=page,
        site=site_of(page.url),
        cut=cut,
        kept=kept,
        indexes=indexes,
        rows=[features(index, seen) for index in indexes],
        labels=[labels[index] for index in indexes],
        weights=_weights(page, cut, labels, indexes),
    )


def _weights(
    page: LabelledPage, cut: Segmentation, labels: Sequence[float], indexes: Sequence[int]
) -> list[float]:
    if "body" not in page.gold:
        return [PASSAGE_WEIGHT] * len(indexes)
    whole = sum(len(b.text) for b, label in zip(cut.blocks, labels, strict=True) if label == 1)
    return [
        min(1.0, LEAST_WEIGHT + TIMES_SHARE * len(cut.blocks[index].text) / max(SHORTEST_TEXT, whole))
        for index in indexes
    ]


def is_known(label: float) -> bool:
    """Tell whether somebody labelled a block."""
    return not math.isnan(label)
