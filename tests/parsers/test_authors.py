"""Authors: people from every place a page names them, without what stands around their names."""

import pytest
from pages import article, json_ld, news

from crawler.parsers.authors import bylines


def authors(below: str = "", head: str = "", **more: str) -> tuple[str, ...] | None:
    found = bylines(article("", below, head, **more))
    return found.value if found else None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (news('"author": "Ada Holm"'), ("Ada Holm",)),
        (news('"author": {"@type": "Person", "name": "Ada Holm"}'), ("Ada Holm",)),
        (news('"author": [{"name": "Ada Holm"}, {"name": "Jo Marsh"}]'), ("Ada Holm", "Jo Marsh")),
        (news('"author": {"name": ["Ada Holm", "Jo Marsh"]}'), ("Ada Holm", "Jo Marsh")),
        (news('"author": {"name": "Ada Holm and Jo Marsh"}'), ("Ada Holm", "Jo Marsh")),
        (news('"author": "Ada Holm, Jo Marsh & Li Na"'), ("Ada Holm", "Jo Marsh", "Li Na")),
        (news('"author": "By ADA HOLM"'), ("Ada Holm",)),
        (news('"author": "Perry Stone Jr."'), ("Perry Stone Jr.",)),
        (news('"author": "Christoph von Eichen"'), ("Christoph von Eichen",)),
        (news('"author": "山田 太郎"'), ("山田 太郎",)),
        (news('"creator": ["Ada Holm", 7, null]'), ("Ada Holm",)),
        ("<meta name=author content='Ada Holm'>", ("Ada Holm",)),
        (
            "<meta name=author content='Ada Holm'><meta name=author content='Jo Marsh'>",
            ("Ada Holm", "Jo Marsh"),
        ),
        ("<meta property='article:author' content='https://social.example/ada'>", None),
        (
            "<meta name='twitter:label1' content='Verfasst von'><meta name='twitter:data1' content='Ada Holm'>",
            ("Ada Holm",),
        ),
        ("<meta name='twitter:label1' content='Price'><meta name='twitter:data1' content='Ada Holm'>", None),
        (
            json_ld('[{"@type": "Article"}, {"@type": "WebPage", "author": {"name": "Ada Holm"}}]'),
            ("Ada Holm",),
        ),
        (news('"author": "No Author"'), None),
        (news('"author": "admin"'), None),
        (news('"author": ["By Ada Holm", "Illustration by Li Na"]'), ("Ada Holm",)),
        (news('"author": "Ada Holm; Illustrator: Li Na"'), ("Ada Holm",)),
        (news('"author": "Coast4You Staff"'), ("Coast4You Staff",)),
        (news('"author": "Ada Holm 9.8.2025"'), ("Ada Holm",)),
        (news('"author": "Anh Thu Le and Kim Jong Il"'), ("Anh Thu Le", "Kim Jong Il")),
        (news('"author": "Ada Holm on"'), ("Ada Holm",)),
        (news('"author": "AG/GZ) Harbourton/Strand"'), ("AG/GZ) Harbourton/Strand",)),
        (
            "<meta property=og:site_name content='News of the Coast - The Gazette | All of it'>"
            + news('"author": "News of the Coast - The Gazette | All of it"'),
            ("News of the Coast - The Gazette | All of it",),
        ),
        (news('"author": "Ada Holm and Jo Marsh; editing by Li Na"'), ("Ada Holm", "Jo Marsh")),
        (news('"author": "Edited by Li Na"'), None),
        (news('"author": "BILD"'), ("BILD",)),
        (news('"author": "Bild am Sonntag"'), ("Bild am Sonntag",)),
        (news('"author": "Image Mukherjee"'), ("Image Mukherjee",)),
        (news('"author": "May"'), ("May",)),
        (news('"author": ["Gazette Staff", "AUGUST 9, 2025"]'), ("Gazette Staff",)),
    ],
)
def test_the_head_names_them(head: str, expected: tuple[str, ...] | None) -> None:
    assert authors(head=head) == expected


