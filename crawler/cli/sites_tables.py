"""What a sites file says, for a person: sites in, the rows of tables out; nothing that may be secret is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from crawler.schedule import Steps
from crawler.sites import Site
from crawler.sites.lookup import SiteLookup
from crawler.sites.patterns import first_match

SITES = ("site", "hosts", "addresses", "allow", "deny", "delay", "max_pages", "recheck", "sends", "selectors")
# Headers whose values let whoever has them in: 'Authorization', 'Cookie', 'X-Api-Key', 'X-Auth-Token'.
SECRET = re.compile(r"auth|cookie|key|secret|token|password", re.IGNORECASE)
MASK = "***"
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site's table says of one address."""

    rows: Sequence[Row]
    """Rule and what holds."""
    is_followed: bool
    """Whether a link to it is followed."""


def site_rows(sites: Sequence[Site]) -> Iterator[Row]:
    """Yield a row of SITES for each site; None for what it leaves to the command line."""
    for site in sites:
        yield (
            site.name,
            ", ".join(site.hosts),
            len(site.addresses),
            len(site.allow) or None,
            len(site.deny) or None,
            _seconds(site.delay),
            site.max_pages,
            _schedule(site.recheck),
            ", ".join((*site.headers, *site.cookies)) or None,
            ", ".join((*site.fields, *(("drop",) if site.drop else ()))) or None,
        )


def shared_hosts(sites: Sequence[Site]) -> Iterator[str]:
    """Yield a line for each host that a second table names too: its rules do not hold there."""
    lookup = SiteLookup(sites)
    for site in sites:
        for url in site.addresses:
            first = lookup.find(url)
            if first is not None and first is not site:
                yield f"[sites.{site.name}] names {url}, where the rules of [sites.{first.name}] hold"


def rules_for(site: Site, url: str) -> Rules:
    """Return what the table of a site says of an address that belongs to it."""
    denied, allowed = first_match(site.deny, url), first_match(site.allow, url)
    is_named = url in site.addresses
    is_followed = is_named or (denied is None and (allowed is not None or not site.allow))
    headers = site.headers_for(url)
    rows = (
        ("followed", "yes" if is_followed else "no"),
        ("named as start, feed or sitemap", "yes: asked in any case" if is_named else None),
        ("deny", f"{denied!r} is found in it" if denied else _none_of(site.deny)),
        ("allow", f"{allowed!r} is found in it" if allowed else _none_of(site.allow)),
        ("delay", _seconds(site.delay)),
        ("concurrency", site.concurrency),
        ("max_pages", site.max_pages),
        ("follow_related", None if site.follow_related is None else str(site.follow_related).lower()),
        ("recheck", _schedule(site.recheck)),
        ("headers", _headers(headers) or _withheld(site)),
    )
    return Rules(rows, is_followed)


def _none_of(patterns: Sequence[str]) -> str | None:
    return f"none of {len(patterns)} is found in it" if patterns else None


def _seconds(delay: float | None) -> str | None:
    return None if delay is None else f"{delay:g} s"


def _headers(headers: Mapping[str, str]) -> str | None:
    return "; ".join(f"{name}: {_masked(name, value)}" for name, value in headers.items()) or None


def _masked(name: str, value: str) -> str:
    """Return a value as it may be shown: of a cookie its name, of what else may be secret nothing."""
    if name.lower() == "cookie":
        return "; ".join(f"{pair.partition('=')[0].strip()}={MASK}" for pair in value.split(";"))
    return MASK if SECRET.search(name) else value


def _withheld(site: Site) -> str | None:
    return "none: sent to the hosts that the table names only" if site.headers or site.cookies else None


def _schedule(steps: Steps | None) -> str | None:
    if steps is None:
        return None
    return ", ".join(f"{_span(age)}:{_span(wait)}" for age, wait in steps) or "never"


def _span(span: timedelta) -> str:
    """Return a span as the sites file writes it.

    >>> _span(timedelta(minutes=90)), _span(timedelta(hours=6)), _span(timedelta(days=3))
    ('90m', '6h', '3d')
    """
    minutes = int(span.total_seconds()) // 60
    for length, unit in ((1440, "d"), (60, "h")):
        if minutes % length == 0:
            return f"{minutes // length}{unit}"
    return f"{minutes}m"
