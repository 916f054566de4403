"""Body: a page in; the article's text as plain text and Markdown, its pull quotes and every block's verdict out."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.page import Page
from crawler.parsers.body.blocks import segment
from crawler.parsers.body.judge import Evidence, JudgedBlock, judge
from crawler.parsers.body.quotes import PULL_QUOTE
from crawler.parsers.body.render import markdown, plain_text

__all__ = ["Body", "Evidence", "JudgedBlock", "read_body"]


@dataclass(slots=True, frozen=True, kw_only=True)
class Body:
    """The text of an article."""

    text: str
    markdown: str
    pull_quotes: tuple[str, ...]
    source: str
    """`dom`, or `json-ld` where the page prints no text of its own."""
    judged: tuple[JudgedBlock, ...]


def read_body(page: Page, evidence: Evidence) -> Body:
    """Return the article's text: the page's own, else the one its structured data holds."""
    judged = judge(segment(page.tree), evidence)
    kept = [verdict.block for verdict in judged if verdict.kept]
    quotes = dict.fromkeys(v.block.text for v in judged if v.reason == PULL_QUOTE)
    text = plain_text(kept)
    return Body(
        text=text,
        markdown=markdown(kept, page.absolute),
        pull_quotes=tuple(quotes),
        source="dom",
        judged=judged,
    )