def test_an_author_given_by_reference_is_looked_up() -> None:
    graph = """{"@graph": [
        {"@type": "NewsArticle", "headline": "x", "author": {"@id": "#/person/1"}},
        {"@type": "Person", "@id": "#/person/1", "name": "Ada Holm"}]}"""
    assert authors(head=json_ld(graph)) == ("Ada Holm",)


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("<p>By Ada Holm</p>", ("Ada Holm",)),
        ("<p>Von Ada Holm und Jo Marsh</p>", ("Ada Holm", "Jo Marsh")),
        ("<p>Par Ada Holm, à Lyon</p>", ("Ada Holm",)),
        ("<p>Por Ada Holm</p>", ("Ada Holm",)),
        ("<p>di Ada Holm</p>", ("Ada Holm",)),
        ("<p>Text &amp; Fotos: Ada Holm</p>", ("Ada Holm",)),
        ("<p>Posted on August 9, 2025 by Ada Holm</p>", ("Ada Holm",)),
        ("<p>9 August 2025 - Ada Holm</p>", ("Ada Holm",)),
        ("<p class=byline>Ada Holm (Reuters)</p>", ("Ada Holm",)),
        ("<p class=byline>Dr. Ada Holm, Senior Reporter</p>", ("Ada Holm",)),
        ("<p class=byline>By Ada Holm Sat, Aug 9, 2025</p>", ("Ada Holm",)),
        ("<span class='author vcard'>Ada</span>", ("Ada",)),
        ("<a rel=author href='/ada'>Ada Holm</a>", ("Ada Holm",)),
        ("<div itemprop=author itemscope><span itemprop=name>Ada Holm</span></div>", ("Ada Holm",)),
        ("<p>Von:<br>Ada Holm</p>", ("Ada Holm",)),
        ("<p>Interview: Ada Holm</p>", ("Ada Holm",)),
        ("<p>Eine Reportage von Ada Holm</p>", ("Ada Holm",)),
        ("<p>Von Hafen-Experte Ada Holm</p>", ("Ada Holm",)),
        ("<p>Von Ada Holm, HAFEN RADIO</p>", ("Ada Holm",)),
        ("<p class=byline>Von Ada Holm Fr, 18. Juli 2025</p>", ("Ada Holm",)),
        ("<p class=byline><a href=/a>Ada Holm</a> <a href=/j>Jo Marsh</a></p>", ("Ada Holm", "Jo Marsh")),
        ("<p>in <a href='/autoren/ada-holm/'>Ada Holm</a></p>", ("Ada Holm",)),
        ("<p>A post shared by Ada Holm (@ada)</p>", None),
        ("<p class=author>The Chronicle of the Tide</p>", None),
        ("<p>Read more about the tide</p>", None),
        ("<p class=author>Foto aus dem Hafen Tarnmouth</p>", None),
        ("<p class=author>Photo: Ada Holm</p>", None),
        ("<p class=author>Fotini Bilder</p>", ("Fotini Bilder",)),
        ("<p>Words by Ada Holm, photographs by Jo Marsh</p>", ("Ada Holm",)),
        ("<p>Text: Ada Holm / Fotos: Jo Marsh</p>", ("Ada Holm",)),
        ("<p>Text und Fotos: Ada Holm</p>", ("Ada Holm",)),
        ("<p class=author>ADA HOLM | GAZETTE STAFF</p>", ("Ada Holm",)),
        ("<p>Von unserem Mitarbeiter Jo Marsh</p>", ("Jo Marsh",)),
        ("<p>By our own correspondent Ada Holm</p>", ("Ada Holm",)),
        ("<p class=author>Dr. phil. Ada Holm M.A.</p>", ("Ada Holm",)),
        ("<p>Ada Holm</p><p>9 August 2025</p>", ("Ada Holm",)),
        ("<p>9 August 2025</p><p>Ada van der Holm</p>", ("Ada van der Holm",)),
        ("<p>9 August 2025</p><p><a href=/author/ada>Ada Holm</a></p>", ("Ada Holm",)),
        ("<p>9 August 2025</p><p><a href=/real-estate>Real Estate</a></p>", None),
        ("<p>Harbour Boats</p><p>9 August 2025</p>", None),
        ("<p>9 August 2025</p><p>It rose again</p>", None),
        ("<p>By the sea, nobody slept that night</p>", None),
    ],
)
def test_the_page_prints_them(below: str, expected: tuple[str, ...] | None) -> None:
    assert authors(below) == expected


@pytest.mark.parametrize(
    "below",
    [
        "<div class='comments'><span class=author>Ada Holm</span></div>",
        "<div class='related-stories'><p class=byline>By Ada Holm</p></div>",
        "<footer><p class=author>Ada Holm</p></footer>",
    ],
)
def test_other_peoples_names_on_the_page_are_no_authors(below: str) -> None:
    assert authors(below) is None


def test_an_agency_signs_only_where_no_person_does() -> None:
    assert authors(head=news('"author": "dpa"')) == ("dpa",)
    assert authors("<p>By Ada Holm</p>", news('"author": "dpa"')) == ("Ada Holm",)
    assert authors(head=news('"author": ["Ada Holm", "dpa"]')) == ("Ada Holm",)


