"""Section: the department of the publication that an article stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from crawler.json_ld import types_of
from crawler.page import Page
from crawler.parsers.authors import bylines
from crawler.parsers.byline_leads import begins_with_lead
from crawler.parsers.finder import Finder
from crawler.parsers.found import Found
from crawler.parsers.headline_area import headline_area
from crawler.parsers.inner_texts import inner_texts
from crawler.parsers.landmarks import elements_named, landmarks
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.own_address import split
from crawler.parsers.related.labels import verdict_of
from crawler.parsers.seek import links_whose
from crawler.parsers.site_suffix import site_names
from crawler.parsers.structured import as_list, first_text, main_nodes, texts
from crawler.parsers.title_parts import is_site_name
from crawler.text import fold, squeeze, words

MAX_CHARS = 60
MAX_WORDS = 4
MAX_LINKS = 150
MAX_STATIONS = 6
MAX_NAMED = 30
# Classes and ids of breadcrumbs and of a section's name above or below the headline.
TRAIL = re.compile(r"bread-?crumb|brotkrumen|pankuzu|fil-?ariane|migas|briciole|murupolku", re.IGNORECASE)
# Each match of TRAIL holds one of these, and of NAMED below one of those.
TRAIL_WORDS = Finder(("crumb", "brotkrumen", "pankuzu", "ariane", "migas", "briciole", "murupolku"))
NAMED_WORDS = Finder("section secc secao seca categor kategorie rubri ressort cat-links department".split())
# First stations of addresses that say what kind of page it is, or nothing.
NO_SECTION = frozenset(
    "live news video videos photos audio podcast article articles story blog archive tag".split()
)
TRAIL_LABELS = frozenset({"breadcrumb", "breadcrumbs", "brotkrumen", "fil d'ariane", "migas de pan"})
# First stations of a breadcrumb that lead home.
HOME = frozenset({
    "home", "homepage", "start", "startseite", "accueil", "inicio", "início", "hem", "hjem", "forside",
    "etusivu", "strona", "domů", "portada", "capa", "ana-sayfa", "главная", "головна", "ホーム", "トップ",
    "top", "首页", "홈",
})  # fmt: skip
# 'Posted in Tides', 'Kategorie: Tides', 'in Tides'; and what is no section though it stands in its place.
LABEL = re.compile(
    r"(?:posted|published|filed|veröffentlicht|publié|publicado|gepubliceerd)\s(?:in|under|unter|dans|en):?\s+"
    r"|(?:kategorie|categor(?:y|ía|ia|ie)|catégorie|rubri(?:k|que|ca)|ressort|section)\s*[:：]\s*"
    r"|(?:kategorien|categories|categor(?:ías|ias|ieën)|catégories)\s*[:：]?\s+"
    r"|(?-i:in\s)",
    re.IGNORECASE,
)
NO_NAME = HOME | frozenset({
    "null", "none", "tag", "tags", "section", "sections", "article", "articles", "post", "posts", "blog", "navigation",
    "main navigation", "menu", "search", "suche", "erweiterte suche", "übersicht", "overview", "zurück", "back",
    "weiter", "next", "retour", "volver", "more", "mehr", "test", "uncategorized", "uncategorised",
})  # fmt: skip
MAX_LISTED = 2
PRINTED = frozenset({"dom", "url"})
NAMED = re.compile(
    r"(?<![a-z])(?:sections?|seccion|seccao|secao|categor(?:y|ies|ia)|kategorie|rubri(?:que|k|ca)|ressort|cat-links"
    r"|department)(?![a-z])",
    re.IGNORECASE,
)
META = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "cxenseparse:section",
    "section",
    "dc.subject.section",
)


def department(page: Page) -> Found[str] | None:
    """Return the section.

    Open Graph, JSON-LD, microdata, the breadcrumb (JSON-LD, then printed), a link named after sections near the
    headline, else what the menu calls the beginning of the address.
    """
    return next((found for found in _claims(page) if found and not _is_another(found, page)), None)


def _is_another(found: Found[str], page: Page) -> bool:
    """Tell whether what the page prints in a section's place is its headline or who wrote it."""
    if found.source not in PRINTED:
        return False
    area, authors = page.once(headline_area), page.once(bylines)
    key = fold(found.value)
    return (
        (area is not None and key == fold(area.heading.text))
        or begins_with_lead(found.value)
        or (authors is not None and key in map(fold, authors.value))
    )


