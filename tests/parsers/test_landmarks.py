"""Landmarks: elements are found by class, id, itemprop and rel, in page order, also where nothing is read."""

from __future__ import annotations

import re

import pytest

from crawler.page import Page, read_page
from crawler.parsers.finder import Finder
from crawler.parsers.landmarks import elements_named, landmarks

PAGE = read_page(
    b"""<body><div class="postDate" id="one">9 August</div><template><p id="lead-DATE">unread</p></template>
    <p class="text">A text</p><p class="date">10 August</p><p class="text"><span class=date>11 August</span></p>
    <span itemprop="author name">Ada Holm</span><a rel="author nofollow" href="/ada">Ada</a><h2>Late</h2></body>""",
    "https://news.example/a",
)


def texts(page: Page, word: str, limit: int, pattern: re.Pattern[str] | None = None) -> list[str | None]:
    return [element.text for element in elements_named(page, Finder([word]), limit, pattern=pattern)]


@pytest.mark.parametrize("pattern", [None, re.compile("date", re.IGNORECASE)], ids=["word", "pattern"])
def test_named_elements_come_in_page_order_however_their_names_are_written(
    pattern: re.Pattern[str] | None,
) -> None:
    assert texts(PAGE, "date", 9, pattern) == ["9 August", "unread", "10 August", "11 August"]
    assert texts(PAGE, "date", 2, pattern) == ["9 August", "unread"]


def test_elements_with_any_of_the_words_come_once_each() -> None:
    found = elements_named(PAGE, Finder(["lead", "one", "date"]), 9)
    assert [element.text for element in found] == ["9 August", "unread", "10 August", "11 August"]


def test_a_name_is_matched_by_itself() -> None:
    assert texts(PAGE, "text", 9, re.compile(r"(?<![a-z])text(?![a-z])")) == ["A text", None]
    assert texts(PAGE, "text", 9, re.compile("text date")) == []


def test_a_page_without_names_has_none() -> None:
    assert elements_named(read_page(b"<p>Text</p>", "https://news.example/a"), Finder(["date"]), 9) == []


def test_properties_relations_and_tags() -> None:
    found = landmarks(PAGE)
    assert [element.text for element in found.properties["name"]] == ["Ada Holm"]
    assert [element.text for element in found.related["author"]] == ["Ada"]
    assert [element.text for element in found.tags["h2"]] == ["Late"]


def test_links_and_headings_are_found_in_page_order_where_nothing_is_read() -> None:
    page = read_page(
        b"""<body><h2>One</h2><noscript><a rel=tag href=/a>Tide</a><h2>Two</h2></noscript><h2 hidden>Three</h2>
        <a rel="tag nofollow" href=/b>Pier</a><a href=/c>Port</a></body>""",
        "https://news.example/a",
    )
    found = landmarks(page)
    assert [element.text for element in found.tags["h2"]] == ["One", "Two", "Three"]
    assert [element.text for element in found.related["tag"]] == ["Tide", "Pier"]
