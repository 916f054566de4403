"""Who may import whom: the rooms of the house in order, and what keeps a room pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    path.relative_to(ROOT) for room in ("crawler", "pipelines") for path in (ROOT / room).rglob("*.py")
)

# Compiled, so that what they import is not read here.
COMPILED = sorted(path.relative_to(ROOT) for path in (ROOT / "crawler").rglob("*.pyx"))

# A module imports from rooms that stand before its own, and from its own.
ORDER = (
    ("compile_hook", "compiled", "href_mending", "plain_text", "plain_told", "plain_word_runs", "tracking"),
    ("_text", "_told", "_word_runs"),
    (
        "calendars",
        "clock",
        "collector",
        "east_asian",
        "errors",
        "hosts",
        "months",
        "text",
        "urls",
        "word_runs",
    ),
    (
        "charset",
        "date_scripts",
        "date_words",
        "demo_site",
        "ending",
        "instant",
        "items",
        "json_ld",
        "markup_bounds",
        "renditions",
        "workers",
    ),
    ("dates", "schedule"),
    ("page",),
    ("discovery", "parsers"),
    ("reading", "settings"),
    ("pace",),
    ("frontier",),
    ("middlewares",),
    ("extensions", "sites"),
    ("sources", "spiders"),
    ("cli",),
)
RANK = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
# Functions of a page or an answer: no network, no framework, no database, no log.
PURE = (
    "dates", "discovery", "instant", "items", "json_ld", "page", "parsers", "plain_text", "plain_told",
    "plain_word_runs", "reading", "renditions", "schedule", "text", "urls", "word_runs",
)  # fmt: skip
IMPURE = frozenset(
    "asyncio click http.client logging multiprocessing rich scrapy socket sqlite3 sqlite_utils subprocess threading "
    "twisted urllib.request urllib.error".split()
)
# A field that is left out because its parser failed is said, once, where all fields are gathered.
SAYS_FAILURES = (Path("crawler/parsers/article.py"), {"logging"})
OPEN_TO_PIPELINES = frozenset(
    {"ending", "errors", "instant", "items", "months", "renditions", "schedule", "text", "urls", "word_runs"}
)


def imported(path: Path) -> Iterator[str]:
    """The full names that a module imports, wherever in it: of `from a import b` both `a` and `a.b`."""
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield from (str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names))


def room(path: Path) -> str:
    """The room of a module: `crawler/spiders/base.py` → `spiders`; the package itself has none."""
    return path.parts[1].partition(".")[0].replace("__init__", "")


def rooms_of(path: Path, package: str) -> set[str]:
    """The rooms of a package that a module imports from; `__version__` is everybody's."""
    names = (name.split(".") for name in imported(path))
    return {name[1] for name in names if name[0] == package and len(name) > 1} - {"__version__"}


def test_every_room_has_its_place() -> None:
    paths = [*COMPILED, *(path for path in MODULES if path.parts[0] == "crawler")]
    assert {room(path) for path in paths} - {""} == RANK.keys()


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.parts[0] == "crawler" and room(path)], ids=str
)
def test_a_room_builds_on_those_before_it(path: Path) -> None:
    own = room(path)
    assert {
        other for other in rooms_of(path, "crawler") if other != own and RANK[other] >= RANK[own]
    } == set()


@pytest.mark.parametrize("path", [path for path in MODULES if room(path) in PURE], ids=str)
def test_what_reads_a_page_is_pure(path: Path) -> None:
    found = {name for name in imported(path) if name in IMPURE or name.partition(".")[0] in IMPURE}
    assert not found or (path, found) == SAYS_FAILURES


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[0] == "pipelines"], ids=str)
def test_pipelines_know_only_the_items_of_the_crawler(path: Path) -> None:
    assert rooms_of(path, "crawler") <= OPEN_TO_PIPELINES


@pytest.mark.parametrize("path", [path for path in MODULES if path.parts[0] == "crawler"], ids=str)
def test_only_the_commands_know_both_sides(path: Path) -> None:
    assert room(path) == "cli" or not any(name.partition(".")[0] == "pipelines" for name in imported(path))


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_sql_is_in_one_room(path: Path) -> None:
    in_database = path.parts[:2] == ("pipelines", "database")
    assert in_database or "sqlite3" not in set(imported(path))
