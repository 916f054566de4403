"""robots.txt: whose rules hold, how slow it makes the crawl, and what happens when it cannot be had."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler
from itertools import pairwise

import pytest
from crawl_pages import article, html, story
from crawl_run import crawl
from loopback import Answer, Loopback, Route
from scrapy.robotstxt import ProtegoRobotParser
from timed import Timed

from crawler.middlewares.robots import crawl_delay
from crawler.settings import ROBOTSTXT_USER_AGENT

TEXT = {"Content-Type": "text/plain"}


def robots(*lines: str) -> Answer:
    return 200, TEXT, "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("lines", "allowed"),
    [
        (["User-agent: *", "Disallow: /a"], False),
        (["User-agent: CopyDesk", "Disallow: /a"], False),
        (["user-AGENT: copydesk", "DISALLOW: /a"], False),
        (["User-agent: copydesk", "Allow: /", "User-agent: *", "Disallow: /"], True),
        (["User-agent: *", "Disallow: /", "", "User-agent: copydesk", "Disallow:"], True),
        (["User-agent: otherbot", "Disallow: /"], True),
        (["User-agent: otherbot", "User-agent: copydesk", "Disallow: /a"], False),
        (["User-agent: copydesk", "Disallow: /b", "User-agent: *", "Allow: /", "User-agent: copydesk", "Disallow: /a"], False),
        (["User-agent: copydesk-images", "Disallow: /"], True),
        (["User-agent: desk", "Disallow: /"], True),
        (["User-agent: *", "Disallow: /a", "Allow: /a-story"], True),
        (["User-agent: *", "Disallow: /*story$"], False),
        (["\ufeffUser-agent: *", "Disallow: /a"], False),
    ],
)  # fmt: skip
def test_the_group_of_our_name_holds_else_the_one_for_all(lines: list[str], *, allowed: bool) -> None:
    parser = ProtegoRobotParser("\n".join(lines).encode(), None)
    assert parser.allowed("https://news.example/a-story", ROBOTSTXT_USER_AGENT) is allowed


@pytest.mark.parametrize(
    ("lines", "seconds"),
    [
        (["User-agent: *", "Crawl-delay: 2.5"], 2.5),
        (["User-agent: copydesk", "Crawl-delay: 4", "User-agent: *", "Crawl-delay: 30"], 4),
        (["User-agent: otherbot", "Crawl-delay: 30"], 0),
        (["User-agent: *", "Request-rate: 1/10s"], 10),
        (["User-agent: *", "Request-rate: 30/1m", "Crawl-delay: 1"], 2),
        (["User-agent: *", "Crawl-delay: soon"], 0),
    ],
)
def test_the_delay_that_a_robots_txt_asks_for(lines: list[str], seconds: float) -> None:
    parser = ProtegoRobotParser("\n".join(lines).encode(), None)
    assert crawl_delay(parser, ROBOTSTXT_USER_AGENT) == seconds


def test_a_longer_crawl_delay_is_kept_up_to_a_bound() -> None:
    patient, cut = Timed(), Timed()
    stories = [story(number) for number in range(1, 4)]
    first: dict[str, Route] = {"/robots.txt": robots("User-agent: *", "Crawl-delay: 0.4")}
    second: dict[str, Route] = {"/robots.txt": robots("User-agent: *", "Crawl-delay: 3600")}
    with (
        Loopback(first | dict.fromkeys(stories, patient)) as server,
        Loopback(second | dict.fromkeys(stories, cut), host="127.0.0.2") as other,
    ):
        starts = [at.url(path) for at in (server, other) for path in stories]
        run = crawl(*starts, settings={"COPYDESK_CRAWL_DELAY_MAX": 0.8, "LOG_LEVEL": "INFO"})
    assert len(run.of("article")) == 6
    assert min(patient.gaps) >= 0.25
    assert min(cut.gaps) >= 0.5
    assert run.stats["copydesk/crawl_delays_cut"] == 1
    assert "robots.txt asks for 3600.0 seconds" in run.log


def test_the_users_longer_delay_is_not_shortened() -> None:
    timed = Timed()
    stories = [story(number) for number in range(1, 4)]
    routes: dict[str, Route] = {"/robots.txt": robots("User-agent: *", "Crawl-delay: 0.1")}
    with Loopback(routes | dict.fromkeys(stories, timed)) as server:
        crawl(*map(server.url, stories), settings={"DOWNLOAD_DELAY": 0.4})
    assert min(timed.gaps) >= 0.25


def test_a_host_whose_robots_txt_cannot_be_had_is_left_alone_and_others_go_on() -> None:
    asked: list[float] = []
    with Loopback({}) as gone:
        refusing = gone.url(story(1))

    def busy(_: BaseHTTPRequestHandler) -> Answer:
        asked.append(time.monotonic())
        return 429, {"Retry-After": "1"}, b""

    with (
        Loopback({story(1): html(article(1)), "/robots.txt": busy}, host="127.0.0.2") as limited,
        Loopback({story(1): html(article(1))}, host="127.0.0.3") as silent,
        Loopback({story(1): html(article(1))}, host="127.0.0.4") as good,
    ):
        silent.routes["/robots.txt"] = lambda _: silent.hang()
        nameless = "http://no-such-host.invalid/story"
        starts = [refusing, nameless, *(server.url(story(1)) for server in (limited, silent, good))]
        run = crawl(*starts, settings={"RETRY_TIMES": 1, "DOWNLOAD_TIMEOUT": 1})
        assert limited.paths == silent.paths == []
    assert run.of("article") == [good.url(story(1))]
    assert run.reason(refusing) == "robots.txt cannot be reached: the connection was refused"
    silence = run.reason(silent.url(story(1)))
    assert silence == "robots.txt cannot be reached: no complete answer in time"
    assert run.reason(limited.url(story(1))) == "robots.txt could not be served: HTTP 429"
    assert run.outcome(nameless) == "failed"
    assert run.reason(nameless) == "the host name does not resolve"
    assert len(run.of("disallowed")) == 3
    assert run.stats["copydesk/robots_unreachable"] == 4
    assert [later - sooner > 0.7 for sooner, later in pairwise(asked)] == [True]


def test_a_robots_txt_that_hangs_holds_up_nobody_for_long() -> None:
    """Asked once, for the time that a robots.txt has, wherever it redirects to; retries are for others."""
    with (
        Loopback({story(1): html(article(1))}) as silent,
        Loopback({story(1): html(article(1))}, host="127.0.0.2") as winding,
        Loopback({story(1): html(article(1))}, host="127.0.0.3") as good,
    ):
        silent.routes["/robots.txt"] = lambda _: silent.hang()

        def onward(handler: BaseHTTPRequestHandler) -> Answer:
            time.sleep(0.4)
            return 302, {"Location": f"/robots.txt?{len(winding.log)}"}, b""

        winding.routes["/robots.txt"] = onward
        starts = [server.url(story(1)) for server in (silent, winding, good)]
        began = time.monotonic()
        run = crawl(*starts, settings={"COPYDESK_ROBOTS_TIMEOUT": 1, "DOWNLOAD_TIMEOUT": 15})
        seconds = time.monotonic() - began
        assert [asked.path for asked in silent.log] == ["/robots.txt"]
        assert len(winding.log) <= 3
        assert winding.paths[:1] == ["/robots.txt?1"], "no page"
    assert run.of("article") == [good.url(story(1))]
    reason = "robots.txt cannot be reached: no complete answer in time"
    assert [run.reason(url) for url in run.of("disallowed")] == [reason, reason]
    assert seconds < 12, "less than one answer may take"


def test_all_that_wait_for_a_robots_txt_obey_it() -> None:
    def slow(_: BaseHTTPRequestHandler) -> Answer:
        time.sleep(0.3)
        return robots("User-agent: *", "Disallow: /")

    stories = [story(number) for number in range(1, 5)]
    with Loopback({"/robots.txt": slow} | {path: html(article(1)) for path in stories}) as server:
        run = crawl(*map(server.url, stories))
        assert server.paths == []
    assert len(run.of("disallowed")) == 4
