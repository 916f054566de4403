"""Records of an export in; JSON lines or CSV out, line by line. Pure."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from pipelines.database.exporting import FIELDS, Record

# What makes a spreadsheet take a cell for a formula, or skip to what follows
# (https://owasp.org/www-community/attacks/CSV_Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """Yield a line for each record: all fields, nested as they are."""
    for record in records:
        yield json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def as_csv(records: Iterable[Record]) -> Iterator[str]:
    """Yield a head, then a row for each record; lists and objects are JSON, what is absent is empty."""
    yield _row(FIELDS)
    for record in records:
        yield _row(_cell(record[name]) for name in FIELDS)


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return defused(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return int(value) if isinstance(value, bool) else value


def defused(text: str) -> str:
    """Return a cell that no spreadsheet runs as a formula: an apostrophe before it makes it text.

    >>> defused("=HYPERLINK(1)"), defused("The tide")
    ("'=HYPERLINK(1)", 'The tide')
    """
    return f"'{text}" if text.startswith(FORMULA) else text


def _row(cells: Iterable[Any]) -> str:
    line = StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
