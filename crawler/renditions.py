"""Renditions: an address in; whose print, mobile or AMP version it may be, by its looks alone, out. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import SplitResult, urlsplit

from crawler.urls import address_key

# '/tides/print', '/tides/print.html', '/tides/drucken/': a segment of its own behind the story's.
TAIL: Final = re.compile(
    r"/(?:print|printable|drucken|druck|imprimer|imprimir|stampa|afdrukken)(?:\.html?)?/?$"
)
# '/tides-druck.html', '/tides.print.html': a suffix of the story's.
SUFFIX: Final = re.compile(r"[-.](?:print|druck|drucken|imprimer)(?=\.html?$)")
# '/amp/2025/tides', '/print/2025/tides': a segment before the whole path.
HEAD: Final = re.compile(r"^/(?:amp|print|m|mobile)(?=/.)")
# 'print.news.example'. `www.`, `m.`, `mobile.` and `amp.` are none of the key's business as it is.
HOST: Final = re.compile(r"^(?:print|touch|wap|mob|3g)\.(?=[^.]+\.)")
# '?print=1', '?outputType=amp', '?view=print', '?m=1'.
PAIR: Final = re.compile(
    r"(?:(?:print|printable|printview|mobile|m|amp|touch)=(?:1|true|yes|y|on|)|(?:view|mode|output|outputtype|format"
    r"|layout|type|action|page|tmpl)=(?:print|printable|amp|mobile))|print|printable|mobile|outputamp",
    re.IGNORECASE,
)


def plain_keys(url: str) -> tuple[str, ...]:
    """Return the keys of the addresses that this may be a rendition of, the nearest first; mostly none.

    Looks alone prove nothing, a section may be called 'print': it is one only if an article is stored there.

    >>> plain_keys("https://news.example/2025/tides/print?utm_source=x")
    ('news.example/2025/tides',)
    >>> plain_keys("https://news.example/2025/the-end-of-print")
    ()
    """
    try:
        forms = [urlsplit(url)]
    except ValueError:
        return ()
    for change in CHANGES:
        forms += [changed for form in forms if (changed := change(form)) != form]
    own = address_key(url)
    keys = dict.fromkeys(address_key(form.geturl()) for form in forms[1:])
    return tuple(key for key in keys if key != own and "/" in key)


def _without_tail(form: SplitResult) -> SplitResult:
    return form._replace(path=TAIL.sub("", form.path))


def _without_suffix(form: SplitResult) -> SplitResult:
    return form._replace(path=SUFFIX.sub("", form.path))


def _without_head(form: SplitResult) -> SplitResult:
    return form._replace(path=HEAD.sub("", form.path))


def _without_host(form: SplitResult) -> SplitResult:
    return form._replace(netloc=HOST.sub("", form.netloc))


def _without_pairs(form: SplitResult) -> SplitResult:
    return form._replace(query="&".join(_other_pairs(form.query)))


def _other_pairs(query: str) -> Iterator[str]:
    return (pair for pair in query.split("&") if pair and not PAIR.fullmatch(pair))


CHANGES: Final[tuple[Callable[[SplitResult], SplitResult], ...]] = (
    _without_pairs,
    _without_tail,
    _without_suffix,
    _without_head,
    _without_host,
)
