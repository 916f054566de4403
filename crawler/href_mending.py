r"""Mending: a link as written in a page in, the address that its template or its writer meant out."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

# Browsers leave line breaks and tabs out wherever they stand (URL standard, section 4.4).
LINE_BREAK: Final = re.compile(r"[\t\r\n]")
# Templates pretty-print, editors paste what cannot be seen.
EDGES: Final = " \f\v\0\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# What no address holds as it is: nothing of it, nothing to mend.
ODD: Final = re.compile(rf"[\\\t\r\n&{EDGES}]")
# 'https:///', 'https//', 'http://https://'; a host that begins like a scheme is looked at as well.
ODD_SCHEME: Final = re.compile(r"https?(?!://[^/h])", re.IGNORECASE)
# '&amp;amp;id=7' is read as '&amp;id=7'; a template escaped twice, or thrice.
ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
MOST_ESCAPED: Final = 3
# 'https:\/\/news.example\/a': escaped for a script, then printed.
SCRIPT_SLASH: Final = re.compile(r"\\+/?")
SCHEME: Final = re.compile(r"^(https?):?/{2,}(?=[^/])", re.IGNORECASE)
# 'http://https://news.example/a': a form added what was there already.
DOUBLED: Final = re.compile(r"^https?:?//(?=https?:?//)", re.IGNORECASE)


def mended(href: str) -> str:
    r"""Return the link without what a browser or a reader overlooks: white space, entities, backslashes.

    >>> mended(" https:\\/\\/news.example\\/a?b=1&amp;amp;c=2\n")
    'https://news.example/a?b=1&c=2'
    """
    if ODD.search(href) is None and ODD_SCHEME.match(href) is None:
        return href
    href = LINE_BREAK.sub("", href).strip(EDGES)
    for _ in range(MOST_ESCAPED):
        if ENTITY.search(href) is None:
            break
        href = ENTITY.sub(lambda match: unescape(match[0]), href)
    if "\\" in href:
        address, mark, rest = href.partition("?")
        href = SCRIPT_SLASH.sub("/", address) + mark + rest
    return SCHEME.sub(r"\1://", DOUBLED.sub("", href))
