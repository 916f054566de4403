"""Collector: Python's cycle collector, paused while a page is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Run the block without the cycle collector.

    Reading a page makes some ten thousand objects that live as long as the page and form no cycles; looking them
    through again and again costs a tenth of the time and finds nothing. Another thread may switch the collector on
    meanwhile: then it runs, no more.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
