"""One line of an export in; the visit that stores its article again, and what the file kept of it, out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from crawler.errors import PageError
from crawler.items import Article, Provenance, RelatedLink, Visit
from crawler.sources.exports import record_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An article of an export, and what the file that it comes from kept of it."""

    visit: Visit
    """When its text was last seen, and where."""
    first_seen_at: str
    """When the article first was."""
    revision: int
    """The number of its text."""
    gone_at: str | None
    """When its page was first found gone; None where it was not, and from exports that did not say so yet."""


TEXTS = ("authors", "pull_quotes", "tags")


def exported_visit(line: bytes) -> Exported:
    """Return the article with what was kept of it.

    Raises PageError, which names the field, when the line is no record of an export.
    """
    record = record_of(line)
    article = _article(record)
    visit = Visit(
        url=_text(record, "fetched_url"),
        outcome="article",
        reason="from an export",
        fetched_at=_text(record, "last_seen_at"),
        article=article,
    )
    revision = record.get("revision")
    if not isinstance(revision, int) or revision < 1:
        raise PageError('"revision" must be a number from 1')
    gone_at = _text(record, "gone_at") if record.get("gone_at") is not None else None
    return Exported(
        visit=visit, first_seen_at=_text(record, "first_seen_at"), revision=revision, gone_at=gone_at
    )


def _article(record: dict[str, Any]) -> Article:
    values: dict[str, Any] = {f.name: record.get(f.name) for f in fields(Article)}
    values |= {name: tuple(_list(record, name, str)) for name in TEXTS}
    values["related"] = tuple(_link(link) for link in _list(record, "related", dict))
    values["provenance"] = {name: _origin(origin) for name, origin in _object(record, "provenance").items()}
    _check(Article, values)
    return Article(**values)


def _link(record: dict[str, Any]) -> RelatedLink:
    values: dict[str, Any] = {f.name: record.get(f.name) for f in fields(RelatedLink)}
    _check(RelatedLink, values)
    return RelatedLink(**values)


def _origin(record: Any) -> Provenance:
    match record:
        case {"source": str(source), "confidence": float() | int() as confidence}:
            return Provenance(source, float(confidence))
    raise PageError('"provenance" must hold objects with "source" and "confidence"')


def _check(kind: type, values: dict[str, Any]) -> None:
    """Raise PageError when a value is of another type than its field."""
    for name, hint in get_type_hints(kind).items():
        if not _fits(values[name], hint):
            raise PageError(f'"{name}" is of the wrong type')


def _fits(value: Any, hint: Any) -> bool:
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    if isinstance(hint, UnionType):
        return any(_fits(value, option) for option in get_args(hint))
    plain = get_origin(hint) or hint
    return value is None if plain is NoneType else isinstance(value, plain)


def _text(record: dict[str, Any], name: str) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not value:
        raise PageError(f'"{name}" must be a text')
    return value


def _list(record: dict[str, Any], name: str, kind: type) -> list[Any]:
    value = record.get(name)
    if not isinstance(value, list) or not all(isinstance(entry, kind) for entry in value):
        raise PageError(f'"{name}" is of the wrong type')
    return value


def _object(record: dict[str, Any], name: str) -> dict[str, Any]:
    value = record.get(name)
    if not isinstance(value, dict):
        raise PageError(f'"{name}" must be an object')
    return value
