"""Traps: addresses without end are cut, and no article with them."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from crawl_pages import article, html
from crawl_run import STORED, crawl
from loopback import Loopback, Route
from scrapy import Request
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector
from scrapy.utils.test import get_crawler

from crawler.discovery.patterns import pattern_of
from crawler.items import Outcome, Visit
from crawler.middlewares.known import KIND, KNOWN
from crawler.middlewares.refusal import Refused
from crawler.middlewares.traps import Traps

SITE = "https://news.example"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/2025/08/tide-comes-twice-to-town", "N/N/S"),
        ("/2025/08/why-42-boats-left-at-dawn/", "N/N/S"),
        ("/sport/tide", "sport/W"),
        ("/sport/12345.html", "sport/N.html"),
        ("/story-1234567", "story-N"),
        ("/calendar/2031/05", "calendar/N/N"),
        ("/shop?size=4&colour=red", "W?colour&size"),
        ("/find?a=1&b=2&c=3", "W?many"),
        ("/s/a81f33c09be2475d/tide-comes-twice", "s/X/S"),
        ("/(S(k3v5nb55kz1p5e45cnzc1u45))/tide", "X/W"),
    ],
)
def test_what_a_server_makes_by_one_rule_has_one_pattern(path: str, name: str) -> None:
    assert pattern_of(SITE + path).name == f"news.example/{name}"


@pytest.mark.parametrize(
    ("path", "is_suspect", "is_endless"),
    [
        ("/2025/08/tide-comes-twice-to-town", False, False),
        ("/world/article12345678.ece", False, False),
        ("/news/tide-comes-twice-to-town-20250809-p5mabc.html", False, False),
        ("/unabhaengigkeitserklaerung", False, False),
        ("/?p=123", False, False),
        ("/events/2031-05-01", True, False),
        ("/plan?month=5&year=2031", True, False),
        ("/a/81f33c09be2475da", True, False),
        ("/tide?sid=81f33c09be2475da", True, False),
        ("/a/a/a/", False, True),
        ("/news/sport/news/sport/news/sport/tide", False, True),
        ("/2025/08/08/08-tide-comes", False, False),
        ("/" + "/".join("abcdefghijklmnop"), False, True),
    ],
)
def test_what_looks_like_a_trap(path: str, *, is_suspect: bool, is_endless: bool) -> None:
    pattern = pattern_of(SITE + path)
    assert (pattern.is_suspect, pattern.is_endless) == (is_suspect, is_endless)


def traps(bound: int = 200) -> Traps:
    return Traps(bound, StatsCollector(get_crawler()))


def asked(gate: Traps, url: str, outcome: Outcome, **meta: object) -> bool:
    """Ask, if it may be, and note what became of it."""
    request = Request(url, meta=meta)
    try:
        gate.process_request(request)
    except Refused:
        return False
    visit = Visit(url=url, outcome=outcome, reason="", fetched_at="")
    gate.item_scraped(visit, Response(url, request=request))
    return True


def test_five_thousand_articles_of_one_pattern_are_all_asked_whatever_stands_between() -> None:
    gate = traps()
    outcomes: list[Outcome] = ["article", "not_article", "article", "listing", "copy"]
    urls = [f"{SITE}/2025/08/tide-number-{number}-floods-market" for number in range(5_000)]
    assert all(asked(gate, url, outcomes[number % 5]) for number, url in enumerate(urls))


def test_articles_with_tokens_for_names_are_all_asked() -> None:
    gate = traps()
    assert all(asked(gate, f"{SITE}/story/{UUID(int=1 << 100 | n)}", "article") for n in range(1_000))


def test_a_pattern_that_leads_to_nothing_is_cut_and_its_neighbours_are_not() -> None:
    gate = traps()
    assert sum(asked(gate, f"{SITE}/talk/{number}", "not_article") for number in range(500)) == 200
    assert sum(asked(gate, f"{SITE}/calendar/{number}", "listing") for number in range(500)) == 50
    assert asked(gate, f"{SITE}/news/7", "article")
    assert asked(gate, "https://other.example/talk/7", "article")
    assert gate.stats.get_value("copydesk/traps") == 2
    assert gate.stats.get_value("copydesk/cut_as_traps") == 750


def test_what_is_known_or_named_is_never_cut() -> None:
    gate = traps(bound=1)
    assert asked(gate, f"{SITE}/talk/1", "not_article")
    assert not asked(gate, f"{SITE}/talk/2", "not_article")
    assert asked(gate, f"{SITE}/talk/3", "not_article", **{KNOWN: True})
    assert asked(gate, f"{SITE}/talk/4", "not_article", **{KIND: "start"})


def test_what_is_met_again_does_not_count() -> None:
    gate = traps(bound=4)
    assert all(asked(gate, f"{SITE}/talk/{n}", "not_article", **{KNOWN: True}) for n in range(9))
    assert asked(gate, f"{SITE}/talk/10", "article")


def test_a_site_of_traps_costs_little_and_its_articles_are_stored(tmp_path: Path) -> None:
    with Loopback({}) as server:
        good = [f"/2025/08/tide-number-{number}-floods-market" for number in range(1, 13)]
        pages: dict[str, Route] = {path: html(article(number)) for number, path in enumerate(good)}
        calendar = [f"/calendar/2031-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 8)]
        pages |= dict.fromkeys(calendar, html(b"<h1>No events on this day</h1>"))
        sessions = [f"/s/ab{number:014x}/tide-number-one-floods" for number in range(70)]
        pages |= dict.fromkeys(sessions, html(article(1)))
        forms = [f"/find?colour={n}&size={n % 7}&order={n % 3}" for n in range(70)]
        pages["/find"] = html(b"<h1>Nothing found</h1>")
        longer = ["/a" * number + "/tide" for number in range(3, 20)]
        entries = "".join(
            f"<url><loc>{server.url(path).replace('&', '&amp;')}</loc></url>"
            for path in [*calendar, *sessions, *forms, *longer, *good]
        )
        pages["/map.xml"] = (200, {}, f"<urlset>{entries}</urlset>".encode())
        server.routes |= pages
        # Not faster than pages are read: what is on its way cannot be cut.
        pace = {"SCRAPER_SLOT_MAX_ACTIVE_SIZE": 1, "CONCURRENT_REQUESTS_PER_DOMAIN": 1}
        bound = {"COPYDESK_TRAP_PAGES": 40, "COPYDESK_DB": str(tmp_path / "news.db")}
        run = crawl(server.url("/map.xml"), settings={**STORED, **pace, **bound})
        assert {server.url(path) for path in good} <= set(run.of("article")) | set(run.of("copy"))
        for trap in (calendar, sessions, forms):
            assert 10 <= len({*trap} & {*server.paths}) < 40
        assert not {*longer} & {*server.paths}
    assert run.stats["copydesk/traps"] >= 4
    assert run.stats["copydesk/cut_as_traps"] > 100
