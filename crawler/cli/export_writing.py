"""Writing an export: records in; a file in its place, or standard output, out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import RawIOBase
from pathlib import Path

import click

from crawler.cli.output import COMPRESSED, Write, as_bytes, put_in_place, write_beside, write_stdout
from pipelines.database.exporting import Record
from pipelines.export import as_csv, as_jsonl

FORMATS = ("jsonl", "csv", "parquet")


class Stdout(RawIOBase):
    """Standard output for writers that want a file."""

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def write(self, data: object) -> int:
        """Write all of the bytes."""
        content = bytes(data)  # type: ignore[call-overload]  # a buffer, as io promises
        write_stdout(content)
        return len(content)


def form_of(out: Path | None) -> str:
    """Return the format that a file's name says, JSON lines where it says none.

    >>> form_of(Path("august.csv.gz")), form_of(Path("new"))
    ('csv', 'jsonl')
    """
    if out is None:
        return "jsonl"
    name = out.with_suffix("") if out.suffix in COMPRESSED else out
    form = name.suffix.removeprefix(".")
    return form if form in FORMATS else "jsonl"


def require(form: str, out: Path | None) -> None:
    """Raise what is wrong with a format before anything is begun."""
    if form != "parquet":
        return
    from pipelines.export_parquet import require_pyarrow  # noqa: PLC0415 - an extra

    require_pyarrow()
    if out is not None and out.suffix in COMPRESSED:
        raise click.UsageError("--out: Parquet is compressed as it is; leave .gz or .zst away")
    if out is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is nothing for a terminal; name a file with --out")


def write_all(form: str, records: Iterable[Record], out: Path | None) -> None:
    """Write the records where they belong."""
    if out is None:
        write_to_stdout(form, records)
    else:
        put_in_place(write_beside(out, writer(form, records)), out)


def write_to_stdout(form: str, records: Iterable[Record]) -> None:
    """Write the records; all of them are out when this returns."""
    writer(form, records)(Stdout())  # type: ignore[arg-type]  # as much of a file as writers need
    sys.stdout.buffer.flush()


def writer(form: str, records: Iterable[Record]) -> Write:
    """Return what writes the records in this form into an open file."""
    if form == "parquet":
        from pipelines.export_parquet import write_parquet  # noqa: PLC0415 - an extra

        return lambda file: write_parquet(records, file)
    return as_bytes(as_csv(records) if form == "csv" else as_jsonl(records))
