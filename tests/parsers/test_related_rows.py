"""Rows of labelled lists: short headlines with short addresses, and the sections, tags and authors among them."""

from datetime import UTC, datetime

import pytest

from crawler.page import read_page
from crawler.parsers.related import find_related

NOW = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://gazette.example/shore/sea/the-tide"
PARAGRAPH = (
    "<p>The harbour wall held through the night, and in the morning the fishermen counted their boats twice "
    "before they believed that all of them were there.</p>"
)
MENU = "<nav><a href='/science-health'>Science</a><a href='/boats'>Boats</a><a href='/news'>News</a></nav>"


def titles(block: str) -> list[str | None]:
    html = (
        f"<html lang=en><body>{MENU}<main><article><h1>The tide</h1>{PARAGRAPH * 3}{block}</article></main>"
    )
    return [link.title for link in find_related(read_page(html, URL, now=NOW), URL).links]


def listed(*links: tuple[str, str], heading: str = "Related content") -> str:
    items = "".join(f"<li><a href='{href}'>{text}</a></li>" for href, text in links)
    return f"<section><h3>{heading}</h3><ul>{items}</ul></section>"


FERRY, EEL, STEEL = (
    ("/g/ferry", "Ferry runs again"),
    ("/eel", "Eels return"),
    ("/b/staal", "Steel bridge opens"),
)
LONG = ("/2025/08/oak-gives-way-to-steel", "Oak gives way to steel at the weir")


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "<section><h3>Berita Terkait</h3><article><a href='/berita/d-1/a'>Sungai Cimanuk Meluap</a></article>"
            "<article><a href='/berita/d-2/b'>Sekolah Rusak Diperbaiki</a></article></section>",
            ["Sungai Cimanuk Meluap", "Sekolah Rusak Diperbaiki"],
        ),
        (listed(FERRY, EEL, STEEL), ["Ferry runs again", "Eels return", "Steel bridge opens"]),
        (listed(("/eel", "The eel comes back"), FERRY), ["The eel comes back", "Ferry runs again"]),
        (
            "<h3>You may also like</h3><div><a href='/eel'>The eel comes back</a></div>"
            "<div><a href='/g/ferry'>The ferry comes back</a></div>",
            ["The eel comes back", "The ferry comes back"],
        ),
        ("<p><strong>Lees ook: <a href='/b/staal'>Brug van staal</a></strong></p>", ["Brug van staal"]),
        # A name for an address, among articles
        (listed(("/ferry-returns/", "Ferry Returns"), ("/the-eel-comes-back/", "The Eel Comes Back")),
         ["Ferry Returns", "The Eel Comes Back"]),
        (
            "<div class=yarpp-related><h3>Related posts:</h3><div><a class=thumb href='/ferry-returns/'><img>"
            "<span>Ferry Returns</span></a><a class=thumb href='/the-eel-comes-back/'><span>The Eel Comes Back</span>"
            "</a></div></div>",
            ["Ferry Returns", "The Eel Comes Back"],
        ),
        (
            listed(("/spip.php?article4711", "Ferry returns"), ("/view?idxno=4712", "Eels return")),
            ["Ferry returns", "Eels return"],
        ),
    ],
)  # fmt: skip
def test_short_headlines_of_a_labelled_list_need_no_long_address(block: str, expected: list[str]) -> None:
    assert titles(block) == expected


@pytest.mark.parametrize(
    "block",
    [
        listed(("/world/middle-east", "Middle East"), ("/climate", "Climate change")),
        listed(("/world/middle-east", "Middle East"), ("/world/europe", "Europe")),
        listed(("/sport/in-europe", "Sport in Europe"), ("/world/in-europe", "World in Europe")),
        listed(("/science-health", "Science and health news"), ("/boats", "All about boats")),
        listed(("/tag/eel", "Eels and eels again"), ("/authors/jo-lee", "Jo Lee Smith")),
        listed(("/jeanine-anez", "Jeanine Áñez")),
        listed(("/shore/sea", "The year of the coast")),
        listed(("https://other.example/g/ferry", "Ferry runs again")),
        listed(FERRY, EEL, STEEL, heading="Most read"),
        "<p>READ MORE: <a href='/eel'>All our eels</a></p>",
    ],
)
def test_sections_tags_and_authors_are_no_headlines(block: str) -> None:
    assert titles(block) == []


@pytest.mark.parametrize(
    "block",
    [
        listed(LONG, ("/news", "More of our news")),
        listed(LONG, ("/tag/eel", "Eels and eels again")),
        f"<section><h3>Related content</h3><div class=card><div class=cat><a href='/coast-sea'>Coast and sea</a></div>"
        f"<div class=title><a href='{LONG[0]}'>{LONG[1]}</a></div></div></section>",
        f"<section><h3>Related content</h3><ul><li><a href='/coast'>Coast and sea</a> <a href='{LONG[0]}'>{LONG[1]}</a>"
        "</li></ul></section>",
    ],
)
def test_what_stands_beside_a_headline_stays_out(block: str) -> None:
    assert titles(block) == [LONG[1]]


def test_first_line_of_each_card_is_a_kicker() -> None:
    teasers = [
        ("Coast and sea", *LONG),
        ("Rivers and lakes", "/2025/08/eels-are-back", "The eels are back again"),
    ]
    cards = "".join(
        f"<div><div><a href='/{kicker[:5].lower()}'>{kicker}</a></div><div><a href='{href}'>{text}</a></div></div>"
        for kicker, href, text in teasers
    )
    expected = [LONG[1], "The eels are back again"]
    assert titles(f"<section><h3>Related content</h3>{cards}</section>") == expected


def test_offer_between_two_teasers_ends_no_list() -> None:
    offer = "<div><a href='/newsletters/morning'>Sign up for the morning newsletter</a></div>"
    first, second = (
        f"<div><a href='{href}'>{text}</a></div>"
        for href, text in (LONG, ("/2025/08/eel", "The eel is back"))
    )
    assert titles(f"<div><h3>Related stories</h3>{first}{offer}{second}</div>") == [
        LONG[1],
        "The eel is back",
    ]
