"""Section: the department of the publication that an article stands in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from crawler.json_ld import types_of
from crawler.page import Page
from crawler.parsers.found import Found
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.structured import as_list, first_text, main_nodes, texts
from crawler.text import fold

MAX_CHARS = 60
META = (
    "article:section",
    "og:article:section",
    "parsely-section",
    "cxenseparse:section",
    "section",
    "dc.subject.section",
)
# First stations of a breadcrumb that lead home.
HOME = frozenset({
    "home", "homepage", "start", "startseite", "accueil", "inicio", "início", "hem", "hjem", "forside",
    "etusivu", "strona", "domů", "ana-sayfa", "главная", "головна", "ホーム", "トップ", "top", "首页", "홈",
})  # fmt: skip


def department(page: Page) -> Found[str] | None:
    """Return the section: Open Graph, JSON-LD, microdata, else the first station of the breadcrumb after home."""
    return next((found for found in _claims(page) if found), None)


def _claims(page: Page) -> Iterator[Found[str] | None]:
    yield _found(page.meta_first(*META), "meta", 0.9)
    yield _found(first_text(page.once(main_nodes), "articleSection"), "json-ld", 0.9)
    yield _found(
        next((value_of(each) for each in properties(page, "articleSection")), None), "microdata", 0.85
    )
    yield _found(_breadcrumb(page), "json-ld", 0.8)


def _found(name: str | None, source: str, confidence: float) -> Found[str] | None:
    """Return the first of several, however they are joined; addresses and numbers are no names."""
    name = (name or "").split(" > ")[0].split("|")[0].split(";")[0].strip()
    if not name or len(name) > MAX_CHARS or "://" in name or name.startswith("/") or name.isdigit():
        return None
    return Found(name, source, confidence)


def _breadcrumb(page: Page) -> str | None:
    for node in page.json_ld:
        if "BreadcrumbList" in types_of(node):
            names = [name for entry in as_list(node.get("itemListElement")) for name in _station(entry)]
            inner = [name for name in names if fold(name) not in HOME]
            # The last station is the article itself.
            return inner[0] if len(inner) > 1 else None
    return None


def _station(entry: Any) -> list[str]:
    if not isinstance(entry, dict):
        return []
    return texts(entry.get("name")) or texts(entry.get("item"), "name")