def _claims(page: Page) -> Iterator[Found[str] | None]:
    yield _found(page.meta_first(*META), "meta", 0.9)
    yield _found(first_text(page.once(main_nodes), "articleSection"), "json-ld", 0.9)
    yield _found(
        next((value_of(each) for each in properties(page, "articleSection")), None), "microdata", 0.85
    )
    yield _found(_breadcrumb(page), "json-ld", 0.8)
    yield _found(_trail(page), "dom", 0.75)
    yield _found(_named_near(page), "dom", 0.7)
    yield _found(_menu_entry(page), "url", 0.7)


def _found(name: str | None, source: str, confidence: float) -> Found[str] | None:
    """Return the first of several, however they are joined; addresses and numbers are no names."""
    name = (name or "").split(" > ")[0].split("|")[0].split(";")[0].strip(" :-–—›»")
    is_labelled = LABEL.match(name)
    name = name[is_labelled.end() :] if is_labelled else name
    listed = name.split(", ")
    name = listed[0] if is_labelled or len(listed) > MAX_LISTED else name
    if (
        not name
        or len(name) > MAX_CHARS
        or "://" in name
        or name.startswith("/")
        or not any(map(str.isalpha, name))
    ):
        return None
    return None if fold(name) in NO_NAME else Found(name, source, confidence)


def _breadcrumb(page: Page) -> str | None:
    for node in page.json_ld:
        if "BreadcrumbList" in types_of(node):
            names = [name for entry in as_list(node.get("itemListElement")) for name in _station(entry)]
            inner = [name for name in names if not _is_home(name, page)]
            # The last station is the article itself.
            return inner[0] if len(inner) > 1 else None
    return None


def _is_home(name: str, page: Page) -> bool:
    return fold(name) in HOME or is_site_name(name, page.once(site_names))


def _trail(page: Page) -> str | None:
    """Return the first station after home of a breadcrumb that the page prints."""
    trails = elements_named(page, TRAIL_WORDS, 4, pattern=TRAIL) + [
        each
        for each in page.once(landmarks).tags.get("nav", ())
        if (each.get("aria-label") or "").lower() in TRAIL_LABELS
    ]
    links = (link for trail in trails for link in islice(trail.iter("a"), MAX_STATIONS))
    names = (squeeze("".join(inner_texts(link))) for link in links)
    return next((name for name in names if name and not _is_home(name, page)), None)


def _named_near(page: Page) -> str | None:
    """Return the word or two near the headline whose element is named after sections."""
    area = page.once(headline_area)
    near = {line.element for line in (*area.below[:8], *area.above[:4])} if area else set()
    for element in elements_named(page, NAMED_WORDS, MAX_NAMED, pattern=NAMED):
        held = area is not None and any(
            each in near for each in (element, *islice(element.iterancestors(), 2))
        )
        name = squeeze("".join(inner_texts(element))) if held else None
        # 'rubrik' is a department in German and a heading in Swedish.
        if name and len(words(name)) <= MAX_WORDS and verdict_of(name) is None:
            return name
    return None


def _menu_entry(page: Page) -> str | None:
    """Return what the site's menu calls the first station of the page's address: 'Sport' for '/sport/the-tide'."""
    stations = [part for part in split(page.url).path.split("/") if part]
    if len(stations) < 2 or stations[0].lower() in NO_SECTION:
        return None
    host = split(page.url).netloc
    for link in links_whose(page.tree, lambda href: stations[0] in href, MAX_LINKS):
        target = split((link.get("href") or "").strip())
        if target.path.strip("/") == stations[0] and target.netloc in {"", host} and not target.query:
            name = squeeze("".join(inner_texts(link)))
            if name and len(words(name)) <= MAX_WORDS and not _is_home(name, page):
                return name
    return None


def _station(entry: Any) -> list[str]:
    if not isinstance(entry, dict):
        return []
    return texts(entry.get("name")) or texts(entry.get("item"), "name")
