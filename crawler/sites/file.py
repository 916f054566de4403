"""The sites file: a path in, its sites out; everything that is wrong with it is said at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from crawler.errors import SitesFileError
from crawler.sites.fields import BY_ENTRY, FIELDS
from crawler.sites.lines import KeyPath, line_of
from crawler.sites.site import Site

# A thousand sites written out with comments take a quarter of this.
MAX_BYTES = 1024 * 1024
EXAMPLE = 'write [sites.NAME] and under it start = ["https://news.example/"]'

# 'Invalid value (at line 2, column 5)'; at the end of the file 'Expected "]" (at end of document)'
SYNTAX_LINE = re.compile(r"\bat line (?P<line>\d+)")

Problem = tuple[KeyPath, str]


def read_sites(path: Path) -> tuple[Site, ...]:
    """Return the sites of a file in its order.

    Raises SitesFileError with a line for each problem: file, line, field and what to write instead.
    """
    text = _text(path)
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SitesFileError(_syntax_message(path, text, str(error))) from None
    problems = list(_problems(document))
    if problems:
        raise SitesFileError("\n".join(_message(path, text, problem) for problem in problems))
    return tuple(_site(name, table) for name, table in document["sites"].items())


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SitesFileError(f"{path}: cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise SitesFileError(f"{path}: larger than {MAX_BYTES} bytes; split it into several sites files")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SitesFileError(f"{path}:{line}: not UTF-8; save the file as UTF-8") from None


def _syntax_message(path: Path, text: str, error: str) -> str:
    """Return tomllib's message with the place where an editor looks for it: `FILE:LINE: …`."""
    found = SYNTAX_LINE.search(error)
    line = int(found["line"]) if found else text.count("\n") + 1
    return f"{path}:{line}: no valid TOML: {error}"


def _message(path: Path, text: str, problem: Problem) -> str:
    key, what = problem
    return f"{path}:{line_of(text, key)}: {'.'.join(key) or 'file'}: {what}"


def _problems(document: dict[str, Any]) -> Iterator[Problem]:
    for key in document.keys() - {"sites"}:
        yield (key,), f"unknown{_suggestion(key, ('sites',))}; {EXAMPLE}"
    sites = document.get("sites")
    if not isinstance(sites, dict) or not sites:
        yield (("sites",) if "sites" in document else ()), f"holds no site; {EXAMPLE}"
        return
    for name, table in sites.items():
        yield from _table_problems(("sites", name), table)


def _table_problems(path: KeyPath, table: Any) -> Iterator[Problem]:
    if not isinstance(table, dict):
        yield path, f"must be a table; {EXAMPLE}"
        return
    for key, value in table.items():
        if key not in FIELDS:
            yield (*path, key), f"unknown{_suggestion(key, tuple(FIELDS))}; known are {', '.join(FIELDS)}"
            continue
        for place, part in _parts((*path, key), value):
            try:
                FIELDS[key](part)
            except ValueError as error:
                yield place, str(error)
    if table.get("cookies") and "cookie" in map(str.lower, _keys(table.get("headers"))):
        yield (*path, "cookies"), "headers give a Cookie too; move it here"
    if not any(table.get(key) for key in ("start", "feeds", "sitemaps")):
        yield path, 'names no address; add start = ["https://news.example/"], feeds or sitemaps'


def _parts(path: KeyPath, value: Any) -> Iterator[tuple[KeyPath, Any]]:
    """Yield a value with its place, of a table each entry as a table of its own."""
    if path[-1] in BY_ENTRY and isinstance(value, dict):
        yield from (((*path, name), {name: entry}) for name, entry in value.items())
    else:
        yield path, value


def _keys(value: Any) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, dict) else ()


def _suggestion(key: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(key, known, n=1)
    return f" (did you mean {close[0]}?)" if close else ""


def _site(name: str, table: dict[str, Any]) -> Site:
    return Site(name=name, **{key: FIELDS[key](value) for key, value in table.items()})
