"""The closing summary of `reparse`: what it counted in, lines for a person out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from crawler.cli.summary import count
from crawler.cli.tally import Tally

# How many fields are named; an article has little more than these.
SHOWN = 12


@dataclass(slots=True)
class Counted:
    """What is counted beside the outcomes of pages."""

    fields: Counter[str] = field(default_factory=Counter)
    """Field → records in which it is another one now."""
    kept: int = 0
    """Records whose page gave no article any more."""
    without_page: int = 0
    """Articles whose page is not in the archive."""
    strangers: int = 0
    """Addresses of the archive that the file does not have."""

    def summary(self, tally: Tally, seconds: float) -> Iterator[str]:
        """Yield what changed, and what was left as it was and why."""
        read = f"{count(tally.pages, 'archived page')} parsed again in {seconds:.1f} s"
        changes = ", ".join(_changes(tally))
        yield f"{changes[:1].upper()}{changes[1:]}: {read}." if changes else f"Nothing changed: {read}."
        if self.fields:
            shown = (f"{name} {number:,}" for name, number in self.fields.most_common(SHOWN))
            yield f"  fields: {', '.join(shown)}"
        if changes and tally.outcomes["unchanged"]:
            yield f"  as they were: {tally.outcomes['unchanged']:,}"
        for number, what in (
            (self.kept, "kept, as no article was found on their pages"),
            (_others(tally) - self.kept, "no articles, as before"),
            (self.without_page, "articles whose page is not in the archive, left as they are"),
            (
                self.strangers,
                "addresses of the archive that the file does not have (`copydesk ingest` reads them)",
            ),
        ):
            if number:
                yield f"  {what}: {number:,}"


def _changes(tally: Tally) -> Iterator[str]:
    if tally.changed:
        yield f"{count(tally.changed, 'article')} changed"
    if tally.outcomes["copy"]:
        yield f"{count(tally.outcomes['copy'], 'copy', 'copies')} changed"
    if tally.new:
        yield count(tally.new, "new article")


def _others(tally: Tally) -> int:
    return tally.pages - tally.outcomes["article"] - tally.outcomes["copy"] - tally.outcomes["unchanged"]
