"""Targets: a link as written in, the address of the article it leads to out; None for what can be no article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.related.vocabulary import NO_ARTICLE_FOLDERS, SERVICE_FOLDERS, SHARE_HOSTS, SPONSOR_HOSTS
from crawler.parsers.related.wrappers import hands_on, may_hold_another, unwrap
from crawler.urls import address_key, join, site_of

# Redirectors of services whose other addresses are share buttons: '/l.php?u=', '/url?q=', '/redirect?q='.
LEADS_OUT: Final = re.compile(r"^/(?:l\.php|url|redirect|out|away\.php)/?$", re.IGNORECASE)
# Two letters may be a language or an edition: '/en/', '/de'; '/index.html' is a front page.
FRONT_PATH: Final = re.compile(
    r"^/?(?:[a-z]{2}(?:-[a-z]{2})?/?)?(?:(?:index|home|default)(?:\.\w+)?)?$", re.IGNORECASE
)
# '/2022/12/': a month's archive.
ARCHIVE_PATH: Final = re.compile(r"^(?:/\d{1,4}){1,3}/?$")
FILE_PATH: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp3|mp4|zip|xml|rss|css|js)$", re.IGNORECASE)
# A year, or a record's number.
ARTICLE_FOLDER: Final = re.compile(r"^(?:19|20)\d\d$|\d{4}")
# A date or a record's number.
DIGITS: Final = re.compile(r"\d{2}")
# '?p=4711', '?idxno=4711', '?article12'
ARTICLE_QUERY: Final = re.compile(
    r"(?:^|&)(?:p|idxno|aid|nid|(?:article|news|story|post)(?:_?(?:id|no))?)=?\d{2}", re.IGNORECASE
)
# '{{ item.url }}', '${url}', '<%= url %>': a template that no script has filled.
UNFILLED: Final = re.compile(r"\{\{|\$\{|<%")
# '/amp/2025/08/the-tide' is '/2025/08/the-tide' for telephones.
AMP_FOLDER: Final = "/amp/"
# Behind 'https://' or 'http://' comes a host of one letter at least.
SCHEME: Final = 8
PREFIXES: Final = ("#", "javascript:", "mailto:", "tel:", "sms:", "whatsapp:", "data:", "viber:", "tg:")


class Target(NamedTuple):
    """An article that a link leads to."""

    url: str
    """Absolute, normalised."""
    key: str
    """Equal for the spellings of one address."""


def target_reader(page: Page, own_url: str) -> Callable[[str | None], Target | None]:
    """Return the function that reads this page's links, each spelling once.

    It answers None for the page itself, front pages, lists, profiles, files, share buttons and paid links.
    """
    own_keys = {address_key(own_url), address_key(page.url)}
    known: dict[str, Target | None] = {}

    def target_of(href: str | None) -> Target | None:
        if not href:
            return None
        if href not in known:
            known[href] = _target(page, href, own_url, own_keys)
        return known[href]

    return target_of


@lru_cache(maxsize=4096)
def looks_like_section(url: str) -> bool:
    """Tell whether an address may as well be a section's, a topic's or a person's: few folders, no number, few hyphens.

    >>> looks_like_section("https://n.example/world/middle-east"), looks_like_section("https://n.example/2025/08/tide")
    (True, False)
    """
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    if parts.query and ARTICLE_QUERY.search(parts.query):
        return False
    return (
        not DIGITS.search(path)
        and path.rpartition("/")[2].count("-") + path.rpartition("/")[2].count("_") < 2
    )


def is_paid(anchor: HtmlElement) -> bool:
    """Tell whether a link says itself that it was paid for: `rel=sponsored`, which search engines ask for."""
    return "sponsored" in (anchor.get("rel") or "").lower()


def _target(page: Page, href: str, own_url: str, own_keys: set[str]) -> Target | None:
    if _leads_to_no_page(href):
        return None
    absolute = join(page.base_url, href)
    if absolute is None:
        return None
    url = _led_to(absolute)
    if url is None or not _may_be_article(url):
        return None
    key = address_key(url)
    # Where the page's own address has no parameters, those of a link to it count the way there.
    path = key.partition("?")[0].replace(AMP_FOLDER, "/", 1)
    return None if key in own_keys or ("/" in path and path in own_keys) else Target(url, key)


def _leads_to_no_page(href: str) -> bool:
    # Most links begin in one of two ways, in which none of the prefixes does.
    if href[0] not in "/h" and href.lstrip().lower().startswith(PREFIXES):
        return True
    return ("{" in href or "<" in href) and UNFILLED.search(href) is not None


def _led_to(url: str) -> str | None:
    """Return the address that a link leads to in the end, None for paid links, share buttons and the like."""
    service = _service(url)
    if not may_hold_another(url):
        return None if service else url
    if service == "paid" or hands_on(url) or (service and not LEADS_OUT.match(urlsplit(url).path)):
        return None
    inner = unwrap(url)
    return None if _service(inner) else inner


def _service(url: str) -> Literal["paid", "share"] | None:
    return _service_of_host("/".join(url.split("/", 3)[:3]))


# The links of a page lead to a handful of hosts.
@lru_cache(maxsize=4096)
def _service_of_host(origin: str) -> Literal["paid", "share"] | None:
    site = site_of(origin)
    if site in SPONSOR_HOSTS:
        return "paid"
    return "share" if site in SHARE_HOSTS or urlsplit(origin).netloc in SHARE_HOSTS else None


def _may_be_article(url: str) -> bool:
    # A normalised address has a path and no fragment.
    path, _, query = url[url.index("/", SCHEME) :].partition("?")
    if not query and (FRONT_PATH.match(path) or (ARCHIVE_PATH.match(path) and path.strip("/").count("/"))):
        return False
    return not FILE_PATH.search(path) and not _is_list([part for part in path.casefold().split("/") if part])


def _is_list(folders: Sequence[str]) -> bool:
    """Tell '/tag/sea', '/author/jo', '/category/33/sea' from '/topics/2025/the-ferry' and '/thema/faehre-4711.html'."""
    for index, folder in enumerate(folders):
        if folder in SERVICE_FOLDERS:
            return True
        if folder in NO_ARTICLE_FOLDERS:
            return not any(ARTICLE_FOLDER.search(later) for later in folders[index + 1 :])
    return False
