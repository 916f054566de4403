"""Data for standard output or a file: text in, UTF-8 out; whole, or not at all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

# Characters that are written at a time.
CHUNK = 256 * 1024


def write_stdout(data: bytes) -> None:
    """Write all of it; with PYTHONUNBUFFERED a single write may end early and say nothing."""
    rest = memoryview(data)
    while rest:
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def write_out(texts: Iterable[str], out: Path | None) -> None:
    """Write to a file, or to standard output without one; a file is put in its place when it is complete."""
    if out is None:
        _write(texts, write_stdout)
        return
    part = out.with_name(out.name + ".part")
    try:
        with part.open("wb") as file:
            _write(texts, file.write)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _write(texts: Iterable[str], write: Callable[[bytes], object]) -> None:
    for chunk in _chunks(texts):
        write(chunk.encode("utf-8", "replace"))


def _chunks(texts: Iterable[str]) -> Iterator[str]:
    waiting: list[str] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length >= CHUNK:
            yield "".join(waiting)
            waiting, length = [], 0
    if waiting:
        yield "".join(waiting)
