"""Phrases: a table of phrases by language in; the phrases as they compare, and patterns that find them, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby

from crawler.text import fold


def phrases_of(table: Mapping[str, str]) -> frozenset[str]:
    """Return all phrases of a table whose values are phrases parted by bars, folded.

    >>> sorted(phrases_of({"en": "Read more|see also", "de": "Lesen Sie auch"}))
    ['lesen sie auch', 'read more', 'see also']
    """
    return frozenset(
        fold(phrase.strip()) for phrases in table.values() for phrase in phrases.split("|") if phrase.strip()
    )


def any_of(entries: Iterable[str]) -> re.Pattern[str]:
    r"""Return a pattern that finds any of the entries.

    They are grouped by first letter, since a text's every letter is tried with each group.

    >>> any_of(["sign up", "so", "all"]).pattern
    'a(?:ll)|s(?:ign\\ up|o)'
    """
    groups = groupby(sorted(entries), key=lambda entry: entry[:1])
    return re.compile(
        "|".join(f"{head}(?:{'|'.join(re.escape(x[1:]) for x in group)})" for head, group in groups)
    )
