"""Related entries of a text dump: the lines behind 'Related Articles' in, links without addresses out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from crawler.items import RelatedLink
from crawler.parsers.related.badges import bare_headline, is_badge, says_paid
from crawler.parsers.related.labels import is_more_text
from crawler.parsers.text_dump_lines import SENTENCE_ENDS
from crawler.parsers.text_dump_words import date_of_line, is_date_line, is_furniture
from crawler.text import fold

# A kicker ('Politics') is shorter than the shortest headline.
KICKER_WORDS: Final = 2
MAX_ENTRIES: Final = 300


# A line, the date it gives, and whether it is a date or a time at all.
_Marked = tuple[str, str | None, bool]


@dataclass(slots=True)
class _Group:
    texts: list[str] = field(default_factory=list)
    date: str | None = None


def related_entries(lines: Sequence[str], languages: Sequence[str], now: datetime) -> tuple[RelatedLink, ...]:
    """Return the entries in the order of the lines, at most MAX_ENTRIES.

    A dump that gives a summary and a date in turn has no headlines: `title` is None, `description` the summary. One
    text an entry is a summary when most of them are sentences, else a headline; of two, the first is the headline.
    """
    groups = _even(_groups(lines, languages, now))
    single = [group.texts[0] for group in groups if len(group.texts) == 1]
    summaries = 2 * sum(text.endswith(SENTENCE_ENDS) for text in single) > len(single)
    return tuple(_link(group, summaries) for group in groups[:MAX_ENTRIES])


def each_once(links: Sequence[RelatedLink]) -> tuple[RelatedLink, ...]:
    """Return the links with each headline once: the first mention, completed from a later one."""
    kept: dict[str | int, RelatedLink] = {}
    for place, link in enumerate(links):
        key = fold(link.title) if link.title else place
        old = kept.get(key)
        kept[key] = link if old is None else _completed(old, link)
    return tuple(kept.values())


def _completed(old: RelatedLink, new: RelatedLink) -> RelatedLink:
    return replace(
        old,
        description=old.description or new.description,
        published_at=old.published_at or new.published_at,
    )


def _groups(lines: Sequence[str], languages: Sequence[str], now: datetime) -> list[_Group]:
    """Cut the lines at their dates: behind them, before them where the first line is a date, or before headlines."""
    marked = [(line, date_of_line(line, languages, now), is_date_line(line, languages)) for line in lines]
    marked = [(line, date, bare) for line, date, bare in marked if date or bare or not _is_noise(line)]
    if not any(date or bare for _, date, bare in marked):
        return [_Group(texts) for texts in _pairs([line for line, _, _ in marked])]
    if _dates_in_the_middle(marked):
        return _headline_groups(marked)
    first_is_date = bool(marked[0][1] or marked[0][2])
    groups = [_Group()]
    for line, date, bare in marked:
        if date or bare:
            if first_is_date and groups[-1].texts:
                groups.append(_Group())
            groups[-1].date = groups[-1].date or date
            if not first_is_date and groups[-1].texts:
                groups.append(_Group())
        else:
            groups[-1].texts.append(line)
    return [group for group in groups if group.texts]


def _dates_in_the_middle(marked: Sequence[_Marked]) -> bool:
    """Tell whether each date stands between headline and sentence, as in 'Harbour opens / 5 August / Boats run.'."""
    dates = [place for place, (_, date, bare) in enumerate(marked) if date or bare]
    return dates[0] > 0 and all(
        place + 1 < len(marked)
        and not marked[place - 1][0].endswith(SENTENCE_ENDS)
        and marked[place + 1][0].endswith(SENTENCE_ENDS)
        for place in dates
    )


def _headline_groups(marked: Sequence[_Marked]) -> list[_Group]:
    """Cut the lines before each line that a date follows."""
    groups: list[_Group] = []
    for place, (line, date, bare) in enumerate(marked):
        if date or bare:
            groups[-1].date = groups[-1].date or date
            continue
        if not groups or any(marked[place + 1][1:] if place + 1 < len(marked) else ()):
            groups.append(_Group())
        groups[-1].texts.append(line)
    return groups


def _is_noise(line: str) -> bool:
    return is_furniture(line) or is_more_text(line) or is_badge(line) or says_paid(line)


def _pairs(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield headline and summary where a sentence follows what is none, else each line by itself."""
    waiting: str | None = None
    for text in texts:
        if waiting is not None and text.endswith(SENTENCE_ENDS):
            yield [waiting, text]
            waiting = None
            continue
        if waiting is not None:
            yield [waiting]
        waiting = None if text.endswith(SENTENCE_ENDS) else text
        if waiting is None:
            yield [text]
    if waiting is not None:
        yield [waiting]


def _even(groups: Sequence[_Group]) -> list[_Group]:
    """Cut groups that hold several entries, the dates of the earlier ones being left out in the dump."""
    if not groups:
        return []
    usual = Counter(len(group.texts) for group in groups).most_common(1)[0][0]
    even: list[_Group] = []
    for group in groups:
        count = len(group.texts)
        if count > usual and count % usual == 0:
            parts = [group.texts[start : start + usual] for start in range(0, count, usual)]
            even += [_Group(part) for part in parts[:-1]]
            even.append(_Group(parts[-1], group.date))
        else:
            even.append(group)
    return even


def _link(group: _Group, single_is_summary: bool) -> RelatedLink:
    texts = group.texts
    if len(texts) > 2 and len(texts[0].split()) <= KICKER_WORDS:
        texts = texts[1:]
    if len(texts) > 1:
        summary = " ".join(texts[1:])
        return RelatedLink(
            url=None, title=bare_headline(texts[0]), description=summary, published_at=group.date
        )
    if single_is_summary:
        return RelatedLink(url=None, title=None, description=texts[0], published_at=group.date)
    return RelatedLink(url=None, title=bare_headline(texts[0]), published_at=group.date)
