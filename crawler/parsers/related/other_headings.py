"""The words of headings that announce other lists than related links, and of buttons, by language.

Data only, written as `labels.fold_label` leaves it: lower case, no punctuation around, straight quotes.
"""

from __future__ import annotations

from typing import Final

# Headings of lists that stand beside the related ones and look like them.
OTHER: Final[dict[str, str]] = {
    "en": """
        most read | most popular | popular | popular now | popular articles | popular stories | popular posts
        | most viewed | most shared | most commented | most discussed | trending | trending now
        | trending stories | trending topics | top stories | top news | top articles | latest | latest news
        | latest stories | latest articles | latest posts | latest from | our latest stories | recent posts
        | recent articles | recent stories | recent news | breaking news | headlines | just in | must read
        | must reads | must read stories | editor's picks | editors' picks | editors picks | editor's choice
        | sponsored | sponsored content | sponsored stories | sponsored links | promoted | promoted stories
        | promoted content | paid content | partner content | partner stories | from our partners
        | around the web | from around the web | from the web | you may like from the web | advertisement | ads
        | comments | leave a comment | leave a reply | tags | topics | related topics | related tags
        | related terms | related companies | related searches | related people | categories | authors
        | about the author | share this | share | follow us | newsletter | newsletters | sign up | subscribe
        | videos | video | watch | photos | galleries | podcasts | games | jobs | shopping | more by
        | more stories by | more from author | more from the author | more by this author | also by this author
        | most recent | new articles | next article | previous article | next | previous | featured
        | featured stories | in the news | today's headlines | deals | events | references | sources
        | bibliography | footnotes | notes | external links | what's hot | hot topics | hot right now | footer""",
    "de": """
        meistgelesen | meistgelesene artikel | meist gelesen | am meisten gelesen | beliebt | beliebte artikel
        | top-themen | topthemen | aktuell | aktuelles | neueste artikel | neueste beiträge
        | neueste nachrichten | neuste artikel | die neuesten meldungen | neueste meldungen | meistkommentiert
        | meistgeklickt | trends | trending | anzeige | anzeigen | kommentare | schlagworte | schlagwörter
        | themen | alle themen | tags | autor | autoren | newsletter | partnerangebote | aus dem netz
        | kategorien | videos | vorheriger artikel | nächster artikel | startseite | quellen | links | services""",
    "fr": """
        les plus lus | les plus lues | le plus lu | les plus populaires | les plus partagés | populaires
        | tendances | les dernières actualités | dernières actualités | dernières nouvelles | derniers articles
        | à la une | en direct | commentaires | publicité | contenus sponsorisés | mots-clés | étiquettes
        | article précédent | article suivant | vidéos | les plus commentés | sources | réagir""",
    "es": """
        lo más leído | lo mas leido | las más leídas | más leídas | más leídos | lo más visto | más vistas
        | más popular | populares | tendencias | lo último | últimas noticias | ultimas noticias
        | lo más reciente | recientes | comentarios | publicidad | patrocinado | contenido patrocinado
        | etiquetas | temas | anterior | siguiente | destacados | destacadas | lo más compartido""",
    "it": """
        i più letti | più letti | le più lette | più lette | più popolari | ultime notizie | ultimi articoli
        | ultima ora | di tendenza | commenti | pubblicità | tag | in evidenza | i più visti | più visti
        | più commentati""",
    "pt": """
        mais lidas | mais lidos | as mais lidas | mais vistas | mais populares | populares | últimas notícias
        | ultimas noticias | últimas | recentes | em alta | comentários | publicidade | patrocinado | etiquetas
        | tópicos | destaques""",
    "nl": """
        meest gelezen | best gelezen | populair | trending | laatste nieuws | net binnen | reacties
        | advertentie | gesponsord | meest bekeken | onderwerpen""",
    "sv": """
        mest läst | mest lästa | mest läst just nu | senaste nytt | senaste nyheter | annons | just nu
        | kommentarer""",
    "no": """mest lest | mest leste | siste nytt | siste saker | annonse | akkurat nå | kommentarer""",
    "da": """mest læste | mest læst | seneste nyt | seneste nyheder | annonce | kommentarer | lige nu""",
    "fi": """luetuimmat | uusimmat | kommentit | mainos""",
    "pl": """najczęściej czytane | najpopularniejsze | popularne | najnowsze | reklama | komentarze | tagi""",
    "cs": """nejčtenější | nejnovější | komentáře | diskuse | reklama""",
    "ru": """
        самое читаемое | популярное | популярные | последние новости | новости партнёров | новости партнеров
        | реклама | комментарии | главное | лента новостей | главные новости | другие новости""",
    "uk": """
        найпопулярніше | популярне | останні новини | реклама | коментарі | новини партнерів | головне
        | інші новини""",
    "tr": """çok okunanlar | en çok okunanlar | son dakika | son haberler | reklam | yorumlar""",
    "ar": """الأكثر قراءة | الأكثر شعبية | آخر الأخبار | أحدث الأخبار | التعليقات | الأكثر مشاهدة | الوسوم""",
    "id": """terpopuler | populer | terbaru | berita terbaru | komentar | tag | topik | trending""",
    "ja": """ランキング | 人気記事 | 新着記事 | 最新記事 | 人気ランキング | コメント
        | タグ | カテゴリー | アクセスランキング | 注目記事 | 最新ニュース | ホットキーワード""",
    "ko": """많이 본 뉴스 | 인기기사 | 인기 기사 | 최신 뉴스 | 최신기사 | 댓글""",
    "zh": """热门文章 | 最新文章 | 最新新闻 | 热门新闻 | 评论
        | 热点 | 排行榜 | 點閱排行 | 熱門文章 | 最新消息""",
    "el": """δημοφιλή | δημοφιλη | ροή ειδήσεων | ροη ειδησεων | τελευταία νέα | τελευταια νεα | σχόλια""",
    "hu": """legolvasottabb | legnépszerűbb | legfrissebb | friss hírek | hozzászólások | hirdetés""",
    "ro": """cele mai citite | cele mai noi | ultimele știri | ultima oră | comentarii | publicitate""",
    "bg": """най-четени | най-нови | последни новини | коментари | реклама""",
    "sr": """
        najčitanije | najnovije | najnovije vesti | najnovije vijesti | komentari | oglasi | најчитаније
        | најновије | најновије вести | коментари""",
    "fa": """پربازدیدترین | پربیننده ترین | آخرین اخبار | نظرات""",
    "he": """הנקראות ביותר | הכי נקראות | חדשות אחרונות | תגובות""",
    "hi": """ताजा खबरें | ताज़ा खबरें | ट्रेंडिंग | सबसे ज्यादा पढ़ी गई | सबसे ज़्यादा पढ़ी गई | लेटेस्ट खबरें""",
    "bn": """সর্বশেষ | সর্বশেষ খবর | সর্বাধিক পঠিত | মন্তব্য""",
    "ta": """அண்மைச் செய்திகள் | அதிகம் படிக்கப்பட்டவை | சமீபத்திய செய்திகள்""",
    "th": """ข่าวล่าสุด | ข่าวยอดนิยม | ยอดนิยม | ข่าวเด่น""",
    "vi": """tin mới | tin mới nhất | đọc nhiều | đọc nhiều nhất | xem nhiều | xem nhiều nhất | bình luận""",
}  # fmt: skip

