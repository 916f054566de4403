"""The words of headings, labels and buttons, by language: what announces related links, and what other lists.

Data only, written as `labels.fold_label` leaves it: lower case, no punctuation around, straight quotes.
"""

from __future__ import annotations

from typing import Final

# Headings and inset labels that say 'the newsroom chose these to go with this article'.
RELATED: Final[dict[str, str]] = {
    "en": """
        related | related articles | related article | related stories | related story | related content
        | related news | related links | related posts | related post | related reading | related coverage
        | related reports | related items | related media | related features | related reads
        | related headlines | related storylines | more on this story | more on this | more on this topic
        | more on this subject | more on the story | more on that | more like this | more stories like this
        | more about this | more about this story | more to explore | more to read | more stories
        | more articles | more coverage | more news | more for you | further reading | further coverage
        | read next | read this next | what to read next | up next | next up | recommended
        | recommended for you | recommended articles | recommended stories | recommended reading
        | recommended reads | recommendations | you may also like | you might also like | you may like
        | you might like | you may also be interested in | you might also be interested in
        | you may be interested in | you might be interested in | you may also enjoy | you might also enjoy
        | readers also liked | if you liked this | if you liked this story | keep reading | see also
        | read also | also read | also see | see more | read further | for more read | for more, read
        | similar articles | similar stories | similar news | similar posts | suggested articles
        | suggested reading | suggested stories | suggested for you | background | the background
        | in this series | from the archives | dig deeper | go deeper | don't miss | dont miss
        | more in this section | continue reading | explore more | learn more about this | we recommend
        | try these next""",
    "de": """
        mehr zum thema | zum thema | mehr dazu | mehr zu diesem thema | mehr zu diesen themen
        | lesen sie auch | lesen sie mehr | lesen sie dazu | lies auch | lesen sie dazu auch
        | lesen sie hierzu auch | lesen sie hier | auch interessant | siehe auch | sehen sie auch
        | das könnte sie auch interessieren | das könnte sie interessieren
        | das könnte dich auch interessieren | das könnte dich interessieren
        | dies könnte sie auch interessieren | das interessiert sie auch | könnte sie auch interessieren
        | weitere artikel | weitere artikel zum thema | weitere beiträge | weitere meldungen
        | weitere nachrichten | weitere informationen zum thema | weitere themen zum artikel | weiterlesen
        | weiterlesen im thema | ähnliche artikel | ähnliche beiträge | ähnliche | ähnliche themen
        | verwandte artikel | verwandte themen | verwandte beiträge | passend dazu | passend zum thema
        | dazu passend | zum weiterlesen | empfehlungen | empfohlene artikel | unsere empfehlungen
        | empfehlungen der redaktion | lesetipp | lesetipps | unser lesetipp | aus dem ressort
        | mehr aus dem ressort | mehr aus diesem ressort | mehr aus dieser rubrik | aus dem archiv
        | hintergrund | hintergründe | mehr lesen | zum artikel | dazu auch
        | das könnte ihnen auch gefallen | das könnte dir auch gefallen | das wird dir auch gefallen
        | artikel, die dir auch gefallen könnten | auch interessant für dich | mehr zum themenkomplex
        | auch lesenswert | lesen sie weiter""",
    "fr": """
        à lire aussi | a lire aussi | lire aussi | à lire également | lire également | à lire
        | à lire ensuite | à voir aussi | voir aussi | sur le même sujet | sur le même thème
        | dans le même sujet | sur ce sujet | à ce sujet | articles liés | articles connexes
        | articles similaires | articles associés | articles recommandés | article lié | contenus associés
        | contenus similaires | pour aller plus loin | pour en savoir plus | en savoir plus
        | vous aimerez aussi | vous pourriez aussi aimer | cela pourrait vous intéresser
        | ces articles peuvent vous intéresser | ces articles pourraient vous intéresser
        | ça peut vous intéresser | à découvrir | à découvrir aussi | lire la suite | nos recommandations
        | recommandé pour vous | à lire sur le même sujet | plus sur le sujet | plus sur ce sujet
        | dans la même rubrique | du même sujet | aussi à lire | la rédaction vous conseille
        | notre dossier""",
    "es": """
        artículos relacionados | articulos relacionados | noticias relacionadas | notas relacionadas
        | nota relacionada | noticia relacionada | artículo relacionado | relacionados | relacionadas
        | relacionado | contenido relacionado | contenidos relacionados | te puede interesar
        | le puede interesar | te podría interesar | te podria interesar | también te puede interesar
        | también le puede interesar | puede interesarte | te interesará | quizá te interese | lea también
        | lea tambien | lee también | lee tambien | leé también | lea además | lee además | leer también
        | mira también | mirá también | vea también | vea tambien | ver también | ver además | además
        | más sobre este tema | más sobre el tema | más información | más noticias | más en esta sección
        | más sobre esto | seguir leyendo | sigue leyendo | recomendados | recomendado | te recomendamos
        | le recomendamos | le recomendamos leer | no te pierdas | también puedes leer | puedes leer
        | en contexto | temas similares | otras noticias""",
    "it": """
        leggi anche | leggi pure | vedi anche | articoli correlati | articolo correlato | notizie correlate
        | correlati | contenuti correlati | potrebbe interessarti | potrebbe interessarti anche
        | ti potrebbe interessare | ti potrebbe interessare anche | potrebbero interessarti | potrebbe piacerti
        | per approfondire | approfondimenti | approfondimento | approfondisci | sullo stesso tema
        | sullo stesso argomento | sull'argomento | altri articoli | consigliati | consigliato per te
        | articoli consigliati | ti consigliamo | da leggere | continua a leggere | gli altri articoli
        | altre notizie | articoli simili""",
    "pt": """
        leia também | leia tambem | leia mais | leia ainda | veja também | veja tambem | veja mais | ver também
        | saiba mais | artigos relacionados | artigo relacionado | notícias relacionadas
        | noticias relacionadas | matérias relacionadas | conteúdo relacionado | conteúdos relacionados
        | relacionadas | relacionados | relacionada | mais sobre o assunto | mais sobre este tema | mais sobre
        | sobre este assunto | recomendados | recomendado para você | recomendadas | você pode gostar
        | você também pode gostar | talvez você goste | pode interessar | também pode gostar
        | poderá também gostar | mensagens relacionadas | posts relacionados | mais notícias | continue lendo
        | ler também""",
    "nl": """
        lees ook | lees meer | lees verder | lees ook deze | bekijk ook | zie ook | gerelateerd
        | gerelateerde artikelen | gerelateerde berichten | gerelateerd nieuws | meer over dit onderwerp
        | meer over dit thema | meer lezen | meer hierover | aanbevolen | aanbevolen artikelen
        | aanbevolen voor jou | aanbevolen voor u | dit vind je misschien ook leuk | misschien ook interessant
        | ook interessant | verwante artikelen | onze aanraders | achtergrond""",
    "sv": """
        läs också | läs även | läs mer | läs vidare | relaterat | relaterade artiklar | relaterade nyheter
        | mer om ämnet | mer i ämnet | liknande artiklar | se också | fler artiklar | rekommenderat""",
    "no": """
        les også | les mer | les videre | se også | relatert | relaterte artikler | relaterte saker
        | mer om saken | mer om dette | anbefalt | anbefalte artikler | flere saker | lignende artikler""",
    "da": """
        læs også | læs mere | læs videre | se også | relateret | relaterede artikler | mere om emnet
        | lignende artikler | anbefalede artikler | flere artikler""",
    "fi": """lue myös | lue lisää | lue seuraavaksi | aiheesta lisää | lisää aiheesta | katso myös""",
    "pl": """
        czytaj także | czytaj też | czytaj również | przeczytaj także | przeczytaj też | przeczytaj również
        | zobacz także | zobacz też | zobacz również | sprawdź także | powiązane artykuły | powiązane
        | podobne artykuły | polecane | polecamy | polecamy także | więcej na ten temat | warto przeczytać
        | warte przeczytania""",
    "cs": """
        čtěte také | čtěte též | přečtěte si také | související články | související | mohlo by vás zajímat
        | podobné články""",
    "hu": """kapcsolódó cikkek | kapcsolódó | olvassa el ezt is | ajánlott cikkek | ezt olvasta már""",
    "ro": """
        citește și | citeste si | citește mai mult | articole similare | articole asemănătoare
        | articole recomandate | vezi și | știri similare""",
    "el": """
        διαβάστε επίσης | διαβάστε ακόμη | διαβάστε ακόμα | σχετικά άρθρα | σχετικα αρθρα | δείτε επίσης
        | δείτε ακόμη""",
    "tr": """
        İlgili haberler | İlgili haber | benzer haberler | ayrıca bakınız | İlginizi çekebilir
        | bunlar da İlginizi çekebilir | önerilen haberler""",
    "ru": """
        читайте также | читать также | смотрите также | по теме | материалы по теме | статьи по теме
        | ещё по теме | еще по теме | новости по теме | похожие статьи | похожие материалы | похожие новости
        | вам может быть интересно | рекомендуем | связанные материалы | сюжет""",
    "uk": """
        читайте також | дивіться також | за темою | матеріали за темою | схожі матеріали | схожі новини
        | вас може зацікавити | пов'язані статті""",
    "ar": """
        اقرأ أيضا | اقرأ أيضاً | اقرأ ايضا | إقرأ أيضا | اقرا ايضا | مقالات ذات صلة | أخبار ذات صلة
        | اخبار ذات صلة | مواضيع ذات صلة | موضوعات ذات صلة | ذات صلة | قد يعجبك أيضا | قد يهمك أيضا | قد يهمك
        | شاهد أيضا | المزيد حول هذه القصة | مواضيع متعلقة""",
    "fa": """بیشتر بخوانید | مطالب مرتبط | اخبار مرتبط | خبرهای مرتبط""",
    "he": """קראו גם | כתבות קשורות | עוד בנושא | כתבות נוספות בנושא | אולי יעניין אותך""",
    "hi": """यह भी पढ़ें | ये भी पढ़ें | संबंधित खबरें | संबंधित समाचार""",
    "id": """
        baca juga | artikel terkait | berita terkait | artikel lainnya | lihat juga | simak juga | terkait
        | rekomendasi""",
    "vi": """xem thêm | đọc thêm | bài viết liên quan | tin liên quan | bài liên quan""",
    "ja": """
        関連記事 | 関連ニュース | 関連リンク | 関連コンテンツ | 関連する記事
            | あわせて読みたい | 合わせて読みたい | こちらもおすすめ | おすすめ記事 | おすすめの記事
        | こちらの記事も合わせてどうぞ | この記事に関連する記事
            | 次に読む | この記事を読んだ人におすすめ | もっと読む""",
    "ko": """관련기사 | 관련 기사 | 관련 뉴스 | 함께 읽으면 좋은 기사 | 추천기사 | 추천 기사""",
    "zh": """相关文章 | 相关新闻 | 相关阅读 | 相关报道 | 延伸阅读 | 推荐阅读
        | 相關文章 | 相關新聞 | 延伸閱讀 | 相關報導 | 推薦閱讀 | 猜你喜欢 | 相關閱讀""",
}  # fmt: skip

