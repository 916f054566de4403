"""Reconsider: the rules' verdicts in; those verdicts with what the learned score says of the open blocks out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from crawler.parsers.body.block_score import score
from crawler.parsers.body.features import features, survey
from crawler.parsers.body.scene import Scene
from crawler.parsers.body.segmentation import Verdict

# Log-odds from which a block is text: 0.35 for one that the rules keep, 0.46 for others. Between 0.3 and 0.5 the scores
# on labelled pages hardly differ, and a lost paragraph is worse than a line too many.
STAYS_FROM = -0.62
COMES_FROM = -0.16
KEPT = "reads as text of the article"
LEFT_OUT = "reads as furniture"


def reconsider(verdicts: Sequence[Verdict], scene: Scene, places: Collection[str]) -> list[Verdict]:
    """Return the verdicts with those of open blocks decided by the score.

    Open are the blocks that the rules keep, and those that they leave out for one of the `places`, where they stand.
    """
    kept = [verdict.kept for verdict in verdicts]
    revised = list(verdicts)
    page = survey(scene, kept)
    for index in open_blocks(verdicts, scene, places):
        is_text = score(features(index, page)) > (STAYS_FROM if kept[index] else COMES_FROM)
        if is_text != kept[index]:
            revised[index] = Verdict(verdicts[index].block, is_text, KEPT if is_text else LEFT_OUT)
    return revised


def open_blocks(verdicts: Sequence[Verdict], scene: Scene, places: Collection[str]) -> Iterator[int]:
    """Yield the blocks that the rules leave open: of those outside the article's frame only running text."""
    for index, verdict in enumerate(verdicts):
        is_near = scene.weights[index] or scene.is_inside(verdict.block)
        if verdict.kept or (verdict.reason in places and is_near):
            yield index
