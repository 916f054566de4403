from __future__ import annotations

import asyncio

import pytest
from crawl_run import crawl
from loopback import Loopback
from scrapy import Request

from crawler.middlewares.guard import AddressGuard
from crawler.middlewares.refusal import Refused


def is_refused(url: str, *named: str) -> bool:
    guard = AddressGuard(named)
    try:
        asyncio.run(guard.process_request(Request(url)))
    except Refused as refusal:
        return refusal.outcome == "rejected"
    return False


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "10.0.0.8", "172.16.3.4", "192.168.1.1",
        "169.254.169.254", "100.64.0.1", "0", "224.0.0.1", "255.255.255.255", "[::1]", "[::]", "[fe80::1]",
        "[fd00::1]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[2002:7f00:1::]", "localhost", "LOCALHOST.",
        "db.localhost", "printer.local", "metadata.google.internal", "intranet", "127.0.0.1.", "[64:ff9b::7f00:1]",
    ],
)  # fmt: skip
def test_hosts_that_are_not_public_are_refused(host: str) -> None:
    assert is_refused(f"http://{host}:8080/a")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://9.9.9.9/a", "data:text/html,x"])
def test_only_http_is_asked(url: str) -> None:
    assert is_refused(url)


@pytest.mark.parametrize("host", ["9.9.9.9", "[2620:fe::fe]"])
def test_public_hosts_pass(host: str) -> None:
    assert not is_refused(f"http://{host}/a")


def test_the_host_that_the_user_named_passes_and_no_other() -> None:
    assert not is_refused("http://127.0.0.1:8080/a", "127.0.0.1")
    assert is_refused("http://127.0.0.2:8080/a", "127.0.0.1")


def test_a_feed_that_leads_into_the_house_finds_the_doors_shut() -> None:
    with Loopback({}) as secret, Loopback({}) as server:
        port = secret.origin.rpartition(":")[2]
        doors = [
            f"http://localhost:{port}/secret",
            f"http://127.1:{port}/secret",
            f"http://[::1]:{port}/secret",
        ]
        entries = "".join(f"<item><link>{door}</link></item>" for door in doors)
        server.routes["/feed"] = (200, {}, f"<rss><channel>{entries}</channel></rss>".encode())
        run = crawl(server.url("/feed"))
    assert secret.log == []
    assert len(run.of("rejected")) == len(doors)
    assert all("not a public address" in run.reason(url) for url in run.of("rejected"))
