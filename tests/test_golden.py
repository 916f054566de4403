"""Golden pairs: every page under fixtures/articles comes out, field by field, as a person read it."""

import json
import re
from dataclasses import fields
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crawler.charset import to_utf8
from crawler.items import Article, RelatedLink
from crawler.parsers import parse_article, parse_text_dump

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARTICLES = FIXTURES / "articles"
SLUGS = sorted(folder.name for folder in ARTICLES.iterdir() if folder.is_dir())

# How sure a parser is of a field is calibrated by the benchmark, not read off a page by a person.
FIELDS = [f.name for f in fields(Article) if f.name != "provenance"]
RELATED_FIELDS = [f.name for f in fields(RelatedLink)]
CONDITIONS = {"_url", "_content_type", "_now"}
PAGES = {"page.html", "page.txt"}
# Without a moment of its own a case is read as on this day, so that a golden pair holds for ever.
NOW = "2026-01-01T00:00:00Z"

CHECKED_BY = {"articles": "test_golden.py", "site": "test_demo_site.py"}
# Hosts that a page names without being theirs: vocabularies and document types. All others are invented.
VOCABULARIES = {
    "schema.org",
    "www.schema.org",
    "www.w3.org",
    "w3.org",
    "ogp.me",
    "www.sitemaps.org",
    "purl.org",
}
HOST = re.compile(
    r"""(?:https?:|["'(])//([^/"'<>\s?#:)\\]+)"""
)  # 'https://news.example/a', '"//cdn.example/b"'


@cache
def expected(slug: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((ARTICLES / slug / "article.json").read_text(encoding="utf-8"))
    return record


@cache
def parsed(slug: str) -> dict[str, Any]:
    case, folder = expected(slug), ARTICLES / slug
    now = datetime.fromisoformat(case.get("_now", NOW))
    if (dump := folder / "page.txt").exists():
        return parse_text_dump(dump.read_text(encoding="utf-8"), case["_url"], now=now).to_record()
    page = (folder / "page.html").read_bytes()
    return parse_article(page, case["_url"], content_type=case.get("_content_type"), now=now).to_record()


@pytest.mark.parametrize(
    ("slug", "field"), [pytest.param(slug, field, id=f"{slug}-{field}") for slug in SLUGS for field in FIELDS]
)
def test_field_is_as_a_person_read_it(slug: str, field: str) -> None:
    assert parsed(slug)[field] == expected(slug)[field]


@pytest.mark.parametrize("slug", SLUGS)
def test_provenance_names_no_absent_field(slug: str) -> None:
    record = parsed(slug)
    absent = {name for name in FIELDS if record[name] in (None, "", [])}
    assert not absent & set(record["provenance"])
    assert set(record["provenance"]) <= set(FIELDS)


@pytest.mark.parametrize("slug", SLUGS)
def test_folder_holds_one_page_and_its_pair(slug: str) -> None:
    names = {path.name for path in (ARTICLES / slug).iterdir()}
    assert "article.json" in names
    assert len(names & PAGES) == 1
    assert names <= PAGES | {"article.json"}


@pytest.mark.parametrize("slug", SLUGS)
def test_pair_gives_every_field_in_full(slug: str) -> None:
    case = expected(slug)
    assert [name for name in case if name not in CONDITIONS] == FIELDS
    assert "_url" in case
    assert all(list(link) == RELATED_FIELDS for link in case["related"])
    assert "" not in [value for name, value in case.items() if not name.startswith("body")]


def test_no_page_lies_outside_a_case_folder() -> None:
    assert [path.name for path in ARTICLES.iterdir() if not path.is_dir()] == []


def test_every_folder_of_fixtures_is_checked() -> None:
    folders = {path.name for path in FIXTURES.iterdir() if path.is_dir()}
    assert folders <= set(CHECKED_BY), "say in CHECKED_BY which test checks the new folder"
    assert all((Path(__file__).parent / CHECKED_BY[name]).is_file() for name in folders)


def test_every_host_is_invented() -> None:
    real = {
        (path.relative_to(FIXTURES).as_posix(), host)
        for path in FIXTURES.rglob("*")
        if path.suffix in {".html", ".txt", ".json", ".xml"}
        for host in HOST.findall(to_utf8(path.read_bytes())[0].decode())
        if not host.lower().endswith(".example") and host.lower() not in VOCABULARIES
    }
    assert real == set()
