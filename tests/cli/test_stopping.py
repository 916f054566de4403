from __future__ import annotations

import signal

import pytest

from crawler.cli.stopping import SIGNALS, stop_between
from crawler.errors import CopydeskError


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_waits_for_the_check_and_a_second_one_does_not(number: signal.Signals) -> None:
    with stop_between() as check:
        check()
        signal.raise_signal(number)
        with pytest.raises(KeyboardInterrupt):
            check()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(number)


def test_what_a_signal_broke_is_an_interruption_and_anything_else_the_error_that_it_is() -> None:
    # A signal to a process group ends the parsing processes too.
    with pytest.raises(KeyboardInterrupt), stop_between():
        signal.raise_signal(signal.SIGTERM)
        raise CopydeskError("a parsing process died")
    with pytest.raises(CopydeskError), stop_between():
        raise CopydeskError("a parsing process died")


def test_afterwards_signals_do_what_they_did_before() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    with stop_between():
        pass
    assert [signal.getsignal(number) for number in SIGNALS] == before
