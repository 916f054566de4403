"""Hostile pages: JSON of the wrong types, endless markup; every field parser answers, and soon."""

import json
import time

import pytest
from pages import json_ld, page

from crawler.parsers.access import accessible_for_free
from crawler.parsers.authors import bylines
from crawler.parsers.canonical import canonical_url
from crawler.parsers.description import standfirst
from crawler.parsers.image import lead_image
from crawler.parsers.language import language_of
from crawler.parsers.published import publication_dates
from crawler.parsers.section import department
from crawler.parsers.site_name import publication
from crawler.parsers.tags import keywords
from crawler.parsers.title import headline

FIELDS = (
    headline, publication_dates, bylines, lambda page: standfirst(page, "x"), keywords, department, language_of,
    lead_image, publication, accessible_for_free, canonical_url,
)  # fmt: skip
NAMES = (
    "headline", "datePublished", "dateModified", "author", "creator", "keywords", "articleSection", "inLanguage",
    "image", "publisher", "isAccessibleForFree", "mainEntityOfPage", "url", "description", "@id",
)  # fmt: skip
VALUES = (
    None, 0, -1.5, True, "", " ", "x" * 50_000, [], {}, [[]], [None, 7, {}], {"name": None}, {"@id": 1}, {"@value": []},
    {"name": {"name": ["a"]}}, "2025-99-99", "9999-12-31T25:61:61Z", "http://[::1", ["a"] * 3_000,
)  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:20])
def test_json_values_of_any_type(value: object) -> None:
    node = {"@type": "NewsArticle"} | dict.fromkeys(NAMES, value)
    for field in FIELDS:
        field(
            page("<h1>The tide that came twice</h1>", json_ld(json.dumps([node, {"@graph": [node, value]}])))
        )


@pytest.mark.parametrize(
    "body",
    [
        "<h1>The tide that came twice</h1>" + "<div class='author date'>" * 20_000,
        "<h1>" + "<span>" * 20_000 + "tide",
        "<h1>The tide that came twice</h1>" + "<p class='byline date'>By Ada Holm 2025-08-09</p>" * 10_000,
        "<h1>The tide that came twice</h1>" + "<a rel='author tag' href='/'>Ada</a>" * 30_000,
        "<h1>News of the day</h1>" * 10_000,
        "<h1>" + "a<br>" * 100_000,
        "<h1>The tide" + "<b></b>" * 100_000,
        "<h1>The tide that came twice</h1><div>" + "<i>x</i>" * 100_000,
        "<h1>x</h1><p class=date>" + "1.1.1 " * 50_000,
        "<h1>x</h1><p class=author>By" + " " * 100_000 + "x</p>",
        "<h1>x</h1>" + "".join(f"<p>By {'von ' * 28}</p>" for _ in range(20)),
        "<script>" + '{"datePublished" ' * 20_000,
        "<h1>x</h1>" + "<div class='byline date'>" * 500 + "By Ada Holm 9.8.2025 " * 100_000,
        "<h1>x</h1>" + "<a href='/author/x'>Ada Holm</a>" * 50_000,
        "<h1>x</h1>" + "<time>9 August</time>" * 50_000,
        "<span itemprop='author datePublished headline name'>x</span>" * 10_000,
    ],
    ids=lambda body: body[:24],
)
def test_endless_markup_is_read_in_bounded_time(body: str) -> None:
    started = time.process_time()
    hostile = page(body, f"<title>{'a - b | ' * 20_000}</title>")
    for field in FIELDS:
        field(hostile)
    assert time.process_time() - started < 5
