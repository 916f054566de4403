"""Fuzzing: numbered cases in; what parse_article raises, logs, takes and holds on each out, from worker processes."""

from __future__ import annotations

import logging
import multiprocessing
import resource
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection, wait
from pathlib import Path
from random import Random
from types import TracebackType

from crawler.parsers import parse_article, parse_text_dump
from measure.labelled import LabelledPage
from measure.mutations import DECLARED, TAG, mutated

# A worker that says nothing for so long hangs in a call that cannot be interrupted.
SILENCE_SECONDS = 60.0
# One case in so many is read as a text dump, one in so many as text instead of bytes.
DUMPS, TEXTS = 20, 10
NOW = datetime(2026, 1, 1, tzinfo=UTC)
# ru_maxrss counts kilobytes on Linux, bytes on macOS.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One mutated page; the same seed, number and folder give the same one again."""

    page_id: str
    url: str
    html: bytes
    content_type: str | None
    reader: str
    """`article` from bytes, `text` from a str, or `dump`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one case."""

    number: int
    seconds: float
    """The processor's."""
    peak_bytes: int
    """Of the worker so far: the first case with a figure is the one that needed it."""
    faults: tuple[str, ...] = ()
    """`raised ValueError at body/judge.py:12`, `logged …`, `died …`, `hung …`."""


def case_of(pages: Sequence[LabelledPage], seed: int, number: int) -> Case:
    """Return a case by its number; it does not depend on the cases before it."""
    dice = Random(f"{seed}:{number}")
    page, other = dice.choice(pages), dice.choice(pages)
    html = mutated(page.html(), dice, other.html())
    says = f"text/html; charset={dice.choice(DECLARED)}" if dice.random() < 0.15 else None
    reader = "dump" if dice.randrange(DUMPS) == 0 else "text" if dice.randrange(TEXTS) == 0 else "article"
    return Case(page_id=page.id, url=page.url, html=html, content_type=says, reader=reader)


def run_case(case: Case) -> None:
    """Read a case as it says."""
    if case.reader == "dump":
        parse_text_dump(TAG.sub(b"\n", case.html).decode("utf-8", "surrogateescape"), case.url, now=NOW)
    else:
        html = case.html.decode("utf-8", "surrogateescape") if case.reader == "text" else case.html
        parse_article(html, case.url, content_type=case.content_type, now=NOW)


def fuzz(pages: Sequence[LabelledPage], seed: int, numbers: range, workers: int) -> Iterator[Outcome]:
    """Yield the outcome of every case as it comes; a worker that dies or hangs costs its case and is replaced."""
    team = [_Worker(pages, seed, numbers[start::workers]) for start in range(min(workers, len(numbers)))]
    while team:
        ready = wait([worker.results for worker in team], timeout=1)
        for worker in team:
            yield from worker.received() if worker.results in ready else worker.overdue()
        team = [worker for worker in team if worker.waiting]


class _Worker:
    """A process with the cases that it still owes an answer on."""

    def __init__(self, pages: Sequence[LabelledPage], seed: int, numbers: Sequence[int]) -> None:
        self._pages, self._seed = pages, seed
        self.waiting = list(numbers)
        self._start()

    def _start(self) -> None:
        self.results, theirs = multiprocessing.Pipe(duplex=False)
        work = (self._pages, self._seed, tuple(self.waiting), theirs)
        self._process = multiprocessing.Process(target=_work, args=work, daemon=True)
        self._process.start()
        theirs.close()
        self._heard = time.monotonic()

    def received(self) -> Iterator[Outcome]:
        try:
            outcome: Outcome = self.results.recv()
        except EOFError:
            self._process.join()
            yield from self._lost(f"died with exit code {self._process.exitcode}")
            return
        self._heard = time.monotonic()
        self.waiting.pop(0)
        yield outcome
        if not self.waiting:
            self._process.join()

    def overdue(self) -> Iterator[Outcome]:
        if time.monotonic() - self._heard > SILENCE_SECONDS:
            self._process.kill()
            self._process.join()
            yield from self._lost(f"hung for {SILENCE_SECONDS:.0f} s")

    def _lost(self, fault: str) -> Iterator[Outcome]:
        number = self.waiting.pop(0)
        yield Outcome(number=number, seconds=SILENCE_SECONDS, peak_bytes=0, faults=(fault,))
        if self.waiting:
            self._start()


def _work(pages: Sequence[LabelledPage], seed: int, numbers: Sequence[int], results: Connection) -> None:
    log = _Log()
    logger = logging.getLogger("crawler")
    logger.addHandler(log)
    logger.propagate = False
    for number in numbers:
        results.send(_outcome(pages, seed, number, log))


def _outcome(pages: Sequence[LabelledPage], seed: int, number: int, log: _Log) -> Outcome:
    case = case_of(pages, seed, number)
    log.faults = []
    start = time.process_time()
    try:
        run_case(case)
    except Exception as error:  # noqa: BLE001 - whatever is raised is what this looks for
        log.faults.append(f"raised {described(error)}")
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT
    return Outcome(number=number, seconds=seconds, peak_bytes=peak, faults=tuple(log.faults))


class _Log(logging.Handler):
    """Collects the failures that parse_article survives and says in the log: a field that could not be parsed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.faults: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        self.faults.append(f"logged {described(error) if error else record.getMessage()}")


def described(error: BaseException) -> str:
    """Return an exception's name and message with the innermost line of this project that it came through."""
    return f"{type(error).__name__} at {_place(error.__traceback__)}: {str(error)[:80]}"


def _place(trace: TracebackType | None) -> str:
    frames = [frame for frame in traceback.extract_tb(trace) if "crawler" in Path(frame.filename).parts]
    if not frames:
        return "?"
    path = Path(frames[-1].filename)
    return f"{path.parent.name}/{path.name}:{frames[-1].lineno}"
