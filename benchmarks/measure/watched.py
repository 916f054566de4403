"""A command in; how long it took by the clock and of the processor, and the memory of all its processes, out."""

from __future__ import annotations

import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

LOOK_SECONDS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What a command took."""

    ended: float
    """When it ended, by the system's monotonic clock."""
    processor: float
    """Seconds of the processor, those of its own processes included."""
    memory: tuple[float, ...]
    """Resident MB of it and its processes together, twice a second."""


def watch(command: Sequence[str]) -> Watched:
    """Run a command to its end; CalledProcessError when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory: list[float] = []
    with subprocess.Popen(command) as process:
        over = threading.Event()
        look = threading.Thread(target=_look, args=(process.pid, memory, over))
        look.start()
        code = process.wait()
        ended = time.monotonic()
        over.set()
        look.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code:
        raise subprocess.CalledProcessError(code, command)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Watched(ended=ended, processor=spent, memory=tuple(memory))


def _look(pid: int, memory: list[float], over: threading.Event) -> None:
    while not over.wait(LOOK_SECONDS):
        memory.append(_memory_of_tree(pid))


def _memory_of_tree(pid: int) -> float:
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True
    ).stdout.split()
    rows = [tuple(map(int, listed[at : at + 3])) for at in range(0, len(listed), 3)]
    tree, size = {pid}, 0
    while len(tree) > size:
        size = len(tree)
        tree |= {own for own, parent, _ in rows if parent in tree}
    return sum(rss for own, _, rss in rows if own in tree) / 1e3
