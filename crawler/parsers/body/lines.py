"""Lines that readers see and that are no text of an article, as data by language: labels, offers, credits.

Structure decides first (`judge`); these words only tip it.
"""

from __future__ import annotations

import re
from itertools import groupby

from crawler.parsers.body.line_words import FURNITURE_BEGINNINGS, FURNITURE_LINES, INVITATIONS
from crawler.parsers.body.phrases import phrases_of
from crawler.parsers.body.share_bar import is_share_bar
from crawler.parsers.finder import Finder
from crawler.text import fold

LONGEST_INVITATION = 250
"""Letters; a longer block that speaks of newsletters is an article's."""

# A line that announces the readers' comments: nothing of the article follows it.
COMMENTS_LINE = re.compile(
    r"(?:\d+\s+)?(?:comments?|responses|replies|reader comments|kommentare?|leserkommentare|commentaires?|comentarios?"
    r"|comentários|commenti|reacties|комментари[ийев]+|评论|コメント)(?:\s*\(?\d+\)?)?:?",
    re.IGNORECASE,
)
# What such a line begins with that does not begin with a number.
COMMENTS_STARTS = frozenset("crlkCRLKкК评コ")
LONGEST_COMMENTS_LINE = 40
# A caption's end: 'Photo: Ada Quill', 'Photograph: L. Ashby', '© Agency'.
CREDIT = re.compile(
    r"(?:\b(?:photo(?:graph|graphie)?s?|fotos?|fotografía|image|picture|bild(?:er|quelle|rechte)?|illustration|credit"
    r"|crédit(?: photo)?|zdjęcie)(?: by)?\s*[:/]|©)\s*(?-i:[A-ZÀ-Þ])[^.!?]{1,60}$",
    re.IGNORECASE,
)
# The same in brackets: '(Staff photo)', '(Foto: Ada Quill)'.
BRACKETED_CREDIT = re.compile(
    r"\((?:[^()]{1,40}[\s/])?(?:photo|fotos?|image|bild|archiv|archive|zdjęcie)(?:[\s:/][^()]{1,40})?\)$",
    re.IGNORECASE,
)
LONGEST_CAPTION = 300

# 'Estimated reading time: 6 minutes', 'Lesezeit ca. 2 Min.', 'Tempo di lettura 3′': with a figure, since 'The reading
# time of children …' begins a sentence.
READING_TIME = re.compile(
    r"(?:(?:estimated )?reading time|time to read|(?:geschätzte )?lesezeit|lesedauer|temps de lecture|durée de lecture"
    r"|tiempo (?:estimado )?de lectura|tempo di lettura|tempo (?:estimado )?de leitura|leestijd|lästid|læsetid|lesetid"
    r"|czas czytania|время (?:чтения|на чтение)|okuma süresi)[\s:~–-]{0,4}(?:ca\.?|circa|env\.?|aprox\.?|около)?\s?\d"
)
LONGEST_READING_TIME = 60
LONGEST_LED_LINE = 160
"""Characters; a paragraph of text that happens to begin like furniture is longer."""

# A placeholder set twice, in one element or in two that touch: 'ADVERTISEMENT ADVERTISEMENT', 'AnzeigeAnzeige'.
_TWICE = re.compile(r"(.{4,40}?)(?:[\W_]*\1)+")
LONGEST_REPEATED = 160


def _core(line: str) -> str:
    """A line without the signs around its first and last letter or digit."""
    start, end = 0, len(line)
    while start < end and not line[start].isalnum():
        start += 1
    while end > start and not line[end - 1].isalnum():
        end -= 1
    return line[start:end]


_LINES = frozenset(_core(entry) for entry in phrases_of(FURNITURE_LINES))
_INVITATIONS = Finder(phrases_of(INVITATIONS))
# By their first two characters: asking for a thousand beginnings of every line would cost more than the rest.
_BEGINNINGS = {
    head: tuple(entries)
    for head, entries in groupby(sorted(phrases_of(FURNITURE_BEGINNINGS)), key=lambda entry: entry[:2])
}


def is_furniture_line(text: str, folded: str | None = None) -> bool:
    """Tell whether a whole line is a placeholder, label or button in one of the languages.

    Here and below, `folded` is the text as `fold` returns it, from a caller that has it already.

    >>> is_furniture_line("ADVERTISEMENT"), is_furniture_line("- Publicité -"), is_furniture_line("Adverts work.")
    (True, True, False)
    >>> is_furniture_line("AnzeigeAnzeige"), is_furniture_line("Facebook X Reddit")
    (True, True)
    """
    if len(text) > LONGEST_REPEATED:
        return False
    line = _core(fold(text) if folded is None else folded)
    if line in _LINES or is_share_bar(text):
        return True
    # Most lines neither begin nor end with what stands in them a second time.
    if line.find(line[:4], 4) < 0 or line.find(line[-4:]) == len(line) - 4:
        return False
    repeated = _TWICE.fullmatch(line)
    return repeated is not None and repeated[1] in _LINES


def begins_like_furniture(text: str, folded: str | None = None) -> bool:
    """Tell whether a short line begins as insets, credits and offers do.

    >>> begins_like_furniture("Read more: The harbour reopens"), begins_like_furniture("Readers wrote to us.")
    (True, False)
    """
    if len(text) > LONGEST_LED_LINE:
        return False
    line = fold(text) if folded is None else folded
    if line.startswith(_BEGINNINGS.get(line[:2], ())) or line[:1] in _BEGINNINGS:
        return True
    if len(line) <= LONGEST_READING_TIME and READING_TIME.match(line):
        return True
    label, colon, _ = text.partition(":")
    return bool(colon and is_furniture_line(label))


def is_invitation(text: str, folded: str | None = None) -> bool:
    """Tell whether a short block offers a newsletter, a subscription or an app.

    >>> is_invitation("The day in five minutes. Sign up for our newsletter."), is_invitation("The tide rose.")
    (True, False)
    """
    if len(text) > LONGEST_INVITATION:
        return False
    return _INVITATIONS.found_in(fold(text) if folded is None else folded)


def is_comments_line(text: str) -> bool:
    """Tell whether a line is the heading of the readers' comments.

    >>> is_comments_line("3 Comments"), is_comments_line("Kommentare (12)"), is_comments_line("No comments were made.")
    (True, True, False)
    """
    if len(text) > LONGEST_COMMENTS_LINE or (text[:1] not in COMMENTS_STARTS and not text[:1].isdigit()):
        return False
    return COMMENTS_LINE.fullmatch(text.strip()) is not None


def is_caption(text: str) -> bool:
    """Tell whether a block closes with the credit of a photo.

    >>> is_caption("The edition for 2026. Photograph: Ada Quill"), is_caption("She took a photo: it was blurred.")
    (True, False)
    >>> is_caption("Ladders wait below the bridge. (Staff photo)"), is_caption("She left (nobody took a photo).")
    (True, False)
    """
    if len(text) > LONGEST_CAPTION:
        return False
    end = text[-90:]
    if end.endswith(")") and BRACKETED_CREDIT.search(end):
        return True
    return (":" in end or "/" in end or "©" in end) and CREDIT.search(end.rstrip(" .)")) is not None
