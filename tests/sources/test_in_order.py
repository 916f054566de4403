from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator

import pytest

from crawler.sources.in_order import TOO_FEW, in_order


def twice(number: int) -> int:
    if number == 13:
        os._exit(3)
    time.sleep(0.02 * (number % 3))
    return 2 * number


def gave_up(number: int, reason: str) -> int:
    assert reason == "the process that parsed it died"
    return -number


def where(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("workers", [0, 2])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    assert list(in_order(twice, range(12), workers, gave_up)) == [2 * number for number in range(12)]


def test_an_item_that_kills_its_worker_is_given_up_and_no_other() -> None:
    results = list(in_order(twice, range(10, 20), 2, gave_up))
    assert results == [20, 22, 24, -13, 28, 30, 32, 34, 36, 38]


def test_a_few_items_start_no_process_unless_told_to() -> None:
    few, many = range(TOO_FEW - 1), range(TOO_FEW)
    assert set(in_order(where, few, None, gave_up)) == {os.getpid()}
    assert os.getpid() not in set(in_order(where, many, None, gave_up))
    assert os.getpid() not in set(in_order(where, few, 1, gave_up))


def test_whoever_wants_no_more_leaves_no_process_behind() -> None:
    results = in_order(twice, iter(range(1_000)), 2, gave_up)
    assert isinstance(results, Iterator)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []
