"""Parsers: a page in, an Article out; no network, no database, no clock beyond a `now` that can be passed."""

from crawler.parsers.article import article_of, parse_article
from crawler.parsers.rules import Rules
from crawler.parsers.text_dump import parse_text_dump

__all__ = ["Rules", "article_of", "parse_article", "parse_text_dump"]
