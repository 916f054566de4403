"""The demo's newspaper: every address answers, no link hangs, and what must come out of it agrees with the goldens."""

import http.client
import json
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree

from crawler.demo_site import DemoSite, fixtures_path
from crawler.errors import CopydeskError
from crawler.page import Page, read_page
from crawler.reading import Answer, read_answer

SITE = Path(__file__).parents[1] / "fixtures" / "site"
ROUTES: dict[str, dict[str, Any]] = json.loads((SITE / "routes.json").read_text(encoding="utf-8"))
EXPECTED: dict[str, Any] = json.loads((SITE / "expected.json").read_text(encoding="utf-8"))
FILES = [path for path, route in ROUTES.items() if "file" in route]
PAGES = [path for path in FILES if ROUTES[path]["content_type"].startswith("text/html")]
MISSING = "/news/lost-and-found.html"
NEWSPAPER = "https://www.tarnmouth-courier.example"
# Endings that a page has without being read: robots.txt closes it, or nothing is there.
UNREAD = {"disallowed", "failed"}
LEADING_ATTRIBUTES = ("href", "src", "action", "srcset")


@pytest.fixture(scope="module")
def site() -> Iterator[DemoSite]:
    with DemoSite() as running:
        yield running


def ask(
    site: DemoSite, path: str, method: str = "GET", headers: dict[str, str] | None = None
) -> tuple[http.client.HTTPResponse, bytes]:
    """Ask for the path exactly as written: a friendlier client would tidy it first."""
    connection = http.client.HTTPConnection(urlsplit(site.origin).netloc, timeout=10)
    try:
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def page_at(site: DemoSite, path: str) -> Page:
    answer, body = ask(site, path)
    return read_page(body, site.origin + path, content_type=answer.headers["Content-Type"])


def addresses(page: Page) -> set[str]:
    """Every address that the page names, absolute: links, pictures, style sheets, forms."""
    found = {
        urljoin(page.base_url, element.get(name, ""))
        for element in page.tree.iter(etree.Element)
        for name in LEADING_ATTRIBUTES
        if element.get(name)
    }
    return {address for address in found if urlsplit(address).scheme in {"http", "https"}}


@pytest.mark.parametrize("path", FILES)
def test_every_file_is_served_with_its_type(site: DemoSite, path: str) -> None:
    answer, body = ask(site, path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, ROUTES[path]["content_type"])
    if not ROUTES[path].get("template"):
        assert body == (SITE / ROUTES[path]["file"]).read_bytes()
    assert b"{{origin}}" not in body


@pytest.mark.parametrize("path", EXPECTED["redirects"])
def test_redirect_leads_to_the_new_address(site: DemoSite, path: str) -> None:
    answer, _ = ask(site, path)
    assert (answer.status, answer.headers["Location"]) == (301, EXPECTED["redirects"][path])


@pytest.mark.parametrize("path", PAGES)
def test_no_link_hangs_but_the_one_that_is_meant_to(site: DemoSite, path: str) -> None:
    own = [urlsplit(url) for url in addresses(page_at(site, path)) if url.startswith(site.origin)]
    assert {url.path for url in own} - set(ROUTES) <= {MISSING}


def test_each_page_can_be_reached_from_the_home_page(site: DemoSite) -> None:
    reached, waiting = {"/"}, ["/"]
    while waiting:
        path = waiting.pop()
        path = ROUTES[path].get("redirect", path)
        if path in PAGES:
            found = {
                urlsplit(url).path for url in addresses(page_at(site, path)) if url.startswith(site.origin)
            }
            waiting += (found & set(ROUTES)) - reached
            reached |= found
    assert set(PAGES) - reached == set()
    assert MISSING in reached


def test_home_page_links_with_tracking_parameters_and_to_the_closed_room(site: DemoSite) -> None:
    found = addresses(page_at(site, "/"))
    assert site.origin + "/news/tides.html?utm_source=home&utm_medium=lead" in found
    assert site.origin + "/members/" in found


