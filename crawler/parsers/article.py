"""parse_article: a page's bytes in, an Article out; every field by its own parser, from one tree."""

from __future__ import annotations

from datetime import datetime

from crawler.items import Article
from crawler.page import Page, read_page
from crawler.parsers.body import Evidence, read_body


def parse_article(
    html: bytes | str, url: str, *, content_type: str | None = None, now: datetime | None = None
) -> Article:
    """Return the article on a page; never raises: a page that holds none gives an Article with an empty body."""
    return article_of(read_page(html, url, content_type=content_type, now=now))


def article_of(page: Page) -> Article:
    body = read_body(page, Evidence())
    return Article(url=page.url, body=body.text, body_markdown=body.markdown, pull_quotes=body.pull_quotes)
