"""Byline labels: what stands before a writer's name in the languages of the press, as data."""

from __future__ import annotations

import re

# A colon stands behind these: 'Szöveg: Ada Holm'.
LABELS = (
    # Czech, Slovak, Polish, Slovenian, Croatian, Bosnian
    "autorka", "autoři", "autori", "autorky", "autorzy", "autorica", "napsal", "napsala", "napísal", "napísala",
    "připravil", "připravila", "redaktor", "redaktorka", "tekst", "tekst i zdjęcia", "opracowanie", "oprac.",
    "opracował", "opracowała", "napisał", "napisała", "rozmawiał", "rozmawiała", "avtor", "avtorica", "piše",
    "pripremio", "pripremila", "napisao", "napisala", "novinar", "novinarka",
    # Serbian, Macedonian, Bulgarian, Russian, Ukrainian, Belarusian, Kazakh
    "аутор", "ауторка", "пише", "автори", "авторка", "авторы", "подготовил", "подготовила", "підготував",
    "підготувала", "записал", "записала", "беседовал", "беседовала", "спілкувався", "спілкувалася", "корреспондент",
    "кореспондент", "репортер", "новинар", "аўтар", "авторлар",
    # Hungarian, Romanian, Albanian
    "szerző", "szerzők", "szöveg", "írta", "autori", "scris de", "redactor", "autorja", "shkruan", "shkroi",
    # Greek
    "συντάκτης", "συντάκτρια", "συντάκτες", "γράφει", "γράφουν", "γράφει ο", "γράφει η", "του", "της", "κείμενο",
    "ρεπορτάζ", "από", "αρθρογράφος",
    # Turkish, Azerbaijani, Uzbek
    "yazan", "yazar", "haber", "muhabir", "derleyen", "röportaj", "müəllif", "muallif",
    # Swedish, Norwegian, Danish, Finnish, Icelandic
    "skribent", "skribenter", "författare", "forfatter", "tekst og foto", "text och foto", "text & foto",
    "tekst & foto", "teksti", "kirjoittaja", "kirjoittajat", "toimittaja", "texti", "höfundur", "skrevet af",
    "skriven av",
    # Estonian, Latvian, Lithuanian
    "autorid", "kirjutas", "autors", "autore", "autori", "teksts", "sagatavoja", "autorius", "autorė", "tekstas",
    "parengė",
    # Dutch, Afrikaans, Portuguese, Spanish, Catalan, Italian, French
    "geschreven door", "redacteur", "tekst en foto's", "deur", "repórter", "reportagem", "autores", "autoras",
    "autora", "texto e fotos", "texto y fotos", "redactora", "articolo di", "scritto da", "testo", "testo di",
    "autrice", "autrici", "texte", "textes", "autrices", "auteure", "auteures", "rédacteur", "rédactrice", "egilea",
    # German
    "verfasser", "verfasserin", "text und foto", "text und fotos", "aufgezeichnet von", "es berichtet",
    # Indonesian, Malay, Filipino, Swahili, Vietnamese
    "reporter", "penulis", "oleh", "ditulis oleh", "wartawan", "laporan", "kontributor", "isinulat ni", "mwandishi",
    "imeandikwa na", "tác giả", "bài viết", "bài", "bài và ảnh", "phóng viên", "thực hiện", "người viết",
    # Arabic, Persian, Urdu, Hebrew
    "بقلم", "كتب", "كتبت", "الكاتب", "الكاتبة", "إعداد", "المؤلف", "نویسنده", "نویسندگان", "خبرنگار", "گزارش از",
    "تحریر", "مصنف", "מאת", "כתב", "כתבה", "כותב", "כותבת",
    # Hindi, Marathi, Bengali, Tamil, Telugu, Gujarati, Thai
    "लेखक", "लेखिका", "रिपोर्टर", "संवाददाता", "लेखन", "লেখক", "লেখা", "লিখেছেন", "প্রতিবেদক", "எழுதியவர்", "రచయిత",
    "લેખક", "ผู้เขียน", "เขียนโดย", "โดย", "เรื่อง", "ผู้สื่อข่าว",
    # Georgian, Armenian
    "ავტორი", "ავტორები", "հեղինակ",
)  # fmt: skip
# No more than a blank stands behind these: 'بقلم ليلى حداد'.
BEFORE_NAMES = (
    "napsal", "napsala", "napsal(a)", "napísal", "napísala", "napisał", "napisała", "rozmawiał", "rozmawiała", "piše",
    "napisao", "napisala", "пише", "текст", "írta", "scris de", "γράφει ο", "γράφει η", "επιμέλεια", "yazan", "eftir",
    "kirjutas", "deur", "gan", "nga", "geschreven door", "rédigée par", "ditulis oleh", "laporan", "isinulat ni",
    "imeandikwa na", "viết bởi", "tác giả", "bởi", "بقلم", "به قلم", "מאת", "เขียนโดย",
)  # fmt: skip
# A colon, a stroke or a dot: '文／林雨桐', '取材・文＝高瀬慎一'.
EAST_ASIAN = (
    "文", "撰文", "撰稿", "作者", "本文作者", "采写", "採訪", "采访", "採訪撰文", "采访撰文", "文字", "編譯", "编译",
    "责任编辑", "責任編輯", "编辑", "取材・文", "文・写真", "取材", "執筆", "執筆者", "著者", "筆者", "ライター",
    "聞き手", "寄稿", "作成者", "글", "글쓴이", "작성자", "지은이", "필자", "글·사진", "취재", "기고",
)  # fmt: skip

_MARKS = r"[:：／/｜|＝=・]"


def _any_of(words: tuple[str, ...]) -> str:
    # The longest first, else 'text' would be found in 'text och foto:'.
    return "|".join(map(re.escape, sorted(set(words), key=len, reverse=True)))


LABELLED = (
    rf"(?:{_any_of(LABELS)})\s*[:：]|(?:{_any_of(BEFORE_NAMES)})(?=\s)|(?:{_any_of(EAST_ASIAN)})\s*{_MARKS}"
)
"""A pattern, for any case, of a label with its mark; those without one end before a blank."""
LABEL_STARTS = frozenset(word[:2] for word in LABELS + BEFORE_NAMES if word[:2].isascii())
"""The first two letters of LABELLED, of those that are ASCII."""
SIGNING = tuple(
    sorted(
        {f"{word[:1].title()}{word[1:]}{mark}" for word in LABELS for mark in (":", " :")}
        | {f"{word}{mark}" for word in EAST_ASIAN for mark in ":：／/｜"}
    )
)
"""How lines begin that name a writer at a text's end."""
