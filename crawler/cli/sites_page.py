"""What a site's selectors make of a page, for a person: the page and the site in, a row a field out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.items import Article
from crawler.page import read_page
from crawler.parsers import Rules, article_of
from crawler.parsers.rules import OVERRIDABLE, RULED
from crawler.parsers.selector import find
from crawler.sources.source import Document
from crawler.text import squeeze

FIELDS = ("field", "selector", "finds", "without it", "with it")
DROPS = ("drop", "finds")
# So much of a value tells which it is.
SHOWN = 60
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """What selectors make of a page."""

    rows: Sequence[Row]
    """A row of FIELDS for each selector, and for each field that has none."""
    drops: Sequence[Row]
    """A row of DROPS for each selector of what is dropped."""
    misses: Sequence[str]
    """A line for each field and drop that finds nothing on the page."""


def tried(document: Document, url: str, rules: Rules | None) -> Tried:
    """Try selectors on a page."""
    page = read_page(document.body, url, content_type=document.content_type)
    rules = rules or Rules()
    drops = [(selector, len(find(selector, page.tree))) for selector in rules.drop]
    finds = [(name, one, len(find(one, page.tree))) for name, some in rules.fields.items() for one in some]
    before = article_of(page)
    after = article_of(page, rules) if finds or drops else before
    misses = [f"fields.{name}: finds nothing; the parser's own value stays" for name in _missed(rules, after)]
    misses += [f"drop: {selector} finds nothing" for selector, count in drops if not count]
    return Tried(list(_rows(finds, before, after)), drops, misses)


def _missed(rules: Rules, after: Article) -> Iterator[str]:
    for name in rules.fields:
        if after.provenance.get(name) != RULED:
            yield name


def _rows(finds: Sequence[tuple[str, str, int]], before: Article, after: Article) -> Iterator[Row]:
    for name in OVERRIDABLE:
        without, with_it = _shown(before, name), _shown(after, name)
        with_it = "(the same)" if with_it == without else with_it
        of_field: list[tuple[object, object]] = [
            (selector, count) for field, selector, count in finds if field == name
        ]
        for tried_here in of_field or [(None, None)]:
            yield name, *tried_here, without, with_it


def _shown(article: Article, name: str) -> str | None:
    """Return a value as a cell shows it, None for an absent one."""
    value = getattr(article, name)
    text = squeeze(", ".join(value) if isinstance(value, tuple) else value) or ""
    short = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return (f"{article.word_count} words: {short}" if name == "body" and text else short) or None
