"""Authors a reader sees: links to authors, elements named after them, lines that begin with 'By', signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from lxml.html import HtmlElement

from crawler.dates import locate_date
from crawler.page import Page
from crawler.parsers.author_head import Place, text_of
from crawler.parsers.away import is_away, is_of_others
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.body.segmentation import LINE_BREAK
from crawler.parsers.byline_labels import SIGNING
from crawler.parsers.byline_leads import begins_with_lead, is_led, without_lead
from crawler.parsers.byline_words import PARTICLES, PICTURED, SHARED
from crawler.parsers.finder import Finder
from crawler.parsers.laid_lines import Line
from crawler.parsers.landmarks import elements_named, landmarks
from crawler.parsers.person_names import is_office, names_of, person
from crawler.parsers.title_parts import compact
from crawler.text import fold, squeeze, words

# Classes and ids of bylines.
CLASSED = Finder((
    "author", "byline", "autor", "writer", "auteur", "vcard", "creator", "contributor", "signature", "firma", "redakt",
    "verfasser", "journalist",
))  # fmt: skip
# Classes that hold a name and nothing else (hCard's 'fn' and its like): there one word may be a name.
NAME_CLASS = frozenset("author fn byline author-name author_name authorname username byline-name".split())
# Lines that begin like a signature or name the writer at a text's end: 'By Ada Holm', 'Autorin: Ada Holm'.
SIGNED = (
    "By ", "By:", "Von ", "Von:", "Par ", "Por ", "Autor", "Author", "Auteur", "Text:", "Text :", "Words:", "Redakteur",
    "Автор", "（文", "（記者", "责任编辑", "责编", "(责", "（责", *SIGNING,
)  # fmt: skip
# Their first two characters, which hardly a text has: looked at first.
SIGNED_STARTS = frozenset(each[:2] for each in SIGNED)
# '（文・高瀬慎一）', '（記者 高瀬慎一）'
CJK_SIGNATURE = re.compile(r"（(?:文|記者)[・:：＝\s]*([^（）\s]{2,12})）")
# '责任编辑：焦鹏', '(责编：牛镛、岳弘彬)'
CJK_EDITOR = re.compile(r"[(（]?(?:责任编辑|责编|編輯|编辑)\s*[:：]\s*([^\s()（）:：]{2,20})")
BESIDE = " \t,;:|-–—*•·/()"
# 'Ada Holm | Gazette Staff': who wrote, and what they are.
BAR = re.compile(r"(?<=\w)\s*[|•]\s")
# What a byline's name stands behind, and the classes of boxes on authors; how far around a text they are looked for.
LED_NAME = re.compile(r"(?:^|\s)(?:by|von|par|por|di|door|af|av)\s$", re.IGNORECASE)
ON_AUTHOR = re.compile(r"(?<![a-z])(?:author|autor|auteur|bio|byline|biography|profile)", re.IGNORECASE)
MAX_LEAD, MAX_AROUND = 60, 4
MAX_ELEMENTS = 40
MAX_LINE = 120
MAX_OFFICE = 40
MAX_SIGNED = 400
MAX_LINKED = 12
MAX_SLUG = 80
MAX_HREF = 300
# Folders in which sites keep their authors' pages.
AUTHOR_PAGE = Finder((
    "/author", "/autor", "/auteur", "/staff/", "/journalist", "/redakt", "/profil", "/people/", "/columnist", "/writer",
    "/reporter", "/expert",
))  # fmt: skip
MAX_LINKS = 5_000
MAX_NEAR = 16
MAX_BESIDE = 12
MIN_WORD = 3


def rel_author(place: Place) -> list[str]:
    """Return the text of the first link with `rel=author`, and of those beside it."""
    found = [each for each in _links(place) if not is_of_others(each, place.held)]
    return [
        text_of(each)
        for each in found[:1] + [each for each in found[1:] if each.getparent() is found[0].getparent()]
    ]


def classed(place: Place) -> list[str]:
    """Return the text of the first element behind the headline that is named after authors and holds a name."""
    for element in elements_named(place.page, CLASSED, MAX_ELEMENTS):
        if is_away(element, place.held):
            continue
        text = text_of(element)
        lone = bool(NAME_CLASS.intersection((element.get("class") or "").lower().split()))
        if 3 <= len(text) <= MAX_LINE and _is_byline(text, lone=lone):
            return _linked_names(element) or [text]
    return []


def _linked_names(element: HtmlElement) -> list[str]:
    """Return the names that a byline links one by one, where it has several."""
    texts_of_links = [text_of(link) for link in islice(element.iterdescendants("a"), MAX_LINKED)]
    names = [text for text in texts_of_links if " " in text and person(text) == text]
    return names if len(names) > 1 else []


def author_pages(place: Place) -> list[str]:
    """Return the name that links to its own page: '/autoren/ada-holm' for 'Ada Holm'."""
    links = place.page.once(blocks_of).links[:MAX_LINKS]
    hrefs = [link.get("href") or "" for link in links]
    for number in AUTHOR_PAGE.which([href[:MAX_HREF] for href in hrefs]):
        link, href = links[number], hrefs[number]
        text = text_of(link)
        name, slug = compact(text), compact(href[-MAX_SLUG:])
        if " " in text and name in slug and _is_byline(text, lone=False) and not is_away(link, place.held):
            return [text]
    return []


def printed(place: Place) -> list[str]:
    """Return the line near the headline that begins with 'By', 'Von', 'Par' … and goes on with a name."""
    return next(
        ([line.text] for line in _near(place) if _is_led(line.text) and _is_byline(line.text, lone=False)),
        [],
    )


def _is_led(text: str) -> bool:
    return is_led(text) and not SHARED.search(text) and not PICTURED.match(text)


def beside_date(place: Place) -> list[str]:
    """Return what stands beside the date in a line near the headline, where that is a name and nothing else."""
    for line in islice(_near(place), MAX_BESIDE):
        found = locate_date(line.text, now=place.page.now)
        if found:
            beside = [part.strip(BESIDE) for part in (line.text[: found[1]], line.text[found[2] :])]
            names = [part for part in beside if 2 <= len(part.split()) <= 4 and person(part) == part]
            if names and _is_byline(names[0], lone=False):
                return names[:1]
    return []


def above_or_below_date(place: Place) -> list[str]:
    """Return the line near the headline that is a name and nothing else, right above or below one with a date.

    Two capitals alone make no name ('Real Estate'): of a name's words none stands elsewhere on the page.
    """
    lines = list(islice(_near(place), MAX_BESIDE))
    dated = [locate_date(line.text, now=place.page.now) is not None for line in lines]
    for index, line in enumerate(lines):
        is_beside = any(dated[max(0, index - 1) : index + 2]) and not dated[index]
        if is_beside and _is_lone_name(line) and not _stands_in_text(line.text, place.page):
            return [line.text]
    return []


def _is_lone_name(line: Line) -> bool:
    """Tell whether a line is one name; one that links elsewhere than to an author's page is a section's."""
    parts = line.text.split()
    if not 2 <= len(parts) <= 4 or not all(part[0].isupper() or part in PARTICLES for part in parts):
        return False
    holding, held = line.element.iterancestors("a"), line.element.iterdescendants("a")
    hrefs = [
        href for each in (line.element, *islice(held, 1), *islice(holding, 1)) if (href := each.get("href"))
    ]
    if hrefs and not AUTHOR_PAGE.found_in(hrefs[0][:MAX_HREF]):
        return False
    return names_of([line.text]) == (line.text,) and _is_byline(line.text, lone=False)


def _stands_in_text(name: str, page: Page) -> bool:
    key = fold(name)
    others = (block.folded for block in page.once(blocks_of).blocks if key not in block.folded)
    mine = {word for word in words(key) if len(word) >= MIN_WORD}
    return any(not mine.isdisjoint(words(text)) for text in others if any(word in text for word in mine))


def signed(place: Place) -> list[str]:
    """Return the signature of a text without a headline of its own or with its names at the end.

    A line of the page is read that begins with 'By', 'Von', 'Par', 'Autorin:' … or is '（文・…）'.
    """
    for element, line in islice(_signed_lines(place.page), MAX_ELEMENTS):
        if is_away(element, place.held):
            continue
        signature = CJK_SIGNATURE.fullmatch(line) or CJK_EDITOR.match(line)
        if signature:
            return [signature[1]]
        is_short = len(line) <= MAX_LINE and begins_with_lead(line)
        name = person(line) if is_short else None
        if name and (" " in name or not name.isascii()) and _is_byline(line, lone=False):
            return [line]
    return []


def _signed_lines(page: Page) -> Iterator[tuple[HtmlElement, str]]:
    cut = page.once(blocks_of)
    for block in cut.blocks:
        texts = block.texts
        if len(texts) == 1 or LINE_BREAK not in texts:
            if _is_signed(block.text):
                yield cut.frames.elements[block.frame], squeeze(block.text[:MAX_SIGNED]) or ""
            continue
        for line in "".join(texts).split(LINE_BREAK):
            if _is_signed(begun := line.lstrip()):
                yield cut.frames.elements[block.frame], squeeze(begun[:MAX_SIGNED]) or ""


def _is_signed(text: str) -> bool:
    return text[:2] in SIGNED_STARTS and text.startswith(SIGNED)


def led_office(place: Place) -> list[str]:
    """Return the short line near the headline that says 'By' and goes on with no person's name: 'By Staff Writer'."""
    for line in islice(_near(place), MAX_BESIDE):
        rest = without_lead(line.text)
        if len(rest) < len(line.text) <= MAX_OFFICE and _is_led(line.text):
            parts = rest.split()
            if len(parts) <= 4 and all(part[0].isupper() for part in parts if part[0].isalpha()):
                return [rest]
    return []


