"""Exit codes: how a command ended, as a number that a script or cron can act on."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from crawler.errors import CopydeskError, DatabaseBusyError, SitesFileError


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    """It did what it was asked to."""
    FAILED = 1
    """It could not; the message says why and what to do."""
    USAGE = 2
    """It was called wrongly, or the sites file is wrong; nothing was begun."""
    LOOK = 3
    """It is done, but a person should see something: a start that failed, an input that could not be read."""
    BUSY = 4
    """Another run holds this database."""
    INTERRUPTED = 130
    """Ctrl-C or SIGTERM; what was stored until then is kept. The number that shells give a Ctrl-C."""


OF_ERROR: Mapping[type[CopydeskError], Exit] = {SitesFileError: Exit.USAGE, DatabaseBusyError: Exit.BUSY}


def exit_of(error: CopydeskError) -> Exit:
    """Return the exit code that an error ends its command with.

    >>> exit_of(DatabaseBusyError("x")), exit_of(CopydeskError("x"))
    (<Exit.BUSY: 4>, <Exit.FAILED: 1>)
    """
    return next((code for kind, code in OF_ERROR.items() if isinstance(error, kind)), Exit.FAILED)
