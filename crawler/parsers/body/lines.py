"""Lines that readers see and that are no text of an article, as data by language: labels, offers, credits.

Structure decides first (`judge`); these words only tip it.
"""

from __future__ import annotations

import re
from itertools import groupby

from crawler.parsers.body.phrases import phrases_of
from crawler.parsers.body.share_bar import is_share_bar
from crawler.parsers.finder import Finder
from crawler.text import fold

# A whole line that is one of these, case and punctuation aside, is furniture wherever it stands.
FURNITURE_LINES: dict[str, str] = {
    "en": """advertisement|advertisements|advertisment|advertising|advert|ad|sponsored|sponsored content|promoted|
        paid content|advertisement continue reading below|advertisement scroll to continue|story continues below|
        story continues below advertisement|article continues below|article continues after advertisement|
        continue reading|continue reading the main story|continue reading below|read more|read more here|more|
        loading|share|share this|share this article|share this story|share this post|share on facebook|
        share on twitter|tweet|print|print this page|email|e-mail|email this article|save|save this story|copy link|
        comments|comment|leave a comment|leave a reply|post a comment|view comments|show comments|related|
        related articles|related stories|related posts|related content|related links|related topics|recommended|
        recommended for you|more from|most read|most popular|trending|trending now|you may also like|
        you might also like|see also|tags|topics|filed under|follow us|sign up|subscribe|subscribe now|log in|
        newsletter|skip to content|skip to main content|back to top|click to enlarge|view gallery|view comments|
        close|next|previous|next article|previous article|play video|watch|video|photos|gallery|listen|
        listen to this article|facebook|twitter|x|reddit|whatsapp|linkedin|pinterest|telegram|
        all rights reserved|getty images|image|enlarge image|about the author|contact us|report a typo|
        this article has been updated|thank you|report this ad|
        main content|share this news|no ratings yet|listen to this story""",
    "de": """anzeige|werbung|advertorial|artikel teilen|teilen|merken|drucken|kommentare|kommentieren|
        kommentar schreiben|mehr zum thema|lesen sie auch|lesen sie mehr|weiterlesen|zum thema|themen|schlagworte|
        das könnte sie auch interessieren|das könnte dich auch interessieren|nach oben|zur startseite|zurück|
        newsletter|abonnieren|jetzt abonnieren|jetzt kostenlos testen|anmelden|per e-mail versenden|mehr erfahren|
        zurück zur übersicht|artikel anhören|artikel drucken|vorlesen|meistgelesen|quelle|quellen|tags|bildergalerie|
        auf facebook teilen|auf twitter teilen|feedback|impressum|datenschutz|tweet|twittern|e-mail|link kopieren|
        hauptinhalt|noch keine bewertungen|link wurde kopiert""",
    "fr": """publicité|la suite après cette publicité|partager|partager cet article|commentaires|réagir|
        à lire aussi|lire aussi|lire la suite|voir aussi|sur le même sujet|articles liés|newsletter|s'abonner|
        je m'abonne|se connecter|imprimer|envoyer par e-mail|haut de page|mots-clés|thèmes|les plus lus|
        article réservé aux abonnés|ajouter un commentaire|à découvrir|
        écouter cet article|écouter l'article""",
    "es": """publicidad|compartir|compartir en facebook|comentarios|lea también|lee también|leer más|ver también|
        te puede interesar|noticias relacionadas|artículos relacionados|más información|imprimir|suscríbete|
        suscribirse|iniciar sesión|boletín|etiquetas|temas|lo más leído|volver arriba|siga leyendo|
        contenido patrocinado|
        escucha esta nota aquí|escucha esta noticia|escucha este artículo""",
    "it": """pubblicità|condividi|commenti|leggi anche|leggi tutto|vedi anche|articoli correlati|potrebbe interessarti|
        iscriviti|abbonati|accedi|stampa|newsletter|tag|argomenti|i più letti|torna su|riproduzione riservata|
        ascolta questo articolo|ascolta l'articolo""",
    "pt": """publicidade|compartilhar|compartilhe|partilhar|comentários|leia também|leia mais|veja também|ler mais|
        notícias relacionadas|assine|imprimir|newsletter|tags|mais lidas|voltar ao topo|continua após a publicidade|
        ouça este conteúdo|ouça a notícia|ouça este artigo""",
    "nl": """advertentie|delen|deel dit artikel|reacties|lees ook|lees meer|lees verder|meer over|gerelateerd|
        abonneren|inloggen|afdrukken|nieuwsbrief|meest gelezen|terug naar boven""",
    "sv": "annons|annonsera|dela|kommentarer|läs också|läs även|läs mer|relaterat|mest läst|prenumerera|logga in",
    "da": "annonce|del|del artiklen|kommentarer|læs også|læs mere|relateret|mest læst|abonner|log ind",
    "no": "annonse|reklame|del|kommentarer|les også|les mer|relatert|mest lest|abonner|logg inn",
    "fi": "mainos|jaa|kommentit|lue myös|lue lisää|aiheesta lisää|luetuimmat|tilaa|kirjaudu",
    "pl": "reklama|udostępnij|komentarze|czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz też|polecane|drukuj",
    "cs": "reklama|inzerce|sdílet|komentáře|diskuse|čtěte také|čtěte více|související články|tisk",
    "tr": "reklam|paylaş|yorumlar|ilgili haberler|devamını oku|abone ol",
    "hu": "hirdetés|megosztás|hozzászólások|kapcsolódó cikkek|olvassa el|tovább",
    "ro": "publicitate|distribuie|comentarii|citește și|citeste si|vezi și|articole similare",
    "el": "διαφημιση|διαφήμιση|διαβάστε επίσης|διαβάστε ακόμη|σχόλια|σχετικά άρθρα",
    "ru": "реклама|поделиться|комментарии|читайте также|читать далее|подписаться|по теме|смотрите также",
    "uk": "реклама|поділитися|коментарі|читайте також|читати далі",
    "ja": """広告|スポンサーリンク|関連記事|シェア|シェアする|続きを読む|コメント|あわせて読みたい|ツイート|印刷|
        このニュースをシェア|カテゴリーランキング""",
    "zh": "广告|廣告|分享|分享到|相关阅读|相关文章|相關文章|延伸閱讀|延伸阅读|评论|留言|阅读全文|打印",
    "ko": "광고|공유|공유하기|관련기사|댓글|더보기",
    "ar": "إعلان|شارك|اقرأ أيضا|اقرأ أيضاً|تعليقات|مواضيع ذات صلة",
}

