"""`copydesk report`: one HTML page of a file, with everything in it that a person looks for and nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import Result
from watched_file import SITE, WatchedFile

Call = Callable[..., Result]
EVIL = '<script>alert(1)</script><img src=x onerror="a()">'
# A report tells of the days before today; the last run was yesterday.
YESTERDAY = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0) - timedelta(days=1)


class Page(HTMLParser):
    """The elements of a page, what they load or run, and its text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(path.read_text("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WatchedFile:
    monkeypatch.setattr("watched_file.END", YESTERDAY)
    return WatchedFile(tmp_path / "news.db")


def written(call: Call, file: WatchedFile, *options: object) -> Page:
    file.close()
    out = file.path.with_name("report.html")
    result = call("report", "--db", file.path, "--out", out, *options)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Wrote {out}\n")
    return Page(out)


def test_days_sites_fields_and_what_broke_are_told(call: Call, file: WatchedFile) -> None:
    for age in range(40, 0, -1):
        file.day(age, 20)
    file.day(0, 20, change=lambda row: row | {"authors": "[]"})
    file.page(file.day(0, 2, site="young.example"), f"https://{SITE}/x", "failed", 403, "HTTP 403")
    page = written(call, file)
    text = " ".join(page.text.split())
    assert "The site broke news.example authors 100 % → 0 %" in text
    assert "too young to be compared: young.example" in text
    assert "failed HTTP 403 1" in text
    assert "Story 820" in text
    # Today has none; 27 days have 20 articles each, the last one two more.
    assert page.text.count("28 days") == 1
    drawings = page.all("svg")
    assert [drawing["class"] for drawing in drawings] == ["large", "small", "small"]
    assert drawings[0]["aria-label"] == "542 in 28 days, at most 22 a day"
    assert len(page.all("rect")) == 3 * 28
    shares = re.findall(r"(\d+)%", page.text)
    assert "96" in shares, "520 of 540 have an author"


def test_so_many_days_are_drawn(call: Call, file: WatchedFile) -> None:
    for age in range(5, -1, -1):
        file.day(age, 3)
    page = written(call, file, "--days", 5)
    assert page.all("svg")[0]["aria-label"] == "12 in 5 days, at most 3 a day"
    assert "Nothing to compare yet" in page.text
    assert str((YESTERDAY - timedelta(days=3)).date()) in page.text


def test_nothing_from_a_page_is_markup_and_nothing_is_loaded(call: Call, file: WatchedFile) -> None:
    evil = {
        "title": EVIL,
        "authors": f'["{EVIL.replace(chr(34), "")}"]',
        "url": "javascript:alert(1)",
        "section": EVIL,
    }
    run = file.day(0, 1, site=f"{EVIL}.example", change=lambda row: row | evil)
    file.page(run, "https://x.example/", "failed", None, EVIL)
    page = written(call, file)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "base", "form"}
    for tag, attributes in page.elements:
        assert not {name for name in attributes if name.startswith("on") or name == "src"}, tag
    assert not [attributes for attributes in page.all("a") if not str(attributes["href"]).startswith("http")]
    assert page.text.count("<script>alert(1)</script>") >= 3
    policy = [meta["content"] for meta in page.all("meta") if "http-equiv" in meta]
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert "url(" not in file.path.with_name("report.html").read_text("utf-8")


def test_stories_that_others_took_up(call: Call, file: WatchedFile) -> None:
    run = file.day(0, 3)
    file.copies(2, of=1)
    file.links(to=2, of=(1, 3))
    file.page(run, f"https://{SITE}/", "listing", 200, "a home page")
    text = " ".join(written(call, file).text.split())
    assert "Most copies article site 2 Story 1 news.example" in text
    assert "Most often named as related article site 2 Story 2 news.example" in text


def test_an_earlier_page_stays_when_the_new_one_cannot_be_made(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    out.write_text("earlier")
    result = call("report", "--db", tmp_path / "none.db", "--out", out)
    assert (result.exit_code, out.read_text()) == (1, "earlier")
    assert call("report", "--db", tmp_path / "none.db").exit_code == 2


def test_the_database_is_not_overwritten(call: Call, file: WatchedFile) -> None:
    file.day(0, 1)
    file.close()
    before = file.path.read_bytes()
    result = call("report", "--db", file.path, "--out", file.path)
    assert (result.exit_code, file.path.read_bytes()) == (1, before)
    assert "the database itself" in result.stderr


def test_an_empty_file_has_its_page(call: Call, file: WatchedFile) -> None:
    page = written(call, file)
    assert "Nothing to compare yet" in page.text
