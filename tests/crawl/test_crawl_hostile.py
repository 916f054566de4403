from __future__ import annotations

import gzip
import socket
import struct
from http.server import BaseHTTPRequestHandler

import pytest
from crawl_pages import article, html, listing, story
from crawl_run import Run, crawl
from loopback import HTML, Loopback, Route

LIMIT = 300_000
ENDLESS, BOMB, BROKEN, HANG, DRIP, RESET, LOOP, LONG, SHORT, LOCAL, WRONG, DEEP, LATIN, SCRIPT = range(50, 64)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(1_000):
        handler.wfile.write(b"<p>and on it goes</p>" * 500)


def reset(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def short(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n<p>begun")


def drip(server: Loopback) -> Route:
    def serve(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not server.stopping.wait(0.1):
            handler.wfile.write(b".")

    return serve


def long_chain(handler: BaseHTTPRequestHandler) -> tuple[int, dict[str, str], bytes]:
    step = int(handler.path.partition("?n=")[2] or 0)
    return 302, {"Location": f"{story(LONG)}?n={step + 1}"}, b""


def hostile(server: Loopback) -> dict[str, Route]:
    gzipped = {**HTML, "Content-Encoding": "gzip"}
    good = [story(number) for number in range(1, 7)]
    routes: dict[str, Route] = {story(number): html(article(number)) for number in range(1, 7)}
    return routes | {
        "/": html(listing([*good[:3], *map(story, range(ENDLESS, SCRIPT + 1)), *good[3:]])),
        story(ENDLESS): endless,
        story(BOMB): (200, gzipped, gzip.compress(b"<p>tide</p>" * 1_000_000)),
        story(BROKEN): (200, gzipped, b"this was never gzip"),
        story(HANG): lambda _: server.hang(),
        story(DRIP): drip(server),
        story(RESET): reset,
        story(LOOP): (302, {"Location": story(LOOP)}, b""),
        story(LONG): long_chain,
        story(SHORT): short,
        story(LOCAL): (302, {"Location": "http://169.254.169.254/latest/meta-data"}, b""),
        story(WRONG): (200, HTML, b"%PDF-1.7 and so on"),
        story(DEEP): html(b"<div>" * 20_000 + article(DEEP)),
        story(LATIN): (200, {"Content-Type": "text/html; charset=no-such-charset"}, article(LATIN)),
        story(SCRIPT): (302, {"Location": "javascript:alert(1)"}, b""),
    }


@pytest.fixture(scope="module")
def ended() -> tuple[Loopback, Run]:
    with Loopback({}) as server:
        server.routes |= hostile(server)
        settings = {
            "DOWNLOAD_MAXSIZE": LIMIT,
            "DOWNLOAD_TIMEOUT": 2.5,
            "RETRY_TIMES": 1,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        }
        return server, crawl(server.url("/"), settings=settings, seconds=40)


@pytest.mark.parametrize(
    ("number", "outcome", "reason"),
    [
        (ENDLESS, "rejected", "larger than DOWNLOAD_MAXSIZE"),
        (BOMB, "rejected", "larger than DOWNLOAD_MAXSIZE"),
        (BROKEN, "failed", "BadGzipFile"),
        (HANG, "failed", "no complete answer in time"),
        (DRIP, "failed", "no complete answer in time"),
        (RESET, "failed", "the connection broke"),
        (LOOP, "failed", "redirects in a loop"),
        (SHORT, "failed", "the answer broke off"),
        (LOCAL, "rejected", "redirects to another site"),
        (WRONG, "rejected", "a PDF"),
        (SCRIPT, "failed", "redirects to an address that is none"),
    ],
)
def test_a_hostile_answer_costs_its_page_only(
    ended: tuple[Loopback, Run], number: int, outcome: str, reason: str
) -> None:
    server, run = ended
    url = server.url(story(number))
    assert (run.outcome(url), run.reason(url).startswith(reason)) == (outcome, True), run.reason(url)


def test_a_chain_of_redirects_ends(ended: tuple[Loopback, Run]) -> None:
    server, run = ended
    (visit,) = (visit for visit in run.visits if server.url(story(LONG)) in visit["aliases"])
    assert (visit["outcome"], visit["reason"]) == ("failed", "more than 8 redirects")
    assert sum(path.startswith(story(LONG)) for path in server.paths) == 9


def test_the_good_articles_between_are_all_stored(ended: tuple[Loopback, Run]) -> None:
    server, run = ended
    good = {server.url(story(number)) for number in (*range(1, 7), LATIN)}
    assert good <= set(run.of("article"))


def test_a_failed_page_is_asked_again_and_a_bad_one_is_not(ended: tuple[Loopback, Run]) -> None:
    server, _ = ended
    assert server.paths.count(story(SHORT)) == 2
    assert server.paths.count(story(ENDLESS)) == 1
