"""Rendering: an article in; JSON, Markdown or plain text out, without anything that could steer a terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from crawler.items import Article
from crawler.text import UNWANTED


def as_json(article: Article) -> str:
    """Return all fields as indented JSON."""
    return json.dumps(article.to_record(), ensure_ascii=False, indent=2)


def as_markdown(article: Article) -> str:
    """Return the article as a Markdown document: headline, standfirst, date and names, text."""
    standfirst = f"*{article.description}*" if article.description else None
    return _blocks(f"# {article.title or 'Untitled'}", standfirst, _dateline(article), article.body_markdown)


def as_text(article: Article) -> str:
    """Return the article as plain text, a blank line between its blocks."""
    return _blocks(article.title, article.description, _dateline(article), article.body)


FORMATS: Mapping[str, Callable[[Article], str]] = {"json": as_json, "markdown": as_markdown, "text": as_text}


def rendered(article: Article, form: str) -> str:
    """Return the article in one of FORMATS, with a line break at its end."""
    return UNWANTED.sub("", FORMATS[form](article)) + "\n"


def _dateline(article: Article) -> str | None:
    return " · ".join(part for part in (article.published_at, ", ".join(article.authors)) if part) or None


def _blocks(*blocks: str | None) -> str:
    return "\n\n".join(block for block in blocks if block)
