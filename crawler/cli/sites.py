"""`copydesk sites`: a sites file in; what it says, or what of it holds for one address, out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from crawler.cli.exits import Exit
from crawler.cli.logs import set_up_logs
from crawler.cli.sites_page import DROPS, FIELDS, tried
from crawler.cli.sites_tables import SITES, rules_for, shared_hosts, site_rows
from crawler.cli.tables import stdout_console, titled
from crawler.errors import PageError, SitesFileError
from crawler.reading import Answer, read_answer
from crawler.settings import USER_AGENT
from crawler.sites import Site, read_sites
from crawler.sites.lookup import SiteLookup
from crawler.sources.one_page import one_page
from crawler.sources.robots import forbidden
from crawler.sources.source import Document
from crawler.text import printable
from crawler.urls import is_web_address, normalise_url


@click.group(short_help="Check a sites file, and show what it says of an address.")
def command() -> None:
    """Check a sites file, and show what it says of an address.

    \b
    Examples:
      copydesk sites check sites.toml
      copydesk sites test https://news.example/a-story --sites sites.toml
      copydesk sites test https://news.example/a-story --sites sites.toml --page saved.html
    """  # noqa: D301 - click's sign for 'do not wrap'


@command.command("check")
@click.argument("file", metavar="FILE.toml", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Say everything that is wrong with a sites file, with line, field and remedy; else show what it says.

    Nothing is fetched. Ends with 2 when something is wrong.
    """
    sites = read_sites(file)
    counted = "1 site" if len(sites) == 1 else f"{len(sites)} sites"
    stdout_console().print(titled(f"{file}: {counted}, nothing wrong", SITES, site_rows(sites)))
    for line in shared_hosts(sites):
        click.echo(f"copydesk: {printable(line)}", err=True)


@command.command("test")
@click.argument("url", metavar="URL")
@click.option("--sites", "file", required=True, metavar="FILE.toml", type=click.Path(path_type=Path),
              help="The sites file.")  # fmt: skip
@click.option("--page", metavar="PATH|-", help="The page at this address, saved; nothing is fetched then.")
@click.pass_context
def test(ctx: click.Context, /, url: str, file: Path, page: str | None) -> None:
    """Show which site's rules hold for an address and what they make of its page.

    The page is fetched once, if robots.txt and the rules allow it; --page takes a saved one. Nothing is stored. Ends
    with 3 when no site of the file has the address, its rules keep the crawl from it, or a selector finds nothing.
    """
    if not is_web_address(url):
        raise click.UsageError(f"URL {url!r} is no web address; write it in full, with https://")
    set_up_logs("text")
    url = normalise_url(url)
    site = SiteLookup(read_sites(file)).find(url)
    if site is None:
        click.echo(f"No site of {file} has this address: the options of the command line hold for it.")
        ctx.exit(Exit.LOOK)
    rules = rules_for(site, url)
    stdout_console().print(
        titled(f"[sites.{site.name}]", ("rule", "what holds for this address"), rules.rows)
    )
    if page is None and not rules.is_followed:
        click.echo("Not fetched, since these rules keep the crawl from it; --page takes a saved page.")
        ctx.exit(Exit.LOOK)
    document = _document(url, page, site)
    misses = _show_page(document, url, site)
    ctx.exit(Exit.LOOK if misses or not rules.is_followed else Exit.DONE)


def _show_page(document: Document, url: str, site: Site) -> Sequence[str]:
    """Show what the selectors make of the page; return what they miss."""
    if document.kind == "text":
        raise PageError(f"{url}: a text without markup, which no selector reads")
    try:
        found = tried(document, url, site.rules)
    except ValueError as error:
        raise SitesFileError(f"[sites.{site.name}] {error}") from None
    answer = Answer(url=url, body=document.body, content_type=document.content_type, rules=site.rules)
    visit = read_answer(answer).visit
    out = stdout_console()
    out.print(titled(f"The page: {visit.outcome}, {visit.reason}", FIELDS, found.rows))
    if found.drops:
        out.print(titled("Dropped", DROPS, found.drops))
    for line in found.misses:
        click.echo(f"copydesk: [sites.{printable(site.name)}] {printable(line)}", err=True)
    return found.misses


def _document(url: str, page: str | None, site: Site) -> Document:
    if page is not None:
        if is_web_address(page):
            raise click.UsageError("--page takes a file or -; without it the address is fetched")
        return one_page(page, url, USER_AGENT, sys.stdin.buffer)
    if reason := forbidden(url, USER_AGENT):
        raise PageError(f"{url}: {reason}; --page takes a page that you saved")
    return one_page(url, None, USER_AGENT, sys.stdin.buffer, site.headers_for(url))
