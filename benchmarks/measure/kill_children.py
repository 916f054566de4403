"""The command in a process of its own: arguments in; killed at some moment, or its exit code, out."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

# Loaded before the first fork: a kill hits the work and not the loading of modules, and a thousand take minutes.
import crawler.cli.backup
import crawler.cli.crawling
import crawler.cli.doctor
import crawler.cli.export
import crawler.cli.ingest
import crawler.cli.reparse  # noqa: F401
from crawler.cli import main

# Nothing here takes a tenth of it: a run that hangs is a fault.
LONGEST = 120.0
STEP = 0.002


class Child:
    """A run of `copydesk` in a process group of its own; `setting` is called in it before it begins."""

    def __init__(self, args: Sequence[object], log: Path, setting: Callable[[], None] = lambda: None) -> None:
        self.args = [str(arg) for arg in args]
        self.log = log
        self.code: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            _become(self.args, log, setting)
        with suppress(OSError):  # the child does it too: whoever is first
            os.setpgid(self.pid, self.pid)

    def run(self, seconds: float | None = None, last_look: Callable[[], None] | None = None) -> int | None:
        """Let it run to its end, or kill it after so many seconds; return the exit code, None when it was killed.

        `last_look` is called right before the kill, while the child goes on.
        """
        self.wait(LONGEST if seconds is None else seconds)
        if self.code is None and last_look is not None:
            last_look()
            self._look()
        if self.code is None:
            self.kill()
            if seconds is None:
                raise TimeoutError(
                    f"`copydesk {' '.join(self.args)}` hangs; it was killed after {LONGEST:.0f} s"
                )
        return self.code

    def wait(self, seconds: float) -> int | None:
        """Let it go on for so long, or to its end; return the exit code, None while it lives."""
        until = time.monotonic() + seconds
        while self.code is None and time.monotonic() < until:
            time.sleep(STEP)
            self._look()
        return self.code

    def kill(self) -> None:
        """Kill the whole group and wait until it is gone."""
        os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)

    def pause(self, work: Callable[[], None]) -> None:
        """Do something while the child stands still in the midst of whatever it does."""
        os.kill(self.pid, signal.SIGSTOP)
        _, status = os.waitpid(self.pid, os.WUNTRACED)
        try:
            work()
        finally:
            if os.WIFSTOPPED(status):
                os.kill(self.pid, signal.SIGCONT)
            else:
                self.code = os.waitstatus_to_exitcode(status)

    def _look(self) -> None:
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        if pid:
            self.code = os.waitstatus_to_exitcode(status)


def _become(args: list[str], log: Path, setting: Callable[[], None]) -> None:
    """Be the command; never returns."""
    code = 70
    try:
        with suppress(OSError):
            os.setpgid(0, 0)
        file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for number in (1, 2):
            os.dup2(file, number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        setting()
        main(args, prog_name="copydesk")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        os._exit(code)
