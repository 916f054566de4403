from __future__ import annotations

from pathlib import Path

import pytest
from crawl_pages import article, html, listing
from crawl_run import STORED, crawl
from loopback import Loopback, Route

from crawler.discovery.address import ARTICLE_SCORE
from crawler.discovery.link import Link
from crawler.discovery.turnout import Turnout

HOME = "https://news.example/"
STORIES = [(f"{HOME}s{number}", True) for number in range(5)]
OFFERS = [(f"{HOME}offers/a-house-by-the-sea-{number}", False) for number in range(5)]


def test_links_like_those_to_articles_score_higher_and_others_lower() -> None:
    seen = Turnout([*STORIES, *OFFERS])
    news = seen.rated(Link(url=f"{HOME}s77", kind="listing?", score=-0.5))
    offer = seen.rated(Link(url=f"{HOME}offers/three-rooms-by-the-quay-9", kind="article?", score=4.5))
    assert (news.kind, offer.kind) == ("article?", "article?")
    assert news.score > ARTICLE_SCORE > offer.score


@pytest.mark.parametrize(
    "link",
    [
        Link(url="https://other.example/s77", kind="listing?", score=-0.5),
        Link(url=f"{HOME}sport/tide-comes-twice-to-town", kind="article?", score=4.0),
        Link(url=f"{HOME}s77", kind="next"),
        Link(url=f"{HOME}s77", kind="feed"),
    ],
)
def test_other_sites_patterns_and_sources_stay_as_they_are(link: Link) -> None:
    assert Turnout([*STORIES, *OFFERS]).rated(link) is link


def test_two_addresses_say_nothing_and_a_half_changes_nothing() -> None:
    link = Link(url=f"{HOME}s77", kind="listing?", score=-0.5)
    assert Turnout(STORIES[:2]).rated(link) is link
    halves = [*STORIES[:2], (f"{HOME}s8", False), (f"{HOME}s9", False)]
    assert Turnout(halves).rated(link) == link


def offer(number: int) -> str:
    return f"/offers/a-house-by-the-sea-number-{number}"


def routes(stories: range, offers: range) -> dict[str, Route]:
    """A paper whose articles stand at '/s3', among advertisements whose addresses look like articles."""
    pages: dict[str, Route] = {f"/s{number}": html(article(number)) for number in stories}
    pages |= {offer(number): html(b"<title>A house</title><p>Four rooms.</p>") for number in offers}
    links = [*(offer(number) for number in offers), *(f"/s{number}" for number in stories)]
    return {"/": html(listing(links)), **pages}


def test_a_second_run_spends_its_pages_on_what_were_articles_before(tmp_path: Path) -> None:
    settings = {**STORED, "COPYDESK_DB": str(tmp_path / "news.db"), "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    with Loopback(routes(range(1, 7), range(1, 7))) as server:
        crawl(server.url("/"), settings=settings)
        server.routes = routes(range(7, 11), range(7, 17))
        server.log.clear()
        second = crawl(server.url("/"), settings={**settings, "COPYDESK_MAX_PAGES": 5})
    assert server.paths[0] == "/"
    assert sorted(server.paths[1:]) == ["/s10", "/s7", "/s8", "/s9"]
    assert second.of("article") == sorted(map(server.url, server.paths[1:]))


def test_a_first_run_goes_by_the_looks_of_addresses(tmp_path: Path) -> None:
    settings = {**STORED, "COPYDESK_DB": str(tmp_path / "news.db"), "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
    with Loopback(routes(range(1, 3), range(1, 7))) as server:
        crawl(server.url("/"), settings={**settings, "COPYDESK_MAX_PAGES": 5})
    assert all(path.startswith("/offers/") for path in server.paths[1:])
