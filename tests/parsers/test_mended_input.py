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
