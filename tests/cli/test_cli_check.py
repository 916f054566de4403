"""`copydesk check`: files of sites that broke in every way on the last day, and files of sites that did not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from watched_file import ORDINARY, SITE, Row, WatchedFile

Call = Callable[..., Result]
# Articles a day for seven weeks, weekends at a third: the last day, of age 0, is no weekend.
DAYS = 49
USUAL, WEEKEND = 30, 10


@pytest.fixture
def file(tmp_path: Path) -> Iterator[WatchedFile]:
    made = WatchedFile(tmp_path / "news.db")
    yield made
    made.close()


def ordinary(file: WatchedFile, last: int = 0, site: str = SITE) -> None:
    for age in range(DAYS, last - 1, -1):
        file.day(age, WEEKEND if age % 7 in {2, 3} else USUAL, site=site)


class Checked:
    """What the command said of a file that is complete."""

    def __init__(self, call: Call, path: Path, *options: object) -> None:
        self.result = call("check", "--db", path, *options)
        as_json = call("check", "--db", path, "--json", *options)
        assert as_json.exit_code == self.result.exit_code
        self.figures: dict[str, Any] = json.loads(as_json.stdout)
        self.code = self.result.exit_code
        self.lines = self.result.stdout.splitlines()
        self.broken = {(alarm["field"], alarm["part"]) for alarm in self.figures["alarms"]}


@pytest.fixture
def check(call: Call, file: WatchedFile) -> Callable[..., Checked]:
    return lambda *options: Checked(call, file.save(), *options)


def blank(**values: Any) -> Callable[[Row], Row]:
    return lambda row: row | values


def in_sport(row: Row) -> Row:
    lost = {"authors": "[]", "description": None, "section": None}
    return row | lost if "/sport/" in row["url"] else row


LOST: dict[str, tuple[Callable[[Row], Row], set[tuple[str, str | None]]]] = {
    "dates": (blank(published_at=None, published_on=None), {("published_at", None)}),
    "authors": (blank(authors="[]"), {("authors", None)}),
    "headlines": (blank(title="The Gazette"), {("title", None)}),
    "related links": (blank(links=0), {("related", None)}),
    "texts": (blank(word_count=60), {("body", None)}),
    "one section": (in_sport, {("authors", "/sport/"), ("description", "/sport/"), ("section", "/sport/")}),
}


@pytest.mark.parametrize("name", LOST)
def test_a_field_that_is_gone_is_found_on_the_day(
    file: WatchedFile, check: Callable[..., Checked], name: str
) -> None:
    change, broken = LOST[name]
    ordinary(file, last=1)
    file.day(0, USUAL, change=change)
    checked = check()
    assert (checked.code, checked.broken) == (3, broken)


def test_the_line_names_site_field_before_and_after_and_what_to_do(
    file: WatchedFile, check: Callable[..., Checked]
) -> None:
    ordinary(file, last=1)
    file.day(0, USUAL, change=blank(word_count=60))
    checked = check()
    # The 42 days before are six weeks of five days with 30 articles and two with 10.
    before = "(30 articles of the last day; before: 1,020 of 42 days)"
    assert checked.lines[0].startswith(f"news.example: body 500 words → 60 words {before} → ")
    assert "copydesk extract URL --explain" in checked.lines[0]
    assert checked.lines[1] == (
        "Sites compared: 1, of which broke: 1; days are counted back from the end of the last run, 2026-06-30T06:30:00Z."
    )
    (alarm,) = checked.figures["alarms"]
    assert (alarm["site"], alarm["after"], alarm["days"], alarm["articles"]) == (SITE, 60, 1, 30)


ENDED: dict[str, tuple[Mapping[str, int], str]] = {
    "a consent wall": (ORDINARY | {"not_article": 30}, "not_article"),
    "one text everywhere": (ORDINARY | {"copy": 29}, "copy"),
    "blocked articles": (ORDINARY | {"failed": 30}, "failed"),
    "nothing new": (ORDINARY, "articles"),
}


@pytest.mark.parametrize("name", ENDED)
def test_articles_that_stop_coming_are_found(
    file: WatchedFile, check: Callable[..., Checked], name: str
) -> None:
    outcomes, figure = ENDED[name]
    ordinary(file, last=2)
    for age in (1, 0):
        file.day(age, 0, outcomes=outcomes)
    checked = check()
    assert (checked.code, checked.broken) == (3, {(figure, None)})


def test_a_block_is_found_with_the_first_run(file: WatchedFile, check: Callable[..., Checked]) -> None:
    ordinary(file, last=1)
    run = file.day(0, 0, outcomes={"failed": 2})
    file.page(run, f"https://{SITE}/", "failed", 403, "HTTP 403 (Forbidden)")
    file.page(run, f"https://{SITE}/feed", "failed", 429, "HTTP 429")
    file.page(run, "https://other.example/", "failed", 500, "HTTP 500")
    checked = check()
    assert (checked.code, checked.broken) == (3, {("answers", None)})
    assert "answers 100 % → 0 %: HTTP 403 × 1, HTTP 429 × 1 (" in checked.lines[0]


def test_a_server_that_is_down_is_found_on_the_second_day(
    file: WatchedFile, check: Callable[..., Checked]
) -> None:
    ordinary(file, last=2)
    file.day(1, 0, outcomes={"failed": 1})
    file.page(
        file.day(0, 0, outcomes={"failed": 1}),
        f"https://{SITE}/",
        "failed",
        None,
        "no complete answer in time",
    )
    checked = check()
    assert (checked.code, checked.broken) == (3, {("answers", None)})
    assert "no complete answer in time × 1" in checked.lines[0]


def test_one_run_at_which_the_server_was_down_is_none(
    file: WatchedFile, check: Callable[..., Checked]
) -> None:
    ordinary(file, last=1)
    file.page(file.day(0, 0, outcomes={"failed": 1}), f"https://{SITE}/", "failed", 502, "HTTP 502")
    assert check().code == 0


# ── what is no breakage ──


def test_ordinary_weeks_are_silent(file: WatchedFile, check: Callable[..., Checked]) -> None:
    ordinary(file)
    checked = check()
    assert (checked.code, checked.broken) == (0, set())
    assert [(row["site"], row["state"]) for row in checked.figures["sites"]] == [(SITE, "ok")]
    assert check("--quiet").lines == []


def test_a_holiday_is_none(file: WatchedFile, check: Callable[..., Checked]) -> None:
    ordinary(file, last=2)
    file.day(1, 8)
    file.day(0, 6)
    assert check().code == 0


def test_an_archive_that_is_read_changes_nothing(file: WatchedFile, check: Callable[..., Checked]) -> None:
    ordinary(file, last=1)
    file.day(0, USUAL)
    file.day(0, 200, change=blank(published_at="2011-01-01", published_on="2011-01-01", authors="[]"))
    assert check().code == 0


def test_a_burst_is_no_daily_rate(file: WatchedFile, check: Callable[..., Checked]) -> None:
    for age in range(DAYS, -1, -1):
        file.day(age, 300 if age == 7 else 4)
    assert check().code == 0


def test_a_day_on_which_a_large_site_was_down_is_no_silence(
    file: WatchedFile, check: Callable[..., Checked]
) -> None:
    for age in range(20, 0, -1):
        file.day(age, 100)
    file.page(file.day(0, 0, outcomes={"failed": 1}), f"https://{SITE}/", "failed", 502, "HTTP 502")
    assert check().code == 0


def test_a_first_import_is_no_daily_rate(file: WatchedFile, check: Callable[..., Checked]) -> None:
    file.day(21, 900)
    for age in range(20, -1, -1):
        file.day(age, 4)
    checked = check()
    (site,) = checked.figures["sites"]
    # The last day is what is compared, and the first one is left out.
    assert (checked.code, site["state"], site["days"], site["articles"]) == (0, "ok", 20, 80)


def test_a_young_site_is_named_and_no_alarm(file: WatchedFile, check: Callable[..., Checked]) -> None:
    for age in range(9, 0, -1):
        file.day(age, USUAL)
    file.day(0, 0)
    checked = check()
    assert checked.code == 0
    assert checked.lines[0] == "news.example: not compared: 240 articles of 8 days are too little past"


def test_a_site_that_nobody_asked_is_no_alarm(file: WatchedFile, check: Callable[..., Checked]) -> None:
    ordinary(file, last=10, site="old.example")
    ordinary(file)
    checked = check()
    assert checked.code == 0
    assert checked.lines[0] == "old.example: not compared: last asked 2026-06-20T06:00:00Z"


def test_days_without_a_run_are_left_out(file: WatchedFile, check: Callable[..., Checked]) -> None:
    for age in range(DAYS, -1, -1):
        if age not in {1, 2, 3, 4, 5, 11, 12}:
            file.day(age, USUAL)
    assert check().code == 0


# ── options ──


@pytest.fixture
def two_broken(file: WatchedFile) -> WatchedFile:
    for site in (SITE, "other.example"):
        ordinary(file, last=1, site=site)
        file.day(0, USUAL, site=site, change=blank(authors="[]"))
    return file


@pytest.mark.usefixtures("two_broken")
def test_sites_and_fields_can_be_chosen_and_ignored(check: Callable[..., Checked]) -> None:
    assert [alarm["site"] for alarm in check().figures["alarms"]] == [SITE, "other.example"]
    assert [alarm["site"] for alarm in check("--site", SITE).figures["alarms"]] == [SITE]
    rest = check("--ignore", f"{SITE}:authors")
    assert (rest.code, [alarm["site"] for alarm in rest.figures["alarms"]]) == (3, ["other.example"])
    assert check("--ignore", SITE, "--ignore", "other.example:authors").code == 0
    assert check("--ignore", SITE, "--ignore", "other.example:body").code == 3


def test_thresholds_are_options(file: WatchedFile, check: Callable[..., Checked]) -> None:
    ordinary(file, last=1)
    file.day(
        0, USUAL, change=lambda row: row | ({"authors": "[]"} if int(row["content_hash"]) % 10 < 6 else {})
    )
    assert check().broken == {("authors", None)}
    assert check("--field-drop", "80").code == 0
    assert check("--min-days", "60").figures["sites"][0]["state"] == "young"
    assert check("--min-articles", "5000").figures["sites"][0]["state"] == "young"


def test_an_unknown_field_is_a_usage_error(call: Call, tmp_path: Path) -> None:
    result = call("check", "--db", tmp_path / "news.db", "--ignore", "news.example:author")
    assert result.exit_code == 2
    assert "authors" in result.stderr


def test_a_file_without_an_ended_run(file: WatchedFile, check: Callable[..., Checked]) -> None:
    checked = check()
    assert (checked.code, checked.lines) == (0, ["No run has ended yet: nothing to compare."])


def test_a_missing_file_ends_with_1(call: Call, tmp_path: Path) -> None:
    result = call("check", "--db", tmp_path / "none.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no such file" in result.stderr
