"""Compiled: which of the hottest functions have compiled twins, and whether these are used.

A module `_name.pyx` is compiled when the project is installed where there is a C compiler. A plain function of the same
name stands beside each function in it and returns the same for any input; it is used where the compiled one cannot be
imported, and everywhere when the environment sets COPYDESK_PLAIN.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

MODULES = (
    "crawler._text",
    "crawler._told",
    "crawler._word_runs",
    "crawler.parsers._finder",
    "crawler.parsers._inner",
    "crawler.parsers._lines",
    "crawler.parsers._seek",
    "crawler.parsers.body._block_score",
    "crawler.parsers.body._blocks",
    "crawler.parsers.body._frames",
    "crawler.parsers.body._names",
    "crawler.parsers.body._walk",
)


# What the import of a compiled module raises that cannot be used here: there is none, or lxml is another than it was
# compiled for, whose functions differ (TypeError) or whose objects do (ValueError).
UNUSABLE = (ImportError, TypeError, ValueError)


def choose() -> None:
    """Make the compiled modules impossible to import, if the environment says so."""
    if os.environ.get("COPYDESK_PLAIN"):
        # Python's way of saying that a module is not there (reference, 5.3.1, 'The module cache').
        sys.modules.update(dict.fromkeys(MODULES))  # type: ignore[arg-type]


def parsers_are() -> str:
    """Return `compiled` or `plain`, as the parsers of this process are; nothing is imported for that."""
    is_compiled = MODULES[0] not in sys.modules or sys.modules[MODULES[0]] is not None
    return "compiled" if is_compiled and all(map(_is_built, MODULES)) else "plain"


def _is_built(module: str) -> bool:
    stem = Path(__file__).parents[1].joinpath(*module.split("."))
    return any(stem.with_name(stem.name + suffix).exists() for suffix in EXTENSION_SUFFIXES)
