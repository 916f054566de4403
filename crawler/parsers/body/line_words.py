"""The words of lines that readers see and that are no text of an article, by language. Data only.

Phrases are parted by bars; case, kinds of quotes and white space do not matter (`phrases.phrases_of`).
"""

from __future__ import annotations

from typing import Final

# A whole line that is one of these, case and punctuation aside, is furniture wherever it stands.
FURNITURE_LINES: Final[dict[str, str]] = {
    "en": """
        advertisement|advertisements|advertisment|advertising|advert|ad|sponsored|sponsored content|promoted|
        paid content|advertisement continue reading below|advertisement scroll to continue|story continues below|
        story continues below advertisement|article continues below|article continues after advertisement|
        continue reading|continue reading the main story|continue reading below|read more|read more here|more|
        loading|share|share this|share this article|share this story|share this post|share on facebook|
        share on twitter|tweet|print|print this page|email|e-mail|email this article|save|save this story|copy link|
        comments|comment|leave a comment|leave a reply|post a comment|view comments|show comments|related|
        related articles|related stories|related posts|related content|related links|related topics|recommended|
        recommended for you|more from|most read|most popular|trending|trending now|you may also like|
        you might also like|see also|tags|topics|filed under|follow us|sign up|subscribe|subscribe now|log in|
        newsletter|skip to content|skip to main content|back to top|click to enlarge|view gallery|close|next|
        previous|next article|previous article|play video|watch|video|photos|gallery|listen|listen to this article|
        facebook|twitter|x|reddit|whatsapp|linkedin|pinterest|telegram|all rights reserved|getty images|image|
        enlarge image|about the author|contact us|report a typo|this article has been updated|thank you|
        report this ad|main content|share this news|no ratings yet|listen to this story|trackbacks|trackback pings|
        trackback url|permalink|featured stories|story highlights|report an error|report a problem|more stories|
        jump to recipe|jump to comments|skip advertisement|supported by|toggle caption|hide caption|
        enlarge this image|image credits|text size|font size|add to bookmarks|copy url|copied|link copied|
        share options|share full article""",
    "de": """
        anzeige|werbung|advertorial|artikel teilen|teilen|merken|drucken|kommentare|kommentieren|
        kommentar schreiben|mehr zum thema|lesen sie auch|lesen sie mehr|weiterlesen|zum thema|themen|schlagworte|
        das könnte sie auch interessieren|das könnte dich auch interessieren|nach oben|zur startseite|zurück|
        newsletter|abonnieren|jetzt abonnieren|jetzt kostenlos testen|anmelden|per e-mail versenden|mehr erfahren|
        zurück zur übersicht|artikel anhören|artikel drucken|vorlesen|meistgelesen|quelle|quellen|tags|
        bildergalerie|auf facebook teilen|auf twitter teilen|feedback|impressum|datenschutz|tweet|twittern|e-mail|
        link kopieren|hauptinhalt|noch keine bewertungen|link wurde kopiert|empfohlener redaktioneller inhalt|
        empfohlener externer inhalt|externer inhalt|redaktioneller inhalt|schon gelesen|artikel vorlesen|
        in merkliste speichern|zur merkliste hinzufügen|artikel verschenken|schriftgröße|seite drucken|
        seite teilen|bild vergrößern|bilderstrecke|mehr anzeigen|alle anzeigen|lesezeichen setzen|zum seitenanfang|
        kommentar verfassen|ihr kommentar|auch interessant|anzeige endet hier|werbung endet hier""",
    "fr": """
        publicité|la suite après cette publicité|partager|partager cet article|commentaires|réagir|
        à lire aussi|lire aussi|lire la suite|voir aussi|sur le même sujet|articles liés|newsletter|s'abonner|
        je m'abonne|se connecter|imprimer|envoyer par e-mail|haut de page|mots-clés|thèmes|les plus lus|
        article réservé aux abonnés|ajouter un commentaire|à découvrir|écouter cet article|écouter l'article|
        contenu sponsorisé|la suite de l'article après la publicité|l'article continue après la publicité|
        lire plus tard|copier le lien|partager sur facebook|partager sur twitter|offrir cet article|
        laisser un commentaire|voir les commentaires|agrandir l'image|taille du texte|tous les articles|
        retour en haut|signaler une erreur|poursuivre la lecture|réservé aux abonnés|article suivant|
        article précédent""",
    "es": """
        publicidad|compartir|compartir en facebook|comentarios|lea también|lee también|leer más|ver también|
        te puede interesar|noticias relacionadas|artículos relacionados|más información|imprimir|suscríbete|
        suscribirse|iniciar sesión|boletín|etiquetas|temas|lo más leído|volver arriba|siga leyendo|
        contenido patrocinado|escucha esta nota aquí|escucha esta noticia|escucha este artículo|lee más|lea más|
        leer además|sigue leyendo|seguir leyendo|mira también|vea también|
        la nota continúa después de la publicidad|continúa después de la publicidad|continuar leyendo|guardar|
        copiar enlace|copiar link|comparte esta noticia|comparte|comparte en redes|deja un comentario|
        ver comentarios|recomendados|relacionadas|relacionados|notas relacionadas|contenidos relacionados|
        tamaño de texto|ampliar imagen|anuncio|reportar error|únete a la conversación""",
    "it": """
        pubblicità|condividi|commenti|leggi anche|leggi tutto|vedi anche|articoli correlati|potrebbe interessarti|
        iscriviti|abbonati|accedi|stampa|newsletter|tag|argomenti|i più letti|torna su|riproduzione riservata|
        ascolta questo articolo|ascolta l'articolo|leggi di più|continua a leggere|
        continua a leggere dopo la pubblicità|articolo continua dopo la pubblicità|condividi su facebook|
        copia link|lascia un commento|vedi tutti|salva|salva articolo|ingrandisci|contenuto sponsorizzato|
        altri articoli|notizie correlate|articolo precedente|articolo successivo""",
    "pt": """
        publicidade|compartilhar|compartilhe|partilhar|comentários|leia também|leia mais|veja também|ler mais|
        notícias relacionadas|assine|imprimir|newsletter|tags|mais lidas|voltar ao topo|
        continua após a publicidade|ouça este conteúdo|ouça a notícia|ouça este artigo|continue lendo|
        continua depois da publicidade|continua depois do anúncio|saiba mais|leia a seguir|copiar link|salvar|
        compartilhe esta notícia|deixe um comentário|deixe seu comentário|ver comentários|relacionadas|
        artigos relacionados|conteúdo relacionado|matérias relacionadas|anúncio|conteúdo patrocinado|
        tamanho da letra|ouvir|receba notícias|veja mais""",
    "nl": """
        advertentie|delen|deel dit artikel|reacties|lees ook|lees meer|lees verder|meer over|gerelateerd|abonneren|
        inloggen|afdrukken|nieuwsbrief|meest gelezen|terug naar boven|tekst gaat verder onder de foto|
        tekst gaat verder onder de video|tekst gaat verder onder de advertentie|tekst loopt door onder de foto|
        artikel gaat verder onder de foto|artikel gaat verder onder de advertentie|
        het artikel gaat verder onder de advertentie|verhaal gaat verder onder de foto|
        lees verder na de advertentie|verder lezen|bekijk ook|kopieer link|link gekopieerd|reageer|bewaar artikel|
        onderwerpen|gesponsord|terug naar overzicht|luister naar dit artikel|geef een reactie""",
    "sv": """
        annons|annonsera|dela|kommentarer|läs också|läs även|läs mer|relaterat|mest läst|prenumerera|logga in|
        artikeln fortsätter efter annonsen|fortsätter efter annonsen|artikeln fortsätter under annonsen|
        dela artikeln|dela artikel|kopiera länk|kommentera|läs vidare|spara|ämnen|taggar|fler artiklar|
        sponsrat innehåll|till toppen|visa mer|rätta artikeln|lyssna på artikeln""",
    "da": """
        annonce|del|del artiklen|kommentarer|læs også|læs mere|relateret|mest læst|abonner|log ind|
        artiklen fortsætter efter annoncen|artiklen fortsætter under annoncen|fortsætter efter annoncen|
        læs videre|gem artikel|kopier link|kommenter|emner|se mere|vis mere|lyt til artiklen|sponsoreret indhold|
        log ind for at læse""",
    "no": """
        annonse|reklame|del|kommentarer|les også|les mer|relatert|mest lest|abonner|logg inn|
        artikkelen fortsetter under annonsen|artikkelen fortsetter etter annonsen|saken fortsetter under annonsen|
        saken fortsetter under bildet|artikkelen fortsetter under bildet|del på facebook|del saken|kopier lenke|
        kommenter|emner|les videre|vis mer|sponset innhold|annonsørinnhold|lytt til artikkelen""",
    "fi": """
        mainos|jaa|kommentit|lue myös|lue lisää|aiheesta lisää|luetuimmat|tilaa|kirjaudu|ilmoitus|
        kaupallinen yhteistyö|jaa artikkeli|kommentoi|katso myös|lue seuraavaksi|tulosta|aiheet|avainsanat|
        juttu jatkuu mainoksen jälkeen|artikkeli jatkuu mainoksen jälkeen|juttu jatkuu kuvan jälkeen|
        juttu jatkuu kuvan alla|artikkeli jatkuu kuvan alla|näytä lisää|kuuntele juttu|kopioi linkki|tallenna""",
    "pl": """
        reklama|udostępnij|komentarze|czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz też|polecane|drukuj|
        przeczytaj także|przeczytaj też|przeczytaj również|czytaj również|zobacz również|sprawdź też|powiązane|
        powiązane artykuły|podobne artykuły|skomentuj|dodaj komentarz|tagi|tematy|wydrukuj|kopiuj link|
        skopiuj link|dalsza część artykułu pod reklamą|dalsza część tekstu pod reklamą|
        dalszy ciąg materiału pod wideo|reszta tekstu pod reklamą|ciąg dalszy artykułu pod reklamą|
        materiał sponsorowany|posłuchaj artykułu|zaloguj się|czytaj dalej|najczęściej czytane|obserwuj|polub nas""",
    "cs": """
        reklama|inzerce|sdílet|komentáře|diskuse|čtěte také|čtěte více|související články|tisk|
        přečtěte si také|přečtěte si|související|související témata|témata|štítky|fotogalerie|tisknout|
        vytisknout|sdílet článek|sdílet na facebooku|článek pokračuje pod reklamou|
        pokračování článku pod reklamou|vstoupit do diskuse|přidat komentář|poslechnout článek|nejčtenější|
        mohlo by vás zajímat|číst dále|číst více|kopírovat odkaz""",
    "tr": """
        reklam|paylaş|yorumlar|ilgili haberler|devamını oku|abone ol|ilan|haberi paylaş|yazdır|yorum yap|
        yorum yaz|etiketler|ilgili haber|İlgili haberler|İlgili haber|İLGİLİ HABERLER|İLGİLİ HABER|
        ilginizi çekebilir|İlginizi çekebilir|bunlar da ilginizi çekebilir|daha fazla oku|haberin devamı|
        haberin devamı için tıklayın|en çok okunanlar|öne çıkan haberler|reklamdan sonra devam ediyor|
        haberin devamı reklamdan sonra|sıradaki haber|kaydet|bağlantıyı kopyala|google news'te takip et""",
    "hu": """
        hirdetés|megosztás|hozzászólások|kapcsolódó cikkek|olvassa el|tovább|megosztom|
        megosztás facebookon|kommentek|kapcsolódó|ajánlott cikkek|ajánlott|olvasd el ezt is|nyomtatás|
        címkék|legolvasottabb|a cikk a hirdetés után folytatódik|a hirdetés után folytatódik|
        a cikk az ajánló után folytatódik|hallgasd meg|link másolása|kövess minket|szólj hozzá""",
    "ro": """
        publicitate|distribuie|comentarii|citește și|citeste si|vezi și|articole similare|reclamă|
        distribuie articolul|distribuie pe facebook|citește mai mult|citeşte şi|citește continuarea|recomandări|
        articole recomandate|recomandate|etichete|taguri|abonează-te|printează|articolul continuă după reclamă|
        cele mai citite|ultimele știri|adaugă comentariu|lasă un comentariu|știri similare""",
    "el": """
        διαφημιση|διαφήμιση|διαβάστε επίσης|διαβάστε ακόμη|σχόλια|
        σχετικά άρθρα|κοινοποίηση|κοινοποίησε|μοιραστείτε το|
        διαβάστε περισσότερα|δείτε επίσης|δείτε ακόμα|δείτε ακόμη|
        εκτύπωση|ετικέτες|δημοφιλή|περισσότερα|σχετικά|
        ακολουθήστε μας""",
    "ru": """
        реклама|поделиться|комментарии|читайте также|
        читать далее|подписаться|по теме|смотрите также|
        поделиться в соцсетях|поделитесь|материалы по теме|
        новости по теме|ещё по теме|еще по теме|статьи по теме|теги|
        тэги|распечатать|версия для печати|читать также|
        самое читаемое|обсудить|комментировать|
        оставить комментарий|смотреть комментарии|в закладки|
        добавить в закладки|скопировать ссылку|читать полностью|
        читать дальше|рекомендуем|продолжение после рекламы|
        на правах рекламы|текст|слушать|вернуться назад|
        написать комментарий""",
    "uk": """
        реклама|поділитися|коментарі|читайте також|читати далі|
        дивіться також|поділитися в|поділитись|поширити|за темою|
        теги|ключові слова|друк|роздрукувати|найпопулярніше|
        реклама на сайті|підписатися|підпишіться|читайте більше|
        читати більше|обговорити|копіювати посилання|зберегти""",
    "ja": """
        広告|スポンサーリンク|関連記事|シェア|シェアする|続きを読む|コメント|あわせて読みたい|ツイート|印刷|
        このニュースをシェア|カテゴリーランキング|スポンサード リンク|スポンサードリンク|ポスト|ポストする|
        ブックマーク|記事を印刷|印刷する|メールで送る|この記事をシェア|記事をシェア|記事を保存|拡大|拡大する|
        写真を拡大|画像を拡大|画像を拡大する|写真一覧|もっと見る|次のページ|次ページ|前のページ|次の記事|前の記事|
        ログイン|会員登録|無料会員登録|おすすめ記事|おすすめ|こちらもおすすめ|人気記事|アクセスランキング|注目記事|
        この記事へのコメント|コメントを書く|トップへ戻る|ページトップへ|ページの先頭へ|続きを見る|記事の続きを読む|
        有料会員限定|会員限定|会員限定記事|有料記事|リンクをコピー|文字サイズ|お気に入りに追加|この記事の写真|
        関連ニュース|関連リンク|関連キーワード|キーワード""",
    "zh": """
        广告|廣告|分享|分享到|相关阅读|相关文章|相關文章|延伸閱讀|延伸阅读|评论|留言|阅读全文|打印|责任编辑|收藏|
        举报|点赞|打印本页|打印本文|关闭窗口|返回首页|返回顶部|返回列表|上一篇|下一篇|相关新闻|相关推荐|相关链接|
        相关报道|推荐阅读|推荐文章|猜你喜欢|热门推荐|热点推荐|大家都在看|更多新闻|查看更多|展开全文|点击展开全文|
        打开app|打开app阅读全文|下载app|扫码下载|微信扫一扫|扫一扫分享|分享到朋友圈|分享到微信|朋友圈|字号|我要评论|
        发表评论|列印|友善列印|字級|字級大小|加入收藏|我要留言|發表留言|相關新聞|相關報導|相關閱讀|推薦閱讀|
        推薦文章|你可能也喜歡|看更多|繼續閱讀|請繼續往下閱讀|请继续往下阅读|廣告 請繼續往下閱讀|請往下繼續閱讀|
        回頂部|回到頂端|下一則|上一則|上一則新聞|下一則新聞|熱門新聞|复制链接|複製連結|网友评论|纠错|字体|字体大小|
        听新闻|收聽|更多""",
    "ko": """
        광고|공유|공유하기|관련기사|댓글|더보기|기사 공유하기|기사공유|공유하기 닫기|관련 기사|관련 뉴스|댓글쓰기|
        댓글 쓰기|댓글보기|댓글 보기|더 보기|인쇄|인쇄하기|프린트|스크랩|글자크기|글자 크기|글자크기 조절|
        글자크기 설정|본문 글씨 키우기|본문 글씨 줄이기|본문듣기|본문 듣기|음성으로 듣기|기사 듣기|기사듣기|좋아요|
        싫어요|구독하기|카카오톡|페이스북|트위터|네이버블로그|네이버밴드|url복사|url 복사|주소복사|링크복사|
        링크 복사|이 기사를 공유합니다|sns 기사보내기|많이 본 뉴스|많이 본 기사|인기기사|실시간 인기기사|이전기사|
        다음기사|이전 기사|다음 기사|목록보기|맨위로|바로가기 복사하기|다른기사 보기|다른 기사 보기|기사저장|
        기사 저장|뉴스레터 구독|함께 볼만한 뉴스|이 기사와 함께 보면 좋은 뉴스|제보하기|후원하기|이미지 크게보기|
        크게보기|사진 확대|폰트크기""",
    "ar": """
        إعلان|شارك|اقرأ أيضا|اقرأ أيضاً|تعليقات|مواضيع ذات صلة|إعلانات|مشاركة|شارك المقال|شارك الخبر|مشاركة الخبر|
        التعليقات|اقرأ أيضًا|اقرأ ايضا|اقرأ ايضاً|إقرأ أيضا|إقرأ أيضاً|شاهد أيضا|شاهد أيضاً|قد يهمك|قد يعجبك أيضا|
        قد يهمك أيضا|مقالات ذات صلة|أخبار ذات صلة|اخبار ذات صلة|ذات صلة|طباعة|الوسوم|كلمات مفتاحية|كلمات دلالية|
        الكلمات المفتاحية|الأكثر قراءة|المزيد|اقرأ المزيد|نسخ الرابط|أضف تعليق|اترك تعليقا|حفظ|روابط ذات صلة""",
    "sk": """
        reklama|inzercia|článok pokračuje pod reklamou|pokračovanie článku pod reklamou|pokračovanie pod reklamou|
        zdieľať|zdieľať článok|zdieľať na facebooku|komentáre|pridať komentár|diskusia|prečítajte si aj|
        prečítajte si tiež|čítajte aj|súvisiace|súvisiace články|tlačiť|vytlačiť|témy|najčítanejšie|
        viac k téme|čítať ďalej|skopírovať odkaz""",
    "sl": """
        oglas|oglasno sporočilo|članek se nadaljuje po oglasu|deli|deli članek|komentarji|preberite tudi|
        preberite še|sorodni članki|sorodne novice|natisni|najbolj brano|več o temi""",
    "sr": """
        oglas|reklama|podijeli|podeli|podijeli članak|podeli vest|komentari|ostavi komentar|pošalji komentar|
        pročitajte još|pročitajte i|pročitaj još|pročitajte više|povezane vijesti|povezane vesti|povezani članci|
        vezane vijesti|vezane vesti|najčitanije|nastavak članka ispod oglasa|tekst se nastavlja ispod oglasa|
        članak se nastavlja ispod oglasa|nastavak nakon oglasa|vijest se nastavlja nakon oglasa|oznake|tagovi|
        оглас|реклама|подели|подијели|коментари|прочитајте још|
        прочитајте и|најчитаније|повезане вести|таг""",
    "bg": """
        реклама|сподели|сподели в facebook|сподели статията|коментари|
        добави коментар|прочетете още|виж още|вижте още|
        още по темата|свързани новини|свързани статии|най-четени|
        етикети|ключови думи|тагове|
        статията продължава след рекламата|отпечатай""",
    "mk": """
        реклама|сподели|коментари|прочитај повеќе|прочитај и|
        прочитајте и|поврзани вести|слични вести""",
    "az": "reklam|paylaş|şərhlər|həmçinin oxuyun|oxşar xəbərlər|ətraflı",
    "lt": """
        reklama|dalintis|pasidalinti|dalinkitės|komentarai|komentuoti|taip pat skaitykite|skaitykite taip pat|
        skaityti daugiau|susiję straipsniai|spausdinti|skaitomiausi|žymos|straipsnis tęsiasi po reklamos|
        tekstas tęsiasi po reklamos|straipsnio tęsinys – po reklama|turinys po reklama""",
    "lv": """
        reklāma|dalīties|dalies|komentāri|komentēt|lasi arī|lasi vēl|lasiet arī|saistītie raksti|drukāt|
        lasītākie|turpinājums pēc reklāmas|raksta turpinājums pēc reklāmas""",
    "et": """
        reklaam|jaga|jaga artiklit|kommentaarid|kommentaar|kommenteeri|loe ka|loe veel|loe lisaks|seotud lood|
        seotud artiklid|prindi|loetumad|artikkel jätkub pärast reklaami|märksõnad""",
    "is": "auglýsing|deila|deila frétt|athugasemdir|lesa meira|lesa einnig|tengdar fréttir|mest lesið",
    "ca": """
        publicitat|comparteix|comparteix-ho|comentaris|llegiu també|llegeix també|llegir més|et pot interessar|
        notícies relacionades|articles relacionats|imprimeix|etiquetes|continua després de la publicitat""",
    "gl": "publicidade|compartir|comentarios|le tamén|noticias relacionadas|artigos relacionados",
    "eu": "publizitatea|partekatu|iruzkinak|irakurri gehiago|lotutako albisteak|erlazionatutako albisteak",
    "sq": """
        reklamë|shpërndaje|shpërndaj|komente|komentet|lexo edhe|lexo gjithashtu|të ngjashme|lexo më shumë|
        lajme të ngjashme""",
    "ka": "რეკლამა|გაზიარება|კომენტარები|წაიკითხეთ ასევე|მსგავსი სიახლეები|ამავე თემაზე",
    "hy": "գովազդ|կիսվել|մեկնաբանություններ|կարդացեք նաև|կարդալ ավելին|նմանատիպ նյութեր",
    "kk": "жарнама|бөлісу|пікірлер|оқи отырыңыз|тағы оқыңыз",
    "he": """
        פרסומת|שיתוף|שתפו|שתף|תגובות|הוסף תגובה|הוספת תגובה|קראו גם|קראו עוד|כתבות קשורות|כתבות נוספות|עוד בנושא|
        הדפסה|תגיות|תוכן שיווקי|תוכן ממומן|המשך קריאה|להמשך קריאה""",
    "fa": """
        تبلیغات|آگهی|اشتراک گذاری|اشتراک‌گذاری|به اشتراک بگذارید|نظرات|نظر شما|نظرات کاربران|ارسال نظر|
        بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط|برچسب ها|برچسب‌ها|برچسبها|چاپ|لینک کوتاه|کپی لینک|
        انتهای پیام|پایان پیام|پربازدیدترین""",
    "ur": "اشتہار|شیئر کریں|شیئر|تبصرے|مزید پڑھیں|یہ بھی پڑھیں|متعلقہ خبریں|مزید خبریں",
    "hi": """
        विज्ञापन|शेयर करें|शेयर|साझा करें|टिप्पणियाँ|टिप्पणी करें|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|
        संबंधित खबरें|संबंधित समाचार|टैग्स|टैग|रिकमंडेड खबरें|अगला लेख""",
    "mr": "जाहिरात|शेअर करा|हेही वाचा|आणखी वाचा|संबंधित बातम्या|प्रतिक्रिया",
    "bn": """
        বিজ্ঞাপন|শেয়ার করুন|শেয়ার|মন্তব্য|মন্তব্য করুন|আরও পড়ুন|আরো পড়ুন|আরও খবর|সম্পর্কিত খবর|সম্পর্কিত সংবাদ|
        প্রিন্ট|ট্যাগ|ট্যাগস|অ- অ অ+""",
    "ta": """
        விளம்பரம்|பகிர்|பகிர்க|கருத்துகள்|இதையும் படிங்க|இதையும் படியுங்கள்|தொடர்புடைய செய்திகள்|மேலும் படிக்க""",
    "te": "ప్రకటన|షేర్ చేయండి|ఇది కూడా చదవండి|ఇవి కూడా చదవండి|సంబంధిత వార్తలు",
    "th": """
        โฆษณา|แชร์|แชร์ข่าวนี้|แชร์บทความ|ความคิดเห็น|แสดงความคิดเห็น|อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าวที่เกี่ยวข้อง|
        ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|แท็ก|แท็กที่เกี่ยวข้อง|คัดลอกลิงก์|เรื่องที่เกี่ยวข้อง""",
    "vi": """
        quảng cáo|chia sẻ|chia sẻ bài viết|bình luận|xem thêm|đọc thêm|đọc tiếp|tin liên quan|
        bài liên quan|bài viết liên quan|tin cùng chuyên mục|tin khác|in bài viết|in bài|từ khóa|từ khoá|
        lưu bài viết|ý kiến bạn đọc|gửi bình luận|trở lại chủ đề|copy link|theo dõi chúng tôi trên""",
    "id": """
        iklan|advertisement scroll to continue with content|scroll to continue with content|
        gulir untuk lanjut membaca|bagikan|bagikan artikel|komentar|baca juga|baca selengkapnya|simak juga|
        lihat juga|artikel terkait|berita terkait|cetak|lanjutkan membaca|pilihan editor|halaman selanjutnya|
        lihat semua|simak video|gambas video|kongsi|baca lagi|artikel berkaitan|berita berkaitan|salin tautan|
        tutup iklan|lanjut baca""",
    "sw": "tangazo|soma zaidi|soma pia|habari zinazohusiana",
}