def test_missing_address_answers_404_with_a_page(site: DemoSite) -> None:
    answer, body = ask(site, MISSING)
    assert (answer.status, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert body == (SITE / "404.html").read_bytes()


@pytest.mark.parametrize(
    "path",
    [
        "/routes.json",
        "/expected.json",
        "/index.html",
        "/../routes.json",
        "/%2e%2e/%2e%2e/pyproject.toml",
        "/news/..%2f..%2froutes.json",
        "/img/../routes.json",
        "//etc/passwd",
        "/..\\..\\pyproject.toml",
        "/img/",
    ],
)
def test_nothing_but_the_routes_is_served(site: DemoSite, path: str) -> None:
    assert ask(site, path)[0].status == 404


def test_query_does_not_change_the_page(site: DemoSite) -> None:
    assert ask(site, "/search?q=ferry")[1] == ask(site, "/search")[1]


def test_head_answers_without_the_page(site: DemoSite) -> None:
    full, body = ask(site, "/")
    # On the wire: an HTTP client would drop a body that must not be there.
    address = urlsplit(site.origin)
    with socket.create_connection((address.hostname, address.port), timeout=10) as wire:
        wire.sendall(b"HEAD / HTTP/1.1\r\nHost: demo\r\nConnection: close\r\n\r\n")
        head, _, rest = b"".join(iter(lambda: wire.recv(65_536), b"")).partition(b"\r\n\r\n")
    assert rest == b""
    assert head.startswith(b"HTTP/1.1 200 ")
    lines = head.decode().split("\r\n")
    assert f"Content-Length: {len(body)}" in lines
    assert f"ETag: {full.headers['ETag']}" in lines


def test_known_version_answers_304(site: DemoSite) -> None:
    first, _ = ask(site, "/news/")
    etag, modified = first.headers["ETag"], first.headers["Last-Modified"]
    cases = [
        ({"If-None-Match": etag}, 304),
        ({"If-None-Match": f'"other", W/{etag}'}, 304),
        ({"If-None-Match": "*"}, 304),
        ({"If-None-Match": '"other"'}, 200),
        ({"If-Modified-Since": modified}, 304),
        ({"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"}, 200),
        ({"If-Modified-Since": "the other day"}, 200),
        ({"If-None-Match": '"other"', "If-Modified-Since": modified}, 200),
    ]
    for headers, status in cases:
        answer, body = ask(site, "/news/", headers=headers)
        assert (answer.status, bool(body)) == (status, status == 200), headers


def test_feed_leads_to_articles_on_this_very_server(site: DemoSite) -> None:
    channel = etree.fromstring(ask(site, "/feed.xml")[1])
    links = [link.text or "" for link in channel.iterfind("channel/item/link")]
    assert len(links) == 10
    assert all(link.startswith(site.origin + "/") for link in links)
    assert {urlsplit(link).path for link in links} <= {article["path"] for article in EXPECTED["articles"]}


def test_sitemap_holds_every_article(site: DemoSite) -> None:
    root = etree.fromstring(ask(site, "/sitemap.xml")[1])
    paths = {(loc.text or "").removeprefix(site.origin) for loc in root.iter("{*}loc")}
    assert paths == {article["path"] for article in EXPECTED["articles"]} | {"/", "/news/", "/life/"}


def test_robots_txt_closes_one_room_and_names_the_sitemap(site: DemoSite) -> None:
    robots = RobotFileParser()
    robots.parse(ask(site, "/robots.txt")[1].decode().splitlines())
    assert robots.site_maps() == [site.origin + "/sitemap.xml"]
    closed = {path for path in ROUTES if not robots.can_fetch("copydesk", site.origin + path)}
    assert closed == {path for path, outcome in EXPECTED["others"].items() if outcome == "disallowed"}


@pytest.mark.parametrize("article", EXPECTED["articles"], ids=lambda article: article["path"])
def test_expected_article_agrees_with_its_golden_pair(article: dict[str, Any]) -> None:
    page = SITE / ROUTES[article["path"]]["file"]
    golden = json.loads((page.parent / "article.json").read_text(encoding="utf-8"))
    assert article == {
        "path": golden["_url"].removeprefix(NEWSPAPER),
        "title": golden["title"],
        "published_on": golden["published_at"][:10],
        "language": golden["language"],
        "related": len(golden["related"]),
    }


def test_every_page_has_exactly_one_expected_ending() -> None:
    endings = [
        *(article["path"] for article in EXPECTED["articles"]),
        *(copy["path"] for copy in EXPECTED["copies"]),
        *EXPECTED["redirects"],
        *EXPECTED["others"],
    ]
    assert len(endings) == len(set(endings))
    served = {path for path in ROUTES if path in PAGES or "redirect" in ROUTES[path]}
    assert served - set(endings) == set()
    assert set(endings) - set(ROUTES) == {MISSING}


@pytest.mark.parametrize(
    ("path", "outcome"),
    [(article["path"], "article") for article in EXPECTED["articles"]]
    + [(path, outcome) for path, outcome in EXPECTED["others"].items() if outcome not in UNREAD],
)
def test_page_is_told_for_what_it_is(site: DemoSite, path: str, outcome: str) -> None:
    answer, body = ask(site, path)
    content_type = answer.headers["Content-Type"]
    reading = read_answer(Answer(url=site.origin + path, body=body, content_type=content_type, status=200))
    assert reading.visit.outcome == outcome, reading.visit.reason


def test_copy_is_the_same_page_at_a_second_address() -> None:
    for copy in EXPECTED["copies"]:
        assert ROUTES[copy["path"]] == ROUTES[copy["of"]]


def test_origin_is_free_again_afterwards() -> None:
    with DemoSite() as running:
        origin = running.origin
        assert ask(running, "/")[0].status == 200
    with pytest.raises(ConnectionRefusedError):
        http.client.HTTPConnection(urlsplit(origin).netloc, timeout=10).connect()


@pytest.mark.parametrize(
    ("file", "message"), [("../../../secret.txt", "outside"), ("gone.html", "cannot be read")]
)
def test_bad_route_is_refused_before_anything_is_served(tmp_path: Path, file: str, message: str) -> None:
    site = tmp_path / "fixtures" / "site"
    site.mkdir(parents=True)
    shutil.copy(SITE / "404.html", site)
    (tmp_path / "secret.txt").write_text("not for visitors")
    (site / "routes.json").write_text(json.dumps({"/": {"file": file, "content_type": "text/html"}}))
    with pytest.raises(CopydeskError, match=message), DemoSite(tmp_path / "fixtures"):
        pass


def test_fixtures_are_found_in_the_checkout() -> None:
    assert fixtures_path().resolve() == SITE.parent
