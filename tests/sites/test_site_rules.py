"""Whose rules hold for an address, and what Scrapy is told of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from scrapy import Request
from scrapy.settings import Settings
from scrapy.statscollectors import MemoryStatsCollector
from scrapy.utils.test import get_crawler

from crawler.errors import SitesFileError
from crawler.sites import Site
from crawler.sites.addon import SitesAddon
from crawler.sites.lookup import SiteLookup
from crawler.sites.rules import SiteRules, slots_of

GAZETTE = Site(name="gazette", start=("https://www.example.com/",), delay=2.0)
SPORT = Site(name="sport", start=("https://sport.example.org/",), feeds=("https://feeds.example.net/s.xml",))
LIFE = Site(name="life", start=("https://life.example.org/",), feeds=("https://feeds.example.net/l.xml",))


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.example.com/a", "gazette"),
        ("http://example.com:80/a", "gazette"),
        ("https://science.example.com/a", "gazette"),
        ("https://sport.example.org/a", "sport"),
        ("https://m.life.example.org/a", "life"),
        ("https://other.example.org/a", None),
        ("https://feeds.example.net/l.xml", "sport"),
        ("https://example.com.evil.example/a", None),
        ("http://[", None),
    ],
)
def test_an_address_belongs_to_the_site_of_its_host_else_of_its_domain(url: str, name: str | None) -> None:
    found = SiteLookup((GAZETTE, SPORT, LIFE)).find(url)
    assert (found.name if found else None) == name


def test_a_site_has_one_slot_with_what_it_says_of_its_pace() -> None:
    assert slots_of((GAZETTE, SPORT)) == {"site:gazette": {"delay": 2.0}, "site:sport": {}}


def test_the_add_on_adds_to_what_the_settings_say(tmp_path: Path) -> None:
    path = tmp_path / "sites.toml"
    path.write_text('[sites.a]\nstart = ["https://a.example/"]\nconcurrency = 3\n', "utf-8")
    settings = Settings({"COPYDESK_SITES": str(path), "DOWNLOAD_SLOTS": {"b.example": {"delay": 1}}})
    settings.set("DOWNLOADER_MIDDLEWARES", {"other.Middleware": 7}, "project")
    SitesAddon().update_settings(settings)
    assert settings.getdict("DOWNLOAD_SLOTS") == {"b.example": {"delay": 1}, "site:a": {"concurrency": 3}}
    assert settings.getdict("DOWNLOADER_MIDDLEWARES").keys() == {
        "other.Middleware",
        "crawler.sites.rules.SiteRules",
        "crawler.sites.budget.SiteBudget",
    }


def test_without_a_sites_file_nothing_changes_and_a_wrong_one_is_refused(tmp_path: Path) -> None:
    settings = Settings()
    SitesAddon().update_settings(settings)
    assert not settings.getdict("DOWNLOAD_SLOTS")
    with pytest.raises(SitesFileError):
        SitesAddon().update_settings(Settings({"COPYDESK_SITES": str(tmp_path / "none.toml")}))


def test_headers_and_cookies_are_taken_back_where_a_redirect_leads_elsewhere() -> None:
    site = Site(name="a", start=("https://a.example/",), headers={"X-Token": "t"}, cookies={"sid": "1"})
    rules = SiteRules((site,), MemoryStatsCollector(get_crawler()))
    request = Request("https://a.example/x")
    rules.process_request(request)
    assert (request.headers["X-Token"], request.headers["Cookie"]) == (b"t", b"sid=1")
    elsewhere = request.replace(url="https://b.example/x", meta={"redirect_urls": ["https://a.example/x"]})
    rules.process_request(elsewhere)
    assert not {b"X-Token", b"Cookie"} & elsewhere.headers.keys()
    within = request.replace(url="https://a.example/y", meta={"redirect_urls": ["https://a.example/x"]})
    rules.process_request(within)
    assert within.headers["X-Token"] == b"t"