# A line that begins with one of these is furniture when it is short (see LONGEST_LED_LINE) or mostly a link.
FURNITURE_BEGINNINGS: dict[str, str] = {
    "en": """read more:|read also:|also read:|read next:|read:|related:|see also:|more:|watch:|listen:|don't miss:|
        must read:|up next:|more on this story|photo:|photos:|photo by|photo credit|image:|image credit|images:|
        picture:|credit:|source:|sign up for|sign up to|subscribe to|follow us on|like us on|join us on|
        click here to|download the app|download our app|get our|get the latest|copyright ©|copyright 19|
        copyright 20|© 19|© 20|(c) 20|
        ©19|©20|all rights reserved|tags:|topics:|filed under:|posted in|categories:|share this|
        this article originally appeared|this story originally appeared|have a tip|contact the author|
        support our journalism|already a subscriber|to continue reading|enter your email|by signing up|
        you can unsubscribe|report a correction|send your feedback|published:|updated:|last updated|posted by|
        posted on|written by|reporting by|editing by|by clicking|this website uses cookies|we use cookies|
        comments are closed|story continues below|
        photo source:|featured image by|featured image:|to view this video please enable|like this story? share|
        for more stories like this, check|follow our full coverage of|follow our live coverage of|
        password must be at least|the password must be at least|your password must""",
    "de": """lesen sie auch|lesen sie hier|lesen sie dazu|lies auch|mehr zum thema|mehr dazu|auch interessant|
        foto:|fotos:|bild:|bilder:|bildquelle|quelle:|quellen:|video:|newsletter:|jetzt anmelden|melden sie sich|
        folgen sie uns|folge uns|hier geht es|© 19|© 20|alle rechte vorbehalten|stand:|veröffentlicht am|
        aktualisiert am|von redaktion|schlagworte:|tags:|themen:|kategorie:|artikelbild|titelbild|bildrechte|
        beitragsbild:|photocredit:|photocredits |bildcredit:|(noch keine bewertungen|das passwort muss mindestens""",
    "fr": """lire aussi|à lire aussi|à lire|lire la suite|voir aussi|crédit photo|photo :|crédit :|© |source :|
        inscrivez-vous|abonnez-vous|suivez-nous|retrouvez toute|publié le|mis à jour le|>> lire|sur le même sujet|
        le mot de passe doit contenir""",
    "es": """lea también|lee también|leer también|ver también|te puede interesar|puede leer|más información:|foto:|
        fotos:|imagen:|fuente:|suscríbete|suscríbase|síguenos|sigue toda la información|publicado el""",
    "it": """leggi anche|leggi tutto|vedi anche|guarda anche|foto:|fonte:|iscriviti|abbonati|seguici su|
        © riproduzione|riproduzione riservata|pubblicato il""",
    "pt": "leia também|leia mais|veja também|leia ainda|foto:|fonte:|assine|inscreva-se|siga-nos|siga o|publicado em",
    "nl": "lees ook|lees meer|lees verder|bekijk ook|foto:|bron:|meld je aan|volg ons|geschreven door",
    "sv": "läs också|läs även|läs mer|foto:|prenumerera|följ oss",
    "da": "læs også|læs mere|foto:|tilmeld dig|følg os",
    "no": "les også|les mer|foto:|følg oss",
    "pl": """czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz też|fot.|źródło:|foto:|
        napisz do autora:""",
    "ru": "читайте также|читать также|смотрите также|фото:|источник:|подписывайтесь",
    "ja": "関連記事|あわせて読みたい|写真：|画像：|（写真：|出典：",
    "zh": "相关阅读|相關|延伸閱讀|延伸阅读|图片来源|責任編輯|责任编辑|来源：|编辑：|题图来自|题图：",
    "el": "διαβάστε επίσης|διαβάστε ακόμα",
    "tr": "ilgili haber|kaynak:",
    "hu": "kapcsolódó|olvassa el",
    "ro": "citește și|citeste si|citiți și|foto:|sursa:",
    "cs": "čtěte také|foto:|zdroj:",
}

