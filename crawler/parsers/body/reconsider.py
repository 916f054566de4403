"""Reconsider: the rules' verdicts in; those verdicts with what the learned score says of the open blocks out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import exp

from crawler.parsers.body.features import features, is_plain, survey
from crawler.parsers.body.scene import Scene
from crawler.parsers.body.verdicts import Verdict, Verdicts

try:
    from crawler.parsers.body._block_score import score
except ImportError:
    from crawler.parsers.body.block_score import score

# Log-odds from which a block is text: 0.35 for one that the rules keep, 0.46 for others. Between 0.3 and 0.5 the scores
# on labelled pages hardly differ, and a lost paragraph is worse than a line too many.
STAYS_FROM = -0.62
COMES_FROM = -0.16
KEPT = "reads as text of the article"
LEFT_OUT = "reads as furniture"


def reconsider(verdicts: Verdicts, scene: Scene, places: Collection[str]) -> Verdicts:
    """Return the verdicts with those of open blocks decided by the score.

    Open are the blocks that the rules keep, and those that they leave out for one of the `places`, where they stand.
    """
    kept = verdicts.kept
    page = survey(scene, kept)
    scored = [
        index for index in open_blocks(verdicts, scene, places) if not (kept[index] and is_plain(index, page))
    ]
    return verdicts.but_for(
        {index: _scored(verdicts[index], score(features(index, page))) for index in scored}
    )


def _scored(verdict: Verdict, odds: float) -> Verdict:
    """Return the verdict that the log-odds give; the rules' reason stays where they agree."""
    probability = 1 / (1 + exp(-odds))
    doubt = min(probability, 1 - probability)
    is_text = odds > (STAYS_FROM if verdict.kept else COMES_FROM)
    if is_text == verdict.kept:
        return Verdict(verdict.block, is_text, verdict.reason, doubt)
    return Verdict(verdict.block, is_text, KEPT if is_text else LEFT_OUT, doubt)


def open_blocks(verdicts: Verdicts, scene: Scene, places: Collection[str]) -> Iterator[int]:
    """Yield the blocks that the rules leave open: of those outside the article's frame only running text."""
    for index, (kept, reason) in enumerate(zip(verdicts.kept, verdicts.reasons, strict=True)):
        if kept or (reason in places and (scene.weights[index] or scene.is_inside(verdicts.blocks[index]))):
            yield index
