"""Disclosures: what a page says about its own text, links and readers, as data by language.

Notes that a link earns a commission, that a machine translated, questions whether the article was useful, calls to
follow or to write. They stand among the paragraphs and are set as these are, so that only their words tell them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from crawler.parsers.body.line_words import INVITATIONS, RESERVED_RIGHTS
from crawler.parsers.body.phrases import phrases_of
from crawler.parsers.body.segmentation import Block
from crawler.parsers.finder import Finder
from crawler.text import fold

DISCLOSURES: dict[str, str] = {
    "en": """affiliate link|affiliate commission|may earn a commission|may earn commission|earn an affiliate|
        earn a small commission|may receive compensation|may receive a commission|independently selected by our|
        was this article helpful|was this article useful|did you find this article|machine translat|
        letter to the editor|submit your letter|for the latest news and|for the latest stories and|follow us on|
        download our app|in our app|you can follow any responses to this entry|
        bookmark the permalink|both comments and pings are|may not be reproduced, published, broadcast|
        may not be published, broadcast|without prior express written permission|
        published from a syndicated feed|generated from a syndicated feed|links to weblogs that reference|
        trackback url for this entry|name and address supplied|enjoyed this story, hit the|consider supporting our work|
        a post shared by|
        view this post on instagram|view this photo on instagram""",
    "de": """affiliate-link|affiliate link|partnerlink|werbelinks|enthält werbung|erhalten wir eine provision|
        bekommen wir eine provision|kommt darüber ein einkauf|war der artikel nützlich|war dieser artikel hilfreich|
        maschinelle übersetzung|automatisch übersetzt|beachten sie, dass ihre kommentare|dass ihre kommentare themen|
        könnte dich auch interessieren|könnte sie auch interessieren|leserbrief an die redaktion|
        kommentare zu diesem eintrag|kommentare zu diesen eintrag|lesezeichen auf den permalink|
        ein beitrag geteilt von|sieh dir diesen beitrag auf instagram|
        einen externen inhalt von|externe inhalte angezeigt werden|an drittplattformen übermittelt|
        an drittanbieter übermittelt|inhalt mit einem klick anzeigen|inhalt wird aus datenschutzgründen""",
    "fr": """lien affilié|liens affiliés|liens d'affiliation|cet article vous a-t-il|traduction automatique|
        suivre les réponses à cet article|ajoutez ce permalien|suivez-nous sur|toute reproduction interdite|
        reproduction totale ou partielle|ce contenu est bloqué|ce contenu est hébergé par|
        déposer des cookies et autres traceurs|une publication partagée par|
        voir cette publication sur instagram""",
    "es": """enlace de afiliado|enlaces de afiliado|comisión de afiliado|te ha resultado útil|traducción automática|
        síguenos en|guarda el enlace permanente|síganos en|prohibida su reproducción total|
        prohibida la reproducción total|para ver este contenido|este contenido se encuentra bloqueado|
        una publicación compartida|ver esta publicación en instagram""",
    "it": """link di affiliazione|link affiliati|potremmo ricevere una commissione|seguici su|
        contrassegna il permalink|riproduzione vietata|vietata la riproduzione|
        per visualizzare questo contenuto|
        un post condiviso da|visualizza questo post su instagram""",
    "pt": """link de afiliado|links de afiliados|receber uma comissão|siga-nos no|siga-nos nas|
        proibida a reprodução total|uma publicação compartilhada por|
        um post compartilhado por|ver essa foto no instagram|ver este post no instagram|para ver este conteúdo""",
    "nl": """affiliatelink|affiliate-link|wij ontvangen een commissie|volg ons op|om deze inhoud te|
        om deze content te|deze inhoud kan niet worden|een bericht gedeeld door|
        dit bericht op instagram bekijken""",
    "sv": "annonslänk|affiliatelänk|maskinöversatt|följ oss på|för att se det här innehållet",
    "da": "affiliatelink|annoncelink|maskinoversat|følg os på|for at se dette indhold",
    "no": "annonselenke|affiliatelenke|laget av chatgpt|følg oss på|for å se dette innholdet",
    "pl": """link afiliacyjny|linki afiliacyjne|zapraszamy do subskrypcji|obserwuj nas na|śledź nas na|
        dalsze rozpowszechnianie artykułu|materiał chroniony prawem""",
    "cs": "sledujte nás na|affiliate odkaz|přetisk nebo jakékoli",
    "sk": "sledujte nás na|affiliate odkaz",
    "hu": "kövess minket a|kövessen minket a|támogasd a munkánkat",
    "ro": "urmărește-ne pe|urmăriți-ne pe|ne puteți urmări",
    "el": "ακολουθήστε μας στο|ακολουθήστε μας και στο",
    "tr": "bizi takip edin|google news'te takip",
    "ru": """подписывайтесь на наш|подпишитесь на наш|подписывайтесь на нас|выделите её и нажмите|выделите ее и нажмите|
        выделите фрагмент|при использовании материалов|перепечатка материалов|реклама. рекламодатель""",
    "uk": "підписуйтесь на наш|підписуйтеся на наш|виділіть її та натисніть|виділіть її і натисніть",
    "bg": "последвайте ни|следвайте ни в",
    "sr": "pratite nas na|pratite nas i na|zaboravite da nas pratite|пратите нас на",
    "ar": "تابعونا على|تابعنا على|تابعوا أخبارنا",
    "he": "עקבו אחרינו ב",
    "id": "ikuti kami di|ikuti berita lainnya|artikel ini telah tayang",
    "vi": "theo dõi chúng tôi",
    "zh": """关注我们的微信|关注微信公众号|长按识别|本文仅代表作者|仅代表作者个人|与本网无关|不代表本站|不代表本平台|
        不代表本网|請繼續往下閱讀|請加入line好友""",
    "ja": "この記事は会員限定です|この記事は有料記事です|本記事にはアフィリエイト|アフィリエイト広告を利用",
    "ko": "제휴 마케팅|파트너스 활동의 일환",
}
# What blogs set below an entry: 'This entry was posted in Tides by Ada Holm and tagged boats.'
ENTRY_BEGINNINGS: Final = (
    "this entry was", "dieser beitrag wurde", "dieser eintrag wurde", "der beitrag wurde", "cet article a été",
    "cette entrée a été", "esta entrada ", "questa voce è", "dit bericht ",
)  # fmt: skip
ENTRY_NOTE: Final = re.compile(
    r"this entry was (?:posted|published) (?:in|on|by|under)\b"
    r"|(?:dieser|der) (?:beitrag|eintrag) wurde (?:(?:vor )?am .{3,60}\bveröffentlicht\b|veröffentlicht (?:in|unter) "
    r"|unter .{1,160}\b(?:abgelegt|gespeichert|veröffentlicht)\b)"
    r"|cet article a été publié .{3,80}\bclassé|cette entrée a été publiée dans "
    r"|esta entrada (?:fue|ha sido) publicada (?:en|el) |esta entrada foi publicada em "
    r"|questa voce è stata pubblicata in "
    r"|dit bericht (?:is|werd) geplaatst (?:in|op) \w+ ?\d"
)
# What begins a call to follow a channel, in short forms; a platform's name goes with it.
FOLLOW: Final = (
    "follow", "join", "subscribe", "folgen sie", "folge ", "folgt ", "abonnier", "suivez", "suis ", "rejoignez",
    "abonnez", "sigue", "síguenos", "siga", "suscríbe", "únete", "segui", "iscriviti", "unisciti", "acompanhe",
    "inscreva-se", "entre no", "volg", "følg", "följ", "bli med", "seuraa", "obserwuj", "śledź", "dołącz", "sledujte",
    "přidejte", "pridajte", "kövess", "csatlakoz", "iratkozz", "urmăr", "abonează", "abonați", "pratite", "pridruži",
    "spremljajte", "подпис", "присоединя", "читайте нас", "следите", "підпис", "приєдн", "стежте", "последвайте",
    "ακολουθ", "takip", "katıl", "ikuti", "gabung", "bergabung", "theo dõi", "tham gia", "تابع", "انضم", "اشترك",
    "עקבו", "הצטרפו", "जुड़", "फॉलो", "關注", "关注", "追蹤", "加入", "フォロー",
)  # fmt: skip
STEPS: Final = (
    "follow these",
    "follow the steps",
    "follow along",
    "folgen sie diesen",
    "sigue estos",
    "suivez ces",
)
PLATFORMS: Final = (
    "whatsapp", "telegram", "google news", "google discover", "viber", "bluesky", "instagram", "facebook",
    "youtube", "tiktok", "twitter", "linkedin", "threads", "apple news", "flipboard", "signal", "вконтакте",
    "телеграм", "ватсап", "вайбер", "дзен", "واتساب", "تلغرام", "تليجرام", "טלגרם", "וואטסאפ", "व्हाट्सएप",
    "टेलीग्राम", "微信", "微博",
)  # fmt: skip
LONGEST_CALL: Final = 140
LONGEST_BEHIND_PLATFORM: Final = 40
"""Characters; behind more of them a sentence goes on: 'Follow these steps, shared on Twitter, to …'."""
LONGEST_DISCLOSURE: Final = 450
"""Letters; a longer block that speaks of such things is an article's."""

