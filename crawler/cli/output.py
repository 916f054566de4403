"""Data for standard output or a file: text or bytes in; whole and safely on disk, or not at all."""

from __future__ import annotations

import gzip
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from crawler.cli.parts import mark_of, part_of, remove_left
from crawler.errors import CopydeskError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Write = Callable[[IO[bytes]], None]

# Characters that are written at a time.
CHUNK = 256 * 1024
COMPRESSED = (".gz", ".zst")


def json_text(data: object) -> str:
    r"""Return data as indented JSON: letters of all scripts as they are, what a terminal might obey as escapes.

    >>> json_text("Größe \x9b2J")
    '"Größe \\u009b2J"'
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)


def write_stdout(data: bytes) -> None:
    """Write all of it; with PYTHONUNBUFFERED a single write may end early and say nothing."""
    rest = memoryview(data)
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def write_out(texts: Iterable[str], out: Path | None) -> None:
    """Write to a file, or to standard output without one; a file is put in its place when it is complete."""
    if out is None:
        for chunk in _chunks(texts):
            write_stdout(chunk)
        return
    put_in_place(write_beside(out, as_bytes(texts)), out)


def as_bytes(texts: Iterable[str]) -> Write:
    """Return what writes the texts as UTF-8 into an open file."""

    def write(file: IO[bytes]) -> None:
        for chunk in _chunks(texts):
            file.write(chunk)

    return write


def write_beside(out: Path, write: Write) -> Path:
    """Write a file beside its place and return it, complete and on disk; nothing is left of one that fails.

    It is compressed when its name ends with .gz or .zst. Raises CopydeskError when it cannot be written.
    """
    part = part_of(out)
    remove_left(out)
    with _said_of(out):
        try:
            with part.open("wb") as file:
                with _compressed(file, out) as packed:
                    write(packed)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    return part


def made_ready(part: Path, db: Path) -> Path:
    """Give a complete file a name by which none but this database's cursors take it for their own."""
    ready = part.with_suffix(f".{mark_of(db)}.ready")
    put_in_place(part, ready)
    return ready


def put_in_place(part: Path, out: Path) -> None:
    """Give a complete file its name; whoever looks sees the one before or this one, also after a power cut."""
    with _said_of(out):
        part.replace(out)
        if os.name == "posix":
            folder = os.open(out.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


@contextmanager
def _compressed(file: IO[bytes], out: Path) -> Iterator[IO[bytes]]:
    if out.suffix == ".gz":
        with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
            yield cast(IO[bytes], packed)
    elif out.suffix == ".zst":
        with zstd.ZstdFile(file, "wb") as squeezed:
            yield cast(IO[bytes], squeezed)
    else:
        yield file


@contextmanager
def _said_of(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        raise CopydeskError(f"{out}: cannot be written ({why}); the file there is as it was") from error


def _chunks(texts: Iterable[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length >= CHUNK:
            yield "".join(waiting).encode("utf-8", "replace")
            waiting, length = [], 0
    if waiting:
        yield "".join(waiting).encode("utf-8", "replace")
