"""Team: items in, their results out, from as many workers as there is work for; one that dies or hangs is replaced."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

from crawler.workers.bounds import Bounds
from crawler.workers.member import Job, Member
from crawler.workers.process import Result, attempt, start_worker

T = TypeVar("T")
R = TypeVar("R")

logger = logging.getLogger(__name__)

# Items that a worker has at a time, so that it never idles: every few seconds a crawl leaves its file to other programs
# for a tenth of one (`pipelines.database.batch`), and hands out nothing meanwhile. Whoever brings items bounds how many
# there are: a crawl by their bytes, others by number.
JOBS_EACH = 12
# So many are enough to do: where all have them, one more worker joins. One that is not ready yet gets no more.
ENOUGH = 3
# A page whose turn it was when its worker died is tried once more: the worker may have died of something else.
DEATHS = 2
# So many workers in a row that die before they are ready: this machine has none.
FAILED_STARTS = 3


class Team(Generic[T, R]):
    """Runs `work` on items in up to `size` processes; begins with one and adds the others when all have enough to do.

    Belongs to the event loop that it is first used in. `work` and the items must be picklable.
    """

    def __init__(self, work: Callable[[T], R], size: int, bounds: Bounds | None = None) -> None:
        """Take the function, the number of processes, at least one, and what bounds them."""
        self.work = work
        self.size = size
        self.bounds = bounds or Bounds()
        self.members: list[Member] = []
        self.waiting: deque[Job] = deque()
        self.works_here = False
        """No worker could be started."""
        self._joining: asyncio.Task[None] | None = None
        self._failed_starts = 0

    def open(self) -> None:
        """Start the first worker, so that it is ready when the first item comes."""
        if not self.members and self._joining is None:
            self._add_member()

    async def run(self, item: T) -> Result:
        """Return what became of an item; never raises for one."""
        job = Job(item, asyncio.get_running_loop().create_future())
        self.waiting.append(job)
        self._go_on()
        result: Result = await job.future
        return result

    def close(self) -> None:
        """End all workers, whatever they do."""
        members, self.members = self.members, []
        for member in members:
            member.end()
        for member in members:
            member.process.join(1)

    def _hand_out(self) -> None:
        """Give what waits to whom has least to do; where all have enough, one more worker joins."""
        while self.waiting:
            staying = [member for member in self.members if not member.is_leaving]
            has_enough = all(len(one.jobs) >= ENOUGH for one in staying)
            if has_enough and len(staying) < self.size and self._joining is None:
                self._add_member()
            room = [one for one in staying if len(one.jobs) < (JOBS_EACH if one.is_ready else ENOUGH)]
            member = min(room, key=lambda one: len(one.jobs), default=None)
            if member is None:
                return
            member.give(self.waiting.popleft())

    def _add_member(self) -> None:
        self._joining = asyncio.get_running_loop().create_task(self._join())

    async def _join(self) -> None:
        try:
            process, ours = start_worker(self.work, self.bounds)
            member = Member(process, self.bounds.seconds, self._moved, self._gone)
            await asyncio.get_running_loop().create_connection(lambda: member, sock=ours)
            self.members.append(member)
        except OSError:
            logger.exception("A parsing process could not be started")
            self._failed_starts = FAILED_STARTS
        self._joining = None
        self._go_on()

    def _go_on(self) -> None:
        """Hand out what waits; where no worker can be had, do it here, without what protects from a bad page."""
        if self._failed_starts < FAILED_STARTS or self.members:
            self._hand_out()
            return
        if not self.works_here:
            logger.error("No parsing process can be started; pages are parsed in the command's own")
            self.works_here = True
        while self.waiting:
            job = self.waiting.popleft()
            job.settle(attempt(self.work, job.item))

    def _moved(self, member: Member) -> None:
        """Go on after a worker got ready or gave a result."""
        self._failed_starts = 0
        if member.is_leaving and not member.jobs:
            member.end()
        self._go_on()

    def _gone(self, member: Member) -> None:
        """Give what the worker had to others; who is not to blame goes first."""
        if member not in self.members:
            return
        self.members.remove(member)
        member.process.join(1)
        if not member.is_ready:
            self._failed_starts += 1
        elif member.jobs and not member.is_ended:
            self._blame(member.jobs.popleft())
        self.waiting.extendleft(reversed(member.jobs))
        self._go_on()

    def _blame(self, job: Job) -> None:
        job.deaths += 1
        if job.deaths < DEATHS:
            self.waiting.appendleft(job)
        else:
            job.settle(Result(error="the process that parsed it died"))
