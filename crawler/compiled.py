"""Compiled: whether the compiled twins of the parsers' hottest functions are asked for.

Modules named `_….pyx` are compiled when the project is installed where there is a C compiler. A plain function of the
same name stands beside each and returns the same for any input; it is used where no compiled one can be imported, and
everywhere when the environment sets COPYDESK_PLAIN.
"""

from __future__ import annotations

import os
from importlib.util import find_spec

WANTED = not os.environ.get("COPYDESK_PLAIN")


def parsers_are() -> str:
    """Return `compiled` or `plain`, as the parsers of this process are."""
    return "compiled" if WANTED and find_spec("crawler.parsers.body._walk") else "plain"
