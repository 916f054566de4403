"""`copydesk extract`: one page in, its article on stdout out."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from crawler.charset import to_utf8
from crawler.cli.explain_page import explain_page
from crawler.cli.logs import set_up_logs
from crawler.cli.options import selectors_option
from crawler.cli.output import write_stdout
from crawler.cli.render import FORMATS, rendered
from crawler.errors import PageError
from crawler.items import Article
from crawler.page import read_page
from crawler.parsers import Rules, parse_article, parse_text_dump
from crawler.parsers.explain import explain
from crawler.settings import USER_AGENT
from crawler.sites import read_sites
from crawler.sites.lookup import SiteLookup
from crawler.sources.address import address_of
from crawler.sources.one_page import STDIN_ORIGIN, one_page
from crawler.sources.source import Document
from crawler.urls import is_web_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said."""

    page: str
    url: str | None
    form: str
    explain: Path | None
    sites: Path | None


@click.command(short_help="Show what one page holds: a file, an address or standard input.")
@click.argument("page", metavar="PATH|URL|-")
@click.option("--url", metavar="URL", help="The address of the page, when it is a file or standard input.")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="json", show_default=True,
    help="How to show the article.",
)  # fmt: skip
@selectors_option
@click.option(
    "--explain", metavar="OUT.html", type=click.Path(dir_okay=False, path_type=Path),
    help="Write a page that shows what was kept, what was dropped and why.",
)  # fmt: skip
def command(**values: Any) -> None:
    """Show the article on one page: an HTML or text file, a web address, or standard input (-).

    \b
    Examples:
      copydesk extract page.html
      copydesk extract https://news.example/a --format markdown
      curl -s https://news.example/a | copydesk extract - --url https://news.example/a
      copydesk extract page.html --explain why.html

    Nothing is stored. A text without markup is read as a text dump: one block a line, the headline first.
    Ends with 1, and nothing on stdout, when the page cannot be read or holds no article.
    """  # noqa: D301 - click's sign for 'do not wrap'
    options = Options(**values)
    set_up_logs("text")
    if options.url is not None and (
        options.page.startswith(("http:", "https:")) or not is_web_address(options.url)
    ):
        raise click.UsageError("--url gives the full web address, with https://, of a file or standard input")
    lookup = SiteLookup(read_sites(options.sites)) if options.sites else None
    site = lookup.find(options.page) if lookup else None
    headers = site.headers_for(options.page) if site else None
    document = one_page(options.page, options.url, USER_AGENT, sys.stdin.buffer, headers)
    rules = lookup.rules_for(address_of(document)) if lookup else None
    article = (
        explained(document, options.explain, options.page, rules)
        if options.explain
        else extract(document, rules)
    )
    if not article.body:
        raise PageError(f"{options.page}: no article text found on the page; --explain OUT.html shows why")
    write_stdout(rendered(article, options.form).encode("utf-8", "replace"))


def extract(document: Document, rules: Rules | None = None) -> Article:
    """Return the article in a document; its address is None when nothing names one."""
    url = address_of(document)
    if document.kind == "text":
        return _shown(parse_text_dump(to_utf8(document.body)[0].decode("utf-8", "replace"), url))
    return _shown(parse_article(document.body, url, content_type=document.content_type, rules=rules))


def explained(document: Document, out: Path, name: str, rules: Rules | None = None) -> Article:
    """Write the page that explains what was taken from a document, and return its article."""
    if document.kind == "text":
        raise PageError(f"{name}: a text dump, which has no markup to explain; leave --explain out")
    page = read_page(document.body, address_of(document), content_type=document.content_type)
    explanation = explain(page, rules)
    article = _shown(explanation.article)
    out.write_text(explain_page(article, explanation.blocks, name), "utf-8", errors="replace")
    return article


def _shown(article: Article) -> Article:
    return replace(article, url=None) if article.url == STDIN_ORIGIN else article
