"""Whose turn it is, and what was met before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from time import monotonic, sleep

from scrapy import Request

from crawler.frontier.kept import Lane
from crawler.frontier.met import PLACES, MetAddresses
from crawler.frontier.turns import PORTION, Turns
from crawler.items import Lead
from crawler.middlewares.fingerprint import AddressFingerprinter


class Rows:
    """A frontier in memory: of each lane its leads, best first."""

    is_open = True

    def __init__(self, *leads: Lead) -> None:
        self.leads = dict(enumerate(leads))
        self.taken: set[int] = set()
        self.new: set[Lane] = {_lane(lead) for lead in leads}
        self.looks = 0

    def begin(self, starts: Iterable[str], is_met: Callable[[Lead], bool]) -> int:
        return 0

    def put(self, lead: Lead) -> None:
        self.leads[len(self.leads)] = lead
        self.new.add(_lane(lead))

    def drop(self, url: str, leads: Iterable[Lead] = ()) -> None:
        raise NotImplementedError

    def changed(self) -> Iterable[Lane]:
        found, self.new = self.new, set()
        return sorted(found)

    def turns(self, lane: Lane, number: int) -> list[tuple[int, Lead]]:
        self.looks += 1
        found = [item for item in self.leads.items() if _lane(item[1]) == lane and item[0] not in self.taken]
        return sorted(found, key=lambda item: -item[1].priority)[:number]

    def take(self, row: int) -> None:
        self.taken.add(row)

    def waits(self, url: str) -> bool:
        raise NotImplementedError

    def left(self) -> int:
        return len(self.leads) - len(self.taken)


def _lane(lead: Lead) -> Lane:
    return lead.start, lead.url.split("/")[2]


def lead(host: str, number: int, *, priority: int = 100, start: str = "s") -> Lead:
    url = f"https://{host}/{number}"
    return Lead(url=url, kind="article?", priority=priority, start=start, start_site=host)


def free(_: str) -> bool:
    return False


def drawn(turns: Turns, is_busy: Callable[[str], bool] = free) -> Iterator[str]:
    while found := turns.next(is_busy):
        yield found.url.removeprefix("https://")


def test_hosts_take_turns_and_each_gives_its_best_first() -> None:
    rows = Rows(*(lead("a", n, priority=n) for n in range(3)), lead("b", 0), lead("c", 0))
    assert list(drawn(Turns(rows))) == ["a/2", "b/0", "c/0", "a/1", "a/0"]


def test_a_busy_host_waits_and_the_others_go_on() -> None:
    turns = Turns(Rows(*(lead("slow", n) for n in range(3)), lead("b", 0), lead("b", 1)))
    assert list(drawn(turns, lambda host: host == "slow")) == ["b/0", "b/1"]
    assert turns.wait()
    assert len(list(drawn(turns))) == 3
    assert not turns.wait()


def test_a_host_set_aside_until_a_moment_comes_back_with_what_was_found_meanwhile() -> None:
    rows = Rows(*(lead("a", n) for n in range(2)), lead("b", 0))
    turns = Turns(rows)
    turns.set_aside("a", monotonic() + 0.05)
    assert list(drawn(turns)) == ["b/0"]
    rows.put(lead("a", 2))
    assert not turns.wait()
    sleep(0.06)
    assert sorted(drawn(turns)) == ["a/0", "a/1", "a/2"]


def test_a_host_set_aside_for_good_stays_so() -> None:
    rows = Rows(lead("a", 0), lead("b", 0))
    turns = Turns(rows)
    turns.set_aside("a")
    rows.put(lead("a", 1))
    assert list(drawn(turns)) == ["b/0"]
    assert not turns.wait()


def test_what_two_starts_led_to_on_one_host_has_one_order() -> None:
    rows = Rows(lead("a", 1, priority=1), lead("a", 3, priority=3), lead("a", 2, priority=2, start="t"))
    assert list(drawn(Turns(rows))) == ["a/3", "a/2", "a/1"]


def test_what_comes_later_and_is_better_is_asked_before_what_was_read_already() -> None:
    rows = Rows(lead("a", 1), lead("a", 2))
    turns = Turns(rows)
    assert turns.next(free) == lead("a", 1)
    rows.put(lead("a", 3, priority=200))
    assert list(drawn(turns)) == ["a/3", "a/2"]


def test_rows_are_read_in_portions() -> None:
    rows = Rows(*(lead("a", n) for n in range(4 * PORTION)))
    assert len(list(drawn(Turns(rows)))) == 4 * PORTION
    assert rows.looks == 5


def test_a_host_that_is_set_aside_gives_nothing_more_in_this_run() -> None:
    rows = Rows(lead("a", 1), lead("b", 1), lead("b", 2))
    turns = Turns(rows)
    turns.set_aside("b")
    rows.put(lead("b", 3))
    assert list(drawn(turns)) == ["a/1"]
    turns.set_aside(None)
    rows.put(lead("a", 4))
    assert not turns.wait()
    assert rows.left() == 4


def test_each_address_is_met_once_in_any_spelling_however_many_there_are() -> None:
    met = MetAddresses(AddressFingerprinter())
    urls = [f"https://news.example/{number}" for number in range(3 * PLACES)]
    assert not any(met.has_met(Request(url)) for url in urls)
    assert Counter(met.request_seen(Request(url)) for url in urls) == {False: len(urls)}
    assert all(met.has_met(Request(url)) for url in urls)
    assert met.request_seen(Request("http://www.news.example/7/?utm_source=x"))
    assert len(met) == len(urls)
