"""Files that are written beside their place: what they are called, and an end to those that a kill left behind."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from zlib import crc32

BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite puts beside a file that it writes."""
PART = re.compile(rf"\.(\d+)\.part({'|'.join(BESIDE)})?$")
# A file that nobody has written to for so long, of a process that is gone from this machine, is nobody's. (In a
# container its process cannot be seen; the time keeps one that is being written.)
LEFT_FOR = 60.0


def part_of(out: Path) -> Path:
    """Return where this process writes a file that belongs at `out`."""
    return out.with_name(f"{out.name}.{os.getpid()}.part")


def out_of(part: Path) -> Path:
    """Return where a part belongs.

    >>> out_of(Path("news.db.4711.part")).name
    'news.db'
    """
    return part.with_name(PART.sub("", part.name))


def remove_left(out: Path) -> None:
    """Remove what processes that were killed left beside this place."""
    for file in out.parent.glob("*.part*"):
        found = PART.search(file.name)
        if found and out_of(file) == out:
            _remove(file, int(found[1]))


def mark_of(db: Path) -> str:
    """Return what is in the names of files that a database's cursors may wait for."""
    return f"{crc32(str(db.resolve()).encode()):08x}"


def remove_unknown(folder: Path, db: Path, waiting: Collection[str]) -> None:
    """Remove complete files that no cursor of the database knows of, left by exports that were killed right then."""
    name = re.compile(rf"\.(\d+)\.{mark_of(db)}\.ready$")
    for file in folder.glob("*.ready"):
        found = name.search(file.name)
        if found and str(file) not in waiting:
            _remove(file, int(found[1]))


def _remove(file: Path, pid: int) -> None:
    # Whoever cannot remove it (not the owner; on Windows, while it is open) need not.
    with suppress(OSError):
        if not _is_running(pid) and time.time() - file.stat().st_mtime > LEFT_FOR:
            file.unlink()


def _is_running(pid: int) -> bool:
    # Elsewhere the signal 0 is a signal like others.
    if os.name != "posix":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
