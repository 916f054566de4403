"""Plain finder: what `finder` is where nothing is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from crawler.parsers.body.phrases import any_of


class Finder:
    """Words to look for, wherever in a text they stand and in whatever longer words; none is empty or holds a NUL."""

    def __init__(self, words: Iterable[str], shared: Iterable[str] = ()) -> None:
        """Make words ready; `shared` are parts that several of them have in common, to look for these first."""
        parts = tuple(shared)
        self._words = sorted(set(words))
        if not all(self._words) or any("\0" in word for word in self._words):
            raise ValueError("a word is empty or holds a NUL")
        self._by_part: dict[str, list[str]] = {}
        for word in self._words:
            self._by_part.setdefault(next((part for part in parts if part in word), word), []).append(word)

    def found_in(self, text: str) -> bool:
        """Tell whether any of the words stands in a text.

        >>> Finder(["tide", "pier"]).found_in("The tides turned."), Finder(["tide"]).found_in("The Tide")
        (True, False)
        """
        return bool(self._words) and self._pattern.search(text) is not None

    def which(self, texts: Iterable[str]) -> list[int]:
        """Return the places of the texts that hold any of the words.

        >>> Finder(["tide", "pier"]).which(["The tides", "A port", "On the pier"])
        [0, 2]
        """
        texts = list(texts)
        # Mostly none of them does, and one search finds that out sooner than many.
        if not self.found_in("\n".join(texts)):
            return []
        return [place for place, text in enumerate(texts) if self.found_in(text)]

    def lines(self, text: str) -> dict[int, int]:
        r"""Return the lines, which NULs part, that hold any of the words: their numbers and where they begin.

        Words are looked for one by one: for a dozen of them that is faster than a pattern.

        >>> Finder(["date", "time"]).lines("lead\0post-date\0byline\0timestamp")
        {1: 5, 3: 22}
        """
        found: dict[int, int] = {}
        for word in [word for part, words in self._by_part.items() if part in text for word in words]:
            line = counted = 0
            at = text.find(word)
            while at >= 0:
                line += text.count("\0", counted, at)
                found[line] = text.rfind("\0", 0, at) + 1
                counted = end_of_line(text, at)
                at = text.find(word, counted)
        return dict(sorted(found.items()))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return any_of(self._words)


class Beginnings:
    """Beginnings to look for at the beginnings of texts, behind white space; case and white space do not count."""

    def __init__(self, starts: Iterable[str], leading: Iterable[str]) -> None:
        """Make beginnings in lower case, words parted by one space, ready; `leading` may stand before them."""

    def places(self, texts: Sequence[str]) -> Sequence[int]:
        """Return the places of the texts that may begin so; others may be among them, and here all are."""
        return range(len(texts))


def end_of_line(text: str, start: int) -> int:
    """Return where the line ends, at a NUL or with the text, that a place is in."""
    end = text.find("\0", start)
    return end if end >= 0 else len(text)
