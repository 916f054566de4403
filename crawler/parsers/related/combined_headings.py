"""Headings that are put together, by language: a word for 'related', one for 'articles', what may follow. Data only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from crawler.parsers.related.headings import entries_of

# Headings put together of a word for 'related', one for 'articles' and what may follow ('~' is nothing), in each
# language's order: 'Recommended stories for you', 'Ähnliche Beiträge zum Thema', 'Articoli collegati'.
COMBINED: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "related | similar | suggested | recommended | further | more | more related | other related | connected",
        "articles | stories | posts | reads | reading | coverage | content | features | headlines | reports | news"
        " | analysis | interviews | guides | recipes | blogs | blog posts | press releases | publications",
        "~ | for you | on this | on this topic | on this subject | on this story | like this | to read"
        " | you may like | you might like | you may be interested in | to explore",
    ),
    "de": (
        "ähnliche | verwandte | weitere | passende | empfohlene | interessante | weitere interessante | mehr"
        " | themenverwandte | dazu passende | weiterführende",
        "artikel | beiträge | blogbeiträge | meldungen | nachrichten | news | inhalte | themen | storys | stories"
        " | geschichten | texte | berichte | rezepte | pressemitteilungen | interviews | hintergründe | ratgeber",
        "~ | zum thema | zu diesem thema | zum selben thema | dazu | lesen | entdecken | für sie | für dich"
        " | in diesem ressort | aus diesem ressort | aus dieser rubrik",
    ),
    "fr": (
        "articles | contenus | actualités | sujets | dossiers | actus | publications",
        "similaires | liés | liées | associés | associées | connexes | recommandés | recommandées"
        " | sur le même sujet | sur le même thème | à lire aussi | en lien | complémentaires",
    ),
    "es": (
        "artículos | noticias | notas | historias | contenidos | lecturas | publicaciones | entradas | reportajes",
        "relacionados | relacionadas | similares | recomendados | recomendadas | sobre este tema"
        " | sobre el mismo tema | que te pueden interesar | que te puede interesar",
    ),
    "it": (
        "articoli | notizie | contenuti | storie | post",
        "correlati | correlate | simili | consigliati | consigliate | collegati | collegate | sullo stesso tema"
        " | sullo stesso argomento | che potrebbero interessarti",
    ),
    "pt": (
        "artigos | notícias | matérias | conteúdos | posts | publicações | reportagens",
        "relacionados | relacionadas | semelhantes | recomendados | recomendadas | sobre este tema"
        " | sobre o mesmo tema",
    ),
    "nl": (
        "gerelateerde | verwante | vergelijkbare | aanbevolen | soortgelijke",
        "artikelen | berichten | verhalen | nieuws | onderwerpen | blogs",
    ),
    "ru": ("похожие | связанные | другие похожие", "статьи | материалы | новости | публикации | записи"),
    "sv": ("relaterade | liknande | rekommenderade", "artiklar | nyheter | inlägg | läsning"),
    "no": ("relaterte | lignende | anbefalte", "artikler | saker | nyheter | innlegg"),
    "da": ("relaterede | lignende | anbefalede", "artikler | nyheder | indlæg"),
    "pl": ("powiązane | podobne | polecane", "artykuły | wpisy | wiadomości | tematy"),
}  # fmt: skip


def combined(slots: Sequence[str]) -> Iterator[str]:
    """Yield every heading that takes one entry of each slot, in their order.

    >>> sorted(combined(("related | similar", "posts", "~ | for you")))
    ['related posts', 'related posts for you', 'similar posts', 'similar posts for you']
    """
    for words in product(*(sorted(entries_of(slot)) for slot in slots)):
        yield " ".join(word for word in words if word != "~")
