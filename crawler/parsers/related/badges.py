"""Badges: what teasers print beside a headline; the headline as printed in, the headline alone out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from crawler.parsers.related.headings import entries_of
from crawler.text import words

# What says of which kind a piece is, or for whom, by language; never which event it tells.
BADGES: Final[dict[str, str]] = {
    "en": """
        video | videos | watch | watch live | watch video | listen | live | live updates | live blog | exclusive
        | breaking | breaking news | premium | plus | subscriber | subscribers | subscribers only | subscriber only
        | subscriber exclusive | for subscribers | podcast | audio | photos | pictures | in pictures | photo gallery
        | gallery | slideshow | updated | update | just in | must read | interactive""",
    "de": """
        live | liveticker | live-ticker | liveblog | ticker | exklusiv | eilmeldung | bildergalerie | fotostrecke
        | bilder | mit video | nur für abonnenten | für abonnenten | abo | aktualisiert""",
    "fr": """
        vidéo | vidéos | en vidéo | direct | en direct | exclusif | exclusivité | abonnés | abonné
        | réservé aux abonnés | article réservé aux abonnés | diaporama | en images | urgent""",
    "es": """
        vídeo | vídeos | en vivo | en directo | directo | exclusivo | exclusiva | suscriptores | solo suscriptores
        | sólo suscriptores | fotos | galería | fotogalería | última hora""",
    "it": """
        in diretta | diretta | esclusiva | esclusivo | abbonati | per abbonati | per gli abbonati | foto
        | fotogallery | galleria | il video""",
    "pt": """ao vivo | assinantes | só para assinantes | exclusivo para assinantes | galeria | fotogaleria""",
    "nl": """exclusief | abonnees | voor abonnees | fotoserie | foto's""",
    "sv": """direkt | exklusivt | podd | bildspel | webb-tv | tv""",
    "no": """direkte | eksklusivt | podkast | bildeserie""",
    "pl": """wideo | na żywo | tylko u nas | galeria | zdjęcia""",
    "ru": """видео | фото | эксклюзив | срочно | прямая трансляция""",
    "ja": """動画 | 速報 | 独自 | 有料 | 有料会員限定 | 会員限定 | 写真 | 写真特集 | ライブ | 号外""",
    "ko": """영상 | 단독 | 속보 | 포토""",
    "zh": """视频 | 獨家 | 独家 | 快讯 | 快訊 | 直播 | 影片""",
}
# What says that a teaser was paid for.
PAID: Final = entries_of(
    """
    sponsored | sponsored content | sponsored post | sponsored story | sponsor content | ad | ads | advert
    | advertisement | advertising | advertorial | advertisement feature | advertiser content | promoted
    | promoted content | paid content | paid post | paid partnership | partner content | brand content
    | branded content | anzeige | anzeigen | werbung | gesponsert | gesponserter inhalt | sponsored post
    | publicité | pub | contenu sponsorisé | sponsorisé | contenu partenaire | publicidad | patrocinado
    | contenido patrocinado | pubblicità | sponsorizzato | contenuto sponsorizzato | publicidade
    | conteúdo patrocinado | conteúdo publicitário | advertentie | gesponsord | annons | sponsrat | annonse | annonce
    | sponset | reklama | sponsorowane | реклама | 広告 | ＰＲ | pr | スポンサード | 광고 | 广告 | 廣告"""
)
# Of these, what stands over a single advertisement; the others may head a list of paid teasers.
SLOTS: Final = entries_of(
    """
    ad | ads | advert | advertisement | advertising | anzeige | werbung | publicité | pub | publicidad | pubblicità
    | publicidade | advertentie | annons | annonse | annonce | reklama | реклама | 広告 | pr | 광고 | 广告 | 廣告"""
)
PAID_OPEN: Final = (
    "sponsored by ", "promoted by ", "paid for by ", "presented by ", "brought to you by ", "ad by ", "ads by ",
    "gesponsert von ", "präsentiert von ", "sponsorisé par ", "patrocinado por ", "sponsorizzato da ",
)  # fmt: skip
MAX_MARK: Final = 60
# 'Trailwise | Sponsored', 'Ad · Trailwise'
MARK_PARTS: Final = re.compile(r"[|·•:()\[\]]|\s[–—-]\s")

