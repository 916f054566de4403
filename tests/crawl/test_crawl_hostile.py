from __future__ import annotations

import gzip
import socket
import struct
from collections import Counter
from http.server import BaseHTTPRequestHandler
from time import monotonic

import brotli
import pytest
from crawl_pages import article, html, listing, story
from crawl_run import Run, crawl
from loopback import HTML, Loopback, Route

LIMIT = 300_000
# A busy machine takes a while; without bounds it would take for ever.
SECONDS = 90
GOOD = range(1, 13)
(ENDLESS, BOMB, BROKEN, HANG, DRIP, RESET, LOOP, LONG, SHORT, LOCAL, WRONG, DEEP, LATIN, SCRIPT, NESTED, BROTLI, ENTITIES,
 HEADERS, FLOOD, CHUNKS, HUGE, BUSY, LIMITED, OCTETS, UNTYPED, PLAIN, IMAGE, WIDE, NOISE, CONTROLS, GARBAGE, ATTRIBUTES,
 UPGRADE, NOTHING) = range(50, 84)  # fmt: skip
DOORS = ["127.1", "0x7f.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "localhost", "169.254.169.254"]


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


def headers_without_end(server: Loopback) -> Route:
    """Sends a header every now and then and never a body."""

    def serve(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not server.stopping.wait(0.1):
            handler.wfile.write(b"X-More: and more\r\n")

    return serve


def flood_of_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 10_000_000 + b"\r\n\r\n")


def chunks_without_end(server: Loopback) -> Route:
    def serve(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        while not server.stopping.wait(0.1):
            handler.wfile.write(b"1\r\na\r\n")

    return serve


def huge(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999999999\r\n\r\n<p>"
    )


def garbage(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\x01 This is no HTTP \xff\r\n\r\n")


def entities() -> bytes:
    """Nine levels of ten: a billion laughs from a kilobyte."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{levels}]><rss><channel>&l9;</channel></rss>'.encode()


def hostile(server: Loopback) -> dict[str, Route]:
    gzipped = {**HTML, "Content-Encoding": "gzip"}
    good = [story(number) for number in GOOD]
    routes: dict[str, Route] = {story(number): html(article(number)) for number in GOOD}
    bad = [*map(story, range(ENDLESS, NOTHING + 1)), *(f"{story(90 + n)}" for n in range(len(DOORS)))]
    port = server.origin.rpartition(":")[2]
    routes |= {
        story(90 + n): (302, {"Location": f"http://{door}:{port}/secret"}, b"")
        for n, door in enumerate(DOORS)
    }
    return routes | {
        "/": html(listing([*good[:3], *bad, *good[3:]])),
        story(NESTED): (
            200,
            {**HTML, "Content-Encoding": "gzip, gzip"},
            gzip.compress(gzip.compress(b"0" * 9_000_000)),
        ),
        story(BROTLI): (200, {**HTML, "Content-Encoding": "br"}, brotli.compress(b"<p>tide</p>" * 900_000)),
        story(ENTITIES): (200, {"Content-Type": "application/rss+xml"}, entities()),
        story(HEADERS): headers_without_end(server),
        story(FLOOD): flood_of_headers,
        story(CHUNKS): chunks_without_end(server),
        story(HUGE): huge,
        story(BUSY): (503, {}, b"busy"),
        story(LIMITED): (429, {}, b"limited"),
        story(OCTETS): (200, {"Content-Type": "application/octet-stream"}, article(OCTETS)),
        story(UNTYPED): (200, {}, article(UNTYPED)),
        story(PLAIN): (200, {"Content-Type": "text/plain"}, article(PLAIN)),
        story(IMAGE): (200, HTML, b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        story(WIDE): (
            200,
            {"Content-Type": "text/html; charset=iso-8859-1"},
            article(WIDE).decode().encode("utf-16"),
        ),
        story(NOISE): (200, HTML, bytes(range(256)) * 100),
        story(CONTROLS): html(article(CONTROLS).replace(b"Part", b"P\x1b[31mart\xe2\x80\xae")),
        story(GARBAGE): garbage,
        story(ATTRIBUTES): html(b"<div " + b"a=b " * 60_000 + b">" + article(ATTRIBUTES)),
        story(UPGRADE): (426, {"Upgrade": "h3"}, b""),
        story(NOTHING): (204, {}, b""),
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
def whole() -> tuple[Loopback, Run, float]:
    with Loopback({}) as server:
        server.routes |= hostile(server)
        settings = {
            "DOWNLOAD_MAXSIZE": LIMIT,
            # Long enough for the good ones on a busy machine.
            "DOWNLOAD_TIMEOUT": 4,
            "RETRY_TIMES": 1,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
            # So many failures in a row are what the server is for.
            "COPYDESK_HOST_FAILURES": 100,
            "AUTOTHROTTLE_ENABLED": False,
        }
        began = monotonic()
        run = crawl(server.url("/"), settings=settings, seconds=SECONDS)
        return server, run, monotonic() - began


@pytest.fixture(scope="module")
def ended(whole: tuple[Loopback, Run, float]) -> tuple[Loopback, Run]:
    return whole[:2]


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
        (NESTED, "rejected", "larger than DOWNLOAD_MAXSIZE"),
        (BROTLI, "rejected", "larger than DOWNLOAD_MAXSIZE"),
        (ENTITIES, "feed", "rss, 0 entries"),
        (HEADERS, "failed", "no complete answer in time"),
        (FLOOD, "failed", "the connection broke"),
        (CHUNKS, "failed", "no complete answer in time"),
        (HUGE, "rejected", "larger than DOWNLOAD_MAXSIZE"),
        (BUSY, "failed", "HTTP 503"),
        (LIMITED, "failed", "HTTP 429"),
        (IMAGE, "rejected", "a PNG image"),
        (NOISE, "rejected", "binary data"),
        (GARBAGE, "failed", "the connection broke"),
        (UPGRADE, "failed", "HTTP 426"),
        (NOTHING, "rejected", "an empty answer"),
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
    odd = (LATIN, OCTETS, UNTYPED, PLAIN, WIDE, CONTROLS, ATTRIBUTES)
    good = {server.url(story(number)) for number in (*GOOD, *odd)}
    assert good <= set(run.of("article"))


def test_a_failed_page_is_asked_again_and_a_bad_one_is_not(ended: tuple[Loopback, Run]) -> None:
    server, _ = ended
    assert server.paths.count(story(SHORT)) == 2
    assert server.paths.count(story(ENDLESS)) == 1


def test_no_spelling_of_this_machine_or_its_network_is_followed(ended: tuple[Loopback, Run]) -> None:
    server, run = ended
    for number in range(len(DOORS)):
        url = server.url(story(90 + number))
        assert (run.outcome(url), run.reason(url)[:26]) == ("rejected", "redirects to another site:")
    assert "/secret" not in server.paths


def test_every_address_has_one_ending(ended: tuple[Loopback, Run]) -> None:
    _, run = ended
    met = Counter(url for visit in run.visits for url in (visit["url"], *visit["aliases"]))
    assert set(met.values()) == {1}
    assert len(run.visits) == 1 + len(GOOD) + NOTHING - ENDLESS + 1 + len(DOORS)


def test_nothing_of_it_breaks_a_part_of_the_crawl(ended: tuple[Loopback, Run]) -> None:
    _, run = ended
    assert "Traceback" not in run.log


def test_all_of_it_takes_bounded_time_and_memory(whole: tuple[Loopback, Run, float]) -> None:
    _, run, seconds = whole
    assert seconds < SECONDS
    # The crawl itself takes some 100 MB; each bomb alone would be 9 or 11, unpacked.
    assert run.peak_mb < 400
