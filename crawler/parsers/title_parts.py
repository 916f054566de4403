"""Title parts: a title as the head of a page writes it in, its parts out; names compacted for comparing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from crawler.text import fold, words

# What stands between headline, section and site: with spaces on both sides, or of a kind no headline uses.
SEPARATOR = re.compile(
    r"\s+(?:[|·•»«›‹:/~—–-]|::|--|>>|<<|l)\s+|\s*[|｜ㅣ¦_]\s*|\s*(?:--|::)\s*|[：](?=[^：]{2,16}$)|\s[-–—]{1,2}(?=\S)|(?<=\S)[-–](?=[^\x00-\u2fff]{2,12}$)"
)
# 'The Gazette: The tide', where what stands before the colon is known as the site's name.
COLON = re.compile(r"[:：]\s*")
# A shorter name stands in other words by chance.
SHORTEST_NAME = 5


# The same titles and names are compared a hundred times on one page.
@lru_cache(maxsize=4_096)
def compact(text: str) -> str:
    """Return a name's letters and digits only, for comparing.

    >>> compact("The Harbour-Gazette"), compact("harbour gazette.example")
    ('theharbourgazette', 'harbourgazetteexample')
    """
    return "".join(words(fold(text)))


def is_site_name(text: str, names: Sequence[str]) -> bool:
    """Tell whether a text is the site's name: equal, or holding it or held by it with little besides.

    >>> is_site_name("Harbour Gazette", ["theharbourgazette"]), is_site_name("Harbour", ["theharbourgazette"])
    (True, False)
    """
    mine = compact(text)
    return any(
        mine == name
        or (
            min(len(mine), len(name)) >= 4
            and (mine in name or name in mine)
            and abs(len(mine) - len(name)) <= 5
        )
        for name in names
    )


def holds_site_name(text: str, names: Sequence[str]) -> bool:
    """Tell whether a text has the site's name among other words.

    >>> holds_site_name("The Gazette of Tarnmouth", ["gazette"]), holds_site_name("The tide", ["tide"])
    (True, False)
    """
    mine = compact(text)
    return any(len(name) >= SHORTEST_NAME and name in mine for name in names)


def parts_of(text: str) -> list[tuple[str, str]]:
    """Return the parts of a title with the separator that stands before each.

    >>> parts_of("Tide - twice | Gazette")
    [('', 'Tide'), (' - ', 'twice'), (' | ', 'Gazette')]
    """
    parts, start, mark = [], 0, ""
    for match in SEPARATOR.finditer(text):
        if match.start() > start:
            parts.append((mark, text[start : match.start()]))
            mark, start = match[0], match.end()
    if start < len(text):
        parts.append((mark, text[start:]))
    return parts
