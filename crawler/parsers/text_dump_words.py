"""The words of text dumps, by language: lines in, whether they are dates, bylines, share bars or furniture out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from crawler.dates import find_date, iso_date
from crawler.months import MONTHS
from crawler.parsers.body.lines import begins_like_furniture, is_furniture_line
from crawler.parsers.body.share_bar import is_share_bar
from crawler.parsers.related.headings import entries_of
from crawler.text import fold

# What stands before a date, by language: 'Published: August 9, 2025', 'Stand: 9.8.2025', 'Publié le 9 août 2025'.
PUBLISHED: Final[dict[str, str]] = {
    "en": "published posted date first on at the of by est gmt utc bst edt pdt et pt am pm time local th st nd rd",
    "de": "veröffentlicht erschienen stand am um uhr vom den datum mez mesz",
    "fr": "publié publie paru le à a du h date heure mis en ligne",
    "es": "publicado el a las de del h hrs horas fecha",
    "it": "pubblicato il alle ore del data",
    "pt": "publicado em às as de do h data",
    "nl": "gepubliceerd op om uur datum",
    "sv": "publicerad publicerat den kl klockan",
    "da": "publiceret offentliggjort den kl d",
    "no": "publisert den kl",
    "pl": "opublikowano dnia o godz data r",
}
MODIFIED: Final[dict[str, str]] = {
    "en": "updated modified last edited",
    "de": "aktualisiert geändert zuletzt",
    "fr": "modifié modifie mis jour actualisé",
    "es": "actualizado modificado última actualización",
    "it": "aggiornato modificato ultimo aggiornamento",
    "pt": "atualizado modificado última atualização",
    "nl": "bijgewerkt gewijzigd laatst",
    "sv": "uppdaterad uppdaterat",
    "da": "opdateret",
    "no": "oppdatert",
    "pl": "aktualizacja zaktualizowano",
}
WEEKDAYS: Final = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi
        mercredi jeudi vendredi samedi dimanche lunes martes miércoles miercoles jueves viernes sábado sabado
        domingo lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi sabato
        domenica segunda terça quarta quinta sexta feira maandag dinsdag woensdag donderdag vrijdag zaterdag
        zondag måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag""".split()
)
# 'By Ada Holm', 'Von Ada Holm', 'Texte : Ada Holm'. A colon or a capital must follow, so that 'By noon …' is none.
BYLINE: Final[dict[str, str]] = {
    "en": """by | written by | reported by | story by | words by | text by | author:""",
    "de": """von | text: | ein artikel von | ein gastbeitrag von | autor: | autorin: | interview:""",
    "fr": """par | texte : | propos recueillis par | auteur : | un texte de""",
    "es": """por | texto: | escrito por | autor:""",
    "it": """di | testo di | a cura di | autore:""",
    "pt": """por | texto: | escrito por | autor: | da redação""",
    "nl": """door | tekst: | auteur:""",
    "sv": """av | text:""",
    "da": """af | tekst:""",
    "no": """av | tekst:""",
    "pl": """autor: | tekst: | oprac.""",
}
# What follows the article and is none of it, where no long paragraph comes behind it.
ENDS: Final = entries_of(
    """comments | leave a comment | most read | most popular | trending | trending now | latest news | latest
        | top stories | about the author | sponsored | sponsored content | from our partners | newsletter
        | follow us | more by this author | kommentare | meistgelesen | neueste artikel | über den autor
        | über die autorin | commentaires | les plus lus | dernières actualités | comentarios | lo más leído
        | últimas noticias | commenti | i più letti | ultime notizie | comentários | mais lidas | reacties
        | meest gelezen | laatste nieuws | kommentarer | mest läst | mest lest | mest læst | komentarze
        | najczęściej czytane"""
)
DURATION: Final = re.compile(
    r"^\W*\d{1,3}\s?-?(?:min|minutes?|mins?|minuten|minuti|minutos)\b.{0,20}$", re.IGNORECASE
)
# 'Photo: Harbour office', 'Foto: Ada Holm/Agentur', '(Image credit: …)', '© 2025 …'.
CREDIT: Final = re.compile(
    r"""^\W{0,2}(?:photo(?:graph)?s?|fotos?|fotografía|bild(?:er|quelle|rechte)?|image|imagem|imagen|immagine|picture
        |grafik|illustration|crédits?|credit|beeld|kuva|fot\.?|video)\b
        (?:\s?(?:credit|by|von|de|di|door|crédit))?\s?[:/©]
    |^\W{0,2}(?:©|\(c\)\s)|^\W{0,2}photograph(?:y)?\sby\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Dumps keep the pictures' captions where a word in front gives them away.
CAPTION: Final = re.compile(
    r"^(?:caption|bildunterschrift|legende|légende|pie de foto|didascalia|legenda|onderschrift)\s?:",
    re.IGNORECASE,
)
OFFER: Final[dict[str, str]] = {
    "en": """sign up | subscribe | get our newsletter | join our newsletter | already a subscriber
        | enter your email | support our journalism | follow us on | download our app | by signing up
        | become a member | get unlimited access | never miss""",
    "de": """jetzt abonnieren | jetzt anmelden | newsletter abonnieren | melden sie sich | abonnieren sie
        | unser newsletter | hier anmelden | folgen sie uns | jetzt testen | der newsletter""",
    "fr": """abonnez-vous | inscrivez-vous | recevez notre | recevez chaque | s'abonner | je m'abonne
        | suivez-nous | la newsletter | déjà abonné""",
    "es": """suscríbete | suscríbase | suscribete | recibe nuestro | recibe en tu correo | síguenos | regístrate
        | apúntate | ya eres suscriptor""",
    "it": """iscriviti | abbonati | ricevi la nostra | seguici | registrati | la newsletter""",
    "pt": """assine | inscreva-se | receba nossa | receba as | siga-nos | cadastre-se | subscreva""",
    "nl": """schrijf je in | meld je aan | abonneer | ontvang onze | volg ons | al abonnee | word abonnee""",
    "sv": """prenumerera | anmäl dig | följ oss""",
    "da": """tilmeld dig | abonnér | abonner | følg os""",
    "no": """abonner | meld deg på | følg oss""",
    "pl": """zapisz się | subskrybuj | zaprenumeruj""",
}
# A paragraph may begin with 'Sign up …' too; an offer is short.
LONGEST_OFFER: Final = 220
# Dates in the future are no dates of articles, but they are dates.
FAR: Final = datetime(9000, 1, 1, tzinfo=UTC)
LONGEST_DATE_LINE: Final = 80
LONGEST_BYLINE: Final = 120

WORDS: Final = re.compile(r"[^\W\d_]+")
RELATIVE: Final = re.compile(
    r"""^\W*(?:\d{1,2}\s?(?:h|d|m|min|hrs?|hours?|days?|minutes?|mins?|weeks?|months?|years?)\s?(?:ago)?
        |vor\s\d+\s\w+|il\sy\sa\s\d+\s\w+|hace\s\d+\s\w+|há\s\d+\s\w+
        |\d+\s\w+\s(?:fa|geleden|siden|sedan|atrás)
        |yesterday|today|gestern|heute|hier|ayer|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


def _words_of(table: dict[str, str]) -> frozenset[str]:
    return frozenset(word for line in table.values() for word in line.split())


def _openings(table: dict[str, str]) -> tuple[str, ...]:
    return tuple(
        sorted({entry.strip() for line in table.values() for entry in line.split("|")}, key=len, reverse=True)
    )


MODIFIED_WORDS: Final = _words_of(MODIFIED)
DATE_WORDS: Final = _words_of(PUBLISHED) | MODIFIED_WORDS | WEEKDAYS | frozenset(MONTHS)
BYLINES: Final = _openings(BYLINE)
OFFERS: Final = _openings(OFFER)


def date_of_line(line: str, languages: Sequence[str], now: datetime) -> str | None:
    """Return the date of a line that says hardly more than one, None for any other.

    >>> date_of_line("Published: August 9, 2025", (), datetime(2026, 1, 1, tzinfo=UTC))
    '2025-08-09'
    """
    if len(line) > LONGEST_DATE_LINE or not any(char.isdigit() for char in line):
        return None
    others = [word for word in WORDS.findall(line.casefold()) if word not in DATE_WORDS and len(word) > 1]
    if len(others) > 1:
        return None
    return find_date(line, languages=languages, now=now) or iso_date(line, languages=languages, now=now)


def is_date_line(line: str, languages: Sequence[str]) -> bool:
    """Tell whether a line says hardly more than a date or a time, be it one that no article can have."""
    return is_dateless_time(line) or date_of_line(line, languages, FAR) is not None


def is_dateless_time(line: str) -> bool:
    """Tell whether a line is a time that names no day by itself: '2 hours ago', 'gestern'."""
    return bool(RELATIVE.match(line))


def says_modified(line: str) -> bool:
    """Tell whether a date line speaks of a later change.

    >>> says_modified("Updated 10 August 2025")
    True
    """
    found = WORDS.findall(line.casefold())
    return any(word in MODIFIED_WORDS for word in found)


def byline_of(line: str) -> str | None:
    """Return what follows 'By', 'Von', 'Par' … in a byline, None for any other line.

    >>> byline_of("By Ada Holm"), byline_of("By noon the water had gone.") is None
    ('Ada Holm', True)
    """
    if len(line) > LONGEST_BYLINE or line.endswith((".", "!", "?", "…")):
        return None
    lowered = line.casefold()
    for opening in BYLINES:
        rest = line[len(opening) :]
        if lowered.startswith(opening) and (opening.endswith((":", ".")) or rest[:1] in (" ", ":")):
            name = rest.lstrip(" :")
            return name if name[:1].isupper() and len(name.split()) <= 12 else None
    return None


def is_furniture(line: str) -> bool:
    """Tell whether a line is an ad's placeholder, a share bar, a credit, an offer or a label."""
    if is_furniture_line(line) or is_share_bar(line) or DURATION.match(line):
        return True
    if len(line) > LONGEST_OFFER:
        return False
    return (
        bool(CREDIT.match(line) or CAPTION.match(line))
        or fold(line).startswith(OFFERS)
        or begins_like_furniture(line)
    )
