"""Every exception of copydesk's own, under one base; each message says what the caller should do."""

from __future__ import annotations


class CopydeskError(Exception):
    """Base of all errors that a user can act on; the message is for that user. Ends a command with exit code 1."""


class PageError(CopydeskError):
    """One page cannot be read (missing file, no HTML, no answer); the run goes on with the next one."""


class StatusError(PageError):
    """The server answered with an error status; `status` tells which."""

    def __init__(self, message: str, status: int) -> None:
        """Take the message and the HTTP status."""
        super().__init__(message)
        self.status = status


class SitesFileError(CopydeskError):
    """The sites file is wrong; the message names file, line and field. Ends a command with exit code 2."""


class DatabaseError(CopydeskError):
    """The SQLite file cannot be used: not ours, newer than this copydesk, read-only, corrupt or full."""


class DatabaseBusyError(DatabaseError):
    """Another run holds this database; wait for it or choose another file. Ends a command with exit code 4."""