# The same, open at the end: 'More from Sport', 'Mehr aus Bayern'. The rest is a section, a place or a topic.
RELATED_OPEN: Final[dict[str, str]] = {
    "en": """
        more from | more in | more on | more about | more coverage of | related coverage from
        | related stories on | read more on | read more about | also on | related | next up in
        | more stories about | also in""",
    "de": """
        mehr aus | mehr zu | mehr zum | mehr zur | mehr über | weitere artikel aus | alles zu | mehr von
        | mehr auf""",
    "fr": """plus de | plus sur | à lire aussi sur | dans la rubrique""",
    "es": """más sobre | más de | más en | mas de | más noticias de""",
    "it": """altro su | altri articoli di | leggi anche su""",
    "pt": """mais sobre | mais de | mais em""",
    "nl": """meer over | meer uit | meer van""",
    "da": """mere om | mere fra""",
    "sv": """mer om | mer från""",
    "no": """mer om | mer fra | flere saker om""",
}

# Whole words by themselves say too little unless they are a heading or end in a colon: buttons say them too.
WEAK: Final = """
    background | the background | in this series | don't miss | dont miss | read more | more | read on
    | see more | keep reading | continue reading | weiterlesen | mehr lesen | hintergrund | hintergründe
    | zum artikel | lire la suite | en savoir plus | à lire | à découvrir | además | más información
    | seguir leyendo | sigue leyendo | continua a leggere | da leggere | leia mais | veja mais | saiba mais
    | continue lendo | lees meer | lees verder | meer lezen | achtergrond | läs mer | les mer | læs mere
    | lue lisää | xem thêm | もっと読む | explore more | more news | más noticias | otras noticias | altre notizie
    | mais notícias | mehr | plus | recommended | up next | next up | more stories | more articles | сюжет
    | rekomendasi | recomendado | recomendados | mais sobre | lesen sie hier | lesen sie mehr | further reading
    | relacionado | terkait | see also | related"""

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


def entries_of(*texts: str) -> frozenset[str]:
    """Return the entries of the texts, case folded and white space made single.

    >>> sorted(entries_of("a | b c", "d"))
    ['a', 'b c', 'd']
    """
    return frozenset(" ".join(entry.split()).casefold() for text in texts for entry in text.split("|"))