# Openings of headings of other lists: 'Most read in Sport', 'Latest from Berlin'.
OTHER_OPEN: Final = """
    most read in | most read on | most popular in | most viewed in | latest from | latest in | latest on
    | latest news from | the latest | trending in | trending on | popular in | popular on | top stories in
    | top stories from | sponsored by | more by | more stories by | more articles by | more posts by
    | more from author | more from the author | meistgelesen in | aktuelles aus | neu in | newsletter
    | alle artikel von | mehr von unserem autor | follow | subscribe | sign up | comments | kommentare
    | editor's picks | les plus lus | lo más leído | lo último | i più letti | mais lidas em
    | related topic | related topics | related tag | related tags | related video | related videos | related product
    | related products | related search | related searches | related term | related terms | related company
    | related companies | related people | related event | related events | related job | related jobs
    | related author | related authors | related book | related books | trending | most popular
    | most viewed | most read | popular | latest | neueste | neue beiträge | letzte beiträge | letzte artikel
    | neue artikel | recent comments | aktuelle artikel | top artikel"""

# What a link says when it is not the headline.
MORE_TEXTS: Final = """
    read more | more | read | read on | read article | read full story | read the full story
    | read full article | read story | continue | continue reading | learn more | view more | see more
    | see all | show more | full story | read now | watch | watch now | weiterlesen | mehr | mehr lesen
    | mehr erfahren | zum artikel | artikel lesen | jetzt lesen | lire la suite | lire | lire plus
    | en savoir plus | lire l'article | leer más | leer mas | ver más | seguir leyendo | leggi | leggi tutto
    | leggi di più | continua | leia mais | ler mais | saiba mais | veja mais | lees meer | lees verder
    | läs mer | les mer | læs mere | lue lisää | więcej | czytaj więcej | czytaj dalej | читать | читать далее
    | подробнее | читати далі | devamını oku | اقرأ المزيد | baca selengkapnya | selengkapnya
    | 続きを読む | もっと見る
    | 더보기 | 阅读更多 | 查看更多 | read next | next | previous | comments | share | print | email
    | load more | view all
    | see more stories | drucken | versenden | mehr laden | mehr anzeigen | alle anzeigen | voir tout
    | charger plus | imprimer | cargar más | cargar más noticias | cargar mas noticias | ver todo | ver todas
    | imprimir | vedi tutti | stampa | carregar mais | toon meer | toon alles | afdrukken | vis mer | visa mer
    | vis mere | pokaż więcej"""
