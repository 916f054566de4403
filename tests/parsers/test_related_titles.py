"""Related links' titles and dates: the headline alone, whatever is printed around it."""

from datetime import UTC, datetime

import pytest

from crawler.items import RelatedLink
from crawler.page import read_page
from crawler.parsers.related import find_related

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PAGE = "https://gazette.example/2025/08/the-tide"
HREF = "/2025/08/harbour-reopens-after-storm"
TITLE = "Harbour reopens after storm"


def links(*teasers: str) -> tuple[RelatedLink, ...]:
    items = "".join(f"<li>{teaser}</li>" for teaser in teasers)
    html = f"<html lang=en><body><article><p>It rained.</p><h2>Related</h2><ul>{items}</ul>"
    return find_related(read_page(html, PAGE, now=NOW), PAGE).links


@pytest.mark.parametrize(
    "printed",
    [
        "Video: Harbour reopens after storm", "VIDEO | Harbour reopens after storm", "[Video] Harbour reopens after storm",
        "LIVE Harbour reopens after storm", "Live: Harbour reopens after storm", "Exclusive: Harbour reopens after storm",
        "EXKLUSIV – Harbour reopens after storm", "Plus | Harbour reopens after storm", "Related: Harbour reopens after storm",
        "Read more: Video: Harbour reopens after storm", "En direct : Harbour reopens after storm",
        "【動画】Harbour reopens after storm", "Harbour reopens after storm (VIDEO)", "Harbour reopens after storm | Video",
        "Harbour reopens after storm (3:45)", "12:30 Harbour reopens after storm", "12:30 Uhr | Harbour reopens after storm",
        "Harbour reopens after storm · 5 min read", "Harbour reopens after storm 5 min read",
        "Harbour reopens after storm (12 comments)", "Harbour reopens after storm 12 Kommentare",
        "Harbour reopens after storm – August 5, 2025", "05.08.2025 | Harbour reopens after storm",
        "LIVE | 12:30 Harbour reopens after storm (3 comments)", "Opinion | Harbour reopens after storm",
        "» Harbour reopens after storm", "→ Harbour reopens after storm »", "▶ Harbour reopens after storm",
    ],
)  # fmt: skip
def test_badges_in_the_headlines_own_text(printed: str) -> None:
    assert [link.title for link in links(f"<a href='{HREF}'>{printed}</a>")] == [TITLE]


@pytest.mark.parametrize(
    "headline",
    [
        "Live music returns to the pier at last", "Video games of the tide", "Exclusive clubs close their doors for good",
        "Plus size boats for smaller rivers", "Train leaves at 3:45, and nobody is on it", "Peter Meier, pilot (72)",
        "Harbour reopens – in pictures", "Why 2024 was the year of the eel", "Daily tide table (11/20/19)",
        "Ferry: the boat that sank twice", "Pictures of a tide nobody saw", "24/7: the gauge that never sleeps",
        "Fotos: así se prepara la marea", "»The wall has held«, says the town of Hollin", "« Le mur a tenu », dit la mairie", "Ferry | boat | train",
        "2. Liga: the harbour loses at home", "Nine comments on a harbour wall", "5 minutes in the harbour",
        "Harbourmaster receives 1200 comments", "–5 °C in August: a harbour freezes over",
        "6 August 1953 – The day the wall broke",
        "Most read books of the harbour year", "Popular harbourmaster leaves the town hall", "Follow the money to the harbour wall",
    ],
)  # fmt: skip
def test_what_is_part_of_a_headline_stays(headline: str) -> None:
    assert [link.title for link in links(f"<a href='{HREF}'>{headline}</a>")] == [headline]