_PHRASES: Final = Finder(phrases_of(DISCLOSURES))
_APPEALS: Final = Finder(
    phrases_of(DISCLOSURES) | phrases_of(INVITATIONS) | phrases_of(RESERVED_RIGHTS) | {*PLATFORMS}
)


def is_disclosure(text: str, folded: str | None = None) -> bool:
    """Tell whether a short block speaks of the page instead of the story.

    >>> is_disclosure("If you buy through a link we may earn a commission."), is_disclosure("She earned a living.")
    (True, False)
    """
    if len(text) > LONGEST_DISCLOSURE:
        return False
    line = fold(text) if folded is None else folded
    return _PHRASES.found_in(line)


def calls_to_follow(text: str, folded: str | None = None) -> bool:
    """Tell whether a line calls readers to a channel of the site's.

    >>> calls_to_follow("Follow the Gazette on WhatsApp"), calls_to_follow("She took to WhatsApp.")
    (True, False)
    """
    if len(text) > LONGEST_CALL:
        return False
    line = fold(text) if folded is None else folded
    if not line.startswith(FOLLOW) or line.startswith(STEPS):
        return False
    behind = (len(line) - line.rfind(name) - len(name) for name in PLATFORMS if name in line)
    return min(behind, default=LONGEST_CALL) <= LONGEST_BEHIND_PLATFORM


def is_entry_note(text: str, folded: str | None = None) -> bool:
    """Tell whether a block is the note that a blog sets below an entry: when it appeared, and under what.

    >>> is_entry_note("This entry was posted in Tides by Ada"), is_entry_note("This entry was a mistake")
    (True, False)
    """
    if len(text) > LONGEST_DISCLOSURE:
        return False
    line = fold(text) if folded is None else folded
    return line.startswith(ENTRY_BEGINNINGS) and ENTRY_NOTE.match(line) is not None


def appealing(blocks: Iterable[Block]) -> frozenset[int]:
    """Return the indexes of the blocks that hold a phrase of disclosures, invitations or reserved rights.

    What they are is for `is_disclosure`, `lines.is_invitation` and `notices.reserves_rights` to tell.
    """
    asked = [block for block in blocks if len(block.text) <= LONGEST_DISCLOSURE]
    return frozenset([asked[place].index for place in _APPEALS.which([block.folded for block in asked])])
