"""Stopping between two pages: signals in, a KeyboardInterrupt at a moment when nothing is half done out."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from crawler.errors import CopydeskError

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stop_between() -> Iterator[Callable[[], None]]:
    """Give a function that raises KeyboardInterrupt once Ctrl-C or SIGTERM has come; call it between two pages.

    A second signal does not wait for that call.
    """
    before = {number: signal.getsignal(number) for number in SIGNALS}
    came: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        came.append(number)
        if len(came) > 1:
            raise KeyboardInterrupt

    def check() -> None:
        if came:
            raise KeyboardInterrupt

    for number in SIGNALS:
        signal.signal(number, note)
    try:
        yield check
    except CopydeskError:
        # A signal to the whole process group ends the parsing processes too: that is no failure.
        check()
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
