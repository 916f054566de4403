"""Found: what a field parser returns, a value with where it came from and how sure that is."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from crawler.items import Provenance

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A field's value with its source."""

    value: T
    source: str
    """`json-ld`, `microdata`, `meta`, `dom`, `state`, `url`, `rule` or `text`."""
    confidence: float
    """From 0 (a guess) to 1 (certain)."""

    @property
    def provenance(self) -> Provenance:
        """The source and confidence without the value."""
        return Provenance(self.source, self.confidence)
