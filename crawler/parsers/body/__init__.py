"""Body: a page in; the article's text as plain text and Markdown, its pull quotes and every block's verdict out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from crawler.page import Page
from crawler.parsers.body.anchors import without_anchors
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.body.judge import judge
from crawler.parsers.body.lines import is_furniture_line
from crawler.parsers.body.quotes import PULL_QUOTE, quote_key
from crawler.parsers.body.render import markdown, plain_text
from crawler.parsers.body.scene import Evidence
from crawler.parsers.body.unprinted import unprinted
from crawler.parsers.body.verdicts import Verdict
from crawler.parsers.found import Found

__all__ = ["EMPTY", "Body", "Evidence", "Verdict", "read_body"]

# How sure a text is: the share of labelled pages whose text has a 4-word-shingle F1 of 0.9 and more. For a printed
# text by its doubt, the expected share of letters wrongly in or out, on sites that the score was not trained on:
# 142 of 144 pages up to 0.025, 44 of 48 up to 0.045, 23 of 24 up to 0.077, 17 of 25 beyond.
CONFIDENCE_BY_DOUBT = ((0.025, 0.98), (0.045, 0.92), (0.077, 0.88), (inf, 0.65))
# Where a user named the place, only the site can have changed since.
CONFIDENCE = {"json-ld": 0.85, "state": 0.8, "rule": 0.95}


@dataclass(slots=True, frozen=True, kw_only=True)
class Body:
    """The text of an article."""

    text: str
    markdown: str
    pull_quotes: tuple[str, ...]
    source: str
    """`dom`, or `json-ld` or `state` where the page prints hardly any text of its own; `rule`
    where a selector of the sites file found it."""
    judged: Sequence[Verdict]
    evidence: Evidence
    """What other fields told to tell the text from the rest."""
    doubt: float = 0.0
    """How many letters of the page are wrongly in or out, as far as can be expected."""

    @property
    def found(self) -> Found[str] | None:
        """The text with its source, None when there is none."""
        return Found(self.text, self.source, self._confidence()) if self.text else None

    def _confidence(self) -> float:
        if self.source in CONFIDENCE:
            return CONFIDENCE[self.source]
        share = self.doubt / len(self.text)
        return next(confidence for bound, confidence in CONFIDENCE_BY_DOUBT if share <= bound)


EMPTY = Body(text="", markdown="", pull_quotes=(), source="dom", judged=(), evidence=Evidence())


def read_body(page: Page, evidence: Evidence) -> Body:
    """Return the article's text: the one the page prints, else the one its structured data or its scripts hold."""
    judged = judge(page.once(blocks_of), evidence)
    kept = judged.text()
    printed = sum(block.letters for block in kept)
    kept, source = unprinted(page, evidence, printed) or (kept, "dom")
    kept = without_anchors(kept)
    quotes: dict[str, str] = {}
    for block in judged.given(PULL_QUOTE):
        if not is_furniture_line(block.text, block.folded):
            quotes.setdefault(quote_key(block.text), block.text)
    return Body(
        text=plain_text(kept),
        markdown=markdown(kept, page.absolute),
        pull_quotes=tuple(quotes.values()),
        source=source,
        judged=judged,
        evidence=evidence,
        doubt=judged.doubted(),
    )
