"""Which addresses look like a rendition of another one, and which only seem to."""

from __future__ import annotations

import pytest

from crawler.renditions import plain_keys
from crawler.urls import address_key

TIDES = "https://www.news.example/2025/tides"


@pytest.mark.parametrize(
    "url",
    [
        f"{TIDES}/print",
        f"{TIDES}/print/",
        f"{TIDES}/drucken.html",
        f"{TIDES}?print=1",
        f"{TIDES}?id=&print",
        f"{TIDES}?outputType=amp",
        f"{TIDES}?m=1",
        f"{TIDES}?view=print&utm_source=x",
        "https://www.news.example/amp/2025/tides",
        "https://m.news.example/print/2025/tides",
        "http://print.news.example/2025/tides",
        "https://touch.news.example/2025/tides?mobile=1",
    ],
)
def test_a_rendition_names_what_it_shows(url: str) -> None:
    assert {address_key(TIDES), address_key(f"{TIDES}?id=")} & set(plain_keys(url))


def test_a_suffix_of_the_file_name_counts_too() -> None:
    assert plain_keys("https://news.example/tides-a-12-druck.html") == ("news.example/tides-a-12.html",)


@pytest.mark.parametrize(
    "url",
    [
        TIDES,
        "https://news.example/2025/the-end-of-print",
        "https://news.example/2025/blueprint",
        "https://news.example/2025/guitars-and-an-amp",
        "https://news.example/2025/revamp?page=2",
        "https://news.example/print",
        "https://news.example/?print=1",
        "https://news.example/2025/tides?id=7",
        "https://m.example.com/2025/tides",
        "https://print.example/2025/tides",
        "https://news.example/mobile",
        "http://[",
        "file:/data/print/a.html",
    ],
)
def test_what_only_has_the_word_in_it_does_not(url: str) -> None:
    assert plain_keys(url) == ()