BADGE_WORDS: Final = entries_of(*BADGES.values())
ANY_BADGE: Final = "|".join(re.escape(word) for word in sorted(BADGE_WORDS, key=len, reverse=True))
# 'Video: Harbour reopens', 'LIVE | Harbour reopens', '[VIDEO] Harbour reopens', '【動画】港が再開'
BADGE_FIRST: Final = re.compile(
    rf"[\W_]{{0,3}}(?:{ANY_BADGE})\s?(?:[:：|»›>\])）】＞]|\s[–—·•-]\s)+\s?(?=\S)", re.IGNORECASE
)
# 'LIVE Harbour reopens': in capitals, and the headline is not.
CAPITALS_FIRST: Final = re.compile(rf"(?:{ANY_BADGE.upper()})\s(?=[^\W\d_][^\WA-Z_]|\d)")
# 'Harbour reopens (VIDEO)', 'Harbour reopens | Video'; '– in pictures' may be the headline's own end.
BADGE_LAST: Final = re.compile(
    rf"\s?[(\[（【]\s?(?:{ANY_BADGE})\s?[)\]）】]$|\s?[|·•]\s?(?:{ANY_BADGE})$", re.IGNORECASE
)
# '12:30 Harbour reopens', '3:45 | Harbour reopens': a time of day or a film's length.
CLOCK_FIRST: Final = re.compile(
    r"[\W_]{0,2}\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:Uhr|h|am|pm|hrs?)\b)?\W{1,4}(?=\w)", re.I
)
# 'Harbour reopens (3:45)', 'Harbour reopens · 5 min read', 'Harbour reopens 5 min read'
LENGTH_LAST: Final = re.compile(
    r"""\s?[(\[|·•]\s?(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,3}\s?-?min(?:ut[eosn]*|uti)?s?\.?)\s?[)\]]?$
    |[\s(\[|·•–—-]{1,4}\d{1,3}\s?-?min(?:ut[eosn]*|uti)?s?\.?[\s-]
        (?:read|to\sread|watch|de\slecture|lesezeit|de\sleitura|de\slectura|di\slettura|leestijd|läsning)[)\]]?$""",
    re.IGNORECASE | re.VERBOSE,
)
# 'Harbour reopens (12 comments)', 'Harbour reopens 12 Kommentare'
COMMENTS_LAST: Final = re.compile(
    r"[\s(\[|·•–—-]{1,4}\d{1,6}\s(?:comments?|kommentare?|commentaires?|comentarios?|comment[oi]|comentários?|reacties?"
    r"|kommentar(?:er)?|komentarz[ey]?)[)\]]?$|[\s(\[|·•-]{0,4}コメント\s?\d{1,6}件?[)\]]?$",
    re.IGNORECASE,
)
# 'Opinion | Harbour reopens after storm': a word or three before the line, a whole headline behind it.
KICKER_FIRST: Final = re.compile(r"[^\W\d_][\w'’&-]*(?:\s[\w'’&-]+){0,2}\s\|\s(?=\S)")
# Bullets and arrows of templates; an arrow may stand at either end.
ARROWS: Final = " ›→▶►▸❯➔➜"
MARKS: Final = ARROWS + "•·*|■●★–—"
FIRST: Final = (BADGE_FIRST, CAPITALS_FIRST, CLOCK_FIRST)
LAST: Final = (BADGE_LAST, LENGTH_LAST, COMMENTS_LAST)
# What is printed behind a headline has digits or is set apart by one of these.
ENDINGS: Final = re.compile(r"[\d(\[（【|·•]")
# A badge, a time and a label: what is printed around one headline.
MOST_BADGES: Final = 3
# A headline of fewer words may be a column's name.
MIN_DATED: Final = 4
# Headlines are shorter; what is longer holds no badge that is worth the patterns.
MAX_HEADLINE: Final = 400

MONTH_DAY_YEAR: Final = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{1,2}(?:\.|st|nd|rd|th)?\s(?:de\s)?[^\W\d]{3,12}\.?,?\s(?:de\s)?\d{4}"
    r"|[^\W\d]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})"
)
# Two digits of a year behind a day or a month, or before them.
YEAR: Final = re.compile(r"\d\d[\s./年-]|\d\d\W?$")
# '6 August 1945 – The day the bomb fell': what the story is about.
BEFORE_THE_WEB: Final = re.compile(r"(?<!\d)1(?:[0-8]\d|9[0-8])\d(?!\d)")
# 'Harbour reopens – August 5, 2025', 'Harbour reopens (5.8.2025)'
DATE_LAST: Final = re.compile(
    rf"(?:\s[|·•–—-]|\s?[(\[])\s?({MONTH_DAY_YEAR}(?:,?\s.{{0,4}}\d{{1,2}}[:.h]\d\d.{{0,5}})?)\s?[)\]]?$"
)
# '05.08.2025 – Harbour reopens', '[5 August 2025] Harbour reopens'
DATE_FIRST: Final = re.compile(
    rf"[(\[]?({MONTH_DAY_YEAR}(?:,?\s.{{0,4}}\d{{1,2}}[:.h]\d\d)?)(?:\s?[)\]|·•:]|\s[–—-])\s?(?=\S)"
)


