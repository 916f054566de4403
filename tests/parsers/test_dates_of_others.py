"""Dates that stand on an article's page and are another article's or a shown post's: the page has none of its own then."""

from __future__ import annotations

import pytest

from crawler.parsers import parse_article

TEXT = "".join(
    f"<p>The council heard for the {n} time that the bridge would stay shut until its piers were mended.</p>"
    for n in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
)
LINK = '<a href="/news/pontoon-plan-dropped-after-harbor-objections">Pontoon plan dropped after harbor objections</a>'
URL = "https://gazette.example/news/a-b"


def published(inside: str) -> str | None:
    page = f"<html lang=en><title>Bridge to shut</title><body><article><h1>Bridge to shut</h1>{inside}"
    return parse_article(page, URL).published_at


@pytest.mark.parametrize(
    "inside",
    [
        f"{TEXT}</article><h3>More in Local News</h3><article><h2>{LINK}</h2><time datetime=2023-05-15>May 15, 2023</time>",
        f"{TEXT}</article><h3>Related Articles</h3><ul><li>{LINK} <span class=date>May 15, 2023</span></li></ul>",
        f"{TEXT}<h4>Mehr zum Thema</h4><ul><li><span>01.02.2021</span> {LINK}</li></ul></article>",
        f'{TEXT}<blockquote class="tweet"><p>Shut!</p>Kim <a href=x>February 11, 2023</a></blockquote></article>',
    ],
    ids=["card", "list", "inset", "post"],
)
def test_another_article_s_date_is_not_this_one_s(inside: str) -> None:
    assert published(inside) is None


def test_a_date_below_the_text_is_its_own() -> None:
    assert published(f"{TEXT}<p>Published: <time>May 15, 2023</time></p></article>") == "2023-05-15"
