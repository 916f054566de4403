"""Byline leads: a line in, whether it begins with 'By', 'Von', 'Posted … by', and what stands behind that, out."""

from __future__ import annotations

import re

from crawler.parsers.byline_words import LATE_LEAD, LEAD_STARTS, LEADS

# What LATE_LEAD needs, and how far on it may stand: looked for first, since hardly a line has it.
LATE_WORD = re.compile(r"\s(?:by|von|par|por|door|av|af)\s", re.IGNORECASE)
MAX_BEFORE = 70


def begins_with_lead(text: str) -> bool:
    """Tell whether a line begins as bylines do.

    >>> begins_with_lead("Von Ada Holm"), begins_with_lead("Text: Ada Holm"), begins_with_lead("The tide")
    (True, True, False)
    """
    return _may_begin(text) and LEADS.match(text) is not None


def is_led(text: str) -> bool:
    """Tell whether a line names its writers behind a lead, be it at the beginning or behind a date.

    >>> is_led("By Ada Holm"), is_led("Posted on August 9, 2025 by Ada Holm"), is_led("Moved by the tide")
    (True, True, False)
    """
    return begins_with_lead(text) or (_may_be_late(text) and LATE_LEAD.match(text) is not None)


def without_first_lead(text: str) -> str:
    """Return a line without the lead it begins with."""
    return LEADS.sub("", text) if _may_begin(text) else text


def without_lead(text: str) -> str:
    """Return a byline without the words before the name.

    >>> without_lead("By Ada Holm"), without_lead("Posted on August 9, 2025 by Ada Holm")
    ('Ada Holm', 'Ada Holm')
    """
    text = without_first_lead(text)
    return LATE_LEAD.sub("", text, count=1) if _may_be_late(text) else text


def _may_begin(text: str) -> bool:
    start = text.lstrip()[:2]
    return start.lower() in LEAD_STARTS or not start.isascii()


def _may_be_late(text: str) -> bool:
    return LATE_WORD.search(text, 0, MAX_BEFORE) is not None
