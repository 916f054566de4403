"""Related links without a heading of their own: cards among the paragraphs, groups about the subject, odd labels."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from crawler.page import read_page
from crawler.parsers.related import find_related

NOW = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://gazette.example/2025/08/ferry-strike-ends-after-nine-days"
HEADLINE = "Ferry strike ends after nine days at Skellan Head"
PARAGRAPH = (
    "<p>The harbour wall held through the night, and in the morning the fishermen counted their boats twice "
    "before they believed that all of them were there.</p>"
)
CARD = "/2025/08/pilots-ask-for-a-second-tug"
CARD_TITLE = "Pilots ask for a second tug in the narrows"


def titles(body: str, url: str = URL) -> list[str | None]:
    html = f"<html lang=en><head><title>{HEADLINE}</title></head><body>{body}"
    return [link.title for link in find_related(read_page(html, url, now=NOW), url).links]


def story(*inner: str, behind: str = "") -> str:
    return f"<main><h1>{HEADLINE}</h1><div class=text>{PARAGRAPH.join(('', *inner, ''))}</div></main>{behind}"


def listed(*headlines: str, around: str = "<section class=box>{}</section>") -> str:
    items = "".join(
        f"<li><a href='/2025/07/{'-'.join(line.lower().split())}-{number}'>{line}</a></li>"
        for number, line in enumerate(headlines)
    )
    return around.format(f"<ul>{items}</ul>")


@pytest.mark.parametrize(
    "card",
    [
        f"<div><div><a href='{CARD}'>{CARD_TITLE}</a></div><a href='{CARD}'><img></a><div><div><a href='{CARD}'>"
        f"{CARD_TITLE}</a></div><div>One tug cannot hold two ships in a north-west wind, the pilots' guild writes to"
        " the port, and asks for another before the winter comes.</div></div></div>",
        "<div><article><style>.a{position:absolute;inset:0}.b{container-type:inline-size;display:flex}</style>"
        f"<a href='{CARD}'></a><h3><a href='{CARD}'>{CARD_TITLE}</a></h3></article></div>",
        f"<figure class='kg-card kg-bookmark-card'><a class=kg-bookmark-container href='{CARD}'><div "
        f"class=kg-bookmark-content><div class=kg-bookmark-title>{CARD_TITLE}</div><div class=kg-bookmark-description>"
        "One tug cannot hold two ships.</div></div></a></figure>",
        "<div class=PromoA><div class=PromoA-category><a href='/coast'>Coast</a></div><div class=PromoA-title>"
        f"<a href='{CARD}'>{CARD_TITLE}</a></div><div class=PromoA-description>One tug is not enough.</div></div>",
        f"<div class=PromoA><div class=PromoA-category>Coast</div><div class=PromoA-title><a href='{CARD}'>{CARD_TITLE}"
        "</a></div></div>",
    ],
    ids=[
        "headline above a longer summary, set twice",
        "a style sheet in the card",
        "a bookmark",
        "a kicker of its own",
        "a kicker above",
    ],
)
def test_card_between_paragraphs_needs_no_label(card: str) -> None:
    assert titles(story(card)) == [CARD_TITLE]


def test_dated_headline_between_paragraphs_may_be_short() -> None:
    card = (
        "<div><a href='/20240301/radio-1930001.html'><span>{}</span></a><div>1 марта 2024, 08:00</div></div>"
    )
    html = f"<html lang=ru><body>{story(card.format('Старейшая радиостанция отметила юбилей'))}"
    found = [
        (link.title, link.published_at) for link in find_related(read_page(html, URL, now=NOW), URL).links
    ]
    assert found == [("Старейшая радиостанция отметила юбилей", "2024-03-01T08:00:00")]


@pytest.mark.parametrize(
    "box",
    [
        "<div class=picture><a href='/2025/08/photos-1'>(Photo: the harbour office of Skellan Head)</a></div>",
        "<div>The guild writes that <a href='/2025/08/pilots'>one tug cannot hold two ships</a> in such a wind.</div>",
        "<figure><a href='/2025/08/photos-1'>The harbour office of Skellan Head in June</a><figcaption>1</figcaption>"
        "</figure>",
        "<figure class='kg-card kg-bookmark-card'><a href='https://code.example/tugs/pilots-and-tugs-4711'><div "
        "class=kg-bookmark-title>A program for pilots and tugs</div></a></figure>",
        "<div class=credit><a href='/2025/08/photos-1'>Photograph by the harbour office of Skellan Head</a></div>",
    ],
    ids=[
        "a picture's source",
        "a sentence",
        "a figure with a caption",
        "another site's bookmark",
        "a credit",
    ],
)
def test_other_boxes_between_paragraphs_are_no_cards(box: str) -> None:
    assert titles(story(box)) == []


def test_cards_are_found_in_every_part_of_a_text_that_is_cut_into_parts() -> None:
    card = f"<div><h3><a href='{CARD}'>{CARD_TITLE}</a></h3></div>"
    parts = f"<div class=part>{PARAGRAPH * 4}</div><div class=ad></div><div class=part>{PARAGRAPH}{card}{PARAGRAPH}</div>"
    assert titles(f"<main><h1>{HEADLINE}</h1>{parts}</main>") == [CARD_TITLE]


ABOUT = (
    "Ferry crews vote on the port's offer",
    "What the strike at Skellan Head costs",
    "Nine days without a ferry in pictures and words",
)
ELSEWHERE = (
    "Library opens on Sundays from autumn",
    "Oak gives way to steel at the weir",
    "School choir sings for the mayor",
)


def test_group_whose_headlines_share_the_subject_needs_no_label() -> None:
    assert titles(story(behind=listed(*ABOUT, ELSEWHERE[0]))) == [*ABOUT, ELSEWHERE[0]]


@pytest.mark.parametrize(
    "behind",
    [
        listed(*ELSEWHERE),
        listed(ABOUT[0], *ELSEWHERE),
        listed(*ABOUT, around="<section><h2>Most read</h2>{}</section>"),
        listed(*ABOUT, around="<nav>{}</nav>"),
        listed(*[ABOUT[0]] * 4),
    ],
    ids=["other subjects", "one of four", "most read", "a menu", "one headline again and again"],
)
def test_group_without_label_and_subject_is_none(behind: str) -> None:
    assert titles(story(behind=behind)) == []


def test_a_word_of_all_headlines_of_a_site_is_no_subject() -> None:
    """On a page of a ferry company everything is about ferries."""
    lists = [
        listed(*(f"Ferry timetable for the {season} of {year} printed" for year in range(2001, 2006)))
        for season in ("spring", "summer", "autumn", "winter")
    ]
    assert titles(story(behind="".join(lists))) == []


CARDS = f"<ul><li><a href='{CARD}'>{CARD_TITLE}</a></li><li><a href='/2025/07/oak-and-steel-2'>{ELSEWHERE[1]}</a></li></ul>"


@pytest.mark.parametrize(
    ("lang", "heading"),
    [
        ("en", "Recommended stories for you"),
        ("en", "Recommended reading on this topic"),
        ("de", "Weitere interessante Beiträge zum Thema"),
        ("de", "Ähnliche Rezepte"),
        ("fr", "Contenus sur le même thème"),
        ("es", "Noticias que te pueden interesar"),
        ("it", "Notizie collegate"),
        ("bg", "Още по темата"),
        ("sk", "Prečítajte si aj"),
        ("ja", "【関連記事】"),
    ],
)
def test_headings_in_other_words(lang: str, heading: str) -> None:
    assert titles(story(behind=f"<div lang={lang}><h3>{heading}</h3>{CARDS}</div>")) == [
        CARD_TITLE,
        ELSEWHERE[1],
    ]


def test_read_more_above_one_headline_is_a_label_and_below_a_summary_a_button() -> None:
    card = (
        f"<div class=box><div><div class=x>Lesen Sie mehr</div><a href='{CARD}'>{CARD_TITLE}</a></div></div>"
    )
    assert titles(story(card)) == [CARD_TITLE]
    button = f"<div class=box><p>The guild writes to the port.</p><a href='{CARD}'><span>Lesen Sie mehr</span></a></div>"
    assert titles(story(button)) == []


def test_label_in_small_letters_above_the_headline_of_a_card() -> None:
    card = f"<a href='{CARD}'><h2><small class=kicker>Read also</small> <span>{CARD_TITLE}</span></h2></a>"
    assert titles(story(f"<div>{card}</div>")) == [CARD_TITLE]


def test_block_with_pages_to_turn_is_still_related() -> None:
    around = "<div class='block_related_posts block_with_ajax_pagination'>{}</div>"
    assert titles(story(behind=listed(*ELSEWHERE, around=around))) == [*ELSEWHERE]


def test_the_page_itself_is_left_out_whatever_its_link_counts() -> None:
    links = f"<a href='{URL}?campaign=inset'>{HEADLINE}</a></li><li><a href='{CARD}'>{CARD_TITLE}</a>"
    assert titles(story(behind=f"<div><h3>Related</h3><ul><li>{links}</li></ul></div>")) == [CARD_TITLE]


def test_a_section_among_articles_is_left_out() -> None:
    section = "<li><a href='/science-and-the-sea'>Science and the sea</a></li>"
    assert titles(story(behind=f"<div><h3>Related</h3>{CARDS.replace('<ul>', '<ul>' + section)}</div>")) == [
        CARD_TITLE,
        ELSEWHERE[1],
    ]


@pytest.mark.parametrize(
    ("teaser", "title"),
    [
        ("<h4>Harbour</h4><h3>Wall holds through the night</h3>", "Wall holds through the night"),
        ("<h4>A long night at Skellan Head</h4><h3>Wall holds on</h3>", "Wall holds on"),
        ("<h3>3.700 metres in the cold lake</h3>", "3.700 metres in the cold lake"),
    ],
)
def test_headline_of_a_card_with_an_overline(teaser: str, title: str) -> None:
    assert titles(story(behind=f"<div><h2>Related</h2><div><a href='{CARD}'>{teaser}</a></div></div>")) == [
        title
    ]


def test_text_before_the_link_in_a_heading_is_an_overline() -> None:
    teaser = f"<h3><span>Trouble in the narrows</span><span>:</span> <a href='{CARD}'>{CARD_TITLE}</a></h3>"
    assert titles(story(behind=f"<div><h2>Related</h2><div>{teaser}</div></div>")) == [CARD_TITLE]


def test_overline_that_a_series_repeats_is_no_headline() -> None:
    def cards(lines: Sequence[str]) -> str:
        return "".join(
            f"<li><a href='/2025/07/day-{at}'><small>Walk of the week</small><br>{line}</a></li>"
            for at, line in enumerate(lines)
        )

    lines = ("Round the tarn by noon", "Up Skellan Head")
    assert titles(story(behind=f"<div><h2>Related</h2><ul>{cards(lines)}</ul></div>")) == [*lines]


def test_sentence_whose_last_words_are_linked_is_the_headline() -> None:
    line = f"<p>The port wants a second tug and a third pilot. Can the guild find both of them <a href='{CARD}'>before winter</a>?</p>"
    other = "<p>Read what <a href='/2025/07/oak-2'>the weir keeper says</a></p>"
    assert titles(story(behind=f"<div><h3>Related</h3><div>{line}{other}</div></div>"))[0] == (
        "The port wants a second tug and a third pilot. Can the guild find both of them before winter?"
    )
