"""The closing summary: a run's tally in, lines for a person out."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.cli.tally import Tally
from crawler.items import Outcome
from crawler.text import printable

# How many kinds of reasons are shown for one outcome; stats shows them all.
SHOWN = 5
# What a person wants to know the reasons of, in this order, and what it is called.
EXPLAINED: tuple[tuple[Outcome, str], ...] = (
    ("not_article", "no articles"),
    ("rejected", "rejected"),
    ("disallowed", "disallowed"),
    ("failed", "failed"),
)
SOURCES: tuple[tuple[Outcome, str], ...] = (("listing", "listing"), ("feed", "feed"), ("sitemap", "sitemap"))


def summary(tally: Tally, seconds: float) -> Iterator[str]:
    """Yield what was stored, what was skipped and why; every line is safe for a terminal."""
    met = f"{count(tally.pages, 'address', 'addresses')} in {seconds:.1f} s"
    if tally.is_news:
        yield f"Stored {stored(tally)} from {met}."
    else:
        yield f"Nothing new: {nothing_new(tally)}; {met}."
    rest = [count(tally.outcomes[name], word) for name, word in SOURCES if tally.outcomes[name]]
    if rest:
        yield f"  read for links: {', '.join(rest)}"
    if tally.is_news and tally.outcomes["unchanged"]:
        yield f"  unchanged: {tally.outcomes['unchanged']:,}"
    for number, word in _not_asked(tally):
        if number:
            yield f"  {word}: {number:,}"
    for outcome, word in EXPLAINED:
        if tally.outcomes[outcome]:
            yield f"  {word}: {tally.outcomes[outcome]:,}"
            yield from _reasons(tally, outcome)
    if tally.passed_over:
        kinds = ", ".join(f"{number:,} {what}" for what, number in tally.passed_over.most_common(SHOWN))
        yield printable(f"  passed over: {tally.passed_over.total():,} ({kinds})")


def stored(tally: Tally) -> str:
    """Return what was stored, in words."""
    parts = [count(tally.new, "new article")] if tally.new or not tally.changed else []
    if tally.changed:
        parts.append(f"{count(tally.changed, 'changed article')} as new revision")
    if tally.outcomes["copy"]:
        parts.append(count(tally.outcomes["copy"], "copy", "copies"))
    if tally.related:
        parts.append(count(tally.related, "related link"))
    return ", ".join(parts)


def nothing_new(tally: Tally) -> str:
    """Return why nothing was stored, in words."""
    known = (
        tally.outcomes["unchanged"] - tally.same_sources - tally.met_elsewhere + tally.skipped - tally.put_off
    )
    if known:
        return f"{count(known, 'article')} known already and unchanged"
    if tally.same_sources:
        return f"{count(tally.same_sources, 'page')} of links unchanged"
    return "no article found"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> count(1, "copy", "copies"), count(1200, "article")
    ('1 copy', '1,200 articles')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _not_asked(tally: Tally) -> Iterator[tuple[int, str]]:
    yield tally.skipped - tally.put_off if tally.is_news else 0, "known and not due, not asked"
    yield tally.put_off, "failed before and put off, not asked"
    yield tally.denied, "ruled out by the sites file, not asked"
    yield tally.cut, "cut, as their kind leads to no articles"
    yield tally.left, "left for the next run"


def _reasons(tally: Tally, outcome: Outcome) -> Iterator[str]:
    # What was said of each of its addresses is not said once more.
    kinds = [
        (kind, number)
        for kind, number in tally.reasons[outcome].most_common()
        if number > tally.told[f"{outcome}: {kind}"]
    ]
    for kind, number in kinds[:SHOWN]:
        yield f"    {number:,} × {printable(kind)}"
    if kinds[SHOWN:]:
        rest = sum(number for _, number in kinds[SHOWN:])
        yield f"    {rest:,} × other reasons, which `copydesk stats` shows"
