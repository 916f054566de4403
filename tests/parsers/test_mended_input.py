"""What templates and servers get wrong, and what an Article is as a value: JSON-LD, charsets, dates, equality."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from crawler.json_ld import read_json_ld
from crawler.page import read_page
from crawler.parsers import parse_article, parse_text_dump

NOW = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://news.example/2025/tide"
NODE = {"@type": "NewsArticle", "headline": "The tide", "author": {"@type": "Person", "name": "Ada Holm"}}
PLAIN = json.dumps(NODE)
TEXT = "Der Müller überlegte, ob die Flöße am Ufer blieben. " * 4


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace('"', "&quot;"),
        "\ufeff" + PLAIN,
        "/* made by a plugin */ " + PLAIN,
        PLAIN[:-2],
        PLAIN.replace("The tide", "The\\ tide"),
        f"[{PLAIN[:-1]},}}",
    ],
    ids=["entities", "byte-order mark", "comment", "cut short", "wrong escape", "comma and cut short"],
)
def test_broken_json_ld(text: str) -> None:
    assert [node for node in read_json_ld([text]) if node["@type"] == "NewsArticle"] == [NODE]


@pytest.mark.parametrize(
    "author",
    [
        {"@type": "Person", "givenName": "Ada", "familyName": "Holm"},
        {"@list": [{"@type": "Person", "name": "Ada Holm"}]},
        "#ada",
        ["#ada"],
    ],
    ids=["two names", "list node", "reference", "list of references"],
)
def test_author_shapes(author: Any) -> None:
    graph = {"@graph": [NODE | {"author": author}, {"@type": "Person", "@id": "#ada", "name": "Ada Holm"}]}
    html = f'<script type="application/ld+json">{json.dumps(graph)}</script><h1>The tide</h1><p>{TEXT}'
    assert parse_article(html, URL, now=NOW).authors == ("Ada Holm",)


@pytest.mark.parametrize(
    ("charset", "content_type", "declared"),
    [
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("utf-8", "text/html; charset=hex", ""),
        ("utf-8", "text/html; charset=undefined", "base64"),
        ("windows-1252", "text/html; charset=windows-1252", "utf-8"),
        ("windows-1252", None, "utf-8"),
        ("utf-16-le", "text/html; charset=utf-16le", ""),
    ],
)
def test_wrong_charsets(charset: str, content_type: str | None, declared: str) -> None:
    html = f'<html lang="de"><meta charset="{declared}"><h1>Müller</h1><p>{TEXT}</p>'.encode(charset)
    page = read_page(html, URL, content_type=content_type, now=NOW)
    assert TEXT.strip() in "".join(page.tree.itertext())


UNDECLARED = {
    "shift_jis": "港は嵐のため閉鎖された。フェリー三隻が係留から外れ、乗客は翌朝まで待たされたと港湾局は述べた。",
    "euc_jp": "港は嵐のため閉鎖された。フェリー三隻が係留から外れ、乗客は翌朝まで待たされたと港湾局は述べた。",
    "gb18030": "海港因周四的风暴关闭，三艘渡轮脱离了系泊，港务局表示乘客要等到第二天早上。",
    "big5": "海港因週四的風暴關閉，三艘渡輪脫離了繫泊，港務局表示乘客要等到第二天早上。",
    "euc_kr": "항구는 목요일 폭풍으로 폐쇄되었으며 여객선 세 척이 계류장에서 이탈했다고 항만 당국이 밝혔다.",
    "windows-1251": "Гавань закрыта после шторма в четверг, три парома сорвало со швартовов, сообщило управление.",
    "windows-1253": "Το λιμάνι έκλεισε μετά την καταιγίδα της Πέμπτης, τρία πλοία λύθηκαν από τους κάβους.",
    "utf-8": "港は嵐のため閉鎖された。海港因周四的风暴关闭",
}


@pytest.mark.parametrize("charset", UNDECLARED)
@pytest.mark.parametrize("times", [1, 2_000], ids=["short", "longer than what detection reads"])
def test_undeclared_charsets(charset: str, times: int) -> None:
    text = UNDECLARED[charset]
    page = read_page(f"<html><title>x</title>{f'<p>{text}</p>' * times}".encode(charset), URL, now=NOW)
    assert [each.text for each in page.tree.iter("p")] == [text] * times


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!--", "-->"),
        ("//<![CDATA[\n", "\n//]]>"),
        ("<![CDATA[", "]]> ;\n"),
        ("<!-- //<![CDATA[", "// ]]> -->"),
    ],
)
def test_json_ld_in_a_wrapper(before: str, after: str) -> None:
    assert list(read_json_ld([f" {before} {PLAIN} {after} "])) == [NODE]


def test_updated_before_published() -> None:
    html = (
        f"<h1>The tide</h1><p class=date>Updated 10 August 2025. Published 9 August 2025</p><p>{TEXT}</p>" * 1
    )
    article = parse_article(html, URL, now=NOW)
    assert (article.published_at, article.modified_at) == ("2025-08-09", "2025-08-10")


def test_articles_are_values() -> None:
    html = f"<h1>The tide</h1><p>{TEXT}</p><p>{TEXT}</p>"
    one, other = parse_article(html, URL, now=NOW), parse_article(html.encode(), URL, now=NOW)
    assert {one, other} == {pickle.loads(pickle.dumps(one))}  # noqa: S301  (our own bytes)


def test_no_address_is_none() -> None:
    article = parse_article(f"<h1>The tide</h1><p>{TEXT}</p>", "", now=NOW)
    assert article.url is None
    assert "url" not in article.provenance
    assert parse_text_dump("The tide\n", URL, now=NOW).provenance["url"].source == "url"


def test_row_of_very_many_parts_is_read_in_time() -> None:
    html = "<h2>Related</h2><a href=/a-b-c-d>" + "<span>a.</span>" * 30_000 + "</a>"
    assert parse_article(html, URL, now=NOW).body == ""
