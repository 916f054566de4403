"""Patterns of a sites file: an address in; which of a site's `allow` and `deny` decides on it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache


def first_match(patterns: Sequence[str], url: str) -> str | None:
    """Return the first pattern that is found in an address, None when none is.

    >>> first_match(("/live/", "[?]print="), "https://news.example/a?print=1")
    '[?]print='
    """
    return next((pattern for pattern in patterns if _compiled(pattern).search(url)), None)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
