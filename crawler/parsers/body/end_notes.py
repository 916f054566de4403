"""End notes: the verdicts on a page's blocks in; those out that open or end the text and speak of it or its author."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crawler.parsers.body.phrases import any_of, phrases_of
from crawler.parsers.body.segmentation import Block
from crawler.parsers.body.verdicts import Verdicts
from crawler.parsers.finder import Finder
from crawler.text import fold

AUTHOR_NOTE = "note on the author"
CORRECTION = "note of a correction"
# Blocks from the text's end among which a note on its author begins, and one on a correction; those it may open with.
LAST_OF_AUTHOR = 2
LAST_OF_CORRECTION = 3
FIRST = 1
LONGEST_NOTE = 800
"""Characters; also of what follows a note on the author down to the text's end."""
LARGEST_SHARE = 0.4
"""Of the text, in letters: what is more of it is what the article is about."""
# Headings of boxes on the author; the words below them are not the article's.
ABOUT: dict[str, str] = {
    "en": "about the author|about the authors|about the writer|meet the author|author bio|about the reporter",
    "de": """über den autor|über die autorin|über die autoren|zum autor|zur autorin|der autor|die autorin|die autoren|
        zu den autoren|autoreninfo|autorenbox""",
    "fr": "à propos de l'auteur|à propos de l'auteure|à propos de l'autrice|l'auteur|l'autrice",
    "es": "sobre el autor|sobre la autora|acerca del autor|acerca de la autora|sobre los autores",
    "it": "l'autore|l'autrice|sull'autore|informazioni sull'autore|chi è l'autore",
    "pt": "sobre o autor|sobre a autora|sobre os autores",
    "nl": "over de auteur|over de schrijver",
    "sv": "om författaren|om skribenten",
    "nb": "om forfatteren|om skribenten|om artikkelforfatteren",
    "fi": "kirjoittajasta|tietoa kirjoittajasta",
    "pl": "o autorze|o autorce|autor tekstu",
    "cs": "o autorovi|o autorce",
    "hu": "a szerzőről",
    "ro": "despre autor",
    "ru": "об авторе|об авторах",
    "uk": "про автора|про авторку",
    "el": "σχετικά με τον συντάκτη|σχετικά με τον αρθρογράφο",
    "tr": "yazar hakkında",
    "ja": "著者プロフィール|執筆者プロフィール|この記事を書いた人|筆者プロフィール|著者紹介|著者について",
    "ko": "필자 소개|저자 소개|글쓴이 소개",
    "zh": "关于作者|關於作者|作者简介|作者簡介|作者介绍|作者介紹",
    "id": "tentang penulis",
    "vi": "về tác giả",
    "ar": "عن الكاتب|نبذة عن الكاتب",
}
# What a note on a correction begins with, before a colon.
CORRECTIONS: dict[str, str] = {
    "en": "correction|corrections|corrections and clarifications|corrections & clarifications|clarification|erratum",
    "de": "korrektur|berichtigung|richtigstellung|korrekturhinweis",
    "fr": "correction|rectificatif|erratum|précision",
    "es": "corrección|fe de erratas|fe de errores|rectificación",
    "it": "correzione|errata corrige|rettifica",
    "pt": "correção|errata|erramos",
    "nl": "correctie|rectificatie",
    "sv": "rättelse",
    "da": "rettelse|præcisering",
    "nb": "rettelse|presisering",
    "fi": "oikaisu|korjaus",
    "pl": "sprostowanie|errata",
    "cs": "oprava|upřesnění",
    "hu": "helyreigazítás|javítás",
    "ro": "erată|corecție",
    "ru": "исправление|поправка|уточнение",
    "uk": "виправлення|уточнення",
    "el": "διόρθωση",
    "tr": "düzeltme",
    "ja": "訂正|おわび|お詫びと訂正|【訂正】",
    "ko": "정정|바로잡습니다",
    "zh": "更正|勘误|勘誤",
    "id": "koreksi|ralat",
}
EARLIER_VERSIONS: dict[str, str] = {
    "en": """earlier version of this article|earlier version of this story|previous version of this article|
        previous version of this story|this article was amended|this story was amended|this article has been corrected|
        this story has been corrected|this article was corrected|this story was corrected|this post was corrected""",
    "de": """früheren version dieses|früheren fassung dieses|ersten version dieses|ersten fassung dieses|
        vorherigen version dieses|wir haben den fehler korrigiert|wir haben dies korrigiert|wir haben das korrigiert""",
    "fr": "version précédente de cet article|version antérieure de cet article|première version de cet article",
    "es": "versión anterior de este artículo|primera versión de este artículo|versión anterior de esta",
    "it": "versione precedente di questo articolo|prima versione di questo articolo",
    "pt": "versão anterior deste|versão anterior desta|primeira versão deste",
    "nl": "eerdere versie van dit artikel|vorige versie van dit artikel",
    "sv": "tidigare version av artikeln|tidigare version av texten|tidigare version av den här",
    "da": "tidligere version af artiklen|tidligere version af denne",
    "nb": "tidligere versjon av artikkelen|tidligere versjon av denne|tidligere versjon av saken",
    "fi": "jutun aiemmassa versiossa|artikkelin aiemmassa versiossa",
    "pl": "wcześniejszej wersji tego|poprzedniej wersji tego",
    "cs": "předchozí verzi článku|původní verzi článku|předchozí verzi textu",
    "ru": "предыдущей версии статьи|более ранней версии|первоначальной версии",
    "ja": "記事の一部を訂正|一部内容を訂正|一部訂正しました",
}
_ABOUT = phrases_of(ABOUT)
_CORRECTIONS = re.compile(rf"\W*(?:{any_of(phrases_of(CORRECTIONS)).pattern})\W{{0,3}}[:：]")
_EARLIER = Finder(phrases_of(EARLIER_VERSIONS))


