"""Line numbers: a TOML text and the path of a key in, the line it stands on out (tomllib keeps none)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

KeyPath = tuple[str, ...]


def line_of(text: str, path: KeyPath) -> int:
    """Return the line (from 1) where the key is set; where only its table or a parent is found, that one's.

    The text must be valid TOML.

    >>> line_of(chr(10).join(["[sites.a]", "start = [", ' "x",', "]", "delay = 1"]), ("sites", "a", "delay"))
    5
    """
    best, depth = 1, 0
    for line, found in _statements(text):
        common = _common(found, path)
        if common > depth:
            best, depth = line, common
    return best


def _statements(text: str) -> Iterator[tuple[int, KeyPath]]:
    """Yield each table header and each assignment: the line it begins on and the full paths it sets.

    A statement is as many lines as it takes until they are TOML by themselves: an open list or text is not.
    """
    table: KeyPath = ()
    pending, first = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        first = first if pending else number
        pending += line + "\n"
        try:
            statement = tomllib.loads(pending)
        except tomllib.TOMLDecodeError:
            continue
        is_header = pending.lstrip().startswith("[")
        for path in _paths(statement):
            yield first, path if is_header else (*table, *path)
            table = path if is_header else table
        pending = ""


def _paths(statement: dict[str, Any], above: KeyPath = ()) -> Iterator[KeyPath]:
    """Yield the path of every key in a statement that leads to no further key."""
    for key, value in statement.items():
        inner = value[-1] if isinstance(value, list) and value else value
        if isinstance(inner, dict) and inner:
            yield from _paths(inner, (*above, key))
        else:
            yield (*above, key)


def _common(one: KeyPath, other: KeyPath) -> int:
    """Return how many keys from the root on the two paths share."""
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared
