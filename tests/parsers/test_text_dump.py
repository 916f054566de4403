"""Text dumps: what each line of a page's plain-text rendering is, in several languages and orders."""

import textwrap
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import Article, RelatedLink
from crawler.parsers.text_dump import parse_text_dump

NOW = datetime(2026, 1, 1, tzinfo=UTC)

ONE = (
    "The first water reached Quay Street at twenty to eleven, slid under the door of the chandler's and stopped at the "
    "second step of the old customs house, where a brass plate marks the flood of 1953."
)
TWO = (
    "It was not. At ten to three the river rose a second time, faster and without wind. "
    "Nobody had seen the sea do this. Eleven boats were torn from the pontoon and found on the bowling green."
)
THREE = "The council meets on Wednesday to talk about a new gauge, and about the man who reads the old one by lantern."
QUOTE = "Nobody had seen the sea do this."
DUMP = f"""The tide that came twice
Two floods in one night puzzle the town.
August 09, 2025
Facebook X Reddit
{ONE}
ADVERTISEMENT
ADVERTISEMENT
{QUOTE}
{TWO}
{QUOTE}
ADVERTISEMENT
ADVERTISEMENT
{QUOTE}
{THREE}
{QUOTE}
Related Articles
Oak that was cut before the war gives way to steel.
August 05, 2025
Forty passengers a week are enough for the county.
July 31, 2025
"""


def read(text: str) -> Article:
    return parse_text_dump(text, now=NOW)


def related(*lines: str) -> list[tuple[str | None, str | None, str | None]]:
    links = read("\n".join(["The tide", "August 09, 2025", ONE, TWO, "Related Articles", *lines])).related
    return [(link.title, link.description, link.published_at) for link in links]


@pytest.mark.parametrize(
    "text",
    [
        DUMP,
        DUMP.replace("\n", "\r\n"),
        "\ufeff" + DUMP,
        DUMP.replace("\n", "\n\n"),
        DUMP.replace("\n", " \n\t"),
        DUMP.replace("ADVERTISEMENT\nADVERTISEMENT", "Advertisement"),
        DUMP.replace("Facebook X Reddit", "By Ada Holm\nShare\nFacebook | X | Reddit | WhatsApp"),
        DUMP.replace(THREE, f"Photo: Harbour office\n{THREE}\nSign up for our newsletter"),
    ],
    ids=["plain", "crlf", "bom", "blank lines", "indented", "one advert", "byline", "credit and offer"],
)
def test_typical_dump(text: str) -> None:
    article = read(text)
    assert article.title == "The tide that came twice"
    assert article.description == "Two floods in one night puzzle the town."
    assert article.published_at == "2025-08-09"
    assert article.body.split("\n\n") == [ONE, TWO, THREE]
    assert article.pull_quotes == (QUOTE,)
    assert article.related == (
        RelatedLink(
            url=None,
            title=None,
            description="Oak that was cut before the war gives way to steel.",
            published_at="2025-08-05",
        ),
        RelatedLink(
            url=None,
            title=None,
            description="Forty passengers a week are enough for the county.",
            published_at="2025-07-31",
        ),
    )
    assert article.language == "en"
    assert {source for source, _ in article.provenance.values()} == {"text"}
    assert article.provenance.keys() >= {
        "title",
        "body",
        "related",
        "pull_quotes",
        "published_at",
        "description",
    }


LANGUAGES = {
    "de": (
        "Die Flut kam zweimal|Zwei Hochwasser in einer Nacht.|Von Ada Holm|9. August 2025|Teilen|Drucken",
        "ANZEIGE",
        "Mehr zum Thema",
        "Lesen Sie auch: Der Hafen öffnet wieder",
        "Die Eiche weicht dem Stahl.|5. August 2025",
    ),
    "fr": (
        "La marée est venue deux fois|Deux crues en une nuit.|Par Ada Holm|Publié le 9 août 2025|Partager",
        "PUBLICITÉ",
        "Sur le même sujet",
        "À lire aussi : Le port rouvre ses portes",
        "Le chêne cède la place à l'acier.|5 août 2025",
    ),
    "es": (
        "La marea vino dos veces|Dos crecidas en una noche.|Por Ada Holm|9 de agosto de 2025|Compartir",
        "PUBLICIDAD",
        "Noticias relacionadas",
        "Lea también: El puerto vuelve a abrir",
        "El roble cede el paso al acero.|5 de agosto de 2025",
    ),
    "it": (
        "La marea è venuta due volte|Due piene in una notte.|Di Ada Holm|9 agosto 2025|Condividi",
        "PUBBLICITÀ",
        "Articoli correlati",
        "Leggi anche: Il porto riapre al traffico",
        "La quercia cede il posto all'acciaio.|5 agosto 2025",
    ),
    "pt": (
        "A maré veio duas vezes|Duas cheias numa noite.|Por Ada Holm|9 de agosto de 2025|Compartilhar",
        "PUBLICIDADE",
        "Notícias relacionadas",
        "Leia também: O porto volta a abrir",
        "O carvalho dá lugar ao aço.|5 de agosto de 2025",
    ),
    "nl": (
        "Het tij kwam twee keer|Twee overstromingen in een nacht.|Door Ada Holm|9 augustus 2025|Delen",
        "ADVERTENTIE",
        "Gerelateerde artikelen",
        "Lees ook: De haven gaat weer open",
        "De eik maakt plaats voor staal.|5 augustus 2025",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_furniture_is_known_in_the_language(language: str) -> None:
    head, advert, heading, inset, entry = LANGUAGES[language]
    lines = [*head.split("|"), ONE, advert, advert, TWO, inset, THREE, heading, *entry.split("|")]
    article = read("\n".join(lines))
    title, standfirst, *_ = head.split("|")
    assert (article.title, article.description, article.published_at) == (title, standfirst, "2025-08-09")
    assert article.authors == ("Ada Holm",)
    assert article.body.split("\n\n") == [ONE, TWO, THREE]
    assert [(link.title, link.description, link.published_at, link.kind) for link in article.related] == [
        (inset.partition(":")[2].strip(), None, None, "inset"),
        (None, entry.split("|")[0], "2025-08-05", "block"),
    ]


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        (
            ["Oak gives way", "The eels get a ladder.", "July 31, 2025", "Forty a week", "It will do.", "July 4, 2025"],
            [("Oak gives way", "The eels get a ladder.", "2025-07-31"), ("Forty a week", "It will do.", "2025-07-04")],
        ),
        (
            ["July 31, 2025", "Oak gives way to steel", "July 4, 2025", "Forty passengers a week"],
            [("Oak gives way to steel", None, "2025-07-31"), ("Forty passengers a week", None, "2025-07-04")],
        ),
        (
            ["Oak gives way to steel", "Forty passengers a week"],
            [("Oak gives way to steel", None, None), ("Forty passengers a week", None, None)],
        ),
        (
            ["Oak gives way to steel", "The eels get a ladder.", "Forty a week", "It is enough."],
            [("Oak gives way to steel", "The eels get a ladder.", None), ("Forty a week", "It is enough.", None)],
        ),
        (
            ["Coast", "Oak gives way", "The eels get a ladder.", "July 31, 2025", "Read more", "ADVERTISEMENT"],
            [("Oak gives way", "The eels get a ladder.", "2025-07-31")],
        ),
        (
            ["The eels get a ladder.", "2 hours ago", "It is enough.", "July 4, 2025"],
            [(None, "The eels get a ladder.", None), (None, "It is enough.", "2025-07-04")],
        ),
        (
            ["Eels.", "July 9, 2025", "A ladder.", "July 8, 2025", "An oak.", "Steel.", "July 4, 2025"],
            [(None, "Eels.", "2025-07-09"), (None, "A ladder.", "2025-07-08"), (None, "An oak.", None),
             (None, "Steel.", "2025-07-04")],
        ),
        (
            ["Video", "Oak gives way (2:10)", "The eels wait.", "July 31, 2025", "Forty a week", "It will do.", "July 4, 2025"],
            [("Oak gives way", "The eels wait.", "2025-07-31"), ("Forty a week", "It will do.", "2025-07-04")],
        ),
        (["The eels get a ladder.", "March 1, 2031"], [(None, "The eels get a ladder.", None)]),
        (
            ["The eels get a ladder.", "July 31, 2025", "It is enough.", "Trending", "Whale seen in the fish market"],
            [(None, "The eels get a ladder.", "2025-07-31"), (None, "It is enough.", None)],
        ),
    ],
    ids=["title and summary", "date first", "titles", "pairs",
        "kicker and button", "hours ago", "date left out", "badge and length", "future", "trending behind"],
)  # fmt: skip
def test_related_entries(lines: list[str], entries: list[tuple[str | None, str | None, str | None]]) -> None:
    assert related(*lines) == entries


def test_quote_that_no_paragraph_holds_is_one_pull_quote() -> None:
    quote = "I moved the bicycle and went back to bed."
    article = read("\n".join(["The tide", "August 09, 2025", ONE, quote, TWO, quote, THREE, quote]))
    assert article.pull_quotes == (quote,)
    assert article.body.split("\n\n") == [ONE, TWO, THREE]


def test_quote_in_marks_that_stands_once_in_a_paragraph() -> None:
    article = read("\n".join(["The tide", "August 09, 2025", ONE, f"“{QUOTE}”", TWO]))
    assert article.pull_quotes == (f"“{QUOTE}”",)
    assert article.body.split("\n\n") == [ONE, TWO]


def test_short_answers_of_an_interview_are_kept() -> None:
    article = read("\n".join(["The tide", "August 09, 2025", ONE, "Yes.", TWO, "Yes."]))
    assert article.body.split("\n\n") == [ONE, "Yes.", TWO, "Yes."]
    assert article.pull_quotes == ()


@pytest.mark.parametrize("heading", ["Background", "What happened next"])
def test_subheading_is_part_of_the_body(heading: str) -> None:
    article = read("\n".join(["The tide", "August 09, 2025", ONE, heading, TWO, THREE]))
    assert article.body.split("\n\n") == [ONE, heading, TWO, THREE]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["Read also: Harbour reopens after storm"], "Harbour reopens after storm"),
        (["READ MORE – Harbour reopens after storm"], "Harbour reopens after storm"),
        (["Related: Video: Harbour reopens after storm (3:45)"], "Harbour reopens after storm"),
        (["See also", "Harbour reopens after storm"], "Harbour reopens after storm"),
        (["MORE:", "Harbour reopens after storm"], "Harbour reopens after storm"),
        (["関連記事：港が再開、嵐のあと初めて"], "港が再開、嵐のあと初めて"),
    ],
)
def test_inset_leaves_the_body(lines: list[str], title: str) -> None:
    article = read("\n".join(["The tide", "August 09, 2025", ONE, *lines, TWO + THREE]))
    assert [(link.url, link.title, link.kind) for link in article.related] == [(None, title, "inset")]
    assert article.body.split("\n\n") == [ONE, TWO + THREE]


def test_inset_that_the_block_repeats_is_one_entry() -> None:
    lines = [
        ONE,
        "Read also: Oak gives way",
        TWO,
        "Related Articles",
        "Oak gives way",
        "The eels wait.",
        "July 31, 2025",
    ]
    assert read("\n".join(["The tide", "August 09, 2025", *lines])).related == (
        RelatedLink(
            url=None,
            title="Oak gives way",
            description="The eels wait.",
            published_at="2025-07-31",
            kind="inset",
        ),
    )


def test_inset_with_its_label_on_a_line_of_its_own() -> None:
    article = read(
        "\n".join(
            [
                "The tide",
                "August 09, 2025",
                ONE,
                "Read also",
                "Harbour reopens after storm",
                TWO + THREE,
                THREE + TWO,
            ]
        )
    )
    assert article.body.split("\n\n") == [ONE, TWO + THREE, THREE + TWO]
    assert [(link.title, link.kind) for link in article.related] == [("Harbour reopens after storm", "inset")]


@pytest.mark.parametrize("between", [("Read also:", "Oak gives way to steel"), ("ADVERTISEMENT",)])
def test_what_stands_between_the_first_paragraphs_ends_no_head(between: tuple[str, ...]) -> None:
    """A dump without a byline or a date begins with its text."""
    first = f"{ONE} It stayed there until the morning, when the brewery's pumps came."
    second = f"{TWO} The green has been closed ever since."
    article = parse_text_dump(
        "\n".join(("The tide that came twice", THREE, first, *between, second)), now=NOW
    )
    assert article.body == "\n\n".join((THREE, first, second))
    assert [entry.title for entry in article.related] == list(between[1:])


def test_updated_line_is_the_modification() -> None:
    article = read(
        "\n".join(["The tide", "Published August 9, 2025 7:30 am", "Updated August 10, 2025", ONE, TWO])
    )
    assert (article.published_at, article.modified_at) == ("2025-08-09T07:30:00", "2025-08-10")


def test_dump_without_date_or_related_part() -> None:
    article = read("\n".join(["The tide that came twice", ONE, TWO, THREE]))
    assert (article.title, article.description, article.published_at) == (
        "The tide that came twice",
        None,
        None,
    )
    assert article.body.split("\n\n") == [ONE, TWO, THREE]
    assert article.related == ()


def test_one_long_paragraph_is_body_without_title() -> None:
    article = read(ONE + " " + TWO)
    assert (article.title, article.body) == (None, ONE + " " + TWO)


@pytest.mark.parametrize("text", ["", "\n\n", "\x00", "ADVERTISEMENT", "Related Articles", "\ufeff"])
def test_nothing_to_read_gives_an_empty_body(text: str) -> None:
    assert read(text).body == ""


@given(
    st.lists(
        st.sampled_from([*DUMP.splitlines(), "", "By", "Related", "2 hours ago", "99.99.9999", "\x0b", "…"]),
        max_size=40,
    )
)
def test_lines_in_any_order_never_raise(lines: list[str]) -> None:
    assert read("\n".join(lines)).body.count(QUOTE + "\n\n" + QUOTE) == 0


def test_address_is_normalised() -> None:
    assert (
        parse_text_dump(DUMP, "https://gazette.example/a?utm_source=x", now=NOW).url
        == "https://gazette.example/a"
    )


LONG = (ONE, TWO.replace("\n", " "), THREE)


def test_lines_that_a_program_broke_at_a_width_are_joined() -> None:
    broken = "\n\n".join("\n".join(textwrap.wrap(text, 72)) for text in LONG)
    article = read(f"The tide that came twice\n\nAugust 9, 2025\n\n{broken}\n")
    assert (article.title, article.published_at) == ("The tide that came twice", "2025-08-09")
    assert article.body.split("\n\n") == list(LONG)


def test_a_list_of_short_lines_is_not_joined() -> None:
    lines = [
        f"The boat {name} was found on the bowling green"
        for name in ("Ada", "Berta", "Cora", "Dora", "Emma", "Frieda")
    ]
    article = read("\n".join(["The boats", "August 9, 2025", *lines]))
    assert article.body.split("\n\n") == lines


MARKDOWN = f"""# The tide that came twice

*Two floods in one night puzzle the town.*

By **[Ada Holm](https://gazette.example/ada)** | August 9, 2025

![The quay](quay.jpg)

{ONE}

## The second tide

> {TWO}

- a gauge from 1953
- a lantern

***

{THREE}

## Related Articles

- [The oak gives way to steel](/oak)
- [The ferry and its forty passengers](https://other.example/ferry?utm_source=x)
"""


def test_markdown_is_read_without_its_marks() -> None:
    article = parse_text_dump(MARKDOWN, "https://gazette.example/tide", now=NOW)
    assert article.title == "The tide that came twice"
    assert article.description == "Two floods in one night puzzle the town."
    assert (article.authors, article.published_at) == (("Ada Holm",), "2025-08-09")
    body = [ONE, "The second tide", TWO, "a gauge from 1953", "a lantern", THREE]
    assert article.body.split("\n\n") == body
    assert [(link.title, link.url) for link in article.related] == [
        ("The oak gives way to steel", "https://gazette.example/oak"),
        ("The ferry and its forty passengers", "https://other.example/ferry"),
    ]


def test_a_text_browsers_numbers_are_the_links_addresses() -> None:
    dump = f"""   [1]The Gazette
   [2]News
   [3]Sport
   [4]Sea

The tide that came twice

   August 9, 2025

   {ONE} The [5]council knows[6].

   {TWO}

Related Articles

   [7]The oak gives way to steel
   [8]The ferry and its forty passengers

References

   1. https://gazette.example/
   2. https://gazette.example/news
   5. https://gazette.example/council
   7. https://gazette.example/oak
   8. https://gazette.example/ferry
"""
    article = read(dump)
    assert article.title == "The tide that came twice"
    assert article.body.split("\n\n") == [f"{ONE} The council knows[6].", TWO]
    assert [(link.title, link.url) for link in article.related] == [
        ("The oak gives way to steel", "https://gazette.example/oak"),
        ("The ferry and its forty passengers", "https://gazette.example/ferry"),
    ]


def test_figures_in_brackets_are_notes_where_no_list_of_addresses_is() -> None:
    assert "1953.[1]" in read(f"The tide that came twice\nAugust 9, 2025\n{ONE}[1]\n{TWO}").body


MENU = ["Skip to content", "Menu", "Home", "News", "Sport", "Sea and harbour", "Search", "Home > Sea > Tides"]


@pytest.mark.parametrize(
    "above",
    [
        MENU,
        ["The tide that came twice | The Gazette", *MENU],
        ["The tide that came twice - The Gazette", "Home", "All that the sea has brought us this week"],
    ],
)
def test_a_menu_above_the_headline_is_left_out(above: list[str]) -> None:
    lines = [
        "The tide that came twice",
        "Two floods in one night puzzle the town.",
        "Ada Holm",
        "9 August 2025",
        "Share",
    ]
    article = read("\n".join([*above, *lines, ONE, TWO]))
    assert article.title == "The tide that came twice"
    assert article.description == "Two floods in one night puzzle the town."
    assert (article.authors, article.published_at) == (("Ada Holm",), "2025-08-09")
    assert article.body.split("\n\n") == [ONE, TWO]


@pytest.mark.parametrize(
    ("lines", "title", "description"),
    [
        (["SEA", "The tide that came twice", "August 9, 2025"], "The tide that came twice", None),
        (
            ["Hafen", "Die Flut, die zweimal kam", "Niemand weiß, warum.", "Von Ada Holm", "9. August 2025"],
            "Die Flut, die zweimal kam",
            "Niemand weiß, warum.",
        ),
        (
            ["Tides", "Two floods in one night puzzle the town.", "August 9, 2025"],
            "Tides",
            "Two floods in one night puzzle the town.",
        ),
        (
            ["The crew", "Those who were on board that night", "August 9, 2025"],
            "The crew",
            "Those who were on board that night",
        ),
        (["The tide that came twice", "Ada Holm", "August 9, 2025"], "The tide that came twice", None),
    ],
)
def test_a_kicker_is_no_headline(lines: list[str], title: str, description: str | None) -> None:
    article = read("\n".join([*lines, ONE, TWO]))
    assert (article.title, article.description) == (title, description)


def test_both_days_of_a_line() -> None:
    line = "By Ada Holm | Published August 9, 2025, 7:30 a.m. | Updated August 10, 2025"
    article = read("\n".join(["The tide that came twice", line, ONE, TWO]))
    assert (article.published_at, article.modified_at) == ("2025-08-09T07:30:00", "2025-08-10")
    assert article.authors == ("Ada Holm",)


@pytest.mark.parametrize(
    "end", [["Comments (3)", "Jo: I saw it too."], ["© 2025 The Gazette", "Terms of use"]]
)
def test_comments_and_the_pages_end_are_left_out(end: list[str]) -> None:
    related = ["Related Articles", "The oak gives way to steel", "August 5, 2025"]
    for before in ([], related):
        article = read("\n".join(["The tide that came twice", "August 9, 2025", ONE, TWO, *before, *end]))
        assert article.body.split("\n\n") == [ONE, TWO]
        assert [link.title for link in article.related] == before[1:2]