def spelt_out(place: Place, first: str) -> str | None:
    """Return the one name that a box on the author or a byline anywhere gives for a first name; None for several."""
    cut = place.page.once(blocks_of)
    found: dict[str, str] = {}
    name = re.compile(
        rf"{re.escape(first)}\s+(?:(?:von|van|de|da|di|der)\s+)*[^\W\d_][\w.'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]+)?"
    )
    for block in cut.blocks:
        at = block.text.find(f"{first} ", 0, MAX_LEAD)
        match = name.match(block.text, at) if at >= 0 else None
        full = person(match[0]) if match else None
        if full is None or " " not in full or not full.split()[-1][0].isupper():
            continue
        is_whole = at == 0 and len(full) == len(block.text)
        is_led = at > 0 and LED_NAME.search(block.text[:at]) is not None
        if is_whole or is_led or (at == 0 and _is_on_author(cut.frames.elements[block.frame])):
            found.setdefault(compact(full), full)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_on_author(element: HtmlElement) -> bool:
    around = islice(chain([element], element.iterancestors()), MAX_AROUND)
    return any(ON_AUTHOR.search(f"{each.get('class') or ''} {each.get('id') or ''}") for each in around)


def _near(place: Place) -> Iterator[Line]:
    """Yield the lines near the headline; none is laid out before it is asked for."""
    lines = chain(islice(place.area.below, MAX_NEAR), place.area.above) if place.area else ()
    return (line for line in lines if len(line.text) <= MAX_LINE)


def _links(place: Place) -> list[HtmlElement]:
    return place.page.once(landmarks).related.get("author", [])[:MAX_ELEMENTS]


def _is_byline(text: str, *, lone: bool) -> bool:
    """Tell whether a text holds a person's name; one of a single word only where `lone` says that a name is due."""
    pieces = BAR.split(text)
    return any(_is_name(each, lone) for each in (text, *(pieces[:1] if len(pieces) == 2 else ())))


def _is_name(text: str, lone: bool) -> bool:
    name = person(text)
    return (
        name is not None and not is_office(name, frozenset()) and (lone or " " in name or not name.isascii())
    )
