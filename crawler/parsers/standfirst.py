"""Standfirst: the sentence or two printed between headline and text, found by name, by echo or by place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.dates import locate_date
from crawler.page import Page
from crawler.parsers.away import Around
from crawler.parsers.body.lines import is_furniture_line
from crawler.parsers.byline_words import LEADS
from crawler.parsers.headline_area import Area, Line
from crawler.text import fold, words

# Names that templates give the standfirst, in the languages of the press, each a word of a class; sure ones first.
SURE = (
    "dek", "deck", "stand-?first", "sub-?titles?", "sub-?titulo", "sub-?head(?:ing|line)?", "subline", "chapo",
    "chapeau", "vorspann", "entradilla", "bajada", "linha-?fina", "gravata", "unterzeile", "untertitel",
    "strap(?:line)?", "catenaccio", "copete", "alt-?title", "soustitre", "sous-titre", "sottotitolo", "podtytul",
    "descp",
    "ingress", "perex",
)  # fmt: skip
LIKELY = (
    "lead", "lead-?(?:in|text|paragraph)", "article-?lead", "intro", "intro-?(?:duction|text)", "summary", "sommario",
    "abstract", "excerpt", "kurztext", "preamble", "einleitung", "anons", "teaser-?text", "hero-text", "subheader",
    "__desc(?:ription)?",
)  # fmt: skip
CAPTIONS = (
    "caption", "credits?", "copyright", "image", "media", "photo", "bild", "figure", "attribution", "gallery", "video",
    "ratings?", "fivestar", "votes", "widget", "authors?", "bio", "profile", "social", "share", "sharing", "comments?",
)  # fmt: skip


def _class_words(names: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds the names as words of a class, also inside 'articleDek' and 'ArticleDek_root'."""
    joined = "|".join(names)
    camel = "|".join(name[0].upper() + name[1:] for name in names if name[0].isalpha())
    return re.compile(rf"(?:(?<![^\W_])(?:{joined})|(?<=[a-z])(?:{camel})|(?<![^\W_])(?:{camel}))(?![a-z])")


NAMED_SURELY, NAMED = _class_words(SURE), _class_words(SURE + LIKELY)
CAPTION = _class_words(CAPTIONS)
CREDIT = re.compile(
    r"^(?:foto|photo|bild|image|credit|quelle|source)s?\s?[:/]|getty images|shutterstock"
    r"|\bap photo\b|\b(?:foto|photo|bild)\s?:",
    re.IGNORECASE,
)
TAGS = frozenset({"h2", "h3", "h4", "h5", "p", "div", "span", "strong", "b", "em", "li", "section", "header"})
# A standfirst is a sentence or two; shorter lines are labels, longer ones are the text.
MIN_WORDS, MAX_WORDS = 5, 70
MAX_CHARS = 600
MAX_LINES = 16
# What descriptions add to a line or drop from it at its end.
ENDS = ". …"
DATE_ENDS = " .,:;|–—-"
DATE_AT_END = re.compile(r"(?<=[.!?])\s?[^.!?]{0,40}\d{4}\s*$")
# A line with so many of its words in common with the description says the same in other words.
COMMON = 0.4
# A line of so many words is a paragraph of the text, if it is no standfirst.
PARAGRAPH = 25


class Printed(NamedTuple):
    """A standfirst as printed."""

    text: str
    confidence: float


def printed_standfirst(page: Page, area: Area, descriptions: Sequence[str]) -> Printed | None:
    """Return the standfirst printed near the headline, None when the text begins at once.

    In this order: a line whose element is named after standfirsts, a line that a description of the head repeats, a
    line that stands right before the byline or date. `descriptions` are those of the head.
    """
    held = area.held
    lines = [line for line in area.below[:MAX_LINES] if not _repeats(line.text, area.heading.text)]
    opening = [line for line in _opening(lines) if _is_possible(line, held)]
    above = [line for line in area.above[:3] if _is_possible(line, held)]
    echoes = [fold(text).strip(ENDS) for text in descriptions]
    for text, confidence in (
        (_first_named(opening, held, NAMED_SURELY), 0.85),
        (_first_named(opening, held, NAMED), 0.8),
        (next((line.text for line in opening if fold(line.text).strip(ENDS) in echoes), None), 0.85),
        (_placed(lines, page, held, descriptions), 0.6),
        (_first_named(above, held, NAMED_SURELY), 0.7),
    ):
        if text:
            return Printed(_without_date(text, page), confidence)
    return None


