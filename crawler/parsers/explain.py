"""Explain: a page in; its Article and the verdict on every block of its text, for a person to read, out."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.items import Article
from crawler.page import Page
from crawler.parsers.article import read_article
from crawler.parsers.rules import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedBlock:
    """A run of text on the page, and what became of it."""

    text: str
    kind: str
    """`paragraph`, `heading`, `list_item`, `quote`, `code`, `table` or `preformatted`."""
    kept: bool
    reason: str
    """The rule that decided. Examples: `text of the article`, `advert`, `before the text`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What was taken from a page and what was left, and why."""

    article: Article
    blocks: tuple[JudgedBlock, ...]
    """In page order."""


def explain(page: Page, rules: Rules | None = None) -> Explanation:
    """Return the article on a page together with the verdict on each of its blocks; never raises."""
    article, body = read_article(page, rules)
    blocks = tuple(
        JudgedBlock(text=v.block.text, kind=v.block.kind, kept=v.kept, reason=v.reason) for v in body.judged
    )
    return Explanation(article=article, blocks=blocks)
