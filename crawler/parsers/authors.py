"""Authors: the people who signed an article; the agency or the newsroom where nobody did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from crawler.page import Page
from crawler.parsers.author_head import Place, card, json_ld, meta, microdata
from crawler.parsers.author_lines import (
    above_or_below_date,
    author_pages,
    beside_date,
    classed,
    led_office,
    printed,
    rel_author,
    signed,
    spelt_out,
)
from crawler.parsers.east_asian_lines import east_asian
from crawler.parsers.found import Found
from crawler.parsers.headline_area import headline_area
from crawler.parsers.own_names import own_names
from crawler.parsers.person_names import is_office, names_of, person
from crawler.parsers.title_parts import compact
from crawler.text import fold

Names = tuple[str, ...]
Reader = Callable[[Place], Iterable[str]]

SOURCES: tuple[tuple[Reader, str], ...] = (
    (json_ld, "json-ld"), (microdata, "microdata"), (meta, "meta"), (card, "meta"), (rel_author, "dom"),
    (classed, "dom"), (printed, "rule"), (east_asian, "rule"), (author_pages, "dom"), (beside_date, "rule"),
    (above_or_below_date, "rule"), (signed, "rule"), (led_office, "rule"),
)  # fmt: skip
"""Where authors are looked for, best first."""
# What they find is a name, but perhaps another's: where JSON-LD names the newsroom, it stays.
WEAK = (east_asian, author_pages, beside_date, above_or_below_date, signed, led_office)
# Who can bear the head's names out, the cheapest first.
WITNESSES: tuple[Reader, ...] = (rel_author, microdata, printed, classed)
# How sure an answer is: the share of 390 labelled pages on which it is the very list of names. A full name that two
# places give: 168 of 172; a list of several names, as labels join and cut lists: 8 of 15; what one place gives: 63 of
# 76; what another place contradicts: 8 of 16.
AGREED, AGREED_LIST, ALONE, DISPUTED = 0.96, 0.6, 0.83, 0.5
# A first name or handle, an agency or newsroom (48 of 65 together), a name of a weak source (9 of 10).
SHORT, OFFICE, FAINT = 0.72, 0.72, 0.7


def bylines(page: Page) -> Found[Names] | None:
    """Return the authors: JSON-LD, microdata, meta, `rel=author`, elements named after authors, a printed 'By …'.

    The first source that names people wins; a lone first name or handle gives way to the fuller spelling of a later
    source; an agency or the newsroom is taken only when no source names a person.
    """
    site = page.once(own_names)
    near = page.once(headline_area)
    place = Place(page=page, area=near, held=near.held if near else frozenset())
    office: Found[Names] | None = None
    short: Found[Names] | None = None
    for place_in_order, (read, source) in enumerate(SOURCES):
        if office and office.source == "json-ld" and read in WEAK:
            continue
        names = names_of(read(place), site=site)
        if not names:
            continue
        if not _are_people(names, site):
            office = office or Found(names, source, OFFICE)
        elif short is None and any(" " not in name and name.isascii() for name in names):
            short = Found(names, source, SHORT)
        elif short is None or _is_fuller(names, short.value):
            later = {each for each, _ in SOURCES[place_in_order + 1 :]}
            others = (names_of(each(place), site=site) for each in WITNESSES if each in later)
            return Found(
                names, source, _trust(names, (each for each in others if _are_people(each, site)), read)
            )
    return _spelt_out(short, place) or short or office


def _spelt_out(short: Found[Names] | None, place: Place) -> Found[Names] | None:
    """Return a lone first name as a box on the author or a byline elsewhere spells it out."""
    if short is None or len(short.value) > 1 or not short.value[0].isalpha() or not short.value[0].istitle():
        return None
    full = spelt_out(place, short.value[0])
    return Found((full,), short.source, ALONE) if full else None


def _are_people(names: Names, site: frozenset[str]) -> bool:
    return bool(names) and person(names[0]) is not None and not is_office(names[0], site)


def _trust(names: Names, others: Iterable[Names], read: Reader) -> float:
    """Return how sure names are, by who else gives the same ones; asked no further than the first that agrees."""
    same = {compact(name) for name in names}
    disputed = False
    for other in others:
        if {compact(name) for name in other} == same:
            return AGREED if len(names) == 1 else AGREED_LIST
        disputed = True
    return DISPUTED if disputed else FAINT if read in WEAK else ALONE


def _is_fuller(names: Sequence[str], short: Sequence[str]) -> bool:
    """Tell whether names spell out others: 'Ada Holm' for 'Ada' or 'adaholm', but not 'Adaline Holm' for 'Line'."""
    if len(names) != len(short) or [*map(fold, names)] == [*map(fold, short)]:
        return False
    long = "".join(compact(name) for name in names)
    parts = {compact(part) for name in names for part in name.split()}
    return all(key in parts or long.startswith(key) for key in map(compact, short))