def is_badge(text: str) -> bool:
    """Tell whether a text is a badge or a count and nothing else.

    >>> is_badge("Video"), is_badge("EXCLUSIVE:"), is_badge("14 comments"), is_badge("Live music returns")
    (True, True, True, False)
    """
    if len(text) > MAX_MARK:
        return False
    bare = " ".join(text.strip(" :|·•-–—[]()【】").split()).casefold()
    return bare in BADGE_WORDS or (bare[:1].isdecimal() and COMMENTS_LAST.fullmatch(" " + bare) is not None)


def is_slot(text: str) -> bool:
    """Tell whether a text is what stands over an advertisement, between teasers or not.

    >>> is_slot("ADVERTISEMENT"), is_slot("Sponsored")
    (True, False)
    """
    return len(text) <= MAX_MARK and text.strip(" :-–—[]()").casefold() in SLOTS


@lru_cache(maxsize=4096)
def says_paid(text: str) -> bool:
    """Tell whether a short text beside a headline says that the teaser was paid for.

    >>> says_paid("Trailwise | Sponsored"), says_paid("Ad · Trailwise"), says_paid("Ad agency moves to the quay")
    (True, True, False)
    """
    if len(text) > MAX_MARK:
        return False
    folded = " ".join(text.split()).casefold()
    return folded.startswith(PAID_OPEN) or any(part.strip() in PAID for part in MARK_PARTS.split(folded))


@lru_cache(maxsize=4096)
def bare_headline(text: str) -> str:
    """Return a headline without the badges, lengths, times and counts around it; as it is where nothing else is there.

    >>> bare_headline("LIVE | 12:30 Harbour reopens after storm (3:45)")
    'Harbour reopens after storm'
    """
    if len(text) > MAX_HEADLINE:
        return text
    left = _without_marks(text)
    for _ in range(MOST_BADGES):
        before = left
        for pattern in FIRST:
            # 'Photos: how the eels went by' is one sentence.
            if (match := pattern.match(left)) and not left[match.end() :][:1].islower():
                left = left[match.end() :]
        for pattern in LAST if ENDINGS.search(left) else ():
            left = _without_end(left, pattern)
        if left == before:
            break
    if (kicker := KICKER_FIRST.match(left)) and len(words(left[kicker.end() :])) >= MIN_DATED:
        left = left[kicker.end() :]
    return left.strip() if words(left) else text


def _without_marks(text: str) -> str:
    """Return a text without the bullets and arrows around it; '»' and '«' together are quotation marks."""
    marks = MARKS if "«" in text else MARKS + "»"
    left = text.lstrip(marks + " ")
    if left[:1].isdecimal() and text[: -len(left)].endswith("–"):
        # '–5 °C in May' is no bullet before five degrees.
        left = "–" + left
    return left.rstrip(ARROWS if "«" in text else ARROWS + "»").rstrip()


def _without_end(text: str, pattern: re.Pattern[str]) -> str:
    """Return a text without a count or length at its end; 'Fired after 3 comments' has it in its sentence."""
    if (match := pattern.search(text)) is None:
        return text
    rest = text[: match.start()]
    return text if match[0].lstrip()[:1].isdecimal() and len(words(rest)) < MIN_DATED else rest


def split_date(text: str) -> tuple[str, str] | None:
    """Return headline and date where the date stands beside the headline in one text, None where there is none.

    >>> split_date("Harbour reopens after storm – August 5, 2025")
    ('Harbour reopens after storm', 'August 5, 2025')
    """
    if len(text) > MAX_HEADLINE or YEAR.search(text) is None:
        return None
    if last := DATE_LAST.search(text):
        headline, date = text[: last.start()].strip(), last[1]
    elif first := DATE_FIRST.match(text):
        headline, date = text[first.end() :].strip(), first[1]
    else:
        return None
    if BEFORE_THE_WEB.search(date):
        return None
    # 'Morning briefing (11/20/19)' is told from the next day's by nothing else.
    return (headline, date) if max(len(words(headline)), len(headline) // 8) >= MIN_DATED else None