@pytest.mark.parametrize(
    "teaser",
    [
        f"<a href='{HREF}'><span>Live</span> {TITLE}</a>",
        f"<a href='{HREF}'><b>Plus</b> {TITLE}</a>",
        f"<h3><a href='{HREF}'><span class=a>Exclusive</span><span class=b>{TITLE}</span></a></h3>",
        f"<h3><a href='{HREF}'><span class=a>{TITLE}</span><span class=b aria-hidden=true>{TITLE}</span></a></h3>",
        f"<span class=n>2</span><a href='{HREF}'>{TITLE}</a>",
        f"<a href='{HREF}'>{TITLE}</a> <span>yesterday</span>",
        f"<a href='{HREF}' title='{TITLE}'>Harbour reopens after…</a>",
        f"<a href='{HREF}' title='Read on'>{TITLE}</a>",
        f"<a href='{HREF}'><img src=a.jpg alt='{TITLE}'><span class=t>{TITLE}</span></a>",
        f"<a href='{HREF}'><img src=a.jpg alt='{TITLE}'></a><a href='{HREF}'>{TITLE}</a>",
        f"<a href='{HREF}'><img src=a.jpg><i class=len>3:45</i></a><h4><a href='{HREF}'>{TITLE}</a></h4>",
        f"<span class=who>Sport</span><a href='{HREF}'>{TITLE}</a><a href='{HREF}#comments'>14 comments</a>",
        f"<a href='{HREF}'><em class=kicker>Coast</em> <strong>{TITLE}</strong> <small>5 min read</small></a>",
    ],
)
def test_badges_beside_the_headline(teaser: str) -> None:
    assert [(link.title, link.description) for link in links(teaser)] == [(TITLE, None)]


@pytest.mark.parametrize(
    ("teaser", "title", "summary"),
    [
        (
            f"<a href='{HREF}'><b>{TITLE}</b><br>Ferries run again from Friday, the port says.</a>",
            TITLE,
            "Ferries run again from Friday, the port says.",
        ),
        (
            f"<a href='{HREF}'>Harbour &amp;amp; town &amp;#8211; reopened</a><p>All is &amp;quot;dry&amp;quot; now, says the port.</p>",
            "Harbour & town – reopened",
            'All is "dry" now, says the port.',
        ),
        (
            f"<a href='{HREF}' title='{TITLE}, slowly'>{TITLE}...</a><p>Ferries run again from Friday.</p>",
            f"{TITLE}, slowly",
            "Ferries run again from Friday.",
        ),
    ],
)
def test_headline_and_summary(teaser: str, title: str, summary: str) -> None:
    assert [(link.title, link.description) for link in links(teaser)] == [(title, summary)]


@pytest.mark.parametrize(
    ("teaser", "day"),
    [
        (f"<a href='{HREF}'>{TITLE} – August 5, 2025</a>", "2025-08-05"),
        (f"<a href='{HREF}'>{TITLE} (5 August 2025)</a>", "2025-08-05"),
        (f"<a href='{HREF}'>15.08.2025 – {TITLE}</a>", "2025-08-15"),
        (f"<a href='{HREF}'>{TITLE} · 2025-08-05</a>", "2025-08-05"),
        (f"<a href='{HREF}'>{TITLE}</a><span>3 hours ago</span>", "2025-12-31T21:00:00Z"),
        (f"<a href='{HREF}'>{TITLE}</a><time datetime='2025-08-05T07:00:00Z'>Aug 5</time>", "2025-08-05T07:00:00Z"),
    ],
)  # fmt: skip
def test_date_is_taken_off_the_headline_and_kept(teaser: str, day: str) -> None:
    assert [(link.title, link.published_at) for link in links(teaser)] == [(TITLE, day)]


@pytest.mark.parametrize(
    "mark", ["Sponsored", "Trailwise | Sponsored", "Ad · Trailwise", "Anzeige", "Publicité", "PR", "Paid for by Trailwise"]
)  # fmt: skip
def test_a_card_that_says_it_was_paid_for_is_left_out(mark: str) -> None:
    paid = f"<div class=card><a href='/boots-of-the-harbour-people'>Boots of the harbour people</a><i class=s>{mark}</i></div>"
    own = f"<div class=card><a href='{HREF}'>{TITLE}</a><i class=s>Gazette</i></div>"
    assert [link.title for link in links(paid + own)] == [TITLE]


def test_an_advertisements_mark_between_the_teasers_takes_none_away() -> None:
    own = f"<div class=card><a href='{HREF}'>{TITLE}</a></div>"
    other = "<div class=card><a href='/2025/07/oak-gives-way-to-steel'>Oak gives way to steel</a></div>"
    assert len(links(f"{own}<div class=slot>Advertisement</div>{other}")) == 2


