"""Help and usage: what a newcomer sees first."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from click.testing import Result
from command_line import environment

from crawler import __version__
from crawler.cli import main
from crawler.cli.group import COMMANDS

Call = Callable[..., Result]


def test_help_names_every_command_and_shows_how_to_begin(call: Call) -> None:
    said = call("--help").output
    assert all(f"  {name} " in said and what in said for name, what in COMMANDS.items())
    assert "copydesk crawl https://news.example/ --db news.db" in said


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_help_with_an_example(call: Call, name: str) -> None:
    result = call(name, "--help")
    assert result.exit_code == 0
    assert f"  copydesk {name}" in result.output
    command = main.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.short_help == COMMANDS[name]


def test_version(call: Call) -> None:
    assert __version__ in call("--version").output


@pytest.mark.parametrize("args", [["--help"], ["crawl", "--help"], ["crawl"], ["crawl", "x", "--db", "x.db"]])
def test_scrapy_is_not_imported_until_there_is_something_to_crawl(args: list[str]) -> None:
    code = (
        "import sys\nfrom crawler.cli import main\ntry:\n    main(sys.argv[1:])\nfinally:\n"
        "    print('scrapy' in sys.modules, file=sys.stdout)"
    )
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", code, *args], capture_output=True, text=True, env=environment(), check=False
    )
    assert done.stdout.splitlines()[-1] == "False"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["frobnicate"], "No such command"),
        (["crawl", "https://n.example/"], "Missing option '--db'"),
        (["crawl", "--db", "x.db"], "nothing to crawl; name a START"),
        (["crawl", "news.example", "--db", "x.db"], "write it in full: https://news.example"),
        (["crawl", "ftp://news.example/", "--db", "x.db"], "only http:// and https://"),
        (["crawl", "https://n.example/", "--db", "x.db", "--delay", "-1"], "--delay"),
        (["crawl", "https://n.example/", "--db", "x.db", "--max-pages", "0"], "--max-pages"),
        (["crawl", "https://n.example/", "--db", "x.db", "--max-runtime", "0"], "--max-runtime"),
        (["crawl", "https://n.example/", "--db", "x.db", "--related-depth", "0"], "--related-depth"),
        (["crawl", "https://n.example/", "--db", "x.db", "--user-agent", "a\nb"], "--user-agent"),
        (["crawl", "https://n.example/", "--db", "x.db", "--log-format", "xml"], "--log-format"),
        (["crawl", "--db", "x.db", "--sites", "none.toml"], "none.toml: cannot be read"),
        (["ingest", "--db", "x.db"], "Missing argument"),
        (["ingest", "nowhere", "--db", "x.db"], "does not exist"),
        (["ingest", ".", "--db", "x.db", "--url", "https://n.example/"], "--url gives the address of a single page"),
        (["extract", "x.html", "--url", "n.example"], "--url gives the full web address"),
        (["extract", "https://n.example/", "--url", "https://n.example/"], "--url gives the full web address"),
        (["stats"], "Missing option '--db'"),
        (["graph"], "Missing option '--db'"),
        (["graph", "--db", "x.db", "--format", "gexf"], "--format"),
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2_and_says_what_is_right(call: Call, args: list[str], said: str) -> None:
    result = call(*args)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert result.stdout == ""
