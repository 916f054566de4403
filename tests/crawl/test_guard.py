from __future__ import annotations

import asyncio

import pytest
from crawl_pages import article, html, story
from crawl_run import crawl
from loopback import Loopback
from scrapy import Request

from crawler.middlewares.guard import AddressGuard
from crawler.middlewares.names import PublicNames
from crawler.middlewares.refusal import Refused


def is_refused(url: str, *named: str) -> bool:
    guard = AddressGuard(named)
    guard.names = PublicNames(None, bool)
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
        "0x7f.1", "017700000001", "0", "127.0.0.1.", "168.63.129.16", "100.100.100.200", "192.0.0.192", "198.18.0.1",
        "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[fec0::1]", "[ff02::1]", "[64:ff9b:1::a00:1]", "[2001:0:7f00:1::1]",
        "[2001:db8::1]", "[2600::5efe:10.0.0.1]", "[2600::200:5efe:a00:1]", "[fe80::1%25eth0]", "[fd00:ec2::254]",
        "[0:0:0:0:0:ffff:127.0.0.1]", "a.localhost.", "nas.home.arpa", "metadata", "kubernetes.default.svc.cluster.local",
    ],
)  # fmt: skip
def test_hosts_that_are_not_public_are_refused(host: str) -> None:
    assert is_refused(f"http://{host}:8080/a")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://9.9.9.9/a", "data:text/html,x"])
def test_only_http_is_asked(url: str) -> None:
    assert is_refused(url)


@pytest.mark.parametrize(
    "url",
    ["http://１２７.0.0.1/", "http://127。0。0。1/", "http://me:you@127.0.0.1/", "http://9.9.9.9@10.0.0.1/"],
)
def test_no_spelling_hides_where_an_address_leads(url: str) -> None:
    assert is_refused(url)


@pytest.mark.parametrize("host", ["%31%32%37.0.0.1", "news.example%00.org", "news%2eexample.org"])
def test_what_is_no_name_is_not_asked_even_if_the_user_gave_it(host: str) -> None:
    assert is_refused(f"http://{host}/a")
    assert is_refused(f"http://{host}/a", host)


@pytest.mark.parametrize("host", ["9.9.9.9", "[2620:fe::fe]", "[64:ff9b::909:909]", "[2002:909:909::1]"])
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


def test_a_name_that_changes_its_meaning_before_the_connection_is_not_connected_to() -> None:
    with Loopback({}) as secret, Loopback({}, host="127.0.0.2") as server:
        port = secret.origin.rpartition(":")[2]
        door = f"http://rebound.example:{port}/2025/08/a-story-of-the-house"
        server.routes["/feed"] = (
            200,
            {},
            f"<rss><channel><item><link>{door}</link></item></channel></rss>".encode(),
        )
        run = crawl(server.url("/feed"), settings={"TWISTED_DNS_RESOLVER": "fake_names.FakeNames"})
    assert secret.log == []
    assert (run.outcome(door), run.reason(door)[:40]) == (
        "rejected",
        "rebound.example is not a public address;",
    )


def test_a_name_that_the_user_gave_may_mean_anything() -> None:
    with Loopback({story(1): html(article(1))}) as server:
        start = f"http://rebound.example:{server.origin.rpartition(':')[2]}{story(1)}"
        run = crawl(start, settings={"TWISTED_DNS_RESOLVER": "fake_names.FakeNames"})
    assert run.of("article") == [start]
