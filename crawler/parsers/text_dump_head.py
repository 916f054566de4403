"""Head of a text dump: its lines in, headline, standfirst, dates and authors out, and where the text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from crawler.dates import find_date
from crawler.parsers.person_names import is_office, names_of, person
from crawler.parsers.related.labels import MAX_LABEL, split_label, verdict_of
from crawler.parsers.text_dump_lines import SENTENCE_ENDS
from crawler.parsers.text_dump_words import (
    byline_of,
    date_of_line,
    is_date_line,
    is_furniture,
    says_modified,
)

# A line of this many characters is a paragraph, not a headline or a standfirst.
LONGEST_TITLE: Final = 250
LONGEST_STANDFIRST: Final = 450
# Between a standfirst and the share bar.
LONGEST_CAPTION: Final = 200
KICKER_WORDS: Final = 2
NAME_WORDS: Final = range(2, 4)
LONGEST_KICKER: Final = 30
# Lines below a kicker in which a date, a byline or a share bar is looked for.
LOOKED_AT: Final = 5
BARS: Final = re.compile(r"\s*[|•·]\s*")
LONGEST_NOTES: Final = 160
# Kicker, standfirst, byline, two dates, share bar, caption, credit: the head has no more lines.
MAX_HEAD: Final = 12


@dataclass(slots=True)
class Head:
    """What stands before the text."""

    title: str | None = None
    description: str | None = None
    published_at: str | None = None
    modified_at: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    body_from: int = 0
    """Index of the first line of the text."""
    names: list[str] = field(default_factory=list)


def read_head(lines: Sequence[str], languages: Sequence[str], now: datetime) -> Head:
    """Return the head; a line that is no date, byline or furniture is the standfirst when one of those follows."""
    head = Head()
    start = next((index for index, line in enumerate(lines[:MAX_HEAD]) if not is_furniture(line)), 0)
    if len(lines) == 0 or len(lines[start]) > LONGEST_TITLE:
        return head
    start += _has_kicker(lines[start : start + 1 + LOOKED_AT], languages)
    head.title, head.body_from = lines[start], start + 1
    waiting: list[str] = []
    has_inset = False
    for index in range(start + 1, min(len(lines), start + MAX_HEAD)):
        if _announces(lines[index]):
            has_inset = True
            continue
        # Behind an inset or a paragraph a share bar or a placeholder is the text's.
        in_text = has_inset or (len(waiting) > 1 and len(waiting[-1]) > LONGEST_CAPTION)
        if _note(lines[index], head, languages, now) or (not in_text and is_furniture(lines[index])):
            head.names += [line for line in waiting if _is_name(line)] if not head.names else []
            told = [line for line in waiting if line not in head.names]
            head.description = head.description or (told[0] if told else None)
            head.body_from = index + 1
        else:
            waiting.append(lines[index])
            # The standfirst, and the caption of the picture between it and the date; a third text is the article.
            if len(waiting) > (0 if head.published_at else 2) or len(lines[index]) > LONGEST_STANDFIRST:
                break
    head.authors = names_of(head.names)
    return head


def _is_name(line: str) -> bool:
    """Tell whether a line between headline and date is a name and nothing else."""
    return len(line.split()) in NAME_WORDS and person(line) == line and not is_office(line, frozenset())


def _has_kicker(lines: Sequence[str], languages: Sequence[str]) -> bool:
    """Tell whether the first line is a kicker: in capitals, or above headline and standfirst; a date comes soon."""
    if len(lines) < 3 or len(lines[0].split()) > KICKER_WORDS or len(lines[0]) > LONGEST_KICKER:
        return False
    first, second = lines[:2]
    is_headline = (
        len(second) <= LONGEST_TITLE
        and len(second.split()) > KICKER_WORDS + 1
        and len(second) > 2 * len(first)
    )
    if (
        not is_headline
        or second.endswith(SENTENCE_ENDS[:-1])
        or _is_note(second, languages)
        or _announces(second)
    ):
        return False
    # 'Tides' may be a headline with a line of more words below; a kicker in capitals is none.
    is_above_standfirst = lines[2].endswith(SENTENCE_ENDS) and not _is_note(lines[2], languages)
    return (first.isupper() or is_above_standfirst) and any(_is_note(line, languages) for line in lines[2:])


def _is_note(line: str, languages: Sequence[str]) -> bool:
    return is_furniture(line) or is_date_line(line, languages) or byline_of(line) is not None


def _announces(line: str) -> bool:
    """Tell whether a line is an inset or its label: the text may have begun before it."""
    return split_label(line) is not None or (
        len(line) <= MAX_LABEL and verdict_of(line) in ("related", "weak")
    )


def _note(line: str, head: Head, languages: Sequence[str], now: datetime) -> bool:
    """Note the dates and the names that a line of the head says; False when it says neither.

    A bar parts them: 'By Ada Holm | Published August 9, 2025 | Updated August 10, 2025'.
    """
    parts = [part.strip() for part in BARS.split(line)]
    if len(parts) > 1 and len(line) <= LONGEST_NOTES and _are_notes(parts, languages):
        noted = [_note_part(part, head, languages, now) for part in parts if part]
        return all(noted)
    return _note_part(line, head, languages, now)


def _are_notes(parts: Sequence[str], languages: Sequence[str]) -> bool:
    return all(is_date_line(part, languages) or byline_of(part) is not None for part in parts if part)


def _note_part(line: str, head: Head, languages: Sequence[str], now: datetime) -> bool:
    date = date_of_line(line, languages, now)
    name = byline_of(line)
    if date is not None:
        if says_modified(line) and (head.published_at or head.modified_at is None):
            head.modified_at = head.modified_at or date
        else:
            head.published_at = head.published_at or date
        return True
    if name is not None and names_of([name]):
        head.names.append(name)
        head.published_at = head.published_at or find_date(line, languages=languages, now=now)
        return True
    return is_date_line(line, languages)
