"""Verdicts: the blocks of a page, which of them are the article's text, and the rule that decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import overload

from crawler.parsers.body.segmentation import Block


@dataclass(slots=True, frozen=True)
class Verdict:
    """What was decided of a block."""

    block: Block
    kept: bool
    reason: str
    """The rule that decided, for a person to read. Example: `advert`."""
    doubt: float = 0.0
    """How likely the verdict is wrong, from 0 to 0.5, where the learned score was asked; else 0."""


@dataclass(slots=True, frozen=True, eq=False)
class Verdicts(Sequence[Verdict]):
    """What was decided of all blocks of a page, in page order.

    Lists, of which a Verdict is made when one is asked for: a page has hundreds of blocks, and only readers of an
    explanation look at those that are out.
    """

    blocks: Sequence[Block] = ()
    kept: Sequence[bool] = ()
    reasons: Sequence[str] = ()
    doubts: Mapping[int, float] = field(default_factory=dict)
    """Of the blocks that have any."""

    def __len__(self) -> int:
        return len(self.blocks)

    @overload
    def __getitem__(self, place: int) -> Verdict: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Verdict]: ...
    def __getitem__(self, place: int | slice) -> Verdict | Sequence[Verdict]:
        if isinstance(place, slice):
            return [self[index] for index in range(*place.indices(len(self)))]
        index = range(len(self))[place]
        return Verdict(self.blocks[index], self.kept[index], self.reasons[index], self.doubts.get(index, 0.0))

    def text(self) -> Sequence[Block]:
        """Return the blocks that are the article's text."""
        return list(compress(self.blocks, self.kept))

    def given(self, reason: str) -> Iterator[Block]:
        """Yield the blocks that one rule decided of."""
        return (block for block, given in zip(self.blocks, self.reasons, strict=True) if given == reason)

    def doubted(self) -> float:
        """Return how many letters are wrongly in or out, as far as can be expected."""
        return sum([len(self.blocks[index].text) * doubt for index, doubt in self.doubts.items()])

    def but_for(self, others: Mapping[int, Verdict]) -> Verdicts:
        """Return these verdicts with others on some of the blocks."""
        kept, reasons, doubts = list(self.kept), list(self.reasons), dict(self.doubts)
        for index, verdict in others.items():
            kept[index], reasons[index], doubts[index] = verdict.kept, verdict.reason, verdict.doubt
        return Verdicts(self.blocks, kept, reasons, doubts)
