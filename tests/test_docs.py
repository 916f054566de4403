"""The docs keep up with the code: commands, options, exit codes, events, fields, settings, components and stats."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import click
import pytest

from crawler import settings
from crawler.cli import main
from crawler.cli.exits import Exit
from crawler.cli.group import COMMANDS
from crawler.schedule import OTHERS, RECHECKS
from crawler.sites import addon, read_sites
from crawler.sites.fields import FIELDS
from pipelines.store import ADDED

ROOT = Path(__file__).parents[1]
DOCS = {path.name: path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")}
COMMANDS_DOC, SITES_DOC = DOCS["commands.md"], DOCS["sites.md"]
CRAWLING_DOC, PARSING_DOC = DOCS["crawling.md"], DOCS["parsing.md"]
SOURCES = [
    path.read_text("utf-8") for room in ("crawler", "pipelines") for path in (ROOT / room).rglob("*.py")
]
# What other Scrapy projects can use, with the place that it has in ours.
COMPONENTS = {
    **settings.ITEM_PIPELINES,
    **settings.EXTENSIONS,
    **settings.ADDONS,
    **settings.DOWNLOADER_MIDDLEWARES,
    **settings.SPIDER_MIDDLEWARES,
    "crawler.sites.rules.SiteRules": addon.RULES_PLACE,
    "crawler.sites.budget.SiteBudget": addon.BUDGET_PLACE,
    settings.SCHEDULER: "`SCHEDULER`",
    settings.DUPEFILTER_CLASS: "`DUPEFILTER_CLASS`",
    settings.REQUEST_FINGERPRINTER_CLASS: "`REQUEST_FINGERPRINTER_CLASS`",
}


def section(name: str) -> str:
    """The part of the docs under one command's heading."""
    return COMMANDS_DOC.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def params(of: click.Command) -> Iterator[click.Parameter]:
    """The parameters of a command and of the commands below it."""
    yield from of.params
    for below in of.commands.values() if isinstance(of, click.Group) else ():
        yield from params(below)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_its_section_with_an_example(name: str) -> None:
    assert f"](#{name}) |" in COMMANDS_DOC
    assert f"    copydesk {name}" in section(name)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_is_documented_and_no_other(name: str) -> None:
    known = {opt for param in params(command(name)) if isinstance(param, click.Option) for opt in param.opts}
    written = set(re.findall(r"^\| `(--[a-z-]+)", section(name), re.MULTILINE))
    assert {opt for opt in known if opt.startswith("--")} == written
    assert all(f"`{opt}`" in section(name) for opt in known if not opt.startswith("--"))


def test_every_exit_code_is_documented() -> None:
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", COMMANDS_DOC, re.MULTILINE)} == set(Exit)


def test_every_event_is_documented_and_no_other() -> None:
    named = {event for source in SOURCES for event in re.findall(r'"event": "(\w+)"', source)} | {"log"}
    assert set(re.findall(r"^\| `(\w+)` \|", section("Progress and logs"), re.MULTILINE)) == named


def test_every_field_of_the_sites_file_is_documented_and_no_other() -> None:
    assert re.findall(r"^\| `(\w+)` \|", SITES_DOC, re.MULTILINE) == list(FIELDS)


def test_the_example_of_the_sites_file_is_a_sites_file(tmp_path: Path) -> None:
    example = SITES_DOC.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "sites.toml").write_text(example, "utf-8")
    assert [site.name for site in read_sites(tmp_path / "sites.toml")] == ["gazette", "kueste"]


def in_environment() -> set[str]:
    return {name for source in SOURCES for name in re.findall(r'os\.environ\.get\("(COPYDESK_\w+)"', source)}


def test_every_variable_of_the_environment_is_documented_and_no_other() -> None:
    assert set(re.findall(r"^\| `(COPYDESK_\w+)=\w+` \|", PARSING_DOC, re.MULTILINE)) == in_environment()


def test_every_setting_is_documented_with_its_default_and_no_other() -> None:
    used = {
        name for source in SOURCES for name in re.findall(r"\bCOPYDESK_[A-Z_]+", source)
    } - in_environment()
    values = {name: getattr(settings, name) for name in sorted(used)}
    rows = re.findall(r"^\| `(COPYDESK_\w+)` \|.*\| ([^|]+) \|$", CRAWLING_DOC, re.MULTILINE)
    assert dict(rows) == {name: "empty" if value == "" else f"`{value}`" for name, value in values.items()}


@pytest.mark.parametrize("component", [name for name, place in COMPONENTS.items() if place is not None])
def test_every_component_is_documented_with_its_place(component: str) -> None:
    (row,) = re.findall(rf"^\| `{re.escape(component)}` \|.*$", CRAWLING_DOC, re.MULTILINE)
    assert str(COMPONENTS[component]) in row.split("|")[3]


def stats_in_code() -> Iterator[str]:
    """The stats that the code counts; `copydesk/site/` stands for those that go on with a name."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and re.fullmatch(r"copydesk/([a-z_]+/?)?", str(node.value)):
                yield str(node.value)


def test_every_stat_is_documented_and_no_other() -> None:
    found = set(stats_in_code())
    # The store's counts, and the user agent.
    named = (found - {"copydesk/"}) | {f"copydesk/{name}" for name in ADDED}
    documented = re.findall(r"^\| `(copydesk/[\w/]+)` \|", CRAWLING_DOC, re.MULTILINE)
    assert {re.sub(r"[A-Z].*", "", stat) for stat in documented} == named


def spelled(span: timedelta) -> str:
    """A span as the docs spell it: `8 hours`, `1 day`."""
    number, unit = (span.days, "day") if span.days else (span.seconds // 3600, "hour")
    return f"{number} {unit}" + "s" * (number > 1)


def test_the_schedule_is_documented() -> None:
    rows = re.findall(r"up to (.+) old \| after (.+) \|$", CRAWLING_DOC, re.MULTILINE)
    assert rows == [(spelled(age), spelled(wait)) for age, wait in RECHECKS]
    for outcome, wait in OTHERS.items():
        assert f"| `{outcome}` | after {spelled(wait)} |" in CRAWLING_DOC
