"""Standfirst: the sentence or two printed between headline and text, found by name, by echo or by place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from crawler.dates import locate_date
from crawler.page import Page
from crawler.parsers.authors import bylines
from crawler.parsers.away import Around
from crawler.parsers.body.lines import is_furniture_line
from crawler.parsers.byline_leads import begins_with_lead
from crawler.parsers.date_lines import word_of_change
from crawler.parsers.headline_area import Area
from crawler.parsers.laid_lines import Line
from crawler.parsers.name_words import NameWords, name_words
from crawler.text import count_words, fold, squeeze, words

# What a name begins with before all that may be left out of it: 'sub' of 'sub-?titles?'.
STEM = re.compile(r"[a-z]+(?![?a-z])|[a-z]+(?=[a-z]\?)")
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
    "headline[-_]+desc(?:ription)?", "title[-_]+desc(?:ription)?", "article[-_]+desc(?:ription)?",
    "story[-_]+desc(?:ription)?",
)  # fmt: skip
CAPTIONS = (
    "caption", "credits?", "copyright", "image", "media", "photo", "bild", "figure", "attribution", "gallery", "video",
    "ratings?", "fivestar", "votes", "widget", "authors?", "bio", "profile", "social", "share", "sharing", "comments?",
)  # fmt: skip


def _class_words(names: Sequence[str]) -> NameWords:
    """Return a pattern that finds the names as words of a class, also inside 'articleDek' and 'ArticleDek_root'."""
    joined = "|".join(names)
    camel = "|".join(name[0].upper() + name[1:] for name in names)
    pattern = rf"(?:(?<![^\W_])(?:{joined})|(?<=[a-z])(?:{camel})|(?<![^\W_])(?:{camel}))(?![a-z])"
    return name_words(re.compile(pattern), {match[0] for name in names if (match := STEM.match(name))})


NAMED_SURELY, NAMED = _class_words(SURE), _class_words(SURE + LIKELY)
CAPTION = _class_words(CAPTIONS)
CREDIT = re.compile(
    r"^(?:foto|photo|bild|image|credit|quelle|source)s?\s?[:/]|getty images|shutterstock"
    r"|\bap photo\b|\b(?:foto|photo|bild)\s?:",
    re.IGNORECASE,
)
# Each match of CREDIT holds one of these.
CREDIT_WORDS = ("foto", "photo", "bild", "image", "credit", "quelle", "source", "shutterstock")
TAGS = frozenset({"h2", "h3", "h4", "h5", "p", "div", "span", "strong", "b", "em", "li", "section", "header"})
# A standfirst is a sentence or two; shorter lines are labels, longer ones are the text.
MIN_WORDS, MAX_WORDS = 5, 70
MAX_CHARS = 600
MAX_LINES = 16
MAX_LEVELS = 3
# Byline and date follow the standfirst within so many lines.
NEAR = 8
# A line in bold type of so many words is no label; a question so set is asked in an interview.
BOLD = ("strong", "b")
BOLD_ENDS = (".", "!", "…", ".“", ".”", ".»", '."')
MIN_BOLD = 12
# What descriptions add to a line or drop from it at its end.
ENDS = ". …"
DATE_ENDS = " .,:;|–—-"
# A page's title or a row of labels, no sentence: what stands behind the last such sign is a word or two, as in
# 'Tides of today | Harbour Television'.
LABELS = re.compile(r"\s[|∙•]\s+\w\S*(?:\s+\w\S*)?$")
DATE_AT_END = re.compile(r"(?<=[.!?])\s?[^.!?]{0,40}\d{4}\s*$")
# A line with so many of its words in common with the description says the same in other words.
COMMON = 0.4
# A line of so many words is a paragraph of the text, if it is no standfirst.
PARAGRAPH = 25
# 'Updated Aug 9, 9:41 AM; posted Aug 8, 8:19 PM', 'Ada Holm and Jo Marsh, Gazette Sports Writers': at most so many
# words, of a name at least so many, and beside the names no more.
MAX_SIGNING, MIN_NAME, MAX_BESIDE_NAMES = 16, 2, 3
BESIDE_NAMES = frozenset("and und et y e en og och i by von par por di da door af av for für".split())


class Sentence(NamedTuple):
    """A line near the headline, with what every question about it needs."""

    element: HtmlElement
    text: str
    size: int
    """Its number of words; of what is too long for a standfirst, those of its beginning."""
    held: Around
    """What holds the headline."""

    @property
    def names(self) -> list[str]:
        """The classes of its element and of what holds it, as far as that does not hold the headline too."""
        return _names(self.element, self.held)


def printed_standfirst(page: Page, area: Area, descriptions: Sequence[str]) -> str | None:
    """Return the standfirst printed near the headline, None when the text begins at once.

    In this order: a line whose element is named after standfirsts, a line that a description of the head repeats, a
    first line in bold type, a line that stands right before the byline or date. `descriptions` are those of the head.
    """
    lines = list(_sentences(area))
    opening = [line for line in _opening(lines) if _is_possible(line, page)]
    found = (
        _first_named(opening, NAMED_SURELY)
        or _first_named(opening, NAMED)
        or _echoed(opening, descriptions)
        or _in_bold(opening, lines)
        or _placed(lines, page, descriptions)
        or _first_named([line for line in _above(area) if _is_possible(line, page)], NAMED_SURELY)
    )
    return _without_date(found, page) if found else None


def _sentences(area: Area) -> Iterator[Sentence]:
    """Yield the lines below the headline but its repetitions, up to the first paragraph, of the text and a few more."""
    title = frozenset(words(fold(area.heading.text)))
    begun = False
    for place, line in enumerate(islice(area.below, MAX_LINES)):
        if begun and place >= NEAR:
            return
        if len(line.text) > 2 * len(area.heading.text) or not _repeats(line.text, title):
            sentence = _sentence(line, area.held)
            begun = begun or _is_paragraph(sentence)
            yield sentence


def _is_paragraph(line: Sentence) -> bool:
    return line.element.tag == "p" and line.size > PARAGRAPH


def _sentence(line: Line, held: Around) -> Sentence:
    return Sentence(line.element, line.text, count_words(line.text[:MAX_CHARS]), held)


def _above(area: Area) -> Iterator[Sentence]:
    return (_sentence(line, area.held) for line in area.above[:3])


def _repeats(text: str, title: frozenset[str]) -> bool:
    mine = frozenset(words(fold(text)))
    return len(mine & title) > 0.8 * len(mine)


def _opening(lines: Sequence[Sentence]) -> list[Sentence]:
    """Return the lines up to the first paragraph of the text, that one included, since it may be the standfirst."""
    end = next((place for place, line in enumerate(lines) if _is_paragraph(line)), len(lines))
    return list(lines[: end + 1])


def _first_named(lines: Sequence[Sentence], told: NameWords) -> str | None:
    return next((line.text for line in lines if any(_says(told, name) for name in line.names[:2])), None)


def _echoed(lines: Sequence[Sentence], descriptions: Sequence[str]) -> str | None:
    echoes = {fold(text).strip(ENDS) for text in descriptions}
    return next((line.text for line in lines if fold(line.text).strip(ENDS) in echoes), None)


def _in_bold(opening: Sequence[Sentence], lines: Sequence[Sentence]) -> str | None:
    """Return the first line where it is a sentence in bold type, and the paragraph below it is not."""
    line = next((line for line in opening if line.size >= MIN_BOLD), None)
    if line is None or line.size > MAX_WORDS or not line.text.endswith(BOLD_ENDS):
        return None
    if not _is_bold(line.element, line.text):
        return None
    below = lines[lines.index(line) + 1 :]
    following = next((other for other in below if other.size >= MIN_BOLD), None)
    return line.text if following is not None and not _is_bold(following.element, following.text) else None


def _is_bold(element: HtmlElement, text: str) -> bool:
    if element.tag in BOLD:
        return True
    bold = next(element.iterdescendants(*BOLD), None)
    return bold is not None and len(squeeze("".join(bold.itertext())) or "") >= 0.95 * len(text)


def _without_date(text: str, page: Page) -> str:
    """Take off a date at the very beginning or end, which stands in the same block."""
    found = locate_date(text, now=page.now)
    if found and found[1] == 0:
        return text[found[2] :].lstrip(DATE_ENDS)
    match = DATE_AT_END.search(text)
    # 'Letters to the editor for Jan. 12, 2025' ends with a date that begins before the stop.
    is_date = match is not None and locate_date(match[0], now=page.now) is not None
    return text[: match.start()].rstrip() if match and is_date else text


def _is_possible(line: Sentence, page: Page) -> bool:
    return (
        MIN_WORDS <= line.size <= MAX_WORDS * 2
        and len(line.text) <= MAX_CHARS
        and line.element.tag in TAGS
        and not LABELS.search(line.text)
        and not _is_credit(line.text)
        and not any(_says(CAPTION, name) for name in line.names)
        and not _signs(line, page)
    )


def _is_credit(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in CREDIT_WORDS) and CREDIT.search(text) is not None


# The same few hundred names stand on every page of a site.
@lru_cache(maxsize=16_384)
def _says(told: NameWords, names: str) -> bool:
    return told.are_in(names)


def _names(element: HtmlElement, held: Around) -> list[str]:
    found: list[str] = []
    each: HtmlElement | None = element
    while each is not None and each not in held and len(found) < MAX_LEVELS:
        found.append(f"{each.get('class') or ''} {each.get('itemprop') or ''} {each.get('id') or ''}"[:300])
        each = each.getparent()
    return found


def _placed(lines: Sequence[Sentence], page: Page, descriptions: Sequence[str]) -> str | None:
    """Return the line before byline or date, when neither its like follows nor a description of the head differs.

    Of two lines there the wordier one is the standfirst, if it is a sentence: the other is a notice.
    """
    signature = next((i for i, line in enumerate(lines[:NEAR]) if _is_signature(line, page)), None)
    before = [line for line in lines[:4][:signature] if line.size >= MIN_WORDS][:2]
    line = max(before, key=lambda line: len(line.text), default=None)
    if signature is None or line is None or not _is_possible(line, page) or line.size > MAX_WORDS:
        return None
    position = lines.index(line)
    if line is not before[0] and line.size > MAX_WORDS // 2:
        return None
    between = lines[position + 1 : signature]
    # Another line like it before the byline is a second paragraph: the text has begun. A share bar is none.
    if len(between) > 3 or any(
        _kind(other.element) == _kind(line.element) and not is_furniture_line(other.text)
        for other in between[:2]
    ):
        return None
    # Between headline and byline stands nothing but the standfirst, whatever the head describes.
    framed = position == 0 and not between
    return line.text if framed or _agrees(line.text, descriptions) else None


def _agrees(text: str, descriptions: Sequence[str]) -> bool:
    mine = set(words(fold(text)))
    return not descriptions or any(
        len(mine & set(words(fold(other)))) >= COMMON * len(mine) for other in descriptions
    )


def _kind(element: HtmlElement) -> tuple[object, ...]:
    return element.tag, element.get("class"), element.getparent()


def _signs(line: Sentence, page: Page) -> bool:
    """Tell whether a line says when or by whom something was published and nothing else, whatever its class says."""
    if line.size > MAX_SIGNING:
        return False
    mine = words(fold(line.text))
    if 2 * sum(word[0].isdigit() for word in mine) >= len(mine):
        return word_of_change(line.text) is not None or locate_date(line.text, now=page.now) is not None
    authors = page.once(bylines)
    names = {word for name in (authors.value if authors else ()) for word in words(fold(name))}
    others = set(mine) - names
    if len(names.intersection(mine)) < MIN_NAME or len(others) > MAX_BESIDE_NAMES:
        return False
    # 'An interview with Ada Holm' is none: what stands beside the names is a lead, 'and', or an office in capitals.
    begins = mine[0] in names or begins_with_lead(line.text)
    small = [word for word in words(line.text) if word[0].islower()]
    return begins and all(word in names or word in BESIDE_NAMES for word in small)


def _is_signature(line: Sentence, page: Page) -> bool:
    """Tell whether a line is a byline or a date line: short, beginning with 'By' or holding a date."""
    if line.size > 16:
        return False
    return begins_with_lead(line.text) or locate_date(line.text, now=page.now) is not None
