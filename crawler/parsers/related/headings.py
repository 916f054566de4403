"""The words of headings and labels, by language: what announces related links.

Data only, written as `labels.fold_label` leaves it: lower case, no punctuation around, straight quotes.
"""

from __future__ import annotations

import unicodedata
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
        | try these next | explore more on this topic | more must-reads | read these next | now read
        | now read this | others also read | people also read | also of interest | of interest
        | selected for you | picked for you | discover more | you may have missed | for further reading
        | before you go | we also love | more on the subject | on the same topic | connected stories
        | related to this story | related to this article | related to this | more related stories
        | more related articles | you may also want to read
        | you might also want to read | you may also be interested in reading | also worth reading
        | worth reading | read more on this story | read more on this topic | read more here
        | read the related story | read our related story | read our previous story | read our earlier story
        | read our earlier report | previous coverage | earlier coverage | our previous coverage
        | our earlier coverage | past coverage | earlier story | earlier stories | from our archive
        | from our archives | in case you missed it | icymi | must-read related stories | more to the story
        | what else to read | what to read now | read this too | read these too | must read next
        | readers are also reading | more from this series | more in this series
        | other stories in this series | other articles in this series | read the whole series
        | read the series | related opinion | related analysis | related explainer | related guides
        | related resources | stories you may like | stories you might like | articles you may like
        | articles you might like | posts you may like | you will also like | you may also love
        | you might also love | you could also like | you could also be interested in | keep on reading
        | also on this topic | also in this series | related from the archive | for more on this story
        | for more on this""",
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
        | hintergrund | hintergründe | mehr lesen | zum artikel | dazu auch | das könnte ihnen auch gefallen
        | das könnte dir auch gefallen | das wird dir auch gefallen | artikel, die dir auch gefallen könnten
        | auch interessant für dich | mehr zum themenkomplex | auch lesenswert | lesen sie weiter
        | lest auch | lest dazu auch | lest mehr | lies dazu auch | lies mehr | lesen sie ebenfalls
        | mehr dazu hier | weitere informationen | weiterführende informationen | die redaktion empfiehlt
        | unsere redaktion empfiehlt | wir empfehlen | wir empfehlen auch | lesenswert | lese-empfehlungen
        | leseempfehlungen | unsere leseempfehlungen | zum selben thema | zum gleichen thema
        | mehr zum selben thema | gleich weiterlesen | hier weiterlesen | artikel zum thema
        | beiträge zum thema | dossier zum thema | auch spannend | das könnte ihnen gefallen
        | das könnte dir gefallen | nutzer lasen auch | andere lasen auch
        | leser interessierten sich auch für | lesen sie außerdem | lesen sie zudem | lies weiter
        | lies auch das | lesen sie auch das | lesen sie auch folgende artikel | mehr hierzu
        | mehr dazu lesen sie hier | mehr zu dem thema | mehr zu dieser geschichte | weiteres zum thema
        | weitere texte zum thema | alle artikel zum thema | alles zum thema
        | das könnte sie ebenfalls interessieren | das könnte euch auch interessieren
        | das könnte euch interessieren | das könnte dich ebenfalls interessieren
        | das interessiert dich auch | das interessiert andere leser | vielleicht interessiert sie auch
        | vielleicht auch interessant | ebenfalls interessant | ebenfalls lesenswert | siehe dazu
        | siehe dazu auch
        | mehr artikel zum thema | mehr artikel zu diesem thema | schon gelesen | bereits erschienen
        | bisher erschienen | weitere teile der serie | alle teile der serie | aus der serie""",
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
        | dans la même rubrique | du même sujet | aussi à lire | la rédaction vous conseille | notre dossier
        | dans la même thématique | nos autres articles | d'autres articles | autres articles
        | poursuivre la lecture | continuez votre lecture | on vous recommande | nous vous recommandons
        | à lire également sur ce sujet | à voir également | en lien avec cet article | les articles liés
        | lisez aussi | lisez également | a lire egalement | a lire également | lire ou relire
        | à lire ou à relire | à relire | voir également | à écouter aussi | à consulter aussi
        | sur le meme sujet | sur la même thématique | dans la même veine | dans le même dossier
        | dans notre dossier | les autres articles du dossier | vous aimerez peut-être aussi
        | vous aimerez peut-être | vous aimeriez aussi | vous pourriez être intéressé par
        | cela peut vous intéresser | cela pourrait aussi vous intéresser | ceci pourrait vous intéresser
        | ça pourrait vous intéresser | ces sujets peuvent vous intéresser
        | ces contenus pourraient vous intéresser | ces articles devraient vous intéresser
        | ces articles pourraient aussi vous intéresser | nos articles sur le sujet
        | tous nos articles sur le sujet | nos articles sur le même sujet | aller plus loin | approfondir
        | pour approfondir | complément d'information | notre sélection d'articles | notre recommandation
        | à ne pas manquer | ne manquez pas""",
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
        | en contexto | temas similares | otras noticias | te recomendamos leer | también podría gustarte
        | también te puede gustar | te puede gustar | sobre el mismo tema | más historias | más contenido
        | no dejes de leer | seguí leyendo | lee más | lea más | recomendaciones | otras notas | leer además
        | conoce más | para leer más | lee tambien esto | lee también esto | lea tambien esto
        | te puede interesar leer | te recomendamos también | también te podría interesar
        | también te recomendamos | también le recomendamos | también le podría interesar
        | tal vez te interese | quizás te interese | quizá también te interese | quizás también te interese
        | quizá le interese | te puede interesar también | puede interesarle | también puede interesarle
        | también puede interesarte | también puede leer | puedes leer también | puede leer
        | puede leer también | podés leer | podés leer también | además lee | además lea | para ampliar
        | para profundizar | sobre este tema | sobre el tema | más sobre este asunto | más del tema
        | más de este tema | más artículos | más notas | otros artículos | otras noticias de interés
        | otras noticias relacionadas | noticia anterior relacionada | notas de interés
        | artículos de interés | lecturas recomendadas | lectura recomendada | lectura relacionada
        | recomendadas | recomendamos leer | recomendamos
        | leé más | leé además | leer más sobre este tema | mire también | mire además | mirá además
        | revisa también | revise también | consulta también | conoce también | no te lo pierdas
        | sigue la historia | la noticia relacionada | información relacionada | informaciones relacionadas
        | temas relacionados con esta noticia | ver más sobre este tema | entérate además | entérate también
        | entérese además | le sugerimos leer | te sugerimos leer | te sugerimos | le sugerimos""",
    "it": """
        leggi anche | leggi pure | vedi anche | articoli correlati | articolo correlato | notizie correlate
        | correlati | contenuti correlati | potrebbe interessarti | potrebbe interessarti anche
        | ti potrebbe interessare | ti potrebbe interessare anche | potrebbero interessarti
        | potrebbe piacerti | per approfondire | approfondimenti | approfondimento | approfondisci
        | sullo stesso tema | sullo stesso argomento | sull'argomento | altri articoli | consigliati
        | consigliato per te | articoli consigliati | ti consigliamo | da leggere | continua a leggere
        | gli altri articoli | altre notizie | articoli simili | leggi altro | ti potrebbe piacere
        | vi consigliamo | vi potrebbe interessare | in correlazione | notizie collegate
        | articoli collegati | leggi anche questo | leggi ancora | per saperne di più | per saperne di piu
        | potrebbero interessarti anche | potrebbero anche interessarti | potrebbe anche interessarti
        | ti potrebbero interessare | ti potrebbero interessare anche | ti può interessare
        | ti può interessare anche | può interessarti | può interessarti anche | forse ti interessa anche
        | vi potrebbero interessare | vi può interessare | articoli in evidenza sull'argomento
        | notizie simili | altri articoli sull'argomento | altri articoli sullo stesso tema | altre storie
        | dello stesso argomento | sul tema | articoli suggeriti | letture consigliate | consigliati per te
        | consigliato da noi | guarda anche | scopri anche | non perdere
        | da non perdere | l'approfondimento | gli approfondimenti | tutti gli articoli sul tema""",
    "pt": """
        leia também | leia tambem | leia mais | leia ainda | veja também | veja tambem | veja mais
        | ver também | saiba mais | artigos relacionados | artigo relacionado | notícias relacionadas
        | noticias relacionadas | matérias relacionadas | conteúdo relacionado | conteúdos relacionados
        | relacionadas | relacionados | relacionada | mais sobre o assunto | mais sobre este tema
        | mais sobre | sobre este assunto | recomendados | recomendado para você | recomendadas
        | você pode gostar | você também pode gostar | talvez você goste | pode interessar
        | também pode gostar | poderá também gostar | mensagens relacionadas | posts relacionados
        | mais notícias | continue lendo | ler também | veja ainda | não perca | leia a seguir
        | leia na sequência | outras notícias | recomendamos | relacionado | poderá interessar
        | poderá interessar-lhe | leia tb | leia outras notícias | leia outras notícias sobre o tema
        | leia mais sobre o assunto | leia mais sobre este tema | leia mais sobre | leia igualmente
        | confira também | confira ainda | veja mais sobre | veja outras notícias
        | saiba mais sobre o assunto | ver mais sobre o assunto | mais sobre este assunto | sobre o assunto
        | sobre o tema | sobre o mesmo assunto | mais sobre o tema | artigos semelhantes
        | artigos recomendados | artigos que podem interessar | notícia relacionada | matéria relacionada
        | conteúdo recomendado | leituras recomendadas | leitura recomendada
        | recomendados para você | sugestões de leitura | sugestão de leitura
        | pode interessar-lhe | pode também interessar | pode também interessar-lhe | também pode interessar
        | também pode te interessar | também pode interessar você | talvez também goste
        | talvez lhe interesse | talvez te interesse | você pode se interessar | você pode se interessar por
        | você também pode se interessar | você também pode se interessar por | poderá gostar
        | poderá também interessar | também poderá gostar | não deixe de ler | ler mais | ler mais sobre
        | para saber mais | relacionadas com este artigo | outras matérias | outros artigos | mais artigos
        | mais histórias""",
    "nl": """
        lees ook | lees meer | lees verder | lees ook deze | bekijk ook | zie ook | gerelateerd
        | gerelateerde artikelen | gerelateerde berichten | gerelateerd nieuws | meer over dit onderwerp
        | meer over dit thema | meer lezen | meer hierover | aanbevolen | aanbevolen artikelen
        | aanbevolen voor jou | aanbevolen voor u | dit vind je misschien ook leuk
        | misschien ook interessant | ook interessant | verwante artikelen | onze aanraders | achtergrond
        | lees hier meer | meer artikelen | ook lezen | verder lezen | gerelateerde verhalen | lees ook dit
        | lees ook dit artikel | lees ook deze artikelen | lees ook deze verhalen | lees ook dit verhaal
        | lees ook het artikel | lees eerder | lees hierover ook | lees hier ook | lees daarom ook
        | lees hier verder | lees hierover meer | lees meer over dit onderwerp | meer over dit verhaal
        | meer bij dit onderwerp | meer nieuws over dit onderwerp | meer in dit dossier | in dit dossier
        | uit dit dossier | meer uit dit dossier | gerelateerde onderwerpen | gerelateerde content
        | gerelateerde stukken | verwante berichten | verwant | verwant nieuws | vergelijkbare artikelen
        | dit is ook interessant | dit is misschien ook interessant | dit vind je misschien ook interessant
        | dit vindt u misschien ook interessant | misschien vind je dit ook interessant
        | misschien vind je dit ook leuk | misschien vindt u dit ook interessant | mogelijk ook interessant
        | wellicht ook interessant | ook lezenswaardig | ook de moeite waard | aanraders | aanrader
        | leestip | leestips | onze leestips | aanbevolen verhalen | aanbevolen leesvoer | eerder verschenen
        | eerder over dit onderwerp | eerder schreven we | zie verder | bekijk ook eens""",
    "sv": """
        läs också | läs även | läs mer | läs vidare | relaterat | relaterade artiklar | relaterade nyheter
        | mer om ämnet | mer i ämnet | liknande artiklar | se också | fler artiklar | rekommenderat
        | relaterat innehåll | mer från | mer läsning | du kanske också gillar | läs också dessa
        | läs även dessa | läs även om | läs också om | läs också detta | läs även detta | läs mer här
        | läs mer om detta | läs mer om ämnet | läs mer i ämnet | läs dessutom | läs tidigare
        | läs fler artiklar | fler nyheter | fler nyheter i ämnet | fler artiklar i ämnet
        | fler artiklar om ämnet | mer om detta | mer på temat | mer på samma ämne | relaterade inlägg
        | rekommenderade artiklar | rekommenderad läsning | rekommenderas | vi rekommenderar
        | du kanske också är intresserad av | du kanske också är intresserad av detta
        | du kanske även gillar | andra läser | andra läste också | andra läste även | missa inte
        | fakta och bakgrund | bakgrund | liknande inlägg | lästips | se även | tidigare artiklar i ämnet
        | tidigare i ämnet""",
    "no": """
        les også | les mer | les videre | se også | relatert | relaterte artikler | relaterte saker
        | mer om saken | mer om dette | anbefalt | anbefalte artikler | flere saker | lignende artikler
        | flere artikler | les også disse | mer om temaet | du vil kanskje like | les også om
        | les også dette | les også denne | les også på | les og | les meir | sjå også | relatert innhold
        | relaterte innlegg | mer om emnet | meir om saka | mer om denne saken | flere saker om temaet
        | flere saker om dette | flere nyheter | flere artikler om temaet | lignende saker
        | lignende innlegg | anbefalte saker | vi anbefaler | du liker kanske også
        | du vil kanskje også like | du er kanskje også interessert i | kanskje også interessant
        | andre leser også | andre leste også | ikke gå glipp av | bakgrunn | tidligere saker
        | tidligere om saken | les også saken""",
    "da": """
        læs også | læs mere | læs videre | se også | relateret | relaterede artikler | mere om emnet
        | lignende artikler | anbefalede artikler | flere artikler | læs også disse | mere om samme emne
        | du vil måske også kunne lide | læs også om | læs også dette | læs også denne | læs også artiklen
        | læs også artiklerne | læs også her | læs mere her | læs mere om emnet | læs mere om sagen
        | læs mere om dette | relateret indhold | relaterede emner | relaterede historier
        | relaterede indlæg | mere om sagen | mere om dette | mere om dette emne | mere om samme
        | flere nyheder | flere artikler om emnet | flere historier | lignende historier | lignende indlæg
        | anbefalet | anbefalet læsning | anbefalede historier
        | måske er du også interesseret i | måske også interessant | du kunne også være interesseret i
        | det kunne også interessere dig | andre læser også | andre læste også | baggrund | gå ikke glip af
        | tidligere om emnet | tidligere artikler""",
    "fi": """
        lue myös | lue lisää | lue seuraavaksi | aiheesta lisää | lisää aiheesta | katso myös
        | lue myös nämä | samasta aiheesta | aiheeseen liittyvää | suosittelemme | lue myös tämä
        | lue myös nämä jutut | lue myös nämä artikkelit | lue lisää aiheesta | lue aiheesta lisää
        | lue aiheesta | lue aiheesta myös | lue tästä lisää | lue lisää tästä | lisää aiheesta tästä
        | lisää samasta aiheesta | lisää luettavaa | muita artikkeleita aiheesta | muut artikkelit
        | aiheeseen liittyvät | aiheeseen liittyvät artikkelit | aiheeseen liittyvät jutut
        | aiheeseen liittyvät uutiset | liittyvät artikkelit | vastaavia artikkeleita
        | samankaltaisia artikkeleita | suosittelemme myös | suositellut artikkelit | suositeltua luettavaa
        | suosittelemme lukemaan | saatat pitää myös | sinua saattaisi kiinnostaa | sinua voisi kiinnostaa
        | sinua saattaa kiinnostaa | sinua saattaa kiinnostaa myös | tämä voisi kiinnostaa sinua
        | älä missaa näitä | katso myös nämä | taustaa""",
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
    "es": """más sobre | más de | más en | mas de | más noticias de | otras noticias de | otras noticias sobre""",
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
    | lue lisää | xem thêm | もっと読む | explore more | more news | más noticias | otras noticias
    | altre notizie
    | mais notícias | mehr | plus | recommended | up next | next up | more stories | more articles | сюжет
    | rekomendasi | recomendado | recomendados | mais sobre | lesen sie hier | lesen sie mehr | further reading
    | relacionado | terkait | see also | related | läs mer här | les meir | læs mere her | lue aiheesta
    | czytaj więcej | przeczytaj więcej | dowiedz się więcej | číst dále | čtěte více
    | čtěte dále | prečítajte si viac | čítajte viac | čítajte ďalej | citeste mai mult
    | citește mai departe | citește în continuare | διαβαστε περισσοτερα | διαβάστε περισσότερα
    | δείτε περισσότερα | daha fazla oku | اقرأ المزيد | تابع القراءة | ادامه مطلب | המשך קריאה
    | להמשך קריאה | और पढ़ें | और भी पढ़ें | आगे पढ़ें | baca selengkapnya | baca selanjutnya
    | baca seterusnya | đọc tiếp | 続けて読む | 次の記事を読む | 继续阅读 | 繼續閱讀 | 更多阅读 | 更多閱讀
    | прочетете повече
    | pročitajte više | čitajte više | saznajte više | прочитајте више | preberite več | loe edasi
    | loe lisa | loe lähemalt | lasi vairāk | lasi tālāk | lasiet vairāk | skaitykite daugiau
    | skaityk daugiau | skaitykite toliau | llegeix més | llegiu més | segueix llegint | lexo më shumë
    | lexo me shume | lexoni më shumë | อ่านต่อ | อ่านเพิ่ม | ดูเพิ่มเติม | ที่เกี่ยวข้อง | আরও জানুন
    | আরও দেখুন | আরো দেখুন | আরও খবর | আরো খবর | مزید خبریں | مزید جانیے | مزید دیکھیں | مرتبط | بخوانید
    | மேலும் படிக்க | மேலும் வாசிக்க | மேலும் செய்திகள் | பிற செய்திகள் | अधिक वाचा | आणखी बातम्या
    | वाचा सविस्तर | మరింత చదవండి | ఇంకా చదవండి | మరిన్ని వార్తలు | మరిన్ని చదవండి | കൂടുതൽ വായിക്കുക
    | കൂടുതൽ വാർത്തകൾ | વધુ વાંચો | વધુ સમાચાર | ಮತ್ತಷ್ಟು ಓದಿ | ಇನ್ನಷ್ಟು ಓದಿ | ಹೆಚ್ಚು ಓದಿ | ਹੋਰ ਪੜ੍ਹੋ
    | ଅଧିକ ପଢ଼ନ୍ତୁ | थप पढ्नुहोस् | තවත් කියවන්න | прочитајте повеќе | прочитај повеќе | lesa meira
    | lesa nánar | sjá nánar | irakurri gehiago | gehiago irakurri | soma zaidi | basahin pa | lees nog
    | léigh tuilleadh | darllen mwy | darllenwch fwy | zêdetir bixwîne | អានបន្ត | អានបន្ថែម
    | дэлгэрэнгүй унших | leé más | ler mais | leia mais sobre | ler mais sobre | máis información
    | més informació | máis noticias | més notícies | altres notícies | outras novas | fler nyheter
    | flere nyheter | flere nyheder | flere historier | alte știri | alte articole | diğer haberler
    | berita lainnya | berita lain | artikel lain | další zprávy | další články | ďalšie články
    | további hírek | további cikkek | digər xəbərlər | fleiri fréttir | habari nyingine | iba pang balita
    | أخبار أخرى | مقالات أخرى | outras matérias | outros artigos | mais artigos | mais histórias
    | más artículos | más notas | otros artículos | altre storie | bakgrund | bakgrunn | baggrund | taustaa
    | контекст | предыстория | előzmény | előzmények | relacionat | relacionats | relacionades | vezano
    | свързани | susiję | saistītie | liên quan | disyorkan | sugjerime | rekomanduara | ajánlott
    | ajánlatunk | doporučené | doporučeno | odporúčané | anbefalet | preporučeno | препоръчано
    | priporočeno | soovitatud | 関連情報 | 関連ページ | 過去記事 | 前回の記事 | 前回記事 | 往期推荐
    | 往期回顾 | 相关链接 | 新闻链接 | 前情提要
    | 相關連結 | 지난 기사 | 이어보기 | previous coverage | past coverage | icymi | in case you missed it
    | worth reading | must read next | non perdere | da non perdere | à ne pas manquer | ne manquez pas
    | no te lo pierdas | nepřehlédněte | nenechte si ujít | neprehliadnite | ne propustite | ne spreglejte
    | не пропустите | не пропускайте | не пропустіть | missa inte | nie przegap | nu rata | мөн уншаарай
    | санал болгох | polecamy też | на эту тему | на ту же тему | на цю тему"""


# Labels that are one only before a headline in the same line: 'READ: Harbour reopens'.
IN_LINE: Final[dict[str, str]] = {
    "en": """read | for subscribers | for our subscribers | subscriber exclusive | subscribers""",
    "fr": """lire | à lire | lisez""",
    "es": """lea | lee | leé | leer""",
    "it": """leggi""",
    "pt": """leia""",
    "nl": """lees""",
    "pl": """czytaj | przeczytaj""",
    "cs": """čtěte | přečtěte si""",
    "sk": """čítajte | prečítajte si""",
    "ro": """citește | citeste""",
    "sr": """pročitajte | čitajte | прочитајте""",
    "el": """διαβάστε | διαβαστε""",
    "tr": """okuyun | oku""",
    "ru": """читайте | читать""",
    "uk": """читайте""",
    "bg": """прочетете | четете""",
    "ar": """اقرأ""",
    "fa": """بخوانید""",
    "hi": """पढ़ें""",
    "id": """baca""",
    "tl": """basahin""",
    "vi": """đọc""",
}
# The same of what is watched or heard.
MEDIA: Final[dict[str, str]] = {
    "en": """watch | listen | listen to | watch now | listen now""",
    "fr": """regarder | écouter | voir""",
    "es": """mira | vea | escucha | escuche""",
    "it": """guarda | ascolta""",
    "pt": """assista | veja | ouça""",
    "nl": """bekijk | luister""",
    "id": """tonton | dengarkan""",
}
# The letters of Indic scripts that are written as one sign, or as a letter and a dot below it.
DOTTED: Final = {
    unicodedata.normalize("NFC", sign): sign
    for sign in map(
        chr, (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF, 0xA33, 0xA36, *range(0xA59, 0xA5C), 0xA5E)
    )
}


def spellings_of(*texts: str) -> frozenset[str]:
    """Return the entries of the texts as `entries_of` does, those with dotted Indic letters in both spellings.

    >>> len(spellings_of("यह भी पढ़ें")), len(spellings_of("read next"))
    (2, 1)
    """
    found = {unicodedata.normalize("NFC", entry) for entry in entries_of(*texts)}
    for letters, sign in DOTTED.items():
        found |= {entry.replace(letters, sign) for entry in found}
    return frozenset(found)


def entries_of(*texts: str) -> frozenset[str]:
    """Return the entries of the texts, case folded and white space made single.

    >>> sorted(entries_of("a | b c", "d"))
    ['a', 'b c', 'd']
    """
    return frozenset(" ".join(entry.split()).casefold() for text in texts for entry in text.split("|"))
