"""Examining a file: a path in; what every check found out, and what can be mended mended."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from crawler.errors import DatabaseBusyError, DatabaseError
from pipelines.database import checks
from pipelines.database.connection import behind_links, open_any_version, open_as_it_is, open_database
from pipelines.database.failures import explained
from pipelines.database.finding import Finding, note
from pipelines.database.lock import locked
from pipelines.database.mending import mend
from pipelines.database.migrations import SCHEMA_VERSION, user_version

Tell = Callable[[str], None]


def examine(path: Path, *, deep: bool = False, tell: Tell = lambda name: None) -> list[Finding]:
    """Return what every check found; the file is only read, and what needs it for itself is left out during a run.

    What would have to be worked out again row by row is looked at in a sample, with `deep` in all rows. `tell` is told
    each check's name as it begins.

    Raises DatabaseError when it is missing, empty, another program's or a newer copydesk's.
    """
    path = behind_links(path)
    with closing(open_any_version(path)) as db, explained(path):
        tell("pages")
        found = list(checks.length(db, path)) or list(checks.pages(db))
        if found[0].is_loss:
            return found
        version = user_version(db)
        if version < SCHEMA_VERSION:
            found.append(_is_older(version))
            return found + checks.checked("foreign keys", checks.foreign_keys, db)
        for name, check in checks.CHECKS.items():
            tell(name)
            found += checks.checked(name, check, db)
        for name, derived in checks.IN_SAMPLES.items():
            tell(name)
            found += checks.checked(name, partial(derived, deep=deep), db)
        found += checks.log(db, path)
    tell("full-text index, words")
    return found + _alone(path)


def mend_file(path: Path, found: list[Finding]) -> None:
    """Put right what can be, and bring an older file up to date.

    Raises DatabaseBusyError while a run holds the file, DatabaseError when it cannot be written.
    """
    path = behind_links(path)
    with locked(path), closing(open_database(path)) as db, explained(path):
        mend(db, found)


def _alone(path: Path) -> list[Finding]:
    """Check what nobody else may write to meanwhile."""
    try:
        with locked(path), closing(open_as_it_is(path)) as db:
            return checks.checked("full-text index", checks.full_text_in_depth, db) + checks.checked(
                "runs", checks.runs, db
            )
    except DatabaseBusyError:
        return [
            note(
                "runs", "one is going on; words of the full-text index were not looked at", "ask again later"
            )
        ]
    except DatabaseError as error:
        return [note("full-text index", f"its words were not looked at: {error}")]


def _is_older(version: int) -> Finding:
    return note(
        "schema",
        f"version {version}; this copydesk's is {SCHEMA_VERSION}",
        "nothing: the next run brings it up to date, as does `copydesk doctor --fix`",
        is_fixable=True,
    )
