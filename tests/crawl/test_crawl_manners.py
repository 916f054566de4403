from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler
from itertools import pairwise

from crawl_pages import article, html, listing, story
from crawl_run import crawl
from loopback import Answer, Loopback, Route
from timed import Busy


def test_retry_after_is_waited_for_and_a_longer_one_left_for_the_next_run() -> None:
    patient, later, by_date = Busy(1, "1"), Busy(1, "3600"), Busy(1, "Fri, 31 Dec 2100 23:59:59 GMT")
    with (
        Loopback({story(1): patient}) as first,
        Loopback({story(2): later}, host="127.0.0.2") as second,
        Loopback({story(3): by_date}, host="127.0.0.3") as third,
    ):
        starts = [server.url(story(number)) for number, server in enumerate((first, second, third), 1)]
        run = crawl(*starts, settings={"RETRY_TIMES": 1})
    assert run.of("article") == [first.url(story(1))]
    assert patient.gaps[0] >= 0.7
    assert [len(route.asked_at) for route in (later, by_date)] == [1, 1]
    assert run.reason(second.url(story(2))) == "HTTP 503 Service Unavailable"
    assert run.stats["copydesk/starts_failed"] == 2


def test_retries_wait_longer_each_time_and_end() -> None:
    never = Busy(99, "")
    with Loopback({story(1): never}) as server:
        run = crawl(server.url(story(1)), settings={"RETRY_TIMES": 2, "COPYDESK_RETRY_WAIT": 1.2})
    assert len(never.gaps) == 2
    assert never.gaps[0] >= 0.9
    assert never.gaps[1] >= 1.9
    assert run.of("failed") == [server.url(story(1))]


def test_a_host_is_asked_no_faster_than_the_delay() -> None:
    times: list[float] = []

    def timed(body: bytes) -> Route:
        def serve(_: BaseHTTPRequestHandler) -> Answer:
            times.append(time.monotonic())
            return html(body)

        return serve

    routes = {story(number): timed(article(number)) for number in range(1, 5)}
    with Loopback(routes) as server:
        crawl(*map(server.url, routes), settings={"DOWNLOAD_DELAY": 0.3, "CONCURRENT_REQUESTS_PER_DOMAIN": 8})
    assert min(later - sooner for sooner, later in pairwise(times)) >= 0.25


def test_max_runtime_ends_the_crawl_and_keeps_what_is_there() -> None:
    with Loopback({}) as server:
        stories = [story(number) for number in range(1, 40)]
        server.routes |= {path: html(article(number)) for number, path in enumerate(stories)}
        server.routes["/"] = html(listing(stories))
        run = crawl(server.url("/"), settings={"DOWNLOAD_DELAY": 0.3, "CLOSESPIDER_TIMEOUT": 3}, seconds=20)
    assert run.stats["finish_reason"] == "closespider_timeout"
    assert 0 < len(run.of("article")) < 20


def test_a_robots_txt_that_another_site_keeps_is_obeyed() -> None:
    rules = (200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /2025/")
    with Loopback({"/rules": rules}) as keeper, Loopback({story(1): html(article(1))}) as server:
        server.routes["/robots.txt"] = (301, {"Location": keeper.url("/rules")}, b"")
        run = crawl(server.url(story(1)))
        assert run.outcome(server.url(story(1))) == "disallowed"
        assert server.paths == []
