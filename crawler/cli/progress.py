"""The live progress line: a tally in, one line on a terminal that keeps up with it; nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from rich.console import Console
from rich.live import Live
from rich.text import Text

from crawler.cli.tally import Tally

PER_SECOND = 5


class ProgressLine:
    """What rich draws anew several times a second."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally
        self._started = monotonic()

    def __rich__(self) -> Text:
        """Return the line as it stands."""
        tally, seconds = self._tally, monotonic() - self._started
        rate = tally.pages / seconds if seconds > 0 else 0.0
        articles = tally.outcomes["article"] + tally.outcomes["unchanged"]
        return Text(
            f"{tally.pages:,} pages · {articles:,} articles · {tally.outcomes['copy']:,} copies · "
            f"{tally.failures:,} failures · {rate:.1f} pages/s",
            no_wrap=True,
            overflow="ellipsis",
        )


@contextmanager
def progress(tally: Tally, *, quiet: bool) -> Iterator[None]:
    """Show the line while the block runs, when stderr is a terminal and the user did not ask for silence."""
    console = Console(file=sys.stderr)
    if quiet or not console.is_terminal:
        yield
        return
    with Live(ProgressLine(tally), console=console, refresh_per_second=PER_SECOND, transient=True):
        yield
