"""A worker: a socket with items in, their results in the same order out, until the other end is closed."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import count
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import Any

from crawler.text import printable
from crawler.workers.bounds import Bounds

# A message is its length and then its bytes.
HEAD = struct.Struct("!Q")
# A page of 160 KB and the next one, while the worker's thread has no time to take them in; where the system lets us.
BUFFER_BYTES = 1 << 20
READY = "ready"
# Items between two looks at how large the worker has grown.
LOOK_EVERY = 32
# What a parser's exception says may be as long and as strange as the page it stumbled over.
MAX_REASON = 300


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one item."""

    value: Any = None
    """What the function returned."""
    error: str | None = None
    """Why there is none, for a person to read. Example: `parsing raised ValueError: no page`."""
    is_last: bool = False
    """The worker has grown: it is to be replaced."""

    @property
    def ends_worker(self) -> bool:
        """Whether the worker has no memory for any other item: it goes at once, and what it has is for others."""
        return self.is_last and self.error is not None


def start_worker(work: Callable[[Any], Any], bounds: Bounds) -> tuple[SpawnProcess, socket.socket]:
    """Return a process, started afresh (spawn), and our end of the socket to it; its first message is READY.

    A forked copy of a process with a running reactor would inherit its sockets, its threads' locks and the database's.
    """
    ours, theirs = socket.socketpair()
    for end in (ours, theirs):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BUFFER_BYTES)
    spawn = multiprocessing.get_context("spawn")
    process = spawn.Process(target=_main, args=(work, theirs, bounds), daemon=True)
    with theirs, _without_ctrl_c():
        process.start()
    return process, ours


@contextmanager
def _without_ctrl_c() -> Iterator[None]:
    """Start a process that never sees Ctrl-C, not even before its first line: the command finishes its pages first."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _main(work: Callable[[Any], Any], ours: socket.socket, bounds: Bounds) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _bound_memory(bounds.memory_mb)
    # What was imported stays for good: the collector need not look at it after each page.
    gc.freeze()
    with ours, suppress(ConnectionError):
        # Where the other end is gone, as after kill -9, nobody waits for a result, nor for a complaint.
        _work_on(work, ours, bounds)


def _work_on(work: Callable[[Any], Any], ours: socket.socket, bounds: Bounds) -> None:
    frames: SimpleQueue[bytearray | None] = SimpleQueue()
    threading.Thread(target=_take_in, args=(ours, frames), daemon=True).start()
    _send(ours, _pickled(READY))
    for number in count():
        frame = frames.get()
        if frame is None:
            return
        # Asking the system after every page costs a twentieth of the parsing on some.
        result, data = _answer(work, frame, 0 if number % LOOK_EVERY else bounds.retire_mb)
        _send(ours, data)
        if result.ends_worker:
            return


def _take_in(ours: socket.socket, frames: SimpleQueue[bytearray | None]) -> None:
    """Take items off the socket as they come, since it holds a page or two; None at their end.

    One that there is no memory for is an end too: the worker goes when it has done what came before.
    """
    try:
        with suppress(OSError, MemoryError):
            while (frame := _received(ours)) is not None:
                frames.put(frame)
        frames.put(None)
    except BaseException:  # noqa: BLE001 - nobody may wait for an item that never comes
        os._exit(1)


def attempt(work: Callable[[Any], Any], item: Any) -> Result:
    """Return what the function makes of an item; what it raises is said in the result."""
    try:
        return Result(work(item))
    except Exception as error:  # noqa: BLE001 - one item is given up, whatever it made the function raise
        return _raised(error)


def _answer(work: Callable[[Any], Any], frame: bytearray, retire_mb: int) -> tuple[Result, bytes]:
    """Return what became of an item, also when it cannot be unpacked or its result not be packed, and the message."""
    try:
        result = attempt(work, pickle.loads(frame))  # noqa: S301 - from the process that started this one
        result = replace(result, is_last=result.is_last or _has_grown(retire_mb))
        return result, _pickled(result)
    except Exception as error:  # noqa: BLE001 - as above
        result = _raised(error)
        return result, _pickled(result)


def _raised(error: Exception) -> Result:
    what = printable(f"{type(error).__name__}: {error}".rstrip(": "))[:MAX_REASON]
    return Result(error=f"parsing raised {what}", is_last=isinstance(error, MemoryError))


def _end_with_parent() -> None:
    """End when the command is gone, also in the middle of a page without an end."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _bound_memory(megabytes: int) -> None:
    """Let a page that wants more raise MemoryError, where the system can."""
    if megabytes and sys.platform == "linux":
        import resource  # noqa: PLC0415 - Unix only

        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _has_grown(retire_mb: int) -> bool:
    """Tell whether the process ever had so much resident memory."""
    if not retire_mb or sys.platform == "win32":
        return False
    import resource  # noqa: PLC0415 - Unix only

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak > retire_mb * (1e6 if sys.platform == "darwin" else 1e3)


def _pickled(message: object) -> bytes:
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def _send(to: socket.socket, data: bytes) -> None:
    to.sendall(HEAD.pack(len(data)) + data)


def _received(source: socket.socket) -> bytearray | None:
    """Return the next message, None when the other end is closed."""
    head = _exactly(source, HEAD.size)
    return _exactly(source, HEAD.unpack(head)[0]) if head else None


def _exactly(source: socket.socket, size: int) -> bytearray | None:
    data = bytearray(size)
    left = memoryview(data)
    while left:
        count = source.recv_into(left)
        if not count:
            return None
        left = left[count:]
    return data
