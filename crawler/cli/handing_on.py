"""Handing on what is new to one consumer, once: a cursor in the database moves together with the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

import click
from sqlite_utils import Database

from crawler.cli.export_writing import write_to_stdout, writer
from crawler.cli.output import made_ready, put_in_place, write_beside
from crawler.cli.parts import remove_unknown
from crawler.errors import CopydeskError
from crawler.text import printable
from pipelines.database.connection import open_database, open_readonly
from pipelines.database.cursors import (
    Cursor,
    cursor_of,
    file_arrived,
    move_cursor,
    selection_text,
    waiting_paths,
)
from pipelines.database.exporting import Changes, Record, last_change, records
from pipelines.database.selection import Selection


@dataclass(slots=True)
class Counted:
    """Records that are counted while they pass."""

    records: Iterable[Record]
    number: int = 0

    def __iter__(self) -> Iterator[Record]:
        """Yield the records."""
        for record in self.records:
            self.number += 1
            yield record


def hand_on(path: Path, name: str, selection: Selection, form: str, out: Path | None) -> None:
    """Write what is new since the cursor's last export, and move the cursor.

    The file is complete beside its place when the cursor moves, and is put there then; a run that is killed in
    between leaves it to the next one. Standard output is flushed before the cursor moves.
    """
    # Looked at by a reader first: a missing file is not made, an older one not migrated by the way.
    with closing(open_readonly(path)) as db, closing(open_database(path)) as writing:
        cursor = cursor_of(db, name, selection)
        if cursor.selection != selection_text(selection):
            raise CopydeskError(
                f"{path}: the cursor {printable(name)!r} was begun for {cursor.selection}; "
                "ask for the same sites and days again, or choose another name"
            )
        arrived = _finish_earlier(writing, cursor)
        if arrived is not None and arrived == out:
            return
        changes = Changes(cursor.change, last_change(db))
        found = records(db, selection, changes)
        first = next(found, None)
        if first is None:
            click.echo(f"Nothing new for {printable(name)}.", err=True)
            return
        counted, moved = Counted(chain([first], found)), replace(cursor, change=changes.until)
        if out is None:
            write_to_stdout(form, counted)
            move_cursor(writing, moved, counted.number)
        else:
            remove_unknown(out.parent, path, waiting_paths(db))
            ready = made_ready(write_beside(out, writer(form, counted)), path)
            _deliver(writing, replace(moved, waiting_file=str(ready), out_file=str(out)), counted.number)


def _deliver(db: Database, cursor: Cursor, articles: int) -> None:
    ready, out = Path(cursor.waiting_file or ""), Path(cursor.out_file or "")
    try:
        move_cursor(db, cursor, articles)
    except BaseException:
        ready.unlink(missing_ok=True)
        raise
    put_in_place(ready, out)
    file_arrived(db, cursor.name)


def _finish_earlier(db: Database, cursor: Cursor) -> Path | None:
    """Put the file of a run that was killed in its place; return that, None when there was nothing to do."""
    if cursor.waiting_file is None or cursor.out_file is None:
        return None
    part, out = Path(cursor.waiting_file), Path(cursor.out_file)
    waited = part.exists()
    if waited:
        put_in_place(part, out)
        said = "the last export ended before it could put its file here; it is here now, run again for what came since"
        click.echo(f"copydesk: {printable(str(out))}: {said}", err=True)
    file_arrived(db, cursor.name)
    return out if waited else None
