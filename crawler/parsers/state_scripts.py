"""State scripts: a page's tree in; the JSON that its scripts hold for the browser's program, parsed, out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml.html import HtmlElement

# Bounds for hostile pages; the states of honest ones have up to two megabytes.
MAX_CHARS: Final = 5_000_000
SHORTEST: Final = 400
"""Characters; a shorter script holds no article."""
MOST_TRIES: Final = 40
"""Literals of a script that are tried; code in between holds few that begin like JSON."""

# Where a value begins that may be JSON: 'window.__STATE__ = {"', 'push([1,"', '= "{\"', 'JSON.parse("'.
START: Final = re.compile(r'[=(,]\s*(?=\{\s*"|\[\s*[\[{"\d]|"[{\[])')
UNDEFINED: Final = re.compile(r"(?<=[:,\[])\s*undefined(?=\s*[,}\]])")
# A row of React's flight format: '24:T1b7b,' (a text of so many bytes, in hexadecimal), or '5:{"json":…}' up to the
# line's end.
ROW: Final = re.compile(rb"([0-9a-f]{1,6}):(?:T([0-9a-f]{1,7}),)?")
REFERENCE: Final = re.compile(r'"\$([0-9a-f]{1,6})"')


def state_values(root: HtmlElement) -> Iterator[Any]:
    """Yield the JSON values of a page's scripts in page order, JSON-LD aside; what is no JSON is passed over.

    Whole scripts of a JSON type, and the values that others assign or hand on: `window.__INITIAL_STATE__ = {…}`,
    `Fusion.globalContent={…}`, `push([1,"…"])`. JSON in strings is read too. Of scripts that are code, nothing is run.
    """
    budget = MAX_CHARS
    streamed: list[str] = []
    for script in root.iter("script"):
        text, kind = script.text or "", (script.get("type") or "").lower()
        if "ld+json" in kind or (len(text) < SHORTEST and "push([" not in text):
            continue
        budget -= len(text)
        if budget < 0:
            break
        for value in _literals(text):
            if _is_chunk(value):
                streamed.append(value[1])
            elif (whole := _opened(value)) is not None:
                yield whole
    yield from _rows("".join(streamed).encode("utf-8", "replace"))


def _literals(text: str) -> Iterator[Any]:
    """Yield the JSON values that stand in a script, each as it is decoded."""
    decoder = json.JSONDecoder(strict=False)
    text = UNDEFINED.sub("null", text) if "undefined" in text else text
    stripped = len(text) - len(text.lstrip())
    at = stripped if text[stripped : stripped + 1] in {"{", "["} else _next(text, 0)
    for _ in range(MOST_TRIES):
        if at < 0:
            return
        try:
            value, end = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            # What was read in vain is not read again: the next try begins where this one broke off.
            end = max(at + 1, error.pos)
        except RecursionError:
            return
        else:
            yield value
        at = _next(text, end)


def _next(text: str, start: int) -> int:
    found = START.search(text, max(0, start - 1))
    return found.end() if found else -1


def _opened(value: Any) -> Any:
    """Return a value, a string that holds JSON as what it holds; None for one that holds nothing."""
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            value = json.loads(value, strict=False)
        except (ValueError, RecursionError):
            return None
    if isinstance(value, list):
        value = _revived(value)
    return value if isinstance(value, dict | list) else None


def _revived(values: list[Any]) -> list[Any]:
    """Return a flat list whose objects hold the places of their values (devalue's format) with the values in them."""
    first = values[0] if values else None
    if len(values) < 3 or not isinstance(first, dict | list) or not _is_places(first):
        return values
    for entry in values:
        if isinstance(entry, dict) and _is_places(entry):
            entry.update({name: _at(values, place) for name, place in entry.items()})
        elif isinstance(entry, list) and _is_places(entry):
            entry[:] = [_at(values, place) for place in entry]
    return values


def _is_places(entry: dict[str, Any] | list[Any]) -> bool:
    places = entry.values() if isinstance(entry, dict) else entry[-1:]
    return bool(places) and all(type(place) is int for place in places)


def _at(values: list[Any], place: Any) -> Any:
    return values[place] if type(place) is int and 0 <= place < len(values) else place


def _is_chunk(value: Any) -> bool:
    """Tell whether a value is a piece of a streamed state: `[1, "…"]`."""
    return isinstance(value, list) and len(value) == 2 and value[0] == 1 and isinstance(value[1], str)


def _rows(stream: bytes) -> Iterator[Any]:
    """Yield the JSON rows of a streamed state, each text in the place of the first reference to it."""
    texts: dict[str, str] = {}
    lines: list[str] = []
    at = 0
    while row := ROW.match(stream, at):
        end = row.end() + int(row[2], 16) if row[2] else stream.find(b"\n", row.end())
        end = end if 0 <= end <= len(stream) else len(stream)
        content = stream[row.end() : end].decode("utf-8", "replace")
        if row[2]:
            texts[row[1].decode()] = json.dumps(content)
        elif content[:1] in {"{", "["}:
            lines.append(content)
        at = end + (stream[end : end + 1] == b"\n")
    for line in lines:
        try:
            yield json.loads(REFERENCE.sub(lambda match: texts.pop(match[1], match[0]), line), strict=False)
        except (ValueError, RecursionError):
            continue