def end_notes(verdicts: Verdicts, authors: Sequence[str]) -> dict[int, str]:
    """Return the blocks that are notes on the text or on those who wrote it, each with the reason."""
    kept = verdicts.text()
    if len(kept) < 2:
        return {}
    about = dict.fromkeys(_on_author(verdicts, kept, authors), AUTHOR_NOTE)
    rest = [block for block in kept if block.index not in about]
    edges = {block.index: block for block in (*rest[:FIRST], *rest[1:][-LAST_OF_CORRECTION:])}
    corrections = [index for index, block in edges.items() if is_correction(block)]
    # A page of nothing else says what was corrected, for once.
    return about | (dict.fromkeys(corrections, CORRECTION) if len(corrections) < len(rest) else {})


def is_correction(block: Block) -> bool:
    """Tell whether a block says what was wrong in the text before."""
    if len(block.text) > LONGEST_NOTE or block.kind not in {"paragraph", "quote", "list_item"}:
        return False
    return _CORRECTIONS.match(block.folded) is not None or _EARLIER.found_in(block.folded)


def _on_author(verdicts: Verdicts, kept: Sequence[Block], authors: Sequence[str]) -> Iterator[int]:
    """Yield the blocks from the first on that begins with an author's name or stands under 'About the author'."""
    names = [fold(name) for name in authors if " " in name or not name.isascii()]
    letters = sum(block.letters for block in kept)
    for place in range(max(1, len(kept) - LAST_OF_AUTHOR), len(kept)):
        block = kept[place]
        note = sum(each.letters for each in kept[place:])
        if note > min(LONGEST_NOTE, LARGEST_SHARE * letters):
            continue
        if _is_headed(verdicts, block) or any(_introduces(name, place, kept) for name in names):
            yield from (each.index for each in kept[place:])
            return


def _is_headed(verdicts: Verdicts, block: Block) -> bool:
    """Tell whether a block is the heading of a box on the author, or stands right under one that is left out."""
    before = verdicts.blocks[block.index - 1] if block.index else block
    headings = [block] if verdicts.kept[before.index] else [before, block]
    return any(each.folded.strip(" :") in _ABOUT for each in headings)


def _introduces(name: str, place: int, kept: Sequence[Block]) -> bool:
    """Tell whether a block begins with a name that the text before does not know: whoever it writes of, it knows."""
    line = kept[place].folded.lstrip(" -–—*•_\"'")
    if not line.startswith(name) or line[len(name) : len(name) + 1].isalnum():
        return False
    return not any(name in block.folded for block in kept[:place])
