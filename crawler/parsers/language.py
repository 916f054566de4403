"""Language: what the page says its text is written in, and what its text says of that, as a BCP 47 tag."""

from __future__ import annotations

import re

from crawler.page import Page
from crawler.parsers.found import Found
from crawler.parsers.language_detector import LETTERS, detected
from crawler.parsers.language_detector import SURE as SURE_OF_TEXT
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.structured import first_text, main_nodes
from crawler.parsers.text_dump_language import guess_language, language_by_words

# 'en', 'pt-BR', 'zh-Hans-CN', 'es-419'; written with '_' as often as with '-'.
TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@;,].*)?", re.IGNORECASE)
# English names and codes that are no BCP 47 but stand in pages; old codes by the IANA registry.
NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es",
    "español": "es", "italian": "it", "portuguese": "pt", "dutch": "nl", "japanese": "ja", "chinese": "zh",
    "russian": "ru", "arabic": "ar", "turkish": "tr", "ger": "de", "deu": "de", "eng": "en", "jp": "ja", "kr": "ko",
    "cn": "zh", "iw": "he", "in": "id", "gr": "el", "ua": "uk", "cz": "cs", "dk": "da", "se": "sv",
}  # fmt: skip
SURE, DISPUTED = 0.97, 0.8
# Of a text that contradicts the page; and of one whose page says nothing.
OVERRULED, GUESSED = 0.9, 0.9
GLANCE = 800
"""Letters in which small words are looked for, on every page."""
LONG_TEXT = 400
"""Letters; of a shorter text the page's own word counts."""
# Languages that are written so much alike that a text says little about which one it is.
ALIKE = ("no nb nn", "hr sr bs sh", "id ms", "zh yue wuu", "ar arz", "tl fil", "fa prs")
_GROUPS = {language: group for group in ALIKE for language in group.split()}
NO_LANGUAGE = frozenset({"und", "mul", "zxx", "xx", "xxx", "www", "utf"})


def language_of(page: Page) -> Found[str] | None:
    """Return the language the page names: `<html lang>`, JSON-LD, content-language, Open Graph; None when none does.

    Where `<html lang>` stands alone against two others that agree, a template's default is outvoted.
    """
    found = [
        Found(tag, source, confidence)
        for text, source, confidence in _claims(page)
        if (tag := language_tag(text)) is not None
    ]
    if not found:
        return None
    spoken = [primary(each.value) for each in found]
    best = max(dict.fromkeys(spoken), key=lambda language: (spoken.count(language), -spoken.index(language)))
    same = [each for each in found if primary(each.value) == best]
    # The tag of the best source as it is: the region of `og:locale` is a default more often than not.
    return same[0]._replace(confidence=SURE if len(same) == len(found) else DISPUTED)


def settled_language(said: Found[str] | None, text: str) -> Found[str] | None:
    """Return what the page says, unless its text says otherwise; where it says nothing, what the text is.

    A page is believed when the text's small words bear it out. Else both ends of a long text must be, as sure as the
    detector gets, in one other language: templates in English around a text that is not are common.
    """
    if said is None:
        found = guess_language(text)
        return Found(found, "text", GUESSED) if found else None
    if len(text) < LONG_TEXT or _same(language_by_words(text[:GLANCE]), said.value):
        return said
    language = _sure(text)
    if language is None or _same(language, said.value) or language != _sure(text[-LETTERS:]):
        return said
    return Found(language, "text", OVERRULED)


def _sure(text: str) -> str | None:
    found = detected(text)
    return found.language if found and found.score >= SURE_OF_TEXT else None


def _same(language: str | None, tag: str) -> bool:
    """Tell whether two languages are one to a detector: `no` and `nb`, `hr` and `sr`."""
    return language is not None and _GROUPS.get(language, language) == _GROUPS.get(primary(tag), primary(tag))


def language_tag(text: str | None) -> str | None:
    """Return a language as BCP 47 writes it, None for what names none.

    >>> language_tag("PT_br"), language_tag("zh-hans"), language_tag("German"), language_tag("??")
    ('pt-BR', 'zh-Hans', 'de', None)
    """
    text = (text or "").strip()[:40]
    text = NAMES.get(text.lower(), text)
    match = TAG.fullmatch(text)
    if not match or match[1].lower() in NO_LANGUAGE:
        return None
    language = NAMES.get(match[1].lower(), match[1].lower())
    parts = (language, (match[2] or "").title(), (match[3] or "").upper())
    return "-".join(part for part in parts if part)


def primary(tag: str) -> str:
    """Return a tag's language without script and region.

    >>> primary("pt-BR")
    'pt'
    """
    return tag.split("-", 1)[0]


def _claims(page: Page) -> list[tuple[str | None, str, float]]:
    root = page.tree
    body = next(root.iterchildren("body"), None)
    declared = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    )
    spoken = next((value_of(element) for element in properties(page, "inLanguage")), None)
    return [
        (declared, "dom", 0.95),
        (body.get("lang") if body is not None else None, "dom", 0.9),
        (first_text(page.once(main_nodes), "inLanguage"), "json-ld", 0.9),
        (page.meta_first("content-language", "language", "dc.language", "dcterms.language"), "meta", 0.9),
        (spoken, "microdata", 0.9),
        (page.meta_first("og:locale"), "meta", 0.8),
    ]