# A line that begins with one of these is furniture when it is short (`lines.LONGEST_LED_LINE`) or mostly a link.
FURNITURE_BEGINNINGS: Final[dict[str, str]] = {
    "en": """
        read more:|read also:|also read:|read next:|read:|related:|see also:|more:|watch:|listen:|don't miss:|
        must read:|up next:|more on this story|photo:|photos:|photo by|photo credit|image:|image credit|images:|
        picture:|credit:|source:|sign up for|sign up to|subscribe to|follow us on|like us on|join us on|
        click here to|download the app|download our app|get our|get the latest|copyright ©|copyright 19|
        copyright 20|© 19|© 20|(c) 20|©19|©20|all rights reserved|tags:|topics:|filed under:|posted in|categories:|
        share this|this article originally appeared|this story originally appeared|have a tip|contact the author|
        support our journalism|already a subscriber|to continue reading|enter your email|by signing up|
        you can unsubscribe|report a correction|send your feedback|published:|updated:|last updated|posted by|
        posted on|written by|reporting by|editing by|by clicking|this website uses cookies|we use cookies|
        comments are closed|story continues below|photo source:|featured image by|featured image:|
        to view this video please enable|like this story? share|for more stories like this, check|
        follow our full coverage of|follow our live coverage of|password must be at least|
        the password must be at least|your password must|spotted an error?|spotted a mistake?|see an error?|
        see a mistake?|found a mistake?|found an error?|trackback url|media contact:|media contacts:|press contact:|
        press contacts:|more read:|watch more:|read full story|read the full story|video:|photo courtesy|
        photo illustration|image courtesy|main image:|cover image|cover photo|header image|top image|lead image|
        you might also like|you may also like|recommended:|recommended reading:|recommended for you|also watch:|
        also see:|see more:|learn more:|advertisement -|story highlights|follow me on|follow him on|follow her on|
        follow them on|follow the author|reach the reporter|reach the author|email the author""",
    "de": """
        lesen sie auch|lesen sie hier|lesen sie dazu|lies auch|mehr zum thema|mehr dazu|auch interessant|foto:|
        fotos:|bild:|bilder:|bildquelle|quelle:|quellen:|video:|newsletter:|jetzt anmelden|melden sie sich|
        folgen sie uns|folge uns|hier geht es|© 19|© 20|alle rechte vorbehalten|stand:|veröffentlicht am|
        aktualisiert am|von redaktion|schlagworte:|tags:|themen:|kategorie:|artikelbild|titelbild|bildrechte|
        beitragsbild:|photocredit:|photocredits|bildcredit:|(noch keine bewertungen|das passwort muss mindestens|
        lest auch|lest dazu|siehe auch|passend dazu:|passend zum thema|das könnte sie auch interessieren|
        das könnte sie interessieren|das könnte dich auch interessieren|das könnte dich interessieren|bildnachweis|
        bildnachweise|fotocredit|fotonachweis|fotoquelle|bildcredits|bildquellen|symbolbild|symbolfoto|grafik:|
        podcast:|zum newsletter|newsletter abonnieren|hier anmelden|hier abonnieren|jetzt newsletter|
        jetzt abonnieren|jetzt herunterladen|empfehlung der redaktion|empfohlener redaktioneller inhalt|
        mehr zum artikel|mehr lesen:|noch mehr zum thema|fehler gefunden?|fehler entdeckt?|haben sie einen fehler|
        pressekontakt|medienkontakt|folgt uns|folge mir auf|folgen sie mir""",
    "fr": """
        lire aussi|à lire aussi|à lire|lire la suite|voir aussi|crédit photo|photo :|crédit :|©|source :|
        inscrivez-vous|abonnez-vous|suivez-nous|retrouvez toute|publié le|mis à jour le|>> lire|
        sur le même sujet|le mot de passe doit contenir|lire également|à lire également|voir également|
        lisez aussi|lisez également|a lire aussi|a lire également|écoutez aussi|à écouter :|à voir aussi|
        photo:|photos :|image :|images :|illustration :|crédits :|crédits photo|sources :|pour aller plus loin :|
        recevez notre|recevez gratuitement|recevez chaque|téléchargez l'application|téléchargez notre|
        rejoignez-nous|partagez cet article|cet article est réservé|contact presse|contacts presse|
        signaler une erreur|vous avez repéré une erreur""",
    "es": """
        lea también|lee también|leer también|ver también|te puede interesar|puede leer|más información:|foto:|
        fotos:|imagen:|fuente:|suscríbete|suscríbase|síguenos|sigue toda la información|publicado el|
        lea además|lee además|lea más:|lea más sobre|lee más:|lee más sobre|leer más:|leer más sobre|leer:|
        lea:|lee:|mira también|mirá también|vea también|vea además|mire también|ver además|mira:|vea:|
        puedes leer:|también puedes leer|también lee|también lea|también te puede interesar|le puede interesar|
        quizá te interese|te recomendamos leer|te recomendamos:|le recomendamos leer|le recomendamos:|recomendado:|
        recomendamos:|relacionado:|relacionada:|nota relacionada|noticia relacionada|no te pierdas:|crédito:|
        créditos:|imagen de portada|síganos|únete a nuestro|únete al canal|recibe las noticias|recibe en tu|
        descarga nuestra app|descarga la app|haz clic aquí|haz click aquí|haga clic aquí|pincha aquí|
        contacto de prensa""",
    "it": """
        leggi anche|leggi tutto|vedi anche|guarda anche|foto:|fonte:|iscriviti|abbonati|seguici su|© riproduzione|
        riproduzione riservata|pubblicato il|leggi pure|leggi di più|ti potrebbe interessare|potrebbe interessarti|
        ti può interessare|per approfondire:|approfondisci:|guarda il video|guarda le foto|guarda:|credit foto|
        crediti foto|crediti:|immagine:|immagine di copertina|foto di copertina|seguici|segui le notizie|
        resta aggiornato|rimani aggiornato|clicca qui|ricevi le notizie|hai trovato un errore|fonti:""",
    "pt": """
        leia também|leia mais|veja também|leia ainda|foto:|fonte:|assine|inscreva-se|siga-nos|siga o|publicado em|
        leia a seguir|saiba mais:|veja mais|veja ainda|confira também|assista também|assista:|ouça também|
        crédito:|créditos:|crédito da foto|imagem:|imagens:|foto de capa|clique aqui|clique para|
        receba as notícias|receba no|receba em|participe do canal|participe do nosso|entre no canal do whatsapp|
        entre no nosso|siga nosso|siga a gente|encontrou algum erro|encontrou um erro|fontes:|acompanhe nossas|
        baixe o app|baixe nosso app""",
    "nl": """
        lees ook|lees meer|lees verder|bekijk ook|foto:|bron:|meld je aan|volg ons|geschreven door|kijk ook:|
        luister ook|beeld:|beeld ©|schrijf je in|schrijf u in|meld u aan|volg het laatste nieuws|tip de redactie|
        heb je een tip|zie ook|meer weten?|tekst gaat verder|tekst loopt door|artikel gaat verder|fout gezien|© foto""",
    "sv": """
        läs också|läs även|läs mer|foto:|prenumerera|följ oss|läs vidare|läs alla artiklar|se även:|se också:|bild:|
        källa:|källor:|anmäl dig till|tipsa oss|artikeln fortsätter|hittat ett fel|ladda ner appen|lyssna på:""",
    "da": """
        læs også|læs mere|foto:|tilmeld dig|følg os|læs videre|se også:|kilde:|kilder:|artiklen fortsætter|
        har du et tip|hør også:|grafik:|tilmeld dig nyhedsbrevet""",
    "no": """
        les også|les mer|foto:|følg oss|les videre|se også:|kilde:|kilder:|les hele saken|les hele artikkelen|
        les hele intervjuet|les flere saker|hør også:|last ned appen|artikkelen fortsetter|saken fortsetter|
        tips oss|har du tips|abonner på""",
    "pl": """
        czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz też|fot.|źródło:|foto:|napisz do autora:|
        przeczytaj także|przeczytaj też|przeczytaj również|czytaj również|zobacz również|zobacz:|czytaj:|
        sprawdź też|sprawdź także|oglądaj też|obejrzyj także|posłuchaj także|polecamy:|polecamy także|fot:|
        źródło zdjęcia|zdjęcie główne|zdjęcie:|dalsza część artykułu|dalsza część tekstu|ciąg dalszy artykułu|
        reszta artykułu|obserwuj nas|dołącz do nas|zapisz się na|śledź nas|polub nas|masz temat|zauważyłeś błąd|
        znalazłeś błąd|oprac.|oprac:""",
    "ru": """
        читайте также|читать также|смотрите также|фото:|источник:|
        подписывайтесь|читайте:|читайте далее|читайте ещё|
        читайте еще|также читайте|подпишитесь на|подпишись на|
        по теме:|видео:|материалы по теме|ещё по теме|еще по теме|
        следите за нашими|следите за новостями|
        самые оперативные новости|нашли ошибку|нашли опечатку|
        заметили ошибку|если вы нашли ошибку|
        если вы заметили ошибку|выделите её|выделите ее|
        читайте нас в|присоединяйтесь к нам|
        присоединяйтесь к нашему|фотография:|обложка:|иллюстрация:""",
    "ja": """
        関連記事|あわせて読みたい|写真：|画像：|（写真：|出典：|【関連記事】|【関連】|【写真】|【画像】|【動画】|
        【あわせて読みたい】|▼関連|関連：|写真=|写真＝|写真提供|画像提供|画像=|撮影：|撮影=|撮影＝|提供：|出典:|
        引用元|[関連記事|＜関連記事|※この記事は会員限定|※この記事は有料|この記事は会員限定|この記事は有料記事|
        有料会員になると""",
    "zh": """
        相关阅读|相關|延伸閱讀|延伸阅读|图片来源|責任編輯|责任编辑|来源：|编辑：|题图来自|题图：|相关新闻|相关链接|
        圖片來源|图源|图：|图/|圖/|圖／|图／|圖：|資料圖|资料图|图为|圖為|责编|編輯：|編輯:|编辑:|来源:|來源：|
        來源:|责任编辑：|值班编辑|审核：|校对：|监制：|監製：|原标题|原標題|版权声明|版權聲明|本文来源|本文來自|
        免责声明|免責聲明|更多精彩|欢迎关注|扫码关注|长按二维码|长按识别|点击下载|打开app|下载app|关注公众号|
        （来源：|（责任编辑|(责任编辑|【责任编辑|[责任编辑|（編輯|觀看更多|看更多|更多新聞|延伸閱讀：|點我看|
        點擊閱讀|點此""",
    "el": """
        διαβάστε επίσης|διαβάστε ακόμα|διαβάστε:|διαβάστε περισσότερα|
        δείτε επίσης|δείτε ακόμ|δείτε:|φωτογραφία:|φωτογραφίες:|φωτο:|
        φώτο:|πηγή:|πηγές:|ακολουθήστε μας|σχετικά άρθρα""",
    "tr": """
        ilgili haber|kaynak:|ilginizi çekebilir|İlginizi çekebilir|İlgili haber|ayrıca okuyun|fotoğraf:|
        fotoğraflar:|görsel:|haberin devamı|bizi takip edin|editör:|kaynakça:|devamını oku""",
    "hu": """
        kapcsolódó|olvassa el|olvasd el ezt is|olvassa el ezt is|olvasd el:|ezt is ajánljuk|ajánlott cikk|
        kapcsolódó:|fotó:|fotók:|forrás:|források:|kép forrása|kövess minket|kövessen minket|nyitókép|
        borítókép|(borítókép|címlapkép|(címlapkép|kiemelt kép|(kiemelt kép|(nyitókép|hibát talált|
        iratkozz fel|iratkozzon fel""",
    "ro": """
        citește și|citeste si|citiți și|foto:|sursa:|citeşte şi|citește mai mult|citeste mai mult|vezi și|vezi şi|
        citește:|urmărește-ne|urmăriți-ne|abonează-te|abonați-vă|articol recomandat|sursă foto|sursa foto|
        autor foto|articolul continuă|recomandarea editorilor""",
    "cs": """
        čtěte také|foto:|zdroj:|přečtěte si také|přečtěte si:|čtěte více|čtěte:|číst dál|více k tématu|
        sledujte nás|fotogalerie:|video:|zdroje:|autor foto|našli jste chybu|našli jste v článku|
        líbil se vám článek|článek pokračuje|mohlo by vás zajímat""",
    "fi": """
        lue myös|lue lisää|lue koko juttu|lue koko artikkeli|katso myös:|kuuntele myös:|kuva:|kuvat:|kuvaaja:|
        lähde:|lähteet:|seuraa meitä|tilaa uutiskirje|juttu jatkuu|artikkeli jatkuu|huomasitko virheen""",
    "sk": """
        prečítajte si aj|prečítajte si tiež|čítajte aj|čítajte tiež|čítajte viac|viac k téme|foto:|zdroj:|
        zdroje:|sledujte nás|našli ste chybu|našli ste v článku|článok pokračuje|mohlo by vás zaujímať""",
    "sl": """
        preberite tudi|preberite še|preberi še|foto:|vir:|viri:|spremljajte nas|sledite nam|članek se nadaljuje""",
    "sr": """
        pročitajte još|pročitajte i|pročitaj još|pročitaj i|pročitajte:|foto:|izvor:|pratite nas|bonus video|
        možda vas zanima|preuzmite aplikaciju|nastavak članka|članak se nastavlja|tekst se nastavlja|
        прочитајте још|прочитајте и|фото:|извор:|пратите нас""",
    "bg": """
        прочетете още|прочетете:|вижте още|виж още|вижте също|
        още по темата|снимка:|снимки:|източник:|последвайте ни|
        следвайте ни|следете ни|абонирайте се|статията продължава""",
    "mk": """
        прочитајте и|прочитај и|прочитај повеќе|фото:|извор:|
        следете нè""",
    "uk": """
        читайте також|читайте:|читайте ще|дивіться також|дивіться:|
        також читайте|фото:|джерело:|підписуйтесь|підписуйтеся|
        підпишіться|слідкуйте за нами|стежте за нами|
        приєднуйтесь до|приєднуйтеся до|якщо ви знайшли помилку|
        знайшли помилку|помітили помилку""",
    "az": "həmçinin oxuyun|oxşar xəbər|foto:|mənbə:",
    "lt": """
        taip pat skaitykite|skaitykite taip pat|skaitykite:|nuotr.|nuotrauka:|nuotraukos:|šaltinis:|sekite mus|
        prenumeruokite|straipsnis tęsiasi|pastebėjote klaidą|radote klaidą""",
    "lv": "lasi arī|lasi vēl|lasiet arī|foto:|avots:|avoti:|seko mums|sekojiet mums|raksts turpinās",
    "et": "loe ka|loe veel|loe lisaks|foto:|fotod:|allikas:|jälgi meid|artikkel jätkub",
    "is": "lesa meira|lesa einnig|sjá einnig|mynd:|myndir:|ljósmynd:",
    "ca": """
        llegiu també|llegeix també|llegir més|vegeu també|et pot interessar|foto:|fotos:|imatge:|font:|fonts:|
        segueix-nos|subscriu-te""",
    "gl": "le tamén|podes ler|foto:|fonte:|séguenos",
    "eu": "irakurri gehiago|argazkia:|argazkiak:|iturria:|jarraitu gaitzazu",
    "sq": "lexo edhe|lexo gjithashtu|lexoni edhe|foto:|burimi:|na ndiqni",
    "ka": "წაიკითხეთ ასევე|ასევე წაიკითხეთ|ფოტო:|წყარო:",
    "hy": "կարդացեք նաև|կարդացե՛ք նաև|լուսանկարը՝|լուսանկարները՝|աղբյուր՝",
    "he": """
        קראו גם|קראו עוד|לקריאה נוספת|צילום:|צילומים:|תמונה:|קרדיט:|עוד בנושא|להצטרפות|מצאתם טעות|עקבו אחרינו""",
    "ar": """
        اقرأ أيضا|اقرأ أيضاً|اقرأ أيضًا|اقرأ ايضا|إقرأ أيضا|إقرأ أيضاً|اقرأ المزيد|شاهد أيضا|شاهد أيضاً|شاهد:|اقرأ:|
        المصدر:|المصدر :|مصدر الصورة|صورة:|تصوير:|تابعونا على|تابعنا على|قد يهمك""",
    "fa": """
        بیشتر بخوانید|بیشتر بدانید|همچنین بخوانید|بخوانید:|منبع:|عکس:|انتهای پیام|پایان پیام|کد خبر|لینک کوتاه|کدخبر""",
    "ur": "یہ بھی پڑھیں|مزید پڑھیں|مزید پڑھیے|تصویر:",
    "hi": "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|फोटो:|तस्वीर:|फोटो क्रेडिट",
    "mr": "हेही वाचा|आणखी वाचा|हे वाचा",
    "bn": "আরও পড়ুন|আরো পড়ুন|ছবি:|ছবি :|সূত্র:|সূত্র :",
    "ta": "இதையும் படிங்க|இதையும் படியுங்கள்|மேலும் படிக்க",
    "te": "ఇది కూడా చదవండి|ఇవి కూడా చదవండి",
    "th": """
        อ่านเพิ่มเติม|อ่านข่าวที่เกี่ยวข้อง|อ่านข่าวเพิ่มเติม|ข่าวที่เกี่ยวข้อง|ที่มา:|ที่มา :|ขอบคุณภาพ|
        ขอบคุณข้อมูล|ภาพ:|ติดตามข่าวสาร|เครดิตภาพ""",
    "vi": """
        xem thêm:|đọc thêm:|ảnh:|ảnh minh họa|nguồn:|mời độc giả|mời bạn đọc|tin liên quan|
        theo dõi chúng tôi|tham khảo thêm:""",
    "id": """
        baca juga|baca:|baca selengkapnya|simak juga|lihat juga|simak video|saksikan video|[gambas|gambas:|sumber:|
        gambar:|artikel ini telah tayang|dapatkan berita|ikuti berita|ikuti kami|baca lagi|kredit foto""",
    "sw": "soma pia|soma zaidi|picha:|chanzo:",
    "ko": """
        관련기사:|관련 기사:|[관련기사|[관련 기사|<관련기사|사진=|사진 =|사진제공|사진 제공|사진출처|사진 출처|
        [사진|(사진|/사진|자료사진|저작권자|<저작권자|(저작권자|[저작권자|무단 전재|무단전재|☞|▶ 구독|출처:|
        출처 :|출처=""",
}

