"""The docs keep up with the code: every command, option, exit code, event and field of the sites file is in them."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from crawler.cli import main
from crawler.cli.exits import Exit
from crawler.cli.group import COMMANDS
from crawler.sites import read_sites
from crawler.sites.fields import FIELDS

ROOT = Path(__file__).parents[1]
DOCS = {path.name: path.read_text("utf-8") for path in (ROOT / "docs").glob("*.md")}
COMMANDS_DOC, SITES_DOC = DOCS["commands.md"], DOCS["sites.md"]
SOURCES = [path.read_text("utf-8") for path in (ROOT / "crawler").rglob("*.py")]


def section(name: str) -> str:
    """The part of the docs under one command's heading."""
    return COMMANDS_DOC.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def command(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_its_section_with_an_example(name: str) -> None:
    assert f"](#{name}) |" in COMMANDS_DOC
    assert f"    copydesk {name}" in section(name)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_is_documented_and_no_other(name: str) -> None:
    known = {opt for param in command(name).params if isinstance(param, click.Option) for opt in param.opts}
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
