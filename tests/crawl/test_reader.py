from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from crawl_pages import article
from crawl_run import ROOT

from crawler.reading import Answer, Reading
from crawler.spiders.reader import Reader, make_reader


class Deadly(bytes):
    """A body that ends the process it arrives in, as a crash in a C library would."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (3,)


def answer(number: int, body: object) -> Answer:
    return Answer(url=f"https://news.example/{number}", body=body, fetched_at="2025-08-10T00:00:00Z")  # type: ignore[arg-type]


def read_all(workers: int, *answers: Answer) -> list[Reading]:
    async def run() -> list[Reading]:
        reader: Reader = make_reader(workers)
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