# A short block that holds one of these invites to subscribe; the box around it goes with it.
INVITATIONS: Final[dict[str, str]] = {
    "en": """
        our newsletter|newsletter sign|sign up for|sign up to|in your inbox|to your inbox|subscribe to|
        subscribe now|subscribe today|become a member|already a subscriber|to read the full|support our journalism|
        download our app|download the app|join our|this website uses cookies|our weekly newsletter|
        our daily newsletter|our free newsletter|our free weekly newsletter|by signing up to our""",
    "de": """
        unseren newsletter|unserem newsletter|in ihr postfach|in ihrem postfach|ins postfach|jetzt abonnieren|
        jetzt anmelden|kostenlos testen|ohne ihr einverständnis|deine privatsphäre|ihre privatsphäre|
        unser newsletter|newsletter abonnieren|für den newsletter|abonnieren sie unseren|zum newsletter|
        kostenlosen newsletter""",
    "fr": """
        notre newsletter|abonnez-vous|inscrivez-vous|dans votre boîte|réservé aux abonnés|déjà abonné|
        notre infolettre|dans votre boite|recevez gratuitement|à notre lettre|je m'abonne|soutenez-nous|
        abonnez vous""",
    "es": """
        nuestro boletín|nuestra newsletter|suscríbete|suscríbase|en tu correo|hazte socio|canal de telegram|
        hazte socia|hazte suscriptor|nuestro newsletter|a nuestro canal|nuestro canal de whatsapp|
        nuestro canal de youtube|únete a nuestra|suscribirte""",
    "it": """
        nostra newsletter|iscriviti alla|abbonati|nella tua casella|sei già abbonato|la nostra newsletter|
        alla newsletter|iscriviti al|nostro canale|abbonati a|sostienici|sostieni il nostro""",
    "pt": """
        nossa newsletter|assine nossa|inscreva-se|no seu e-mail|já é assinante|subscreva|nosso canal|
        nossa lista de|receba nossas|assine a newsletter|inscreva-se em|apoie o jornalismo|seja um apoiador|
        seja assinante""",
    "nl": """
        onze nieuwsbrief|meld je aan|in je inbox|al abonnee|word abonnee|schrijf je in|schrijf u in|in uw inbox|
        in je mailbox|in uw mailbox|gratis nieuwsbrief|steun ons""",
    "pl": """
        wypróbuj prenumeratę|zaprenumeruj|nasz newsletter|naszego newslettera|na newsletter|kup prenumeratę|
        wykup subskrypcję|na swoją skrzynkę|subskrybuj|wesprzyj nas|dołącz do naszej""",
    "da": """
        tilmeld dig vores nyhedsbrev|vores nyhedsbrev|i din indbakke|bliv abonnent|tilmeld dig nyhedsbrevet|
        allerede abonnent""",
    "ja": "有料会員|会員登録|無料登録|メールマガジン|メルマガ登録|有料会員になると|会員になると|会員の方は",
    "sv": """
        vårt nyhetsbrev|våra nyhetsbrev|till din inkorg|direkt i din mejl|bli prenumerant|prenumerera på vårt|
        redan prenumerant""",
    "no": "vårt nyhetsbrev|våre nyhetsbrev|i innboksen|bli abonnent|meld deg på nyhetsbrev|allerede abonnent",
    "fi": "uutiskirjeemme|tilaa uutiskirje|sähköpostiisi|ryhdy tilaajaksi|oletko jo tilaaja",
    "cs": """
        náš newsletter|našeho newsletteru|k odběru|do vaší schránky|předplaťte si|staňte se předplatitelem""",
    "sk": "náš newsletter|nášho newslettera|na odber|do vašej schránky|predplaťte si",
    "hu": """
        hírlevelünk|hírlevélre|iratkozz fel|iratkozzon fel|fizess elő|támogasd a munkánkat|támogass minket|
        támogassa munkánkat""",
    "ro": """
        newsletterul nostru|la newsletter|abonează-te la|abonați-vă la|canalul nostru de|pe whatsapp și|susține-ne""",
    "el": "στο newsletter|newsletter μας|εγγραφείτε στο|γίνετε συνδρομητ",
    "tr": "bültenimize|e-bültenimize|bültene abone|abone olun|kanalımıza abone|whatsapp kanalımız",
    "ru": """
        подпишитесь на рассылку|на нашу рассылку|наш telegram-канал|
        наш телеграм-канал|нашем telegram-канале|
        нашем телеграм-канале|на наш канал|нашем канале в|
        наш паблик|поддержите нас|оформите подписку|на наши каналы""",
    "uk": """
        наш telegram|наш телеграм|нашого telegram|нашому telegram|
        нашого телеграм|на наш канал|нашого каналу|
        на нашу розсилку|підтримайте нас|оформіть передплату""",
    "sr": "naš newsletter|pretplatite se|naš telegram|naše društvene mreže|našu viber|naš viber",
    "bg": """
        за нашия бюлетин|абонирайте се за|нашия канал|
        нашия бюлетин|станете абонат""",
    "ar": "نشرتنا البريدية|النشرة البريدية|اشترك في|اشتركوا في|قناتنا على",
    "he": "הירשמו לניוזלטר|לניוזלטר שלנו|הצטרפו לערוץ|לערוץ הטלגרם|לקבוצת הוואטסאפ",
    "id": "berlangganan newsletter|langganan newsletter",
    "vi": "đăng ký nhận|nhận bản tin|kênh youtube của|theo dõi fanpage",
    "zh": "微信公众号|微信公眾號|公众号：|订阅电子报|訂閱電子報|加入會員|成為會員|下載app",
    "ko": "뉴스레터를|뉴스레터 구독|구독하고|카카오톡 채널|유튜브 채널 구독|회원가입",
}

