"""The pace of hosts: who waits, who goes on meanwhile, and who is set aside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from crawl_pages import story
from crawl_run import crawl
from loopback import Answer, Loopback
from scrapy import Request
from scrapy.exceptions import DownloadConnectionRefusedError, DownloadTimeoutError
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector
from scrapy.utils.test import get_crawler
from timed import Busy, Crowd, Timed

from crawler.middlewares.breaker import Breaker
from crawler.middlewares.refusal import Refused
from crawler.middlewares.throttle import Throttle
from crawler.pace.pace import Delays, Pace

STORIES = [story(number) for number in range(1, 41)]


def feed(addresses: Iterable[str]) -> Answer:
    entries = "".join(f"<item><link>{address}</link></item>" for address in addresses)
    return 200, {}, f"<rss><channel>{entries}</channel></rss>".encode()


def robots(delay: float) -> Answer:
    return 200, {}, f"User-agent: *\nCrawl-delay: {delay}".encode()


def test_a_retry_after_holds_for_the_whole_host_and_for_no_other() -> None:
    busy, quick = Busy(1, "1.0"), Timed()
    busy.retry_after = "1"
    with Loopback({}) as first, Loopback({}, host="127.0.0.2") as second:
        first.routes |= dict.fromkeys(STORIES[:3], busy)
        second.routes |= dict.fromkeys(STORIES[:5], quick)
        named = [*map(first.url, STORIES[:3]), *map(second.url, STORIES[:5])]
        second.routes["/feed"] = feed(named)
        # One place for all hosts: whoever waits must not hold it.
        settings = {"CONCURRENT_REQUESTS": 1, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
        run = crawl(second.url("/feed"), first.url("/none"), settings=settings)
    assert len(run.of("article")) == 8
    assert busy.gaps[0] >= 0.7
    assert quick.asked_at[-1] < busy.asked_at[1]


def test_slow_hosts_take_no_place_of_a_quick_one_while_they_wait() -> None:
    slow, quick = [Timed(), Timed(), Timed()], Timed()
    with (
        Loopback({}, host="127.0.0.2") as first,
        Loopback({}, host="127.0.0.3") as second,
        Loopback({}, host="127.0.0.4") as third,
        Loopback({}, host="127.0.0.5") as fourth,
    ):
        for server, timed in zip((first, second, third), slow, strict=True):
            server.routes |= {"/robots.txt": robots(0.7), **dict.fromkeys(STORIES[:3], timed)}
        fourth.routes |= dict.fromkeys(STORIES[:12], quick)
        named = [server.url(path) for server in (first, second, third) for path in STORIES[:3]]
        fourth.routes["/feed"] = feed([*named, *map(fourth.url, STORIES[:12])])
        starts = [server.url("/none") for server in (first, second, third)]
        run = crawl(fourth.url("/feed"), *starts, settings={"CONCURRENT_REQUESTS": 2})
    assert len(run.of("article")) == 21
    assert all(min(timed.gaps) >= 0.45 for timed in slow)
    assert quick.asked_at[-1] < min(timed.asked_at[-1] for timed in slow)


def test_without_a_delay_a_host_is_asked_so_many_at_once_and_over_as_many_connections() -> None:
    crowd = Crowd(0.05)
    with Loopback(dict.fromkeys(STORIES, crowd)) as server:
        server.routes["/feed"] = feed(map(server.url, STORIES))
        run = crawl(server.url("/feed"), settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 4})
    assert len(run.of("article")) == len(STORIES)
    assert crowd.most == 4
    # One that opens for the feed may go to a story later, or not.
    assert len(crowd.connections) <= 5


def test_a_slow_host_is_left_alone_as_long_as_it_took_to_answer() -> None:
    slow = Timed(seconds=0.3)
    with Loopback(dict.fromkeys(STORIES[:4], slow)) as server:
        starts = map(server.url, STORIES[:4])
        crawl(*starts, settings={"DOWNLOAD_DELAY": 0.1, "CONCURRENT_REQUESTS_PER_DOMAIN": 1})
    assert min(slow.gaps[1:]) >= 0.45


def test_a_host_that_keeps_failing_is_set_aside_and_the_others_go_on() -> None:
    def gone(handler: Any) -> None:
        handler.connection.close()

    with Loopback({}) as dead, Loopback({}, host="127.0.0.2") as good:
        dead.routes |= dict.fromkeys(STORIES, gone)
        good.routes |= dict.fromkeys(STORIES[:5], Timed())
        good.routes["/feed"] = feed([*map(dead.url, STORIES), *map(good.url, STORIES[:5])])
        settings = {"COPYDESK_HOST_FAILURES": 5, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
        run = crawl(good.url("/feed"), dead.url("/"), settings=settings)
        assert len(run.of("article")) == 5
        assert len(dead.paths) < 10
    assert run.stats["copydesk/hosts_set_aside"] == 1
    assert "kept failing" in run.stats["copydesk/set_aside/127.0.0.1"]
    assert run.stats["copydesk/left_for_next_run"] > 30


def test_what_a_long_retry_after_leaves_is_not_asked() -> None:
    busy = Busy(99, "3600")
    with Loopback({}) as server:
        server.routes |= {"/feed": feed(map(server.url, STORIES)), **dict.fromkeys(STORIES, busy)}
        run = crawl(server.url("/feed"), settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 1})
    # The second one was on its way already.
    assert len(busy.asked_at) <= 2
    assert run.stats["copydesk/left_for_next_run"] >= 38
    assert "asks to wait 3600 seconds" in run.stats["copydesk/set_aside/127.0.0.1"]


def test_a_redirect_to_another_host_keeps_that_hosts_pace() -> None:
    slow = Timed()
    with Loopback({}) as here, Loopback({}, host="127.0.0.2") as there:
        there.routes |= {"/robots.txt": robots(0.4), **dict.fromkeys(STORIES[:4], slow)}
        here.routes |= {
            f"/go{n}": (302, {"Location": there.url(path)}, b"") for n, path in enumerate(STORIES[:3])
        }
        starts = [here.url(f"/go{n}") for n in range(3)]
        crawl(*starts, there.url(STORIES[3]), settings={"DOWNLOAD_DELAY": 0.05})
    assert len(slow.gaps) == 3
    assert min(slow.gaps) >= 0.25


class OneSlot(Pace):
    """A pace without a downloader: all requests are of one slot."""

    def __init__(self, *, user: float, robots: float = 0.0) -> None:
        self.kept = Delays(user=user, robots=robots)
        self.applied: list[float] = []

    def slot_of(self, request: Request) -> str:
        return "news.example"

    def delays(self, request: Request) -> Delays:
        return self.kept

    def concurrency(self, slot: str) -> int:
        return 1

    def apply(self, request: Request) -> None:
        self.applied.append(self.kept.longest)


def answered(throttle: Throttle, latency: float, status: int = 200) -> float:
    request = Request("https://news.example/a", meta={"download_latency": latency})
    throttle.process_response(request, Response(request.url, status=status))
    return throttle.pace.delays(request).longest


def test_the_delay_follows_a_slow_host_and_never_falls_below_what_is_asked_for() -> None:
    throttle = Throttle(OneSlot(user=1, robots=1.5), target=0.5, longest=10)
    assert answered(throttle, 0.1) == 1.5
    assert answered(throttle, 2) == 4
    assert answered(throttle, 0.1, status=404) == 4
    assert answered(throttle, 1) == 3
    assert answered(throttle, 60) == 10
    assert [answered(throttle, 0.1) for _ in range(9)][-1] == 1.5


def test_a_host_that_complains_gets_half_as_many_requests_and_recovers() -> None:
    throttle = Throttle(OneSlot(user=0), target=0.5, longest=10)
    assert answered(throttle, 5) == 0
    assert [answered(throttle, 0, status=status) for status in (429, 503, 503)] == [1, 2, 4]
    throttle.process_exception(Request("https://news.example/a"), DownloadTimeoutError("slow"))
    assert throttle.pace.delays(Request("https://news.example/a")).longest == 8
    assert [answered(throttle, 5) for _ in range(9)][-1] == 0


def breaker(**changed: float) -> tuple[Breaker, StatsCollector]:
    stats = StatsCollector(get_crawler())
    values = {"failures": 2, "pause": 0, "longest_wait": 60} | changed
    return Breaker(OneSlot(user=0), stats, **values), stats


def passes(gate: Breaker, request: Request) -> bool:
    try:
        gate.process_request(request)
    except Refused as refusal:
        gate.process_exception(request, refusal)
        return False
    return True


def page(number: int = 1) -> Request:
    return Request(f"https://news.example/{number}")


def test_after_the_pause_one_request_tries_whether_the_host_has_recovered() -> None:
    gate, stats = breaker()
    for _ in range(2):
        gate.process_exception(page(), DownloadConnectionRefusedError("refused"))
    trying = page(1)
    assert passes(gate, trying)
    assert not passes(gate, page(2))
    gate.process_exception(trying, DownloadConnectionRefusedError("refused"))
    again = page(3)
    assert passes(gate, again)
    gate.process_response(again, Response(again.url))
    assert passes(gate, page(4))
    assert passes(gate, page(5))
    assert stats.get_value("copydesk/hosts_set_aside") == 1
    assert stats.get_value("copydesk/left_for_next_run") == 1


def test_a_try_that_another_rule_refused_is_made_by_the_next_request() -> None:
    gate, _ = breaker()
    for _ in range(2):
        gate.process_exception(page(), DownloadConnectionRefusedError("refused"))
    first = page(1)
    assert passes(gate, first)
    gate.process_exception(first, Refused("--max-pages 5 is reached"))
    assert passes(gate, page(2))


@pytest.mark.parametrize(("statuses", "is_open"), [([500] * 3, True), ([500] * 4, False), ([500, 429, 503, 404] * 3, True)])  # fmt: skip
def test_error_answers_count_half_and_any_other_answer_ends_the_row(
    statuses: list[int], *, is_open: bool
) -> None:
    gate, _ = breaker(pause=60)
    for status in statuses:
        gate.process_response(page(), Response(page().url, status=status))
    assert passes(gate, page()) is is_open