# A short block that holds one of these invites to subscribe; the box around it goes with it.
INVITATIONS: dict[str, str] = {
    "en": """our newsletter|newsletter sign|sign up for|sign up to|in your inbox|to your inbox|subscribe to|
        subscribe now|subscribe today|become a member|already a subscriber|to read the full|support our journalism|
        download our app|download the app|join our|this website uses cookies|
        our weekly newsletter|our daily newsletter|our free newsletter|our free weekly newsletter|
        by signing up to our""",
    "de": """unseren newsletter|unserem newsletter|in ihr postfach|in ihrem postfach|ins postfach|jetzt abonnieren|
        jetzt anmelden|kostenlos testen|ohne ihr einverständnis|deine privatsphäre|ihre privatsphäre""",
    "fr": "notre newsletter|abonnez-vous|inscrivez-vous|dans votre boîte|réservé aux abonnés|déjà abonné",
    "es": """nuestro boletín|nuestra newsletter|suscríbete|suscríbase|en tu correo|hazte socio|canal de telegram|
        hazte socia|hazte suscriptor""",
    "it": "nostra newsletter|iscriviti alla|abbonati|nella tua casella|sei già abbonato",
    "pt": "nossa newsletter|assine nossa|inscreva-se|no seu e-mail|já é assinante|subscreva",
    "nl": "onze nieuwsbrief|meld je aan|in je inbox|al abonnee|word abonnee",
    "pl": "wypróbuj prenumeratę|zaprenumeruj",
    "da": "tilmeld dig vores nyhedsbrev",
    "ja": "有料会員|会員登録|無料登録",
}
LONGEST_INVITATION = 250
"""Letters; a longer block that speaks of newsletters is an article's."""

# A line that announces the readers' comments: nothing of the article follows it.
COMMENTS_LINE = re.compile(
    r"(?:\d+\s+)?(?:comments?|responses|replies|reader comments|kommentare?|leserkommentare|commentaires?|comentarios?"
    r"|comentários|commenti|reacties|комментари[ийев]+|评论|コメント)(?:\s*\(?\d+\)?)?:?",
    re.IGNORECASE,
)
# What such a line begins with that does not begin with a number.
COMMENTS_STARTS = frozenset("crlkCRLKкК评コ")
LONGEST_COMMENTS_LINE = 40
# A caption's end: 'Photo: Ada Quill', 'Photograph: L. Ashby', '© Agency'.
CREDIT = re.compile(
    r"(?:\b(?:photo(?:graph|graphie)?s?|fotos?|fotografía|image|picture|bild(?:er|quelle|rechte)?|illustration|credit"
    r"|crédit(?: photo)?|zdjęcie)(?: by)?\s*[:/]|©)\s*(?-i:[A-ZÀ-Þ])[^.!?]{1,60}$",
    re.IGNORECASE,
)
# The same in brackets: '(Staff photo)', '(Foto: Ada Quill)'.
BRACKETED_CREDIT = re.compile(
    r"\((?:[^()]{1,40}[\s/])?(?:photo|fotos?|image|bild|archiv|archive|zdjęcie)(?:[\s:/][^()]{1,40})?\)$",
    re.IGNORECASE,
)
LONGEST_CAPTION = 300