# A line that holds one of these keeps others from printing the text.
RESERVED_RIGHTS: Final[dict[str, str]] = {
    "en": "all rights reserved",
    "de": "alle rechte vorbehalten",
    "fr": "tous droits réservés|tous les droits réservés",
    "es": "todos los derechos reservados",
    "it": "tutti i diritti riservati|riproduzione riservata",
    "pt": "todos os direitos reservados",
    "nl": "alle rechten voorbehouden",
    "sv": "alla rättigheter förbehållna",
    "da": "alle rettigheder forbeholdes",
    "no": "alle rettigheter forbeholdt|alle rettigheter reservert",
    "fi": "kaikki oikeudet pidätetään",
    "pl": "wszelkie prawa zastrzeżone|wszystkie prawa zastrzeżone",
    "cs": "všechna práva vyhrazena",
    "sk": "všetky práva vyhradené",
    "hu": "minden jog fenntartva",
    "ro": "toate drepturile rezervate",
    "sr": "sva prava zadržana|sva prava pridržana|сва права задржана",
    "bg": "всички права запазени",
    "ru": "все права защищены",
    "uk": "всі права захищені|усі права захищено",
    "el": "με επιφύλαξη παντός δικαιώματος",
    "tr": "tüm hakları saklıdır|her hakkı saklıdır",
    "he": "כל הזכויות שמורות",
    "ar": "جميع الحقوق محفوظة",
    "fa": "کلیه حقوق محفوظ|تمامی حقوق این",
    "id": "hak cipta dilindungi",
    "ko": "무단전재 및|무단 전재 및|무단전재-|무단 전재-|재배포 금지|재배포금지|무단 복제",
    "zh": "不得转载|不得轉載|版权所有|版權所有|转载请注明|轉載請註明|请勿转载|請勿轉載|严禁转载|嚴禁轉載",
    "ja": "無断転載を禁|無断転載禁止|無断複製|無断転載・|無断で転載",
}
