"""Rules: selectors that a user gives for a site override what the parsers find, and take out what is in the way."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime

import pytest

from crawler.items import Article, Provenance
from crawler.parsers import Rules, parse_article

URL = "https://canal.example/locks/7"
NOW = datetime(2026, 1, 1, tzinfo=UTC)
LONG = (
    "The lock keeper wrote the level into the book every hour, and by midnight the column ran out of room. "
    * 4
)
PAGE = f"""<html lang=en><head><title>The parser's headline</title>
<meta name=first-print content="2024-03-05T10:00:00+01:00"><meta name=topics content="locks, canals; barges">
</head><body><h1>The parser's headline</h1><h2 class=real>The <em>real</em> headline</h2>
<p class=signed>By Ada Holm and Jo Marsh</p><p class=printed>5 March 2024</p><a class=topic>Lock, stock</a>
<a class=topic>Barges</a><img class=lead src="/i/lock.jpg">
<article><p>{LONG}</p><p>{LONG}</p></article>
<div class=text><p>Only this paragraph.</p><aside class=promo><p>Buy now, pay later.</p></aside><p>And this one.</p>
after the aside<aside class=promo>again</aside> and its tail</div></body></html>"""


def parsed(drop: tuple[str, ...] = (), **fields: str | tuple[str, ...]) -> Article:
    said = {name: (one,) if isinstance(one, str) else one for name, one in fields.items()}
    return parse_article(PAGE, URL, now=NOW, rules=Rules(fields=said, drop=drop))


@pytest.mark.parametrize(
    ("field", "selector", "value"),
    [
        ("title", "h2.real", "The real headline"),
        ("title", "//h2[re:test(@class, '^re')]/em", "real"),
        ("title", "(//h2/em)[1]/text()", "real"),
        ("description", "p.printed", "5 March 2024"),
        ("published_at", "meta[name=first-print]", "2024-03-05T10:00:00+01:00"),
        ("published_at", "meta[name=first-print]::attr(content)", "2024-03-05T10:00:00+01:00"),
        ("modified_at", "p.printed", "2024-03-05"),
        ("authors", "p.signed", ("Ada Holm", "Jo Marsh")),
        ("tags", "meta[name=topics]", ("locks", "canals", "barges")),
        ("tags", "a.topic", ("Lock, stock", "Barges")),
        ("section", "a.topic:last-of-type", "Barges"),
        ("image_url", "img.lead", "https://canal.example/i/lock.jpg"),
        ("site_name", "a.topic", "Lock, stock"),
    ],
)
def test_what_a_selector_finds_is_the_fields_value(field: str, selector: str, value: object) -> None:
    article = parsed(**{field: selector})
    assert getattr(article, field) == value
    assert article.provenance[field] == Provenance("rule", 0.95)


@pytest.mark.parametrize(
    "field", ["title", "description", "published_at", "authors", "tags", "image_url", "body"]
)
def test_a_selector_that_finds_nothing_leaves_what_the_parser_finds(field: str) -> None:
    assert parsed(**{field: "b.nowhere"}) == parse_article(PAGE, URL, now=NOW)


def test_the_first_selector_that_finds_a_value_counts() -> None:
    selectors = ("time.nowhere", "h2.real", "p.printed", "meta[name=first-print]")
    assert parsed(published_at=selectors).published_at == "2024-03-05"


def test_a_date_in_the_future_is_none() -> None:
    page = PAGE.replace("5 March 2024", "5 March 2031")
    rules = Rules(fields={"published_at": ("p.printed",)})
    assert parse_article(page, URL, now=NOW, rules=rules).provenance.get("published_at") != ("rule", 0.95)


def test_the_body_is_all_that_stands_in_what_is_selected() -> None:
    article = parsed(body="div.text")
    assert article.body.startswith("Only this paragraph.\n\nBuy now, pay later.\n\nAnd this one.")
    assert article.provenance["body"] == Provenance("rule", 0.95)
    assert parsed(body=("div.nowhere", "div.text p")).body == (
        "Only this paragraph.\n\nBuy now, pay later.\n\nAnd this one."
    )


def test_what_stands_behind_what_is_selected_is_no_part_of_it() -> None:
    assert parsed(body="h2.real em").body == "real"


def test_related_links_within_the_body_stay_out_of_it() -> None:
    box = "<div class=related><h3>Read more</h3><ul>" + "".join(
        f'<li><a href="/2025/0{n}/locks">The lock by the mill, part {n} of a long story</a></li>'
        for n in range(1, 6)
    )
    page = PAGE.replace("<p>And this one.", box + "</ul></div><p>And this one.")
    article = parse_article(page, URL, now=NOW, rules=Rules(fields={"body": ("div.text",)}))
    assert len(article.related) == 5
    assert "by the mill" not in article.body
    assert "And this one." in article.body


def test_what_is_selected_twice_is_there_once() -> None:
    assert parsed(body="div.text, div.text p").body == parsed(body="div.text").body


def test_what_is_dropped_is_gone_and_the_text_around_it_stays() -> None:
    body = parsed(("aside.promo",), body="div.text").body
    assert "Buy now" not in body
    assert "again" not in body
    assert "after the aside" in body
    assert "and its tail" in body


def test_what_is_dropped_is_gone_for_the_parsers_too() -> None:
    assert parsed(("h1", "title")).title != "The parser's headline"
    assert parsed(("article > p:first-child",)).body == LONG.strip()


@pytest.mark.parametrize(
    ("fields", "drop"),
    [
        ({"headline": ("h1",)}, ()),
        ({"title": ("h1..x",)}, ()),
        ({"title": ("//h1[",)}, ()),
        ({"title": ("//nowhere:h1",)}, ()),
        ({"title": ("(count(//p))",)}, ()),
        ({"title": ("//p[re:test(., '(')]",)}, ()),
        ({"body": ("div::text",)}, ()),
        ({}, ("//p/@id",)),
        ({}, ("p::attr(id)",)),
    ],
)
def test_what_is_no_selector_is_said_at_once(
    fields: dict[str, tuple[str, ...]], drop: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="'"):
        Rules(fields=fields, drop=drop)


def test_rules_travel_to_other_processes() -> None:
    rules = Rules(fields={"title": ("h2.real",)}, drop=("h1",))
    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301 - made here
