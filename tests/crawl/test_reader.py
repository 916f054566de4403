from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from crawl_pages import article
from crawl_run import ROOT

from crawler.reading import Answer, Reading
from crawler.spiders.reader import Reader, WorkerReader, make_reader
from crawler.workers import Bounds


class Deadly(bytes):
    """A body that ends the process it arrives in, as a crash in a C library would."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (3,)


class Endless(bytes):
    """A body that keeps the process it arrives in for a minute."""

    def __reduce__(self) -> tuple[object, tuple[float]]:
        return time.sleep, (60.0,)


def hoard() -> None:
    """Keep all memory of this process but what it needs to say so."""
    for size in (1 << 20, 1 << 14):
        with suppress(MemoryError):
            while True:
                HOARD.append(bytes(size))
    del HOARD[-16:]
    raise MemoryError


HOARD: list[bytes] = []


class Hoarding(bytes):
    """A body that leaves the process it arrives in without memory."""

    def __reduce__(self) -> tuple[object, tuple[()]]:
        return hoard, ()


class Hungry(bytes):
    """A body that wants more memory than a worker may have."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return bytes, (3 << 30,)


def answer(number: int, body: object) -> Answer:
    return Answer(url=f"https://news.example/{number}", body=body, fetched_at="2025-08-10T00:00:00Z")  # type: ignore[arg-type]


def read_all(workers: int, *answers: Answer, bounds: Bounds | None = None) -> list[Reading]:
    async def run() -> list[Reading]:
        reader: Reader = make_reader(workers, bounds)
        try:
            first = await asyncio.gather(*(reader.read(one) for one in answers))
            return [*first, await reader.read(answer(99, article(99)))]
        finally:
            reader.close()

    return asyncio.run(run())


@pytest.mark.parametrize("workers", [0, 1])
def test_a_page_whose_parsing_raises_costs_that_page_only(workers: int) -> None:
    good, bad, later = read_all(workers, answer(1, article(1)), answer(2, None))
    assert (good.visit.outcome, later.visit.outcome) == ("article", "article")
    assert bad.visit.outcome == "failed"
    assert bad.visit.reason.startswith("parsing raised ")


def test_a_page_that_was_given_up_keeps_its_stations_and_is_asked_in_full_next_time() -> None:
    stations = ("http://news.example/2", "https://t.example/x")
    given = replace(
        answer(2, None), status=200, aliases=stations, etag='"v1"', last_modified="Sat, 09 Aug 2025"
    )
    visit = read_all(0, given)[0].visit
    assert (visit.outcome, visit.status, visit.aliases) == ("failed", 200, stations)
    assert (visit.etag, visit.last_modified, visit.next_check_at) == (None, None, None)


def test_a_worker_that_dies_costs_its_page_only_and_is_replaced() -> None:
    answers = [answer(1, article(1)), answer(2, Deadly(b"x")), answer(3, article(3)), answer(4, article(4))]
    outcomes = {reading.visit.url[-2:]: reading.visit for reading in read_all(2, *answers)}
    assert [visit.outcome for visit in outcomes.values()] == [
        "article",
        "failed",
        "article",
        "article",
        "article",
    ]
    assert outcomes["/2"].reason == "the process that parsed it died"


def test_a_worker_that_takes_too_long_is_killed_and_costs_its_page_only() -> None:
    answers = [answer(number, article(number)) for number in range(1, 5)]
    answers[1] = answer(2, Endless(b"x"))
    began = time.monotonic()
    readings = read_all(1, *answers, bounds=Bounds(seconds=1.5))
    assert time.monotonic() - began < 30
    assert [reading.visit.outcome for reading in readings] == ["article", "failed", *["article"] * 3]
    assert readings[1].visit.reason == "parsing took more than 1.5 s"


@pytest.mark.skipif(sys.platform != "linux", reason="no other system bounds a process's memory so")
def test_a_page_that_wants_too_much_memory_costs_itself_only() -> None:
    good, bad, later = read_all(1, answer(1, article(1)), answer(2, Hungry(b"x")))
    assert (good.visit.outcome, bad.visit.outcome, later.visit.outcome) == ("article", "failed", "article")
    assert bad.visit.reason == "parsing raised MemoryError"


@pytest.mark.skipif(sys.platform != "linux", reason="no other system bounds a process's memory so")
def test_a_worker_that_is_left_without_memory_spoils_none_of_the_pages_behind() -> None:
    answers = [answer(number, article(number) + b" " * (1 << 20)) for number in range(1, 12)]
    answers[2] = answer(3, Hoarding(b"x"))
    readings = read_all(1, *answers, bounds=Bounds(memory_mb=600))
    failed = {
        reading.visit.url: reading.visit.reason for reading in readings if reading.visit.outcome != "article"
    }
    assert failed == {"https://news.example/3": "parsing raised MemoryError"}


@pytest.mark.skipif(sys.platform != "linux", reason="no other system bounds a process's memory so")
def test_where_processes_have_too_little_memory_to_begin_pages_are_read_in_this_one(
    caplog: pytest.LogCaptureFixture,
) -> None:
    readings = read_all(1, answer(1, article(1)), answer(2, article(2)), bounds=Bounds(memory_mb=40))
    assert [reading.visit.outcome for reading in readings] == ["article"] * 3
    assert "No parsing process can be started" in caplog.text