# 'Estimated reading time: 6 minutes', 'Lesezeit ca. 2 Min.', 'Tempo di lettura 3′': with a figure, since 'The reading
# time of children …' begins a sentence.
READING_TIME = re.compile(
    r"(?:(?:estimated )?reading time|time to read|(?:geschätzte )?lesezeit|lesedauer|temps de lecture|durée de lecture"
    r"|tiempo (?:estimado )?de lectura|tempo di lettura|tempo (?:estimado )?de leitura|leestijd|lästid|læsetid|lesetid"
    r"|czas czytania|время (?:чтения|на чтение)|okuma süresi)[\s:~–-]{0,4}(?:ca\.?|circa|env\.?|aprox\.?|около)?\s?\d"
)
LONGEST_READING_TIME = 60
LONGEST_LED_LINE = 160
"""Characters; a paragraph of text that happens to begin like furniture is longer."""

# A placeholder set twice, in one element or in two that touch: 'ADVERTISEMENT ADVERTISEMENT', 'AnzeigeAnzeige'.
_TWICE = re.compile(r"(.{4,40}?)(?:[\W_]*\1)+")
LONGEST_REPEATED = 160


def _core(line: str) -> str:
    """A line without the signs around its first and last letter or digit."""
    start, end = 0, len(line)
    while start < end and not line[start].isalnum():
        start += 1
    while end > start and not line[end - 1].isalnum():
        end -= 1
    return line[start:end]


_LINES = frozenset(_core(entry) for entry in phrases_of(FURNITURE_LINES))
_INVITATIONS = Finder(phrases_of(INVITATIONS))
# By their first character: asking for three hundred beginnings of every line would cost more than the rest.
_BEGINNINGS = {
    head: tuple(entries)
    for head, entries in groupby(sorted(phrases_of(FURNITURE_BEGINNINGS)), key=lambda entry: entry[:1])
}


def is_furniture_line(text: str, folded: str | None = None) -> bool:
    """Tell whether a whole line is a placeholder, label or button in one of the languages.

    Here and below, `folded` is the text as `fold` returns it, from a caller that has it already.

    >>> is_furniture_line("ADVERTISEMENT"), is_furniture_line("- Publicité -"), is_furniture_line("Adverts work.")
    (True, True, False)
    >>> is_furniture_line("AnzeigeAnzeige"), is_furniture_line("Facebook X Reddit")
    (True, True)
    """
    if len(text) > LONGEST_REPEATED:
        return False
    line = _core(fold(text) if folded is None else folded)
    if line in _LINES or is_share_bar(text):
        return True
    # Most lines neither begin nor end with what stands in them a second time.
    if line.find(line[:4], 4) < 0 or line.find(line[-4:]) == len(line) - 4:
        return False
    repeated = _TWICE.fullmatch(line)
    return repeated is not None and repeated[1] in _LINES


def begins_like_furniture(text: str, folded: str | None = None) -> bool:
    """Tell whether a short line begins as insets, credits and offers do.

    >>> begins_like_furniture("Read more: The harbour reopens"), begins_like_furniture("Readers wrote to us.")
    (True, False)
    """
    if len(text) > LONGEST_LED_LINE:
        return False
    line = fold(text) if folded is None else folded
    if line.startswith(_BEGINNINGS.get(line[:1], ())):
        return True
    if len(line) <= LONGEST_READING_TIME and READING_TIME.match(line):
        return True
    label, colon, _ = text.partition(":")
    return bool(colon and is_furniture_line(label))


def is_invitation(text: str, folded: str | None = None) -> bool:
    """Tell whether a short block offers a newsletter, a subscription or an app.

    >>> is_invitation("The day in five minutes. Sign up for our newsletter."), is_invitation("The tide rose.")
    (True, False)
    """
    if len(text) > LONGEST_INVITATION:
        return False
    return _INVITATIONS.found_in(fold(text) if folded is None else folded)


def is_comments_line(text: str) -> bool:
    """Tell whether a line is the heading of the readers' comments.

    >>> is_comments_line("3 Comments"), is_comments_line("Kommentare (12)"), is_comments_line("No comments were made.")
    (True, True, False)
    """
    if len(text) > LONGEST_COMMENTS_LINE or (text[:1] not in COMMENTS_STARTS and not text[:1].isdigit()):
        return False
    return COMMENTS_LINE.fullmatch(text.strip()) is not None


def is_caption(text: str) -> bool:
    """Tell whether a block closes with the credit of a photo.

    >>> is_caption("The edition for 2026. Photograph: Ada Quill"), is_caption("She took a photo: it was blurred.")
    (True, False)
    >>> is_caption("Ladders wait below the bridge. (Staff photo)"), is_caption("She left (nobody took a photo).")
    (True, False)
    """
    if len(text) > LONGEST_CAPTION:
        return False
    end = text[-90:]
    if end.endswith(")") and BRACKETED_CREDIT.search(end):
        return True
    return (":" in end or "/" in end or "©" in end) and CREDIT.search(end.rstrip(" .)")) is not None
