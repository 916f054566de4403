"""Records of an export in, a Parquet file out; needs pyarrow, which comes with `copydesk[parquet]`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

from crawler.errors import CopydeskError
from pipelines.database.exporting import FIELDS, Record

# So many articles are held in memory at once, and make a row group.
GROUP = 1000

NUMBERS = {"id", "word_count", "revision"}
LISTS = {"authors", "tags", "pull_quotes"}


def write_parquet(records: Iterable[Record], file: IO[bytes]) -> None:
    """Write the records; raises CopydeskError when pyarrow is not installed.

    Types are those of the JSON record: texts (days and times too, as the pages give them), numbers, lists. Provenance
    is a list of {field, source, confidence}, since its keys differ from article to article.
    """
    arrow, parquet = _pyarrow()
    schema = _schema(arrow)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(iter(records)):
            writer.write_table(arrow.Table.from_pylist([_row(record) for record in group], schema=schema))


def require_pyarrow() -> None:
    """Raise CopydeskError, which says how to get it, when pyarrow is not installed."""
    _pyarrow()


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow  # noqa: PLC0415 - an extra, and large
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise CopydeskError(
            "Parquet needs pyarrow, which is not installed; `pip install 'copydesk[parquet]'` adds it, "
            "or choose --format jsonl"
        ) from error
    return pyarrow, pyarrow.parquet


def _schema(arrow: Any) -> Any:
    text = arrow.string()
    link = dict.fromkeys(("url", "title", "description", "published_at", "kind"), text)
    nested = {
        "related": arrow.list_(arrow.struct([*link.items(), ("target_id", arrow.int64())])),
        "provenance": arrow.list_(
            arrow.struct([("field", text), ("source", text), ("confidence", arrow.float64())])
        ),
        "is_accessible_for_free": arrow.bool_(),
        **dict.fromkeys(NUMBERS, arrow.int64()),
        **dict.fromkeys(LISTS, arrow.list_(text)),
    }
    return arrow.schema([(name, nested.get(name, text)) for name in FIELDS])


def _row(record: Record) -> Record:
    origins = [{"field": name, **origin} for name, origin in record["provenance"].items()]
    return {**record, "provenance": origins}


def _groups(records: Iterator[Record]) -> Iterator[list[Record]]:
    while group := list(islice(records, GROUP)):
        yield group