def test_the_newsroom_signs_last_of_all() -> None:
    head = "<meta property='og:site_name' content='The Gazette'>"
    assert authors(head=head + news('"author": "The Gazette"')) == ("The Gazette",)
    assert authors("<p>By Ada Holm</p>", head + news('"author": "The Gazette"')) == ("Ada Holm",)


@pytest.mark.parametrize(
    "head",
    [
        news('"author": {"@type": "Organization", "name": "Tide Watch"}'),
        news('"author": "Tide Watch", "publisher": {"name": "Tide Watch"}'),
        news('"author": "Gazette"'),
        news('"author": "gazette.example"'),
        news('"author": "Hafen-Verein e.V."'),
        news('"author": "HG-Redaktion"'),
    ],
)
def test_the_publication_is_known_by_its_names(head: str) -> None:
    signed = authors(head=head)
    assert signed is not None
    assert authors("<p>By Ada Holm</p>", head) == ("Ada Holm",)


def test_several_offices_are_all_named_and_one_is_not_cut() -> None:
    assert authors(head=news('"author": ["dpa", "HG-Redaktion"]')) == ("dpa", "HG-Redaktion")
    assert authors(head=news('"author": "Staff and wire reports"')) == ("Staff and wire reports",)


@pytest.mark.parametrize(
    "line",
    [
        "Autorin: Ada Holm",
        "<b>Autor:</b> <a href='/x'>Ada Holm</a>",
        "Text: Ada Holm",
        "（文・高瀬慎一）",
        "（责编：牛镛、岳弘彬）",
    ],
)
def test_a_signature_at_the_end(line: str) -> None:
    found = bylines(
        article(below="<p>It rose again at noon, and nobody had expected it.</p>" * 30 + f"<p>{line}</p>")
    )
    assert found is not None
    assert found.value in {("Ada Holm",), ("高瀬慎一",), ("牛镛", "岳弘彬")}


def test_a_signature_inside_does_not_replace_the_newsroom() -> None:
    below = "<p>It rose again at noon, and nobody had expected it.</p>" * 30 + "<p>Von Ada Holm</p>"
    assert authors(below, news('"author": "Redaktion"')) == ("Redaktion",)


def test_a_name_that_two_places_give_is_sure() -> None:
    def confidence(below: str, name: str = "Ada Holm") -> float:
        found = bylines(article(below=below, head=news(f'"author": "{name}"')))
        return found.confidence if found else 0.0

    assert confidence("<p>By Ada Holm</p>") > 0.9
    assert 0.8 < confidence("") < 0.9
    assert confidence("<p>By Jo Marsh</p>") < 0.6
    assert confidence("", "Redaktion") < 0.8


def test_a_first_name_or_handle_gives_way_to_the_full_name() -> None:
    assert authors("<p>By Ada Holm</p>", news('"author": "Ada"')) == ("Ada Holm",)
    assert authors("<p>By Ada Holm</p>", news('"author": "adaholm"')) == ("Ada Holm",)
    assert authors("<p>By Jo Marsh</p>", news('"author": "Ada"')) == ("Ada",)
    assert authors("<p>By Adaline Holm</p>", news('"author": "Line"')) == ("Line",)


@pytest.mark.parametrize(
    "box",
    [
        "<div class=author-box><p>Ada Holm is a reporter who lives in Tarnmouth.</p></div>",
        "<div class=teaser><p>Ada Holm</p></div>",
        "<p>A column by Ada Holm</p>",
    ],
)
def test_a_first_name_is_spelt_out_by_a_box_on_the_author(box: str) -> None:
    named = news('"author": "Ada"')
    assert authors("<p>It rose again.</p>" * 30 + box, named) == ("Ada Holm",)
    assert authors("<p>It rose again.</p>" * 30 + box + box.replace("Holm", "Marsh"), named) == ("Ada",)


def test_a_first_name_in_the_text_is_somebody_elses() -> None:
    text = "<p>Ada Holm, who keeps the gauge, saw it, and Jo Marsh heard of it from Ada Holm.</p>"
    assert authors("<p>It rose again.</p>" * 30 + text, news('"author": "Ada"')) == ("Ada",)


def test_nobody_signed() -> None:
    assert authors() is None


@pytest.mark.parametrize(
    "line", ["<p class=byline>By Ada Holm / Jo Marsh</p>", "<p>By Ada Holm / Jo Marsh</p>"]
)
def test_two_names_with_a_stroke_between_them(line: str) -> None:
    assert authors(line) == ("Ada Holm", "Jo Marsh")
