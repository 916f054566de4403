"""The page that `extract --explain` writes: an article and the verdicts in, one self-contained document out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from typing import Any

from crawler.items import Article, RelatedLink
from crawler.parsers.explain import JudgedBlock
from crawler.text import UNWANTED
from crawler.urls import is_web_address

# Nothing is loaded and nothing runs, whatever a page managed to smuggle in.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# Shown by themselves below the table of fields.
LONG_FIELDS = frozenset({"body", "body_markdown", "related", "provenance"})


def explain_page(article: Article, blocks: Sequence[JudgedBlock], name: str) -> str:
    """Return the document; every text from the page is escaped. `name` is what the user called the page."""
    kept = sum(block.kept for block in blocks)
    style = (files("crawler.cli") / "explain.css").read_text("utf-8")
    parts = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_safe(article.title or name)}: what was kept and why</title>",
        f"<style>{style}</style></head><body><main>",
        f"<p class=kicker>copydesk extract --explain</p><h1>{_safe(article.title or 'No headline found')}</h1>",
        f"<p class=lead>{_address(name)}</p>",
        f"<section><h2>Fields</h2>{_fields(article)}</section>",
        f"<section><h2>Text: {kept} of {len(blocks)} blocks kept, {article.word_count} words</h2>",
        f"<ol class=blocks>{''.join(map(_block, blocks))}</ol></section>",
        f"<section><h2>Related links: {len(article.related)}</h2>{_related(article.related)}</section>",
        "</main></body></html>\n",
    )
    return "\n".join(parts)


def _fields(article: Article) -> str:
    rows = "".join(_field(name, value, article) for name, value in _values(article))
    head = "<thead><tr><th>field<th>value<th>source<th>confidence</thead>"
    return f"<div class=wide><table>{head}<tbody>{rows}</tbody></table></div>"


def _values(article: Article) -> Iterator[tuple[str, Any]]:
    for name, value in article.to_record().items():
        if name not in LONG_FIELDS:
            yield name, value


def _field(name: str, value: Any, article: Article) -> str:
    absent = value is None or value in ([], "")
    shown = "<i>absent</i>" if absent else _safe(_words(value))
    origin = article.provenance.get(name)
    source = _safe(origin.source) if origin else ""
    bar = (
        f"<meter min=0 max=1 value={origin.confidence:.2f}></meter> {origin.confidence:.2f}" if origin else ""
    )
    return f"<tr{' class=absent' if absent else ''}><th>{_safe(name)}<td>{shown}<td>{source}<td>{bar}"


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " · ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _block(block: JudgedBlock) -> str:
    verdict = "kept" if block.kept else "dropped"
    label = f"<span class=verdict>{verdict}</span> <span class=kind>{_safe(block.kind)}</span>"
    return f"<li class={verdict}><p class=why>{label} {_safe(block.reason)}</p><p class=text>{_safe(block.text)}</p>"


def _related(links: Iterable[RelatedLink]) -> str:
    items = "".join(_link(link) for link in links)
    return f"<ol class=related>{items}</ol>" if items else "<p>None found.</p>"


def _link(link: RelatedLink) -> str:
    lines = [f"<b>{_safe(link.title or '(no title)')}</b> <span class=kind>{_safe(link.kind)}</span>"]
    lines += [_safe(part) for part in (link.description, link.published_at) if part]
    lines += [_address(link.url)] if link.url else []
    return f"<li>{'<br>'.join(lines)}"


def _address(url: str) -> str:
    return f'<a rel=noreferrer href="{_safe(url)}">{_safe(url)}</a>' if is_web_address(url) else _safe(url)


def _safe(text: str) -> str:
    return escape(UNWANTED.sub("", text), quote=True)