def test_a_worker_that_has_grown_is_replaced_and_no_page_is_lost() -> None:
    async def run() -> tuple[list[str], int]:
        reader = WorkerReader(1, Bounds(retire_mb=1))
        outcomes = [(await reader.read(answer(number, article(number)))).visit.outcome for number in range(3)]
        pids = {member.process.pid for member in reader.team.members}
        await asyncio.gather(*(reader.read(answer(number, article(number))) for number in range(4)))
        same = len(pids & {member.process.pid for member in reader.team.members})
        reader.close()
        return outcomes, same

    assert asyncio.run(run()) == (["article"] * 3, 0)


def test_unless_told_otherwise_there_are_as_many_workers_as_cores_up_to_four() -> None:
    reader = make_reader(None)
    assert isinstance(reader, WorkerReader)
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    assert reader.team.size == min(4, cores)
    assert not isinstance(make_reader(0), WorkerReader)


def test_one_page_starts_one_process_and_many_start_no_more_than_allowed() -> None:
    async def run() -> tuple[int, int]:
        reader = WorkerReader(2)
        await reader.read(answer(1, article(1)))
        few = len(reader.team.members)
        await asyncio.gather(*(reader.read(answer(number, article(number))) for number in range(40)))
        many = len(reader.team.members)
        reader.close()
        return few, many

    assert asyncio.run(run()) == (1, 2)


class Counted(bytes):
    """A body that counts how often it is handed over."""

    handed = 0

    def __reduce__(self) -> tuple[object, tuple[bytes]]:
        Counted.handed += 1
        return bytes, (bytes(self),)


def test_pages_wait_in_this_process_and_a_worker_gets_a_few_at_a_time() -> None:
    async def run() -> int:
        reader = WorkerReader(1)
        reads = [asyncio.ensure_future(reader.read(answer(at, Counted(b"<p>x")))) for at in range(50)]
        while not any(read.done() for read in reads):
            await asyncio.sleep(0)
        handed = Counted.handed
        await asyncio.gather(*reads)
        reader.close()
        return handed

    # A dozen to have, and one more for each that came back by the time we looked.
    assert asyncio.run(run()) <= 20
    assert Counted.handed == 50


def test_where_no_process_can_be_started_pages_are_read_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("crawler.workers.team.start_worker", refuse)
    good, bad, later = read_all(2, answer(1, article(1)), answer(2, None))
    assert (good.visit.outcome, bad.visit.outcome, later.visit.outcome) == ("article", "failed", "article")


KILLED = """
import asyncio, os, signal
from crawler.reading import Answer
from crawler.spiders.reader import make_reader

async def run():
    await make_reader(2).read(Answer(url="https://news.example/", body=b"x"))
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    asyncio.run(run())
"""


def test_no_worker_outlives_a_crawl_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    # The workers hold the same pipe: it ends when the last of them is gone.
    command, environment = [sys.executable, str(script)], {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run(command, env=environment, capture_output=True, timeout=20, check=False)  # noqa: S603
    assert killed.returncode == -9


NOBODY_WAITS = """
import pickle, time
from crawler.workers.bounds import Bounds
from crawler.workers.process import HEAD, start_worker

if __name__ == "__main__":
    process, ours = start_worker(time.sleep, Bounds())
    with ours:
        ours.recv(4096)
        item = pickle.dumps(0.2)
        ours.sendall(HEAD.pack(len(item)) + item)
    process.join(20)
    print(process.exitcode)
"""


def test_a_worker_whose_result_nobody_takes_ends_silently(tmp_path: Path) -> None:
    """As after kill -9, when the end of the socket is noticed before the end of the process."""
    script = tmp_path / "nobody_waits.py"
    script.write_text(NOBODY_WAITS)
    command, environment = [sys.executable, str(script)], {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=True)  # noqa: S603
    assert (done.stdout, done.stderr) == (b"0\n", b"")


ONE_DIES_IDLE = """
import asyncio, multiprocessing
from crawler.reading import Answer
from crawler.spiders.reader import make_reader

PAGE = Answer(url="https://news.example/", body=b"<p>x")

async def run(number):
    reader = make_reader(2)
    await asyncio.gather(*(reader.read(PAGE) for _ in range(40)))
    worker = multiprocessing.active_children()[number]
    worker.kill()
    worker.join()
    print((await reader.read(PAGE)).visit.outcome)
    reader.close()

if __name__ == "__main__":
    for number in (0, 1):
        asyncio.run(run(number))
"""


def test_a_worker_that_dies_while_it_waits_for_work_keeps_no_crawl_from_ending(tmp_path: Path) -> None:
    script = tmp_path / "one_dies.py"
    script.write_text(ONE_DIES_IDLE)
    command, environment = [sys.executable, str(script)], {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=True)  # noqa: S603
    assert done.stdout.split() == [b"not_article", b"not_article"]