def _repeats(text: str, title: str) -> bool:
    mine, theirs = set(words(fold(text))), set(words(fold(title)))
    return len(mine & theirs) > 0.8 * len(mine)


def _opening(lines: Sequence[Line]) -> list[Line]:
    """Return the lines up to the first paragraph of the text, that one included, since it may be the standfirst."""
    found = []
    for line in lines:
        found.append(line)
        if line.element.tag == "p" and len(words(line.text)) > PARAGRAPH:
            break
    return found


def _first_named(lines: Sequence[Line], held: Around, names: re.Pattern[str]) -> str | None:
    return next((line.text for line in lines if any(map(names.search, _names(line.element, held, 2)))), None)


def _without_date(text: str, page: Page) -> str:
    """Take off a date at the very beginning or end, which stands in the same block."""
    found = locate_date(text, now=page.now)
    if found and found[1] == 0:
        return text[found[2] :].lstrip(DATE_ENDS)
    match = DATE_AT_END.search(text)
    return text[: match.start()].rstrip() if match and found else text


def _is_possible(line: Line, held: Around) -> bool:
    count = len(words(line.text))
    return (
        MIN_WORDS <= count <= MAX_WORDS * 2
        and len(line.text) <= MAX_CHARS
        and line.element.tag in TAGS
        and not CREDIT.search(line.text)
        and not any(CAPTION.search(name) for name in _names(line.element, held, 3))
    )


def _names(element: HtmlElement, held: Around, levels: int) -> list[str]:
    """Return the classes of an element and of what holds it, as far as that does not hold the headline too."""
    found: list[str] = []
    each: HtmlElement | None = element
    while each is not None and each not in held and len(found) < levels:
        found.append(f"{each.get('class') or ''} {each.get('itemprop') or ''} {each.get('id') or ''}"[:300])
        each = each.getparent()
    return found


def _placed(lines: Sequence[Line], page: Page, held: Around, descriptions: Sequence[str]) -> str | None:
    """Return the first line when byline or date follow it, and neither its like follows nor a description differs."""
    line = next((line for line in lines[:4] if len(words(line.text)) >= MIN_WORDS), None)
    if line is None or not _is_possible(line, held) or len(words(line.text)) > MAX_WORDS:
        return None
    position = lines.index(line)
    if any(_is_signature(other.text, page) for other in lines[: position + 1]):
        return None
    rest = lines[position + 1 : position + 5]
    signature = next((i for i, other in enumerate(rest) if _is_signature(other.text, page)), None)
    signed = signature is not None
    # Another line like it before the byline is a second paragraph: the text has begun. A share bar is none.
    alike = any(
        _kind(other.element) == _kind(line.element) and not is_furniture_line(other.text)
        for other in rest[: min(2, signature or 0)]
    )
    # Between headline and byline stands nothing but the standfirst, whatever the head describes.
    framed = position == 0 and bool(rest) and _is_signature(rest[0].text, page)
    return line.text if signed and not alike and (framed or _agrees(line.text, descriptions)) else None


def _agrees(text: str, descriptions: Sequence[str]) -> bool:
    mine = set(words(fold(text)))
    return not descriptions or any(
        len(mine & set(words(fold(other)))) >= COMMON * len(mine) for other in descriptions
    )


def _kind(element: HtmlElement) -> tuple[object, ...]:
    return element.tag, element.get("class"), element.getparent()


def _is_signature(text: str, page: Page) -> bool:
    """Tell whether a line is a byline or a date line: short, beginning with 'By' or holding a date."""
    if len(words(text)) > 16:
        return False
    return bool(LEADS.match(text)) or locate_date(text, now=page.now) is not None
