"""Tags: the keywords that a page gives itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby, islice
from operator import itemgetter

from lxml.html import HtmlElement

from crawler.page import Page
from crawler.parsers.away import is_away
from crawler.parsers.body.blocks import blocks_of
from crawler.parsers.body.segmentation import Block
from crawler.parsers.finder import Finder
from crawler.parsers.found import Found
from crawler.parsers.inner_texts import inner_text
from crawler.parsers.landmarks import elements_named, landmarks
from crawler.parsers.microdata import properties, value_of
from crawler.parsers.structured import main_nodes, texts
from crawler.text import fold, squeeze, words

MAX_TAGS = 60
MAX_LISTS = 20
MAX_WORDS = 5
META = ("news_keywords", "keywords", "parsely-tags")
# Classes and ids of an article's own list of tags.
LIST = re.compile(
    r"(?<![a-z])(?:(?:post|article|entry|field)[-_]?)?(?:tags|tag-?list|tag-?links|tags-?links|keywords|schlagworte|schlagwörter"
    r"|etiquetas|mots-?cles|trefwoorden|emneord|taggar)(?![a-z])",
    re.IGNORECASE,
)
# Each match of LIST holds one of these.
LIST_WORDS = Finder(("tag", "keywords", "schlagw", "etiquetas", "mots", "trefwoorden", "emneord"))
MAX_CHARS = 80
# What a line of tags begins with, before a colon.
LABELS = frozenset({
    "tags", "tag", "tagged", "tagged with", "topics", "keywords", "schlagworte", "schlagwörter", "stichworte",
    "stichwörter", "themen", "mots-clés", "mots clés", "mots-clefs", "étiquettes", "etiquetas", "palabras clave",
    "temas", "palavras-chave", "assuntos", "etichette", "parole chiave", "trefwoorden", "onderwerpen", "etiketter",
    "ämnen", "nyckelord", "emneord", "emner", "stikkord", "nøkkelord", "nøgleord", "avainsanat", "asiasanat",
    "aiheet", "tunnisteet", "tagi", "słowa kluczowe", "štítky", "klíčová slova", "kľúčové slová", "tagy", "címkék",
    "kulcsszavak", "etichete", "cuvinte cheie", "oznake", "ključne riječi", "ključne reči", "ključne besede",
    "теги", "тэги", "метки", "ключевые слова", "ключові слова", "тагове", "етикети", "ознаки", "кључне речи",
    "ετικέτες", "λέξεις κλειδιά", "etiketler", "anahtar kelimeler", "märksõnad", "sildid", "birkas", "atslēgvārdi",
    "žymos", "raktažodžiai", "תגיות", "תגים", "وسوم", "الوسوم", "كلمات مفتاحية", "برچسب‌ها", "برچسب ها",
    "کلیدواژه‌ها", "टैग", "ট্যাগ", "குறிச்சொற்கள்", "แท็ก", "คำค้น", "từ khóa", "từ khoá", "chủ đề", "kata kunci",
    "topik", "タグ", "キーワード", "태그", "키워드", "标签", "標籤", "關鍵字", "关键词",
})  # fmt: skip
LABEL_STARTS = frozenset(label[:2] for label in LABELS)
MAX_LABELLED = 500
# Keywords written as one string; a CJK comma separates as well.
SEPARATOR = re.compile(r"[,;|，、؛،]")
# Tags for machines: 'type:article', 'sys_id=7', 'pageType/Article'.
MACHINE = re.compile(r"\w+[:=]\S+|\d+|\S+/\S+/\S+|https?://.*")


def keywords(page: Page) -> Found[tuple[str, ...]] | None:
    """Return the tags.

    JSON-LD, `article:tag`, microdata, `<a rel=tag>`, the keywords of the head, else the links of a list that is named
    after tags, else of a line that begins with 'Tags:'.
    """
    return (
        _found(_json_ld(page), "json-ld", 0.9)
        or _found(split_tags(page.meta.get("article:tag", page.meta.get("og:article:tag", ()))), "meta", 0.9)
        or _found(
            split_tags(value_of(each) or "" for each in properties(page, "keywords")), "microdata", 0.85
        )
        or _found((squeeze(inner_text(each)) or "" for each in _rel_tags(page)), "dom", 0.8)
        or _found(split_tags(page.meta_first(name) or "" for name in META), "meta", 0.7)
        or _found(_listed(page), "dom", 0.7)
        or _found(_labelled(page), "rule", 0.7)
    )


def _json_ld(page: Page) -> list[str]:
    for node in page.once(main_nodes):
        if found := split_tags(texts(node.get("keywords"), "name", "termCode")):
            return found
    return []


def _rel_tags(page: Page) -> list[HtmlElement]:
    return page.once(landmarks).related.get("tag", [])[:MAX_TAGS]


def _listed(page: Page) -> list[str]:
    """Return the links of the first list that is named after tags: 'Tags: floods, harbour'."""
    for element in elements_named(page, LIST_WORDS, MAX_LISTS, pattern=LIST):
        links = list(islice(element.iter("a"), MAX_TAGS))
        tags = [squeeze(inner_text(link)) or "" for link in links]
        if tags and not is_away(element) and all(len(words(tag)) <= MAX_WORDS for tag in tags):
            return tags
    return []


def _labelled(page: Page) -> list[str]:
    """Return what a line has behind a label: the links of 'Tags: floods, harbour'; without any, two parts and more."""
    cut = page.once(blocks_of)
    for block in cut.blocks:
        if block.text[:2].lower() not in LABEL_STARTS or len(block.text) > MAX_LABELLED:
            continue
        label, _, rest = block.text.replace("：", ":").partition(":")
        if rest and fold(label) in LABELS and not is_away(cut.frames.elements[block.frame]):
            linked = _linked(block)
            # 'Topics: water, boats and the weather.' is a sentence.
            tags = linked or split_tags([] if rest.endswith((".", "!", "?", "。", "…")) else [rest])
            if (linked or len(tags) > 1) and all(len(words(tag)) <= MAX_WORDS for tag in tags):
                return tags
    return []


def _linked(block: Block) -> list[str]:
    runs = groupby(block.pieces, key=itemgetter(1))
    texts_of_links = (squeeze("".join(piece for piece, _ in run)) for href, run in runs if href)
    return [text for text in texts_of_links if text and fold(text) not in LABELS]


def split_tags(values: Iterable[str]) -> list[str]:
    """Return the keywords in strings that hold several each."""
    return [part for value in list(values)[:MAX_TAGS] for part in SEPARATOR.split(value[:5_000])]


def _found(values: Iterable[str], source: str, confidence: float) -> Found[tuple[str, ...]] | None:
    tags = tags_of(values)
    return Found(tags, source, confidence) if tags else None


def tags_of(values: Iterable[str]) -> tuple[str, ...]:
    """Return those of some keywords that are written for readers, each once, in order."""
    tags: dict[str, str] = {}
    for value in values:
        tag = (squeeze(value) or "").strip("#\"' ")
        if tag and len(tag) <= MAX_CHARS and not MACHINE.fullmatch(tag):
            tags.setdefault(fold(tag), tag)
    return tuple(tags.values())[:MAX_TAGS]
