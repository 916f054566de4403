"""Compiled: which of the parsers' hottest functions have compiled twins, and whether these are used.

A module `_name.pyx` is compiled when the project is installed where there is a C compiler. A plain function of the same
name stands beside each function in it and returns the same for any input; it is used where the compiled one cannot be
imported, and everywhere when the environment sets COPYDESK_PLAIN.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

MODULES = (
    "crawler._text",
    "crawler._told",
    "crawler.parsers._finder",
    "crawler.parsers._inner",
    "crawler.parsers._lines",
    "crawler.parsers._seek",
    "crawler.parsers.body._frames",
    "crawler.parsers.body._names",
    "crawler.parsers.body._walk",
)


def choose() -> None:
    """Make the compiled modules impossible to import, if the environment says so."""
    if os.environ.get("COPYDESK_PLAIN"):
        # Python's way of saying that a module is not there (reference, 5.3.1, 'The module cache').
        sys.modules.update(dict.fromkeys(MODULES))  # type: ignore[arg-type]


def parsers_are() -> str:
    """Return `compiled` or `plain`, as the parsers of this process are."""
    try:
        for module in MODULES:
            import_module(module)
    except ImportError:
        return "plain"
    return "compiled"
