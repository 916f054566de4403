"""The fields of a site's table: a TOML value in, what `Site` holds out; ValueError with the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from crawler.parsers.rules import OVERRIDABLE
from crawler.parsers.selector import check
from crawler.schedule import Steps
from crawler.urls import is_web_address, normalise_url

# An hour between two requests is no crawl any more; a larger figure is taken for milliseconds.
MAX_DELAY = 3600
# More connections to one host than a browser opens (RFC 9112 section 9.4 asks for restraint) is no courtesy.
MAX_CONCURRENCY = 64
# '6h:2h': up to six hours old, look again after two.
STEP = re.compile(r"(\d{1,6})([mhd]):(\d{1,6})([mhd])")
UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
MIN_WAIT, MAX_AGE = timedelta(minutes=1), timedelta(days=3650)
RECHECK_REMEDY = (
    'write ["6h:2h", "3d:1d"]: up to 6 hours old after 2 hours, up to 3 days old after 1 day; or "never"'
)
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
HEADER_VALUE = re.compile(r"[\t\x20-\x7e\x80-\xff]*")
# RFC 6265, section 4.1.1.
COOKIE_VALUE = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
# The downloader writes these itself; a second value would break the request.
OWN_HEADERS = frozenset({"host", "content-length", "connection", "transfer-encoding", "accept-encoding"})


def addresses(value: Any) -> tuple[str, ...]:
    """Read a list of web addresses, normalised."""
    for url in _texts(value, 'write ["https://news.example/"]'):
        if not is_web_address(url):
            raise ValueError(f"{url!r} is no web address; write it in full, with https://")
    return tuple(normalise_url(url) for url in value)


def patterns(value: Any) -> tuple[str, ...]:
    """Read a list of regular expressions, matched anywhere in an address."""
    for pattern in _texts(value, "write ['/news/', '[?]page=']"):
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(
                f"{pattern!r} is no regular expression: {error}; escape special characters"
            ) from None
    return tuple(value)


def seconds(value: Any) -> float:
    """Read a time in seconds."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= MAX_DELAY:
        raise ValueError(f"must be a number of seconds from 0 to {MAX_DELAY}, not {value!r}")
    return float(value)


def connections(value: Any) -> int:
    """Read a number of requests at the same time."""
    return _whole(value, MAX_CONCURRENCY)


def pages(value: Any) -> int:
    """Read a number of pages."""
    return _whole(value, 10**9)


def flag(value: Any) -> bool:
    """Read a yes or no."""
    if not isinstance(value, bool):
        raise ValueError(f"must be true or false, without quotes, not {value!r}")
    return value


def rechecks(value: Any) -> Steps:
    """Read the steps of a schedule, `"AGE:WAIT"` each, or `"never"`."""
    if value == "never":
        return ()
    if not isinstance(value, list) or not value:
        raise ValueError(f"must be a list of steps or 'never', not {value!r}; {RECHECK_REMEDY}")
    steps = tuple(_step(text) for text in value)
    for (age, _), (next_age, _), text in zip(steps, steps[1:], value[1:], strict=False):
        if next_age <= age:
            raise ValueError(
                f"{text!r} is for articles no older than the step before; write the youngest first"
            )
    return steps


def headers(value: Any) -> Mapping[str, str]:
    """Read a table of request headers."""
    if not isinstance(value, dict):
        raise ValueError(f'must be a table, not {value!r}; write {{ "Accept-Language" = "de" }}')
    for name, text in value.items():
        if not HEADER_NAME.fullmatch(name) or not isinstance(text, str) or not HEADER_VALUE.fullmatch(text):
            raise ValueError(f"{name!r} = {text!r} is no header; both must be one line of text")
        if name.lower() in OWN_HEADERS:
            raise ValueError(f"{name!r} is set by the crawler itself; leave it out")
    return dict(value)


def cookies(value: Any) -> Mapping[str, str]:
    """Read a table of cookies."""
    if not isinstance(value, dict):
        raise ValueError(f'must be a table, not {value!r}; write {{ consent = "yes" }}')
    for name, text in value.items():
        if not HEADER_NAME.fullmatch(name) or not isinstance(text, str) or not COOKIE_VALUE.fullmatch(text):
            raise ValueError(
                f"{name!r} is no cookie; copy name and value from the browser as texts, without spaces, commas,"
                " semicolons and quotes"
            )
    return dict(value)


def overrides(value: Any) -> Mapping[str, tuple[str, ...]]:
    """Read a table of fields, each with its selector or several in order."""
    if not isinstance(value, dict):
        raise ValueError(
            f'must be a table, not {value!r}; write [sites.NAME.fields] and under it title = "h1"'
        )
    found = {}
    for name, said in value.items():
        if name not in OVERRIDABLE:
            raise ValueError(f"unknown; a selector can override {', '.join(OVERRIDABLE)}")
        found[name] = _selectors([said] if isinstance(said, str) else said, elements_only=name == "body")
    return found


def drops(value: Any) -> tuple[str, ...]:
    """Read a list of selectors of elements."""
    return _selectors(value, elements_only=True)


def rendering(value: Any) -> str:
    """Read how a page is had."""
    if value == "browser":
        raise ValueError(
            "'browser' is reserved for pages that only a browser can build, which no release does yet;"
            " leave the field out"
        )
    if value != "plain":
        raise ValueError(
            f"must be 'plain', the page as the server sends it, not {value!r}; leave the field out"
        )
    return "plain"


def _selectors(value: Any, *, elements_only: bool) -> tuple[str, ...]:
    for selector in _texts(value, "write one selector, or several as [\"h1.headline\", '//h1']"):
        check(selector, elements_only=elements_only)
    return tuple(value)


def _step(text: Any) -> tuple[timedelta, timedelta]:
    found = STEP.fullmatch(text) if isinstance(text, str) else None
    if not found:
        raise ValueError(f"{text!r} is no step; {RECHECK_REMEDY}")
    age, wait = (int(found[n]) * UNITS[found[n + 1]] for n in (1, 3))
    if not MIN_WAIT <= wait <= MAX_AGE or not age <= MAX_AGE:
        raise ValueError(
            f"{text!r} must wait from 1 minute to {MAX_AGE.days} days, as the age may be at most"
        )
    return age, wait


def _texts(value: Any, remedy: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError(f"must be a list of texts, not {value!r}; {remedy}")
    return value


def _whole(value: Any, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
        raise ValueError(f"must be a whole number from 1 to {most}, not {value!r}")
    return value


FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "start": addresses,
    "feeds": addresses,
    "sitemaps": addresses,
    "allow": patterns,
    "deny": patterns,
    "delay": seconds,
    "concurrency": connections,
    "max_pages": pages,
    "follow_related": flag,
    "recheck": rechecks,
    "headers": headers,
    "cookies": cookies,
    "fields": overrides,
    "drop": drops,
    "render": rendering,
}
# Tables whose entries are checked one by one, so that each mistake is named with its line.
BY_ENTRY = frozenset({"cookies", "fields"})
