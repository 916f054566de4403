"""Words of bylines, as data: what stands before, between and behind names, and what is no person's name."""

from __future__ import annotations

import re

from crawler.months import MONTHS
from crawler.parsers.byline_labels import LABEL_STARTS, LABELLED

# What stands before names, in the languages of the press; longer forms first.
LEADS = re.compile(
    r"^\s*(?:©\s*)?(?:(?:written|posted|published|reported|reporting|story|text|words|review|analysis|opinion|interview|article"
    r"|report|photos?|photographs|(?:ein\s)?(?:gast)?(?:beitrag|kommentar)|artikel|kolumne|analyse"
    r"|geschrieben|verfasst|veröffentlicht|erstellt|publié|écrit|escrito|publicado|scritto)\s+(?:and\s\w+\s)?(?:by|von|par|por|da|di)"
    r"|text\s?(?:&|und|and|y|et)\s?(?:fotos?|bilder|photos?|illustration)\s*:"
    r"|(?:mehr|alle)\s(?:artikel|beiträge|texte)\svon|(?:more|all)\s(?:articles|posts|stories)?\s?(?:by|from)"
    r"|von|vom|par|por|di|by|door|af|av|przez|oleh|a cura di|propos recueillis par|skrevet av"
    r"|escriben?|rédigé par|texto de"
    r"|(?:autor(?:in|es|a|en)?(?:\s?/\s?\w+)?|authors?|auteurs?|autore|redakteur(?:in)?|text|texto|fotos?|författare"
    r"|penulis|written by|story by|interview|reportage|kolumne|protokoll"
    r"|quelle|автор|текст|来源)\s*[:：]"
    rf"|{LABELLED}"
    r"|authors?|기자)"
    r"(?:\s*[:：]\s*|\s+|(?<=[:：／/｜|＝=・])\s*)",
    re.IGNORECASE,
)
# The first two letters of LEADS, of those that are ASCII: most lines begin otherwise, and this is asked faster.
LEAD_STARTS = LABEL_STARTS | frozenset({
    "wr", "po", "pu", "re", "st", "te", "wo", "an", "op", "in", "ar", "ph", "ei", "ga", "be", "ko", "ge", "ve", "er",
    "es", "sc", "me", "al", "mo", "vo", "pa", "di", "by", "do", "af", "av", "pr", "ol", "a ", "sk", "au", "fo", "pe",
    "qu",
})  # fmt: skip
# 'Posted on August 9, 2025 by Ada Holm': the name stands behind the second word.
LATE_LEAD = re.compile(
    r"^(?=.{0,60}?(?:\d|posted|publi|written|veröffentlicht|geschrieben|beitrag|artikel|kommentar|interview|story"
    r"|report|review|escrit|écrit|scritto|erstellt|verfasst)).{0,60}?\s(?:by|von|par|por|door|av|af)\s+"
    r"(?-i:(?=[^\W\d_a-zß-ÿ]))",
    re.IGNORECASE,
)
# 'Ada Holm and Jo Marsh', 'Ada Holm; Jo Marsh & Li Na', 'Ada Holm | Jo Marsh'
JOINTS = re.compile(
    r"\s*(?:[;|•·、]|\s[–—/]\s|\s&\s|\s(?:and|und|et|y|e|en|og|och|i|ja|и|with|mit|avec|con)\s)\s*",
    re.IGNORECASE,
)
# What follows names others than the writers: '(Reporting by Ada Holm; editing by Jo Marsh)', 'illustrator: Li Na'.
EDITORS = re.compile(
    r"(?:^|\s*[;,.(]\s*)(?:(?:editing|edited)\s+by\b|ill?ustra\w{2,12}\s?:).*"
    r"|\s*[;,./|(]\s*(?:photos?|photograph(?:s|y)|pictures|images|fotos?|fotografie|bild(?:er)?|kamera|video|grafik)(?:\s*:|\s(?:by|von|par|de|di|av|af)\b).*",
    re.IGNORECASE | re.DOTALL,
)
# A picture's credit begins so; a newspaper may be called so.
PICTURED = re.compile(
    r"(?:photos?|fotos?|фото|bild(?:er)?|images?|illustrations?)(?:\s*[:©]|\s+(?:by|from|courtesy|von|vom|aus|из|par|por)\b)",
    re.IGNORECASE,
)
COMMA = re.compile(r"\s*,\s*(?:(?:and|und|et|y|e)\s)?")
# What a byline adds after the name: 'Ada Holm in Berlin', 'Ada Holm for Gazette', '(dpa)', 'Updated …', a date.
TAIL = re.compile(
    r"\s*(?:\(.{0,80}\)?|\s/\w{1,4}|\[.{0,80}\]?|\s(?:in|aus|for|für|from|à|at)\s+[A-ZÀ-Ž].*|\s[-–—]\s.*|(?:[@:]|(?<![^\W\d_])\d|\d(?![^\W\d_])).*"
    r"|\s(?:am|on|le|el|il)\s\d.*|\s(?-i:am|on)|\s(?:otros\sartículos|more\s(?:articles|posts|stories)|alle\sartikel)\s.*|\b(?:updated|published|posted|publié|publicado|pubblicato|actualizado|mis\sà|modifié|aktualisiert|veröffentlicht|stand|hace|vor|fotos?)\b.*|\s기자.*)$",
    re.IGNORECASE | re.DOTALL,
)
# What is left of a date behind a name once its digits are gone: 'Ada Holm Sat, Aug', 'Ada Holm Fr'.
DATE_WORDS = MONTHS.keys() | frozenset(
    """mo di mi do fr sa so mon tue wed thu fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag
    monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche lunes
    martes miércoles jueves viernes sábado domingo on am le el il at um""".split()
)
TITLES = re.compile(
    r"^(?:(?:our|unser(?:e[mnr]?)?|notre|nos|nuestr[oa]|noss[oa]|(?:dal?\s|il\s|la\s)?nostr[oa]|onze|vår|vores)\s(?:own\s|special\s)?[\w-]+\s"
    r"(?:(?:spécial|especial|speciale)e?\s)?(?-i:(?=[A-ZÀ-Þ])))?"
    r"(?:(?:[\w-]+-)?(?:expert(?:e|in)|redakteur(?:in)?|korrespondent(?:in)?|autor(?:in)?|reporter(?:in)?|chefredakteur(?:in)?"
    r"|mitarbeiter(?:in)?|gastautor(?:in)?|kolumnist(?:in)?|rechtsanw(?:alt|ältin)|volontär(?:in)?|correspondent|columnist|contributor)\s)?"
    r"(?:(?:dr|prof|mag|dipl|ing|phil|med|rer|nat|jur|habil|oec|vet|mr|mrs|ms|sir|dame|herr|frau|m|mme)\.(?:-?[a-z]{2,5}\.)*\s?|(?:herr|frau|professor)\s)*",
    re.IGNORECASE,
)
DEGREES = re.compile(
    r",?\s+(?:ph\.?\s?d\.?|m\.?d\.?|m\.?a\.?|b\.?a\.?|ll\.?m\.?|msc|mba|esq\.?)$", re.IGNORECASE
)
# 'Jr.', 'Sr.', 'Ada H.', 'e.V.': the full stop belongs to the name.
ABBREVIATED = re.compile(r"(?:^|[\s.])\w{1,2}\.$")
# 'A post shared by …': whose picture is embedded, not who wrote.
SHARED = re.compile(r"geteilt von|shared by|partagée? par|compartid[ao] por", re.IGNORECASE)
# What a site's card calls the author: `twitter:label1`, with the name in `twitter:data1`.
CARD_LABELS = frozenset({
    "written by", "by", "author", "verfasst von", "geschrieben von", "autor", "écrit par", "escrito por", "autora",
    "scritto da", "geschreven door", "skrevet av", "skrevet af", "skriven av", "kirjoittanut", "napisane przez",
    "autor:", "автор", "yazan", "作者", "執筆者", "投稿者", "글쓴이", "scris de", "napsal(a)", "penulis", "auteur",
})  # fmt: skip
# A site that signs with its own address: 'gazette.example'.
HOST = re.compile(r"[\w-]{2,}(?:\.[\w-]{2,})+")
ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|de|net|org|html?|php)\b", re.IGNORECASE)
WEB = re.compile(r"(?:https?:)?//|www\.", re.IGNORECASE)
# Words that no person's name holds; a part with one of them is an office, a role or a button.
NO_NAME = frozenset({
    "admin", "administrator", "editor", "editors", "editorial", "redaktion", "redaction", "rédaction",
    "redacción", "redazione", "redação", "team", "staff", "webmaster", "web", "desk", "newsroom", "news",
    "online", "newsdesk", "correspondent", "reporter", "journalist", "journaliste", "writer", "contributor",
    "chefredakteur", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "autor", "author",
    "senior", "junior", "managing", "deputy", "guest", "gastbeitrag", "gastautor", "editor-in-chief",
    "columnist", "producer", "follow", "share", "twitter", "facebook", "instagram", "linkedin", "email",
    "e-mail", "mail", "kommentar", "kommentare", "comments", "comment", "view", "all", "posts", "read", "more",
    "mehr", "profile", "profil", "über", "about", "updated", "published", "published:", "min", "lesezeit",
    "uhr", "today", "yesterday", "image", "photo", "foto", "photos", "bild", "video", "subscribe", "unknown",
    "anonymous", "user", "null", "none", "undefined", "no", "alle", "alles", "beiträge", "agencies", "agences",
    "agenturen", "agentur", "nachrichtenagentur", "modified", "text", "magazin", "magazine", "nachrichten",
    "artikel", "article",
    "articles", "beitrag", "redactie", "redaksi", "redaktionen", "toimitus", "verlag", "verband", "ministerium",
    "institut", "institute", "university", "universität", "foundation", "gmbh", "e.v.", "inc.", "ltd.", "press",
    "media", "zeitung", "tageszeitung", "redakce", "redakcia", "redakcja", "redakcija", "uredništvo", "uredništva",
    "szerkesztőség", "redacția", "redacţia", "редакция", "редакція", "редакцията", "редакција", "новости",
    "redaktsioon", "merkezi", "haber", "haberler", "εφημερίδα", "σύνταξης", "reportasje", "מערכת",
    "تحریریه", "التحرير", "وكالات", "সংবাদদাতা", "ডেস্ক", "डेस्क", "டெஸ்க்",
})  # fmt: skip
# Words of sentences and titles that stand in no name; 'der' does, behind 'von', 'van' and their like.
NOT_IN_NAMES = frozenset("des of the für for at im am zur zum ist is eine ein einer was wie bis".split())
BEFORE_DER = frozenset("von van auf in ter op".split())
# What stands where a name is due and says that there is none.
NOBODY = frozenset({
    "no author", "unknown", "unknown author", "none", "null", "undefined", "anonymous", "anónimo", "anonyme", "anonym",
    "n/a", "admin user", "admin", "administrator", "cortesía", "courtesy",
})  # fmt: skip
# Words inside names that are no name alone.
PARTICLES = frozenset("von van de di da del der by par por la le al el und and".split())
# What a place begins with: 'Ada Holm, à Lyon'.
PLACE_WORDS = frozenset("à in aus from at bei near für for".split())
# Agencies and their short forms; they sign what has no author.
AGENCIES = frozenset({
    "dpa", "afp", "ap", "apa", "sda", "reuters", "epd", "kna", "sid", "rtr", "ansa", "efe", "ats", "belga", "tt", "ntb",
    "ritzau", "lusa", "anp", "pap", "dpa-afx", "dts", "dapd", "ddp", "bloomberg", "xinhua", "tass", "pti", "ians",
    "upi", "ukrinform", "unian", "新华社", "共同通信", "時事通信", "연합뉴스", "associated press",
    "the associated press",
    "press association", "pa media", "agence france-presse", "deutsche presse-agentur",
})  # fmt: skip
