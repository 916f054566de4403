"""Labels of insets in all scripts and in brackets, and those that are labels only in a line of their own."""

from datetime import UTC, datetime

import pytest

from crawler.page import read_page
from crawler.parsers.related import find_related
from crawler.parsers.related.labels import fold_label, split_label, verdict_of

NOW = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://gazette.example/2025/08/the-tide"
PARAGRAPH = (
    "<p>The harbour wall held through the night, and in the morning the fishermen counted their boats twice "
    "before they believed that all of them were there.</p>"
)
HREF = "/news/pontoon-plan-dropped"
TITLE = "Pontoon plan dropped after objections"
LINK = f"<a href='{HREF}'>{TITLE}</a>"


def links(inner: str, above: str = "") -> list[tuple[str | None, str]]:
    html = f"<html lang=en><body>{above}<main><article><h1>The tide</h1>{PARAGRAPH * 2}{inner}{PARAGRAPH * 2}</article>"
    return [(link.title, link.kind) for link in find_related(read_page(html, URL, now=NOW), URL).links]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("यह भी पढ़ें", "यह भी पढ़ें"),
        ("« यह भी पढ़ें : »", "यह भी पढ़ें"),
        ("இதையும் படியுங்கள்:", "இதையும் படியுங்கள்"),
        ("اقرأ أيضاً:", "اقرأ أيضاً"),
        ("อ่านเพิ่มเติม...", "อ่านเพิ่มเติม"),
        ("👉️ Read next ⬇️", "read next"),
        (" — ", ""),
        ("", ""),
    ],
)
def test_signs_on_the_last_letter_are_no_punctuation(text: str, folded: str) -> None:
    assert fold_label(text) == folded


@pytest.mark.parametrize("text", ["यह भी पढ\u093cें", "यह भी प\u095dें", "আরও পড\u09bcুন", "আরও প\u09dcুন"])
def test_dotted_letters_are_read_in_both_spellings(text: str) -> None:
    assert verdict_of(text) == "related"


INSETS = {
    "hi": "<p><strong>यह भी पढ़ें: {}</strong></p>",
    "ta": "<p><strong>இதையும் படிங்க: {}</strong></p>",
    "th": "<p><strong>อ่านข่าวที่เกี่ยวข้อง : {}</strong></p>",
    "mr": "<p><strong>आणखी वाचा : {}</strong></p>",
    "ar": "<p><strong>اقرأ أيضاً: {}</strong></p>",
    "read": "<p><strong>READ: {}</strong></p>",
    "read, set apart": "<p><strong>READ:</strong> {}</p>",
    "watch": "<p><strong>WATCH: {}</strong></p>",
    "for subscribers": "<p><em>For subscribers: {}</em></p>",
    "brackets": "<p>[ RELATED: {} ]</p>",
}


@pytest.mark.parametrize("markup", INSETS.values(), ids=INSETS)
def test_label_and_link_in_one_line_are_an_inset(markup: str) -> None:
    assert links(markup.format(LINK)) == [(TITLE, "inset")]


@pytest.mark.parametrize(
    "text",
    [
        f"[ RELATED: {TITLE} ]",
        f"(READ MORE: {TITLE})",
        f"READ: {TITLE}",
        f"CZYTAJ WIĘCEJ: {TITLE}",
        f"【関連記事：{TITLE}】",
    ],
)
def test_label_inside_the_link_goes_with_its_bracket(text: str) -> None:
    assert links(f"<p><a href='{HREF}'>{text}</a></p>") == [(TITLE, "inset")]


def test_bracket_of_the_headline_itself_stays() -> None:
    assert split_label("Read more: Pontoon plan dropped (again)") == "Pontoon plan dropped (again)"
    assert split_label("(Read more: Pontoon plan dropped (again))") == "Pontoon plan dropped (again)"


@pytest.mark.parametrize(
    "line",
    [
        # What is watched or heard, a sentence, a button
        f"<p><strong>WATCH: <a href='/video/4711-pontoon-plan'>{TITLE}</a></strong></p>",
        f"<p><strong>LISTEN: <a href='/podcasts/the-tide/pontoon-plan'>{TITLE}</a></strong></p>",
        f"<p><strong>WATCH: <a href='https://www.youtube.com/watch?v=pontoon'>{TITLE}</a></strong></p>",
        f"<p>Read: it is all that the council asked of its members before {LINK}, and few of them did.</p>",
        f"<p>Read <a href='{HREF}'>the plan</a> here.</p>",
    ],
)
def test_a_word_with_a_colon_is_no_label_in_a_sentence_or_of_a_film(line: str) -> None:
    assert links(line) == []


def test_headlines_of_a_list_may_begin_like_a_label() -> None:
    items = (
        f"<li><a href='{HREF}'>Watch: {TITLE}</a></li><li><a href='/news/a-b-c'>Read: eels are back</a></li>"
    )
    assert links("", above=f"<ul>{items}</ul>") == []


def test_lines_with_labels_may_follow_one_another() -> None:
    lines = "".join(
        f"<p>READ: <a href='/news/eels-are-back-{n}'>Eels are back {n} times</a></p>" for n in range(3)
    )
    assert [title for title, _ in links(lines)] == [f"Eels are back {n} times" for n in range(3)]
