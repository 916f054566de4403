"""Member: one worker as the team sees it; items out, results in, and what became of it when it is gone."""

from __future__ import annotations

import asyncio
import pickle
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.context import SpawnProcess
from typing import Any

from crawler.workers.process import HEAD, READY, Result


@dataclass(slots=True, eq=False)
class Job:
    """One item and who waits for its result."""

    item: Any
    future: asyncio.Future[Any]
    deaths: int = 0
    """How many workers died while it was their turn."""

    def settle(self, result: Result) -> None:
        """Hand over the result, unless nobody waits any more."""
        if not self.future.done():
            self.future.set_result(result)


class Member(asyncio.Protocol):
    """The connection to one worker."""

    def __init__(
        self,
        process: SpawnProcess,
        seconds: float,
        moved: Callable[[Member], None],
        gone: Callable[[Member], None],
    ) -> None:
        """Take what to call when a result came, and when the worker is gone."""
        self.process = process
        self.seconds = seconds
        self.moved = moved
        self.gone = gone
        self.jobs: deque[Job] = deque()
        """What it has to do; it is at the first one."""
        self.is_ready = False
        self.is_leaving = False
        """It gets nothing more to do."""
        self.is_ended = False
        """We ended it: no item is to blame."""
        self._received = bytearray()
        self._alarm: asyncio.TimerHandle | None = None

    def give(self, job: Job) -> None:
        """Send an item."""
        self.jobs.append(job)
        data = pickle.dumps(job.item, pickle.HIGHEST_PROTOCOL)
        self.transport.write(HEAD.pack(len(data)) + data)
        if len(self.jobs) == 1:
            self._set_alarm()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.is_ended = True
        self.process.kill()
        self._stop_alarm()
        self.transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection."""
        assert isinstance(transport, asyncio.WriteTransport)  # noqa: S101 - a socket's
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Take what has come, and every message that is complete."""
        received = self._received
        received += data
        while len(received) >= HEAD.size:
            end = HEAD.size + HEAD.unpack_from(received)[0]
            if len(received) < end:
                return
            message = pickle.loads(bytes(received[HEAD.size : end]))  # noqa: S301 - our own process's
            del received[:end]
            self._take(message)

    def connection_lost(self, exc: Exception | None) -> None:
        """Say that the worker is gone."""
        self._stop_alarm()
        self.gone(self)

    def _take(self, message: Any) -> None:
        if message == READY:
            self.is_ready = True
        else:
            self.is_leaving |= message.is_last
            self.jobs.popleft().settle(message)
            if message.ends_worker:
                self.end()
        self._set_alarm()
        self.moved(self)

    def _set_alarm(self) -> None:
        """Give the item whose turn it is its time; before the worker is ready nothing has begun."""
        self._stop_alarm()
        if self.jobs and self.is_ready and self.seconds:
            self._alarm = asyncio.get_running_loop().call_later(self.seconds, self._take_too_long)

    def _stop_alarm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    def _take_too_long(self) -> None:
        self.jobs.popleft().settle(Result(error=f"parsing took more than {self.seconds:g} s"))
        self.end()
