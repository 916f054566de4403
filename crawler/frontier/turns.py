"""Turns: whose turn it is: a frontier in, one lead after the other out; hosts in turn, the best of each first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from math import inf
from time import monotonic

from crawler.frontier.kept import Frontier, Lane
from crawler.items import Lead

# So many leads of a lane are read at a time: few enough for thousands of hosts, enough to be worth the look.
PORTION = 16

Turn = tuple[int, Lead]


class Turns:
    """Takes one lead at a time from the frontier.

    Hosts come round one after the other, so that one that is slow, or has far more to ask, doesn't hold up the rest.
    """

    def __init__(self, frontier: Frontier) -> None:
        self._frontier = frontier
        self._hosts: deque[str] = deque()
        self._read: dict[str, dict[Lane, deque[Turn] | None]] = {}
        """Of each host its lanes, with what was read of them; None where that must be read again."""
        self._aside: dict[str, tuple[float, set[Lane]]] = {}
        """Of each host that is set aside, until when, and what waits there."""
        self._is_over = False

    def next(self, is_busy: Callable[[str], bool]) -> Lead | None:
        """Return whose turn it is, None when there is nobody whose host has time; its row is taken."""
        self._look_again()
        for _ in range(len(self._hosts)):
            host = self._hosts[0]
            self._hosts.rotate(-1)
            if is_busy(host) or (lane := self._best(host)) is None:
                continue
            row, lead = lane.popleft()
            self._frontier.take(row)
            return lead
        return None

    def wait(self) -> bool:
        """Tell whether somebody waits whose turn is still to come in this run."""
        self._look_again()
        return any(self._best(host) for host in tuple(self._hosts))

    def set_aside(self, host: str | None, until: float = inf) -> None:
        """Leave what waits for a host for the next run, or until a moment on the monotonic clock; or everything."""
        if host is None:
            self._is_over = True
            self._hosts.clear()
        else:
            _, lanes = self._aside.get(host, (until, set()))
            self._aside[host] = (until, {*lanes, *self._read.get(host, ())})
            self._forget(host)

    def _look_again(self) -> None:
        for host, (until, lanes) in tuple(self._aside.items()):
            if until <= monotonic():
                del self._aside[host]
                self._wait_for(lanes)
        self._wait_for(self._frontier.changed())

    def _wait_for(self, lanes: Iterable[Lane]) -> None:
        for lane in lanes:
            host = lane[1]
            if host in self._aside:
                self._aside[host][1].add(lane)
            elif not self._is_over:
                if host not in self._read:
                    self._read[host] = {}
                    self._hosts.append(host)
                self._read[host][lane] = None

    def _best(self, host: str) -> deque[Turn] | None:
        """Return the lane of a host whose first lead comes first (of equals the older); None when nothing waits."""
        lanes = self._read[host]
        for lane, read in tuple(lanes.items()):
            found = read or deque(self._frontier.turns(lane, PORTION))
            if found:
                lanes[lane] = found
            else:
                del lanes[lane]
        if not lanes:
            self._forget(host)
            return None
        return max(
            (read for read in lanes.values() if read), key=lambda read: (read[0][1].priority, -read[0][0])
        )

    def _forget(self, host: str) -> None:
        if self._read.pop(host, None) is not None:
            self._hosts.remove(host)