def structured(json_ld: str) -> list[tuple[str | None, str | None, str]]:
    json_ld = json_ld.replace("NAMED", NODE.replace('"url"', '"@id": "#a", "url"')).replace("NODE", NODE)
    head = f'<script type="application/ld+json">{json_ld}</script>'
    html = f"<html lang=en><head>{head}</head><body><article><p>It rained.</p></article>"
    return [
        (link.url, link.title, link.kind) for link in find_related(read_page(html, PAGE, now=NOW), PAGE).links
    ]


NODE = '{"@type": "NewsArticle", "url": "/2025/08/harbour-reopens-after-storm", "headline": "Harbour reopens after storm"}'
ENTRY = ("https://gazette.example/2025/08/harbour-reopens-after-storm", TITLE, "structured")


@pytest.mark.parametrize(
    "json_ld",
    [
        '{"@type": "NewsArticle", "isRelatedTo": NODE}',
        '{"@type": "WebPage", "relatedLink": [NODE]}',
        '{"@type": "NewsArticle", "isRelatedTo": {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": NODE}]}}',
        '{"@graph": [{"@type": "NewsArticle", "isRelatedTo": [{"@id": "#a"}]}, NAMED]}',
        '{"@type": "ItemList", "name": "Read next", "itemListElement": [NODE]}',
        '{"@type": "ItemList", "@id": "https://gazette.example/2025/08/the-tide#related-articles", "itemListElement": [NODE]}',
        '{"@type": "WebPage", "relatedLink": {"@type": "WebPage", "mainEntityOfPage": {"@id": "/2025/08/harbour-reopens-after-storm"}, "name": "Harbour reopens after storm"}}',
        '{"@graph": [{"@type": "WebPage", "relatedLink": "/2025/08/harbour-reopens-after-storm"}, {"@type": "NewsArticle", "isRelatedTo": NODE}]}',
    ],
)
def test_structured_links_in_any_form(json_ld: str) -> None:
    assert structured(json_ld) == [ENTRY]


def test_a_bare_address_of_an_article_has_no_title() -> None:
    assert structured(
        '{"@type": "WebPage", "relatedLink": ["/2025/08/harbour-reopens", "/world/coast"]}'
    ) == [("https://gazette.example/2025/08/harbour-reopens", None, "structured")]


@pytest.mark.parametrize(
    "json_ld",
    [
        '{"@type": "ItemList", "itemListElement": [NODE]}',
        '{"@type": "ItemList", "name": "Most read", "itemListElement": [NODE]}',
        '{"@type": "ItemList", "name": "Latest from the coast", "itemListElement": [NODE]}',
        '{"@type": "BreadcrumbList", "name": "Related", "itemListElement": [NODE]}',
        '{"@type": "Product", "isRelatedTo": [NODE]}',
        '{"@type": "WebPage", "significantLink": [NODE], "mentions": [NODE]}',
        '{"@type": "NewsArticle", "isRelatedTo": {"@type": "NewsArticle", "headline": "Without an address"}}',
    ],
)
def test_other_structured_lists_are_none(json_ld: str) -> None:
    assert structured(json_ld) == []


def test_structured_lists_in_one_another_are_bounded() -> None:
    deep = '{"itemListElement": [' * 400 + NODE + "]}" * 400
    assert structured('{"@type": "NewsArticle", "isRelatedTo": NODE}'.replace("NODE", deep)) == []


def test_short_sentence_below_the_headline_is_its_summary() -> None:
    teasers = "<h3><a href='/2025/08/what-salt-does'>{}</a></h3><p>{}</p>"
    found = links(
        teasers.format("What salt does to ice", "A chemist explains."),
        teasers.format("Council closes the weir", "The vote was unanimous.").replace("what", "weir"),
        teasers.format("Morning at the quay again", "7 p.m.").replace("what", "quay"),
        teasers.format("A tug is missing again", "Opinion").replace("what", "tug"),
    )
    assert [link.description for link in found] == [
        "A chemist explains.",
        "The vote was unanimous.",
        None,
        None,
    ]
