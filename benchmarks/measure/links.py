"""Related links: a labelled page and an answer in, what was found, missed and too much on each page out."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

from crawler.text import fold
from crawler.urls import address_key, site_of
from measure.extractors import Answer
from measure.labelled import FolderError, LabelledPage


@dataclass(frozen=True, slots=True, kw_only=True)
class LinksOfPage:
    """One page's related links beside its labels; each maps an address key to a headline."""

    page: LabelledPage
    found: Mapping[str, str]
    """Wanted and given, with the given headline."""
    missed: Mapping[str, str]
    extra: Mapping[str, str]
    """Given, neither wanted nor ambiguous."""
    titles: Mapping[str, tuple[str, str]]
    """Of `found`, those whose headline is labelled: the given and the wanted one, folded."""


def relabelled(pages: Sequence[LabelledPage], file: Path) -> Sequence[LabelledPage]:
    """Return the pages that a file labels, a JSON line each (`id`, `related`, `may`), with its labels for their own.

    Raises FolderError where a labelled page is not among the pages: the figures would be of fewer than the file says.
    """
    by_id = {page.id: page for page in pages}
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    if lacking := [line["id"] for line in lines if line["id"] not in by_id]:
        raise FolderError(
            f"{file}: {len(lacking)} of its pages are not in the folder, the first is {lacking[0]}"
        )
    return [replace(by_id[line["id"]], related=line) for line in lines]


def links_of(page: LabelledPage, answer: Answer) -> LinksOfPage:
    """Return what was found on a page beside what a person found."""
    label = page.related or {}
    wanted = {address_key(link["url"]): link["title"] or "" for link in label["related"]}
    ambiguous = {address_key(url) for url in label.get("may", ())} - wanted.keys()
    given = {address_key(url): title for url, title in (answer.related or {}).items()}
    found = {key: title for key, title in given.items() if key in wanted}
    return LinksOfPage(
        page=page,
        found=found,
        missed={key: title for key, title in wanted.items() if key not in given},
        extra={key: title for key, title in given.items() if key not in wanted and key not in ambiguous},
        titles={key: (fold(found[key]), fold(wanted[key])) for key in found if wanted[key]},
    )


def half_of(page: LabelledPage) -> int:
    """Return 0 or 1, the same for all pages of a site: rules are written while looking at the one half only."""
    return zlib.crc32(site_of(page.url).encode()) & 1


def figures(links: Sequence[LinksOfPage]) -> Mapping[str, float]:
    """Return precision, recall and F1 over all links, and the share of the found ones whose headline is right."""
    found = sum(len(page.found) for page in links)
    wanted = found + sum(len(page.missed) for page in links)
    given = found + sum(len(page.extra) for page in links)
    titles = [given == wanted for page in links for given, wanted in page.titles.values()]
    return {
        "pages": len(links),
        "links": wanted,
        "precision": found / given if given else 1.0,
        "recall": found / wanted if wanted else 1.0,
        "f1": 2 * found / (given + wanted) if given + wanted else 1.0,
        "titles": fmean(titles) if titles else 1.0,
    }
