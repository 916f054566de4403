"""The words of headings and labels, by language: what announces related links.

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
        | try these next
        | explore more on this topic | more must-reads | read these next | now read | now read this
        | others also read | people also read | also of interest | of interest | selected for you
        | picked for you | discover more | you may have missed | for further reading
        | before you go | we also love | more on the subject | on the same topic | connected stories""",
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
        | auch lesenswert | lesen sie weiter
        | lest auch | lest dazu auch | lest mehr | lies dazu auch | lies mehr | lesen sie ebenfalls
        | mehr dazu hier | weitere informationen | weiterführende informationen | die redaktion empfiehlt
        | unsere redaktion empfiehlt | wir empfehlen | wir empfehlen auch | lesenswert
        | lese-empfehlungen | leseempfehlungen | unsere leseempfehlungen | zum selben thema | zum gleichen thema
        | mehr zum selben thema | gleich weiterlesen | hier weiterlesen | artikel zum thema
        | beiträge zum thema | dossier zum thema | auch spannend | das könnte ihnen gefallen
        | das könnte dir gefallen | nutzer lasen auch | andere lasen auch | leser interessierten sich auch für""",
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
        | notre dossier
        | dans la même thématique | nos autres articles | d'autres articles | autres articles
        | poursuivre la lecture | continuez votre lecture | on vous recommande | nous vous recommandons
        | à lire également sur ce sujet | à voir également | en lien avec cet article | les articles liés""",
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
        | en contexto | temas similares | otras noticias
        | te recomendamos leer | también podría gustarte | también te puede gustar | te puede gustar
        | sobre el mismo tema | más historias | más contenido | no dejes de leer | seguí leyendo | lee más
        | lea más | recomendaciones | otras notas | leer además | conoce más | para leer más""",
    "it": """
        leggi anche | leggi pure | vedi anche | articoli correlati | articolo correlato | notizie correlate
        | correlati | contenuti correlati | potrebbe interessarti | potrebbe interessarti anche
        | ti potrebbe interessare | ti potrebbe interessare anche | potrebbero interessarti | potrebbe piacerti
        | per approfondire | approfondimenti | approfondimento | approfondisci | sullo stesso tema
        | sullo stesso argomento | sull'argomento | altri articoli | consigliati | consigliato per te
        | articoli consigliati | ti consigliamo | da leggere | continua a leggere | gli altri articoli
        | altre notizie | articoli simili
        | leggi altro | ti potrebbe piacere | vi consigliamo | vi potrebbe interessare | in correlazione
        | notizie collegate | articoli collegati""",
    "pt": """
        leia também | leia tambem | leia mais | leia ainda | veja também | veja tambem | veja mais | ver também
        | saiba mais | artigos relacionados | artigo relacionado | notícias relacionadas
        | noticias relacionadas | matérias relacionadas | conteúdo relacionado | conteúdos relacionados
        | relacionadas | relacionados | relacionada | mais sobre o assunto | mais sobre este tema | mais sobre
        | sobre este assunto | recomendados | recomendado para você | recomendadas | você pode gostar
        | você também pode gostar | talvez você goste | pode interessar | também pode gostar
        | poderá também gostar | mensagens relacionadas | posts relacionados | mais notícias | continue lendo
        | ler também
        | veja ainda | não perca | leia a seguir | leia na sequência | outras notícias | recomendamos
        | relacionado | poderá interessar | poderá interessar-lhe""",
    "nl": """
        lees ook | lees meer | lees verder | lees ook deze | bekijk ook | zie ook | gerelateerd
        | gerelateerde artikelen | gerelateerde berichten | gerelateerd nieuws | meer over dit onderwerp
        | meer over dit thema | meer lezen | meer hierover | aanbevolen | aanbevolen artikelen
        | aanbevolen voor jou | aanbevolen voor u | dit vind je misschien ook leuk | misschien ook interessant
        | ook interessant | verwante artikelen | onze aanraders | achtergrond
        | lees hier meer | meer artikelen | ook lezen | verder lezen | gerelateerde verhalen""",
    "sv": """
        läs också | läs även | läs mer | läs vidare | relaterat | relaterade artiklar | relaterade nyheter
        | mer om ämnet | mer i ämnet | liknande artiklar | se också | fler artiklar | rekommenderat
        | relaterat innehåll | mer från | mer läsning | du kanske också gillar""",
    "no": """
        les også | les mer | les videre | se også | relatert | relaterte artikler | relaterte saker
        | mer om saken | mer om dette | anbefalt | anbefalte artikler | flere saker | lignende artikler
        | flere artikler | les også disse | mer om temaet | du vil kanskje like""",
    "da": """
        læs også | læs mere | læs videre | se også | relateret | relaterede artikler | mere om emnet
        | lignende artikler | anbefalede artikler | flere artikler
        | læs også disse | mere om samme emne | du vil måske også kunne lide""",
    "fi": """lue myös | lue lisää | lue seuraavaksi | aiheesta lisää | lisää aiheesta | katso myös
        | lue myös nämä | samasta aiheesta | aiheeseen liittyvää | suosittelemme""",
    "pl": """
        czytaj także | czytaj też | czytaj również | przeczytaj także | przeczytaj też | przeczytaj również
        | zobacz także | zobacz też | zobacz również | sprawdź także | powiązane artykuły | powiązane
        | podobne artykuły | polecane | polecamy | polecamy także | więcej na ten temat | warto przeczytać
        | warte przeczytania
        | czytaj więcej na ten temat | powiązane tematy artykuły | to może cię zainteresować
        | może cię zainteresować | sprawdź też""",
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
        | вам может быть интересно | рекомендуем | связанные материалы | сюжет
        | что еще почитать | что ещё почитать | читайте далее | другие материалы по теме
        | материалы на тему | ещё на эту тему | еще на эту тему | смотрите также по теме""",
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
            | 次に読む | この記事を読んだ人におすすめ | もっと読む
        | この記事もおすすめ | 関連トピックス記事 | こちらも読む | 併せて読みたい | 関連するニュース | 関連特集""",
    "ko": """관련기사 | 관련 기사 | 관련 뉴스 | 함께 읽으면 좋은 기사 | 추천기사 | 추천 기사
        | 이 기사와 관련된 기사 | 함께 보면 좋은 기사 | 함께 읽기""",
    "zh": """相关文章 | 相关新闻 | 相关阅读 | 相关报道 | 延伸阅读 | 推荐阅读
        | 相關文章 | 相關新聞 | 延伸閱讀 | 相關報導 | 推薦閱讀 | 猜你喜欢 | 相關閱讀
        | 延伸閱讀文章 | 你可能感兴趣 | 你可能也喜歡 | 推荐文章 | 更多相关""",
    "bg": """още по темата | виж още | вижте още | прочетете още | свързани новини | свързани статии
        | още новини | прочети още""",
    "sr": """pročitajte još | pročitajte i | pročitajte i ovo | povezano | povezani članci | povezane vijesti
        | povezane vesti | vezane vijesti | možda vas zanima | možda će vas zanimati | slično | прочитајте још
        | повезане вести""",
    "sk": """prečítajte si aj | prečítajte si tiež | súvisiace články | súvisiace | mohlo by vás zaujímať""",
    "sl": """preberite tudi | preberite še | sorodni članki | sorodne novice | povezani članki""",
    "et": """loe ka | loe veel | seotud lood | seotud artiklid""",
    "lv": """lasi arī | lasi vēl | lasiet arī | saistītie raksti""",
    "lt": """taip pat skaitykite | skaitykite taip pat | susiję straipsniai | skaityti daugiau""",
    "ca": """notícies relacionades | articles relacionats | et pot interessar | llegiu també | llegeix també""",
    "ms": """baca lagi | artikel berkaitan | berita berkaitan""",
    "sq": """lexo edhe | lexo gjithashtu | të ngjashme""",
    "th": """ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | อ่านเพิ่มเติม | เรื่องที่เกี่ยวข้อง""",
    "bn": """আরও পড়ুন | আরো পড়ুন | সম্পর্কিত খবর | সম্পর্কিত সংবাদ""",
    "ur": """مزید پڑھیں | متعلقہ خبریں | یہ بھی پڑھیں""",
}  # fmt: skip

# The same, open at the end: 'More from Sport', 'Mehr aus Bayern'. The rest is a section, a place or a topic.
RELATED_OPEN: Final[dict[str, str]] = {
    "en": """
        more from | more in | more on | more about | more coverage of | related coverage from
        | related stories on | read more on | read more about | also on | related | next up in
        | more stories about | also in""",
    "de": """
        mehr aus | mehr zu | mehr zum | mehr zur | mehr über | weitere artikel aus | weitere artikel von
        | weitere artikel zu | weitere artikel zum | weitere beiträge aus | weitere beiträge von
        | weitere beiträge zu | weitere beiträge zum | weitere meldungen aus | weitere meldungen zu
        | weitere meldungen zum | weitere nachrichten aus | weitere nachrichten zu | weitere inhalte zu
        | weitere inhalte zum | alles zu | mehr von | mehr auf | mehr themen auf | mehr themen aus""",
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


def entries_of(*texts: str) -> frozenset[str]:
    """Return the entries of the texts, case folded and white space made single.

    >>> sorted(entries_of("a | b c", "d"))
    ['a', 'b c', 'd']
    """
    return frozenset(" ".join(entry.split()).casefold() for text in texts for entry in text.split("|"))
