"""The words of headings and labels in the languages that `headings` leaves out: what announces related links.

Data only, written as `labels.fold_label` leaves it. Turkish capitals fold to other letters than Turkish small ones, and
Greek capitals have no accents: both stand here beside one another.
"""

from __future__ import annotations

from typing import Final

RELATED_BEYOND: Final[dict[str, str]] = {
    "pl": """
        czytaj także | czytaj też | czytaj również | przeczytaj także | przeczytaj też | przeczytaj również
        | zobacz także | zobacz też | zobacz również | sprawdź także | powiązane artykuły | powiązane
        | podobne artykuły | polecane | polecamy | polecamy także | więcej na ten temat | warto przeczytać
        | warte przeczytania | czytaj więcej na ten temat | powiązane tematy artykuły
        | to może cię zainteresować | może cię zainteresować | sprawdź też | czytaj więcej | czytaj także na
        | czytaj też na | czytaj więcej w temacie | czytaj więcej o | dowiedz się więcej | więcej w temacie
        | więcej o | więcej w tym temacie | na ten temat | w tym temacie | w temacie | na podobny temat
        | o tym też pisaliśmy | o tym pisaliśmy | pisaliśmy o tym | przeczytaj więcej
        | przeczytaj koniecznie | koniecznie przeczytaj | zobacz koniecznie | warto zobaczyć
        | powiązane materiały | powiązane treści | powiązane wiadomości | podobne | podobne materiały
        | podobne treści | polecane artykuły | polecamy też | polecamy również
        | polecamy przeczytać | może zainteresuje cię także | może zainteresować cię także
        | może cię też zainteresować | może ci się spodobać | to cię może zainteresować
        | to cię zainteresuje | to może cię też zainteresować | zainteresuje cię również
        | zainteresuje cię także | czytelnicy przeczytali także | inni czytali także | nie przegap
        | artykuły powiązane | artykuły na ten temat | materiały powiązane | zobacz również inne artykuły""",
    "cs": """
        čtěte také | čtěte též | přečtěte si také | související články | související | mohlo by vás zajímat
        | podobné články | čtěte i | čtěte rovněž | čtěte dále | čtěte více | číst dále | čtěte také na
        | přečtěte si | přečtěte si i | přečtěte si také tyto články | přečtěte si další články
        | přečtěte si více | více k tématu | k tématu | další k tématu | další články k tématu
        | další články na téma | další zprávy k tématu | další články | další zprávy | související témata
        | související zprávy | související obsah | související příspěvky | podobné zprávy
        | podobné příspěvky | doporučujeme | doporučené články | doporučené | doporučeno | doporučujeme také
        | doporučujeme přečíst | mohlo by se vám líbit | mohlo by vás také zajímat
        | mohlo by vás ještě zajímat | mohlo by tě zajímat | může vás zajímat | mohou vás zajímat
        | mohlo vás zaujmout | nepřehlédněte | nenechte si ujít | psali jsme | o tématu jsme psali
        | viz také | viz též | podívejte se také | podívejte se i""",
    "hu": """
        kapcsolódó cikkek | kapcsolódó | olvassa el ezt is | ajánlott cikkek | ezt olvasta már
        | kapcsolódó cikk | kapcsolódó cikkeink | kapcsolódó hírek | kapcsolódó anyagok
        | kapcsolódó tartalom | kapcsolódó tartalmak | kapcsolódó írások | kapcsolódó bejegyzések
        | kapcsolódó anyagaink | olvassa el | olvasd el ezt is | olvasd el | olvasta már | olvastad már
        | olvassa tovább | olvass tovább | tovább olvasom | további cikkek | további cikkeink
        | további cikkek a témában | további hírek | a témában még | a témáról bővebben | bővebben a témáról
        | még több a témában | még a témában | ebben a témában | ajánlott | ajánlott cikkeink
        | ajánlott tartalom | ajánlatunk | ajánljuk | ezt is ajánljuk | ezeket is ajánljuk
        | ezt is ajánljuk a témában | ajánljuk még | ezek is érdekelhetik | ez is érdekelheti
        | ez is érdekelhet | ezek is érdekelhetnek | ez is érdekes lehet | érdekelheti még | hasonló cikkek
        | hasonló hírek | előzmény | előzmények | korábban írtuk | korábbi cikkünk | korábbi cikkeink
        | lásd még | nézze meg ezt is""",
    "ro": """
        citește și | citeste si | citește mai mult | articole similare | articole asemănătoare
        | articole recomandate | vezi și | știri similare | citește și articolul | citește și despre
        | citiți și | cititi si | citiţi şi | citeşte şi | citește mai departe | citeste mai mult
        | citește în continuare | citește pe aceeași temă | pe aceeași temă | pe aceeasi tema
        | pe același subiect | pe aceeaşi temă | mai multe pe această temă | mai multe despre subiect
        | articole pe aceeași temă | știri pe aceeași temă | articole asemanatoare | articole conexe
        | articole înrudite | articole legate | articole din aceeași categorie | alte articole | alte știri
        | știri asemănătoare | știri conexe | știri recomandate | stiri similare | recomandate | recomandări
        | recomandarile noastre | îți recomandăm | iti recomandam | vă recomandăm
        | va recomandam | te-ar putea interesa | te-ar putea interesa și | te-ar mai putea interesa
        | ți-ar putea plăcea | v-ar putea interesa | v-ar putea interesa și | poate te interesează
        | poate vă interesează | ar putea să te intereseze | vezi si | vezi și articolul | vezi mai multe
        | vedeți și | nu rata""",
    "el": """
        διαβάστε επίσης | διαβάστε ακόμη | διαβάστε ακόμα | σχετικά άρθρα | σχετικα αρθρα | δείτε επίσης
        | δείτε ακόμη | διαβαστε επισης | διαβαστε ακομη | διαβαστε ακομα | διαβάστε και | διαβαστε και
        | διάβασε επίσης | διάβασε ακόμη | διάβασε ακόμα | διάβασε και | διαβασε επισης
        | διαβαστε περισσοτερα | διαβάστε περισσότερα | διαβάστε σχετικά | διαβάστε σχετικά άρθρα
        | σχετικά θέματα | σχετικα θεματα | σχετικές ειδήσεις | σχετικες ειδησεις | σχετικές αναρτήσεις
        | σχετικά νέα | σχετικό άρθρο | σχετικό θέμα | παρόμοια άρθρα | παρόμοια θέματα | δείτε ακόμα
        | δειτε επισης | δειτε ακομα | δειτε ακομη | δείτε και | δειτε και | δείτε περισσότερα
        | προτεινόμενα | προτεινόμενα άρθρα | προτεινουμε | προτείνουμε | σας προτείνουμε
        | μπορεί να σας ενδιαφέρει | μπορεί να σας ενδιαφέρουν | μπορεί να σε ενδιαφέρει
        | ίσως σας ενδιαφέρει | ίσως σας ενδιαφέρουν | περισσότερα για το θέμα | για το ίδιο θέμα
        | μη χάσετε""",
    "tr": """
        İlgili haberler | İlgili haber | benzer haberler | ayrıca bakınız | İlginizi çekebilir
        | bunlar da İlginizi çekebilir | önerilen haberler | İLGİLİ HABERLER | ilgili haberler
        | İLGİLİ HABER | ilgili haber | ilgili içerikler | İlgili İçerikler | İLGİLİ İÇERİKLER
        | ilgili yazılar | İlgili yazılar | İLGİLİ YAZILAR | ilgili makaleler | İlgili makaleler
        | ilgili konular | İlgili konular | İLGİNİZİ ÇEKEBİLİR | ilginizi çekebilir
        | ilginizi çekebilecek haberler | İlginizi çekebilecek haberler
        | ilginizi çekebilecek diğer haberler | bu haberler de ilginizi çekebilir
        | bu haberler de İlginizi çekebilir | bunlar da ilginizi çekebilir | bunlar ilginizi çekebilir
        | BENZER İÇERİKLER | benzer içerikler | benzer yazılar | benzer konular | ayrica bakiniz
        | ayrıca bakın | ayrıca bkz | ayrıca oku | ayrıca okuyun | bunu da okuyun | bunları da okuyun
        | bunu da oku | ayrıca okuyabilirsiniz | şunu da okuyun | şunlar da ilginizi çekebilir
        | diğer haberler | önerilen içerikler | önerilen yazılar | daha fazla oku
        | konuyla ilgili haberler | tavsiye edilen haberler""",
    "ru": """
        читайте также | читать также | смотрите также | по теме | материалы по теме | статьи по теме
        | ещё по теме | еще по теме | новости по теме | похожие статьи | похожие материалы | похожие новости
        | вам может быть интересно | рекомендуем | связанные материалы | сюжет | что еще почитать
        | что ещё почитать | читайте далее | другие материалы по теме | материалы на тему | ещё на эту тему
        | еще на эту тему | смотрите также по теме | читайте еще | читайте ещё | читайте по теме
        | читайте в сюжете | читайте подробнее | читайте на эту тему | читать по теме | читать далее по теме
        | читайте об этом | читайте об этом также | читайте также по теме | что почитать по теме
        | по этой теме | по той же теме | на эту тему | на ту же тему | ранее по теме | ещё новости по теме
        | еще новости по теме | ещё материалы по теме | еще материалы по теме | другие новости по теме
        | другие статьи по теме | все материалы по теме | все новости по теме | все новости сюжета
        | все материалы сюжета | новости сюжета | материалы сюжета | связанные новости | связанные статьи
        | похожие публикации | похожие записи | рекомендуем почитать | рекомендуем прочитать
        | рекомендуем также | рекомендуем к прочтению | советуем прочитать | советуем почитать
        | рекомендованные материалы | рекомендованные статьи | вам также может быть интересно
        | вам также может понравиться | вам может понравиться | вам будет интересно
        | вам это будет интересно | возможно, вам будет интересно | возможно вам будет интересно
        | возможно, вас заинтересует | вас может заинтересовать | вас также может заинтересовать
        | вам может быть интересно также | это может быть интересно | может быть интересно | не пропустите
        | см. также | смотри также | см. по теме | подробнее по теме | контекст | ранее мы писали
        | в продолжение темы | предыстория""",
    "uk": """
        читайте також | дивіться також | за темою | матеріали за темою | схожі матеріали | схожі новини
        | вас може зацікавити | пов'язані статті | читайте ще | читайте теж | читайте більше
        | читайте за темою | читайте далі | читайте по темі | читайте також на цю тему | по темі
        | на цю тему | більше за темою | ще за темою | новини за темою | статті за темою
        | інші новини за темою | пов'язані теми | пов'язані матеріали | пов'язані новини | повʼязані теми
        | повʼязані матеріали | повʼязані новини | схожі статті | схожі публікації | схожі записи
        | рекомендуємо | рекомендуємо прочитати | рекомендуємо почитати | рекомендовані матеріали
        | радимо прочитати | радимо почитати | вам може бути цікаво | вам також може бути цікаво
        | вам буде цікаво | може бути цікаво | вам може сподобатися | вас також може зацікавити
        | можливо, вас зацікавить | можливо, вам буде цікаво | не пропустіть | дивіться ще | дивись також
        | читай також | раніше ми писали | нагадаємо, раніше ми писали | більше по темі""",
    "ar": """
        اقرأ أيضا | اقرأ أيضاً | اقرأ ايضا | إقرأ أيضا | اقرا ايضا | مقالات ذات صلة | أخبار ذات صلة
        | اخبار ذات صلة | مواضيع ذات صلة | موضوعات ذات صلة | ذات صلة | قد يعجبك أيضا | قد يهمك أيضا
        | قد يهمك | شاهد أيضا | المزيد حول هذه القصة | مواضيع متعلقة | اقرأ أيضًا | إقرأ أيضاً | إقرأ أيضًا
        | اقرأ ايضاً | إقرأ ايضا | إقرأ ايضاً | اقرأ كذلك | اقرأ المزيد | اقرأ المزيد عن | اقرئي أيضا
        | اقرئي أيضاً | اقرأ في | اقرأ ايضًا | طالع أيضا | طالع أيضاً | طالع أيضًا | شاهد أيضاً | شاهد أيضًا
        | شاهد ايضا | شاهدي أيضا | انظر أيضا | مقالات مشابهة | مقالات متعلقة | مقالات مرتبطة | مقالات أخرى
        | أخبار متعلقة | أخبار مشابهة | أخبار مرتبطة | اخبار متعلقة | أخبار أخرى | مواضيع مشابهة
        | مواضيع مرتبطة | موضوعات متعلقة | موضوعات مرتبطة | موضوعات مشابهة | المواضيع ذات الصلة
        | المقالات ذات الصلة | الأخبار ذات الصلة | محتوى ذو صلة | خبر ذو صلة | موضوع ذو صلة | قصص ذات صلة
        | تقارير ذات صلة | مواد ذات صلة | قد يعجبك أيضاً | قد يعجبك أيضًا | قد يعجبك ايضا | قد يعجبك
        | قد يهمك أيضاً | قد يهمك أيضًا | قد يهمك ايضا | وقد يهمك | قد يهمكم أيضا | قد يهمك قراءة
        | ربما يهمك | ربما يعجبك | ربما يعجبك أيضا | نرشح لك | نوصي بقراءة | مقترحات | مقالات مقترحة
        | موصى به | المزيد من الأخبار حول | تابع القراءة | لا يفوتك | لا تفوتك""",
    "fa": """
        بیشتر بخوانید | مطالب مرتبط | اخبار مرتبط | خبرهای مرتبط | بیشتر بخوانيد | بخوانید | همچنین بخوانید
        | این مطلب را هم بخوانید | این مطالب را هم بخوانید | اینها را هم بخوانید | مطالب پیشنهادی
        | مطالب مشابه | مطالب بیشتر | مطالب خواندنی | اخبار مشابه | خبرهای مشابه | خبرهای مرتبط با این خبر
        | مقالات مرتبط | مقالات مشابه | نوشته های مشابه | نوشته‌های مشابه | نوشته‌های مرتبط | در همین زمینه
        | در همین رابطه | در این باره بخوانید | در این باره | مرتبط
        | ادامه مطلب""",
    "he": """
        קראו גם | כתבות קשורות | עוד בנושא | כתבות נוספות בנושא | אולי יעניין אותך | קרא גם | קראו עוד
        | עוד כתבות בנושא | עוד באותו נושא | באותו נושא | כתבות נוספות | כתבות נוספות שעשויות לעניין אותך
        | כתבות שאולי יעניינו אותך | עוד כתבות שיעניינו אותך | כתבות מומלצות
        | כתבות דומות | ידיעות קשורות | חדשות קשורות | מאמרים קשורים | פוסטים קשורים | אולי יעניין אתכם
        | אולי יעניין אתכם גם | אולי יעניין אותך גם | אולי תאהבו גם | עשוי לעניין אותך | עשוי לעניין אתכם
        | יעניין אותך גם | ראו גם | לקריאה נוספת | להמשך קריאה | המשך קריאה""",
    "hi": """
        यह भी पढ़ें | ये भी पढ़ें | संबंधित खबरें | संबंधित समाचार | यह भी पढ़े | ये भी पढ़े | इसे भी पढ़ें
        | इसे भी पढ़े | इन्हें भी पढ़ें | यह भी देखें | ये भी देखें | इसे भी देखें | यह खबर भी पढ़ें
        | ये खबर भी पढ़ें | यह खबरें भी पढ़ें | ये खबरें भी पढ़ें | और पढ़ें | और भी पढ़ें | आगे पढ़ें
        | पढ़ें यह भी | ये भी जानें | संबंधित खबर | संबंधित ख़बरें | संबंधित लेख | संबंधित पोस्ट
        | सम्बंधित खबरें | सम्बंधित ख़बरें | सम्बंधित समाचार | सम्बन्धित खबरें | संबंधित विषय की खबरें
        | मिलती-जुलती खबरें | मिलती जुलती खबरें | इससे जुड़ी खबरें | इस खबर से जुड़ी खबरें
        | आपको यह भी पसंद आ सकता है | आपको ये भी पसंद आ सकता है | आपके लिए चुनी गई खबरें | रिलेटेड खबरें
        | रिलेटेड न्यूज | रिलेटेड स्टोरी | अनुशंसित खबरें""",
    "id": """
        baca juga | artikel terkait | berita terkait | artikel lainnya | lihat juga | simak juga | terkait
        | rekomendasi | baca pula | baca selengkapnya | baca selanjutnya | baca lainnya | baca ini juga
        | simak pula | simak berita lainnya | lihat pula | tonton juga | saksikan juga | artikel serupa
        | artikel pilihan | artikel rekomendasi | berita lainnya | berita serupa | berita pilihan
        | berita rekomendasi | berita lain | berita terkait lainnya | rekomendasi artikel
        | rekomendasi berita | rekomendasi kami | kamu mungkin suka | anda mungkin suka
        | anda mungkin juga suka | mungkin anda suka | mungkin anda tertarik | mungkin kamu suka
        | kamu mungkin juga suka | kamu mungkin tertarik | topik terkait berita ini | konten terkait
        | postingan terkait | tulisan terkait | informasi terkait | jangan lewatkan | jangan lewatkan juga""",
    "vi": """
        xem thêm | đọc thêm | bài viết liên quan | tin liên quan | bài liên quan | có thể bạn quan tâm
        | có thể bạn thích | có thể bạn sẽ thích | bạn có thể quan tâm | bạn có thể thích
        | bạn có thể thích đọc | bài viết cùng chủ đề | bài cùng chủ đề | tin cùng chủ đề | cùng chủ đề
        | tin bài liên quan | tin tức liên quan | các bài viết liên quan | các tin liên quan | bài đọc thêm
        | bài viết tương tự | bài viết khác | liên quan | nội dung liên quan | chủ đề liên quan bài viết
        | đọc tiếp | đừng bỏ lỡ | mời bạn đọc thêm | mời đọc thêm
        | mời xem thêm | mời độc giả xem thêm | nên đọc""",
    "ja": """
        関連記事 | 関連ニュース | 関連リンク | 関連コンテンツ | 関連する記事 | あわせて読みたい
        | 合わせて読みたい | こちらもおすすめ | おすすめ記事 | おすすめの記事
        | こちらの記事も合わせてどうぞ | この記事に関連する記事 | 次に読む | この記事を読んだ人におすすめ
        | もっと読む | この記事もおすすめ | 関連トピックス記事 | こちらも読む
        | 併せて読みたい | 関連するニュース | 関連特集 | あわせて読みたい記事 | あわせてお読みください
        | あわせて読む | 合わせて読む | 合わせて読みたい記事 | 併せて読みたい記事
        | 併せて読む | この記事に関連するニュース | この記事の関連記事 | この記事の関連ニュース
        | この記事の関連リンク | こちらの記事もおすすめ | こちらの記事もどうぞ
        | こちらの記事もチェック | こちらの記事も読まれています | この記事も読まれています
        | この記事を読んだ人はこんな記事も読んでいます | この記事を読んだ方におすすめ
        | こんな記事も読まれています | こんな記事もおすすめ | おすすめ関連記事 | 関連の記事
        | 関連するおすすめ記事 | 関連するコンテンツ | 関連する投稿 | 関連投稿 | 関連情報 | 関連トピックス
        | 関連ページ | 関連エントリ | 関連エントリー | 関連項目の記事
        | 関連の話題 | 関連のニュース | 関連報道 | 関連連載 | 類似記事 | 参考記事 | 過去記事 | 過去の記事
        | 前回の記事 | 前回記事 | 続けて読みたい | 続けて読む
        | 次のおすすめ記事 | 次の記事を読む | このテーマの記事 | 同じテーマの記事 | この連載の記事
        | 連載の記事 | あわせてどうぞ | 読まれている関連記事""",
    "ko": """
        관련기사 | 관련 기사 | 관련 뉴스 | 함께 읽으면 좋은 기사 | 추천기사 | 추천 기사
        | 이 기사와 관련된 기사 | 함께 보면 좋은 기사 | 함께 읽기 | 함께 볼만한 뉴스
        | 함께 볼 만한 뉴스 | 함께 볼만한 기사 | 함께 볼 만한 기사 | 함께 보면 좋은 뉴스
        | 함께 보면 좋을 기사 | 함께 보기 | 함께 보는 기사 | 함께 보면 좋은 글
        | 함께 본 기사 | 함께 본 뉴스 | 함께 많이 본 기사 | 함께 읽으면 좋은 글 | 함께 읽어볼 만한 기사
        | 함께 읽어볼만한 기사 | 함께 읽을 만한 기사
        | 함께 읽으면 좋을 기사 | 같이 보면 좋은 기사 | 같이 읽으면 좋은 기사 | 이 기사와 함께 본 기사
        | 이 기사와 함께 많이 본 기사
        | 이 기사를 본 사람들이 함께 본 기사 | 이 기사를 읽은 독자가 함께 본 기사 | 이런 기사도 있어요
        | 이런 기사 어때요 | 이런 기사는 어때요 | 이런 뉴스 어때요
        | 이 기사도 읽어보세요 | 이 기사도 함께 읽어보세요 | 더 읽어보기 | 더 읽을거리
        | 더 알아보기 관련기사 | 연관기사 | 연관 기사 | 연관뉴스 | 연관 뉴스 | 관련뉴스
        | 관련글 | 관련 글 | 관련 콘텐츠 | 관련 보도 | 관련 기사 보기 | 관련기사 보기 | 비슷한 기사
        | 유사 기사 | 추천뉴스 | 추천 뉴스 | 추천 콘텐츠 | 추천 글
        | 당신을 위한 추천 기사 | 추천 기사 보기 | 이어서 볼 기사 | 이어보기 | 지난 기사""",
    "zh": """
        相关文章 | 相关新闻 | 相关阅读 | 相关报道 | 延伸阅读 | 推荐阅读 | 相關文章 | 相關新聞 | 延伸閱讀
        | 相關報導 | 推薦閱讀 | 猜你喜欢 | 相關閱讀 | 延伸閱讀文章
        | 你可能感兴趣 | 你可能也喜歡 | 推荐文章 | 更多相关 | 相关链接 | 相关资讯 | 相关内容 | 相关专题报道
        | 相关稿件 | 相关文章推荐 | 相关推荐 | 相关消息 | 相关新闻链接
        | 相关报道链接 | 更多阅读 | 更多相关新闻 | 更多相关报道 | 扩展阅读 | 拓展阅读 | 往期推荐 | 往期回顾
        | 推荐新闻 | 您可能感兴趣
        | 您可能感兴趣的文章 | 你可能感兴趣的文章 | 您可能也喜欢 | 你可能也喜欢 | 你可能喜欢 | 你或许感兴趣
        | 此前报道 | 早前报道 | 前情提要 | 新闻链接 | 參考閱讀 | 相關連結 | 相關內容 | 相關消息 | 相關推薦
        | 相關文章推薦
        | 相關新聞連結 | 相關影音報導 | 更多相關新聞 | 更多相關報導
        | 更多閱讀 | 更多相關文章 | 推薦文章 | 推薦新聞 | 您可能也喜歡 | 您可能有興趣
        | 您可能感興趣的文章 | 你可能感興趣 | 你可能還想看 | 你可能還喜歡
        | 你可能想看 | 你可能會喜歡 | 猜你喜歡 | 更多新聞報導 | 看更多相關新聞 | 看更多文章 | 繼續閱讀
        | 继续阅读 | 同場加映 | 延伸新聞 | 早前報道 | 相關報道
        | 相關專題報導 | 其他人也看了 | 大家也看了 | 網友也看了""",
    "bg": """
        още по темата | виж още | вижте още | прочетете още | свързани новини | свързани статии | още новини
        | прочети още | още по тази тема | още от темата | още по случая | още по тема | прочетете и
        | прочетете също | прочети и | прочети също | прочетете повече | четете още | четете също | чети още
        | виж също | вижте също | виж и | вижте и | свързани публикации | свързани материали | свързани теми
        | свързани | подобни статии | подобни новини | сходни статии | сходни новини
        | може да ви е интересно | може да ви хареса | може да ви заинтересува | може да харесате още
        | препоръчваме ви | препоръчваме | препоръчани | препоръчани статии | препоръчано | не пропускайте
        | още статии""",
    "sr": """
        pročitajte još | pročitajte i | pročitajte i ovo | povezano | povezani članci | povezane vijesti
        | povezane vesti | vezane vijesti | možda vas zanima | možda će vas zanimati | slično
        | прочитајте још | повезане вести | pročitaj još | pročitaj i | pročitaj i ovo | pročitajte takođe
        | pročitajte i ove vesti | pročitajte više | čitajte još | čitajte i | čitaj još | saznajte više
        | vezane vesti | vezani članci | vezani tekstovi | vezano | povezani tekstovi | povezane teme
        | povezane priče | povezani sadržaj | slične vesti | slični članci | slični tekstovi | slične teme
        | slične priče | preporučujemo | preporučeno | preporuka za vas | preporučujemo vam
        | preporučujemo još | preporučene vesti | možda vam se svidi | možda će vam se svideti
        | možda vas zanima i | možda će vas zanimati i | moglo bi vas zanimati | zanimljivo za vas
        | još o ovoj temi | još na ovu temu | još o temi | više o temi | više o ovoj temi | na istu temu
        | o ovoj temi | ne propustite | ranije smo pisali | pogledajte još | pogledajte i | прочитајте и
        | прочитај још | прочитај и | прочитајте и ово | прочитајте више | повезани чланци
        | повезани текстови | повезане теме | сличне вести | слични чланци | препоручујемо
        | можда ће вас занимати | можда вас занима | још о овој теми | на исту тему""",
    "sk": """
        prečítajte si aj | prečítajte si tiež | súvisiace články | súvisiace | mohlo by vás zaujímať
        | čítajte aj | čítajte tiež | čítajte ďalej | čítajte viac | prečítajte si | prečítajte si viac
        | prečítajte si ďalšie články | prečítajte si k téme | viac k téme | viac na túto tému | k téme
        | ďalšie k téme | ďalšie články k téme | ďalšie články | súvisiace témy | súvisiace správy
        | súvisiaci článok | súvisiaci obsah | podobné správy | odporúčame | odporúčame aj
        | odporúčané články | odporúčané | odporúčame prečítať | mohlo by vás zaujať | mohlo by sa vám páčiť
        | mohlo by vás tiež zaujímať | môže vás zaujímať | zaujať by vás mohlo | mohlo by ťa zaujímať
        | neprehliadnite | nenechajte si ujsť | písali sme | pozrite si aj | pozri aj | pozrite aj""",
    "sl": """
        preberite tudi | preberite še | sorodni članki | sorodne novice | povezani članki | preberite si
        | preberite si tudi | preberi tudi | preberi še | preberite več | berite tudi | beri tudi
        | več o temi | več na to temo | več o tem | na to temo | povezane novice | povezane vsebine
        | sorodne vsebine | sorodne teme | sorodni prispevki | podobne novice | podobni članki | priporočamo
        | priporočamo tudi | priporočeno | priporočeni članki | morda vas zanima | morda vas zanima tudi
        | morda vas bo zanimalo | morda bi vas zanimalo | zanimalo vas bo tudi | ne spreglejte | ne prezrite
        | poglejte tudi | oglejte si tudi""",
    "et": """
        loe ka | loe veel | seotud lood | seotud artiklid | loe ka neid | loe ka seda | loe lisa
        | loe lähemalt | loe edasi | loe samal teemal | lugege ka | loe veel samal teemal | samal teemal
        | veel samal teemal | lisaks samal teemal | seotud artikkel | seotud lugu | seotud uudised
        | seotud teemad | seotud postitused | sarnased lood | sarnased artiklid | sarnased uudised
        | soovitame | soovitame lugeda | soovitatud | soovitatud lood | soovitatud artiklid | teised loevad
        | võib huvi pakkuda | sind võib huvitada | sind võivad huvitada | vaata ka | vaata lisaks
        | ära maga maha""",
    "lv": """
        lasi arī | lasi vēl | lasiet arī | saistītie raksti | lasiet vēl | lasi citur | lasi vairāk
        | lasiet vairāk | lasi tālāk | lasāmviela par tēmu | par šo tēmu | par tēmu | vairāk par tēmu
        | vēl par tēmu | citi raksti par tēmu | saistītie | saistītās ziņas | saistītās tēmas
        | saistītais raksts | saistīts saturs | saistītie ieraksti | līdzīgi raksti | līdzīgas ziņas
        | iesakām | iesakām izlasīt | iesakām lasīt | ieteicamie raksti | tevi varētu interesēt
        | jūs varētu interesēt | jūs varētu interesēt arī | skaties arī | skati arī | nepalaid garām""",
    "lt": """
        taip pat skaitykite | skaitykite taip pat | susiję straipsniai | skaityti daugiau | skaityk taip pat
        | skaitykite daugiau | skaityti taip pat | skaityk daugiau | skaitykite ir | skaityk ir
        | skaitykite toliau | taip pat skaityk | daugiau šia tema | daugiau apie tai | šia tema
        | šia tema skaitykite | susiję | susijęs straipsnis | susijusios naujienos | susijusios temos
        | susiję įrašai | susijusios publikacijos | panašūs straipsniai | panašios naujienos
        | rekomenduojame | rekomenduojame perskaityti | rekomenduojami straipsniai | rekomenduojami
        | jus gali sudominti | jus taip pat gali sudominti | jums gali būti įdomu
        | jums taip pat gali patikti | kiti skaito | taip pat žiūrėkite | žiūrėkite taip pat | nepraleiskite""",
    "ca": """
        notícies relacionades | articles relacionats | et pot interessar | llegiu també | llegeix també
        | més informació | més sobre el tema | més sobre aquest tema | més notícies | sobre aquest tema
        | sobre el mateix tema | article relacionat | continguts relacionats | contingut relacionat
        | informació relacionada | temes relacionats amb la notícia | relacionat | relacionats
        | relacionades | et pot interessar també | també et pot interessar | també us pot interessar
        | us pot interessar | us pot interessar també | et podria interessar | et recomanem | us recomanem
        | recomanats | recomanat | recomanem | llegeix més | llegiu més | llegir també | segueix llegint
        | mira també | vegeu també | per saber-ne més | per llegir més | no et perdis | altres notícies""",
    "ms": """
        baca lagi | artikel berkaitan | berita berkaitan | baca seterusnya | artikel lain
        | artikel lain yang menarik | artikel menarik lain | berita lain yang menarik
        | berita terkini berkaitan | lagi berita berkaitan | lagi mengenai topik ini | kandungan berkaitan
        | cerita berkaitan | topik berkaitan artikel ini | anda mungkin berminat
        | anda mungkin juga berminat | mungkin anda berminat | disyorkan | jangan lepaskan""",
    "sq": """
        lexo edhe | lexo gjithashtu | të ngjashme | lexo po ashtu | lexo më shumë | lexo me shume
        | lexoni edhe | lexoni gjithashtu | lexoni më shumë | lexoni po ashtu | lajme të ngjashme
        | lajme të lidhura | lajme të tjera | artikuj të ngjashëm | artikuj të lidhur | artikuj të tjerë
        | të lidhura | më shumë për këtë temë | më tepër për temën | për të njëjtën temë
        | ju mund të pëlqeni | mund t'ju interesojë | mund t'ju interesojë edhe | mund t'ju pëlqejë
        | ju mund të jeni të interesuar | sugjerime | ju sugjerojmë | rekomanduara | të rekomanduara
        | mos humbisni | shiko edhe | shikoni edhe | shih edhe""",
    "th": """
        ข่าวที่เกี่ยวข้อง | บทความที่เกี่ยวข้อง | อ่านเพิ่มเติม | เรื่องที่เกี่ยวข้อง
        | อ่านข่าวที่เกี่ยวข้อง | อ่านข่าวเกี่ยวข้อง | อ่านข่าวเพิ่มเติม | อ่านข่าวอื่นๆ ที่เกี่ยวข้อง
        | อ่านบทความที่เกี่ยวข้อง | อ่านเพิ่มเติมได้ที่ | อ่านเพิ่ม | อ่านต่อ | อ่านประกอบ
        | อ่านเรื่องที่เกี่ยวข้อง | อ่านเรื่องอื่นๆ ที่เกี่ยวข้อง | อ่านข่าวก่อนหน้านี้ | อ่านข่าวย้อนหลัง
        | ข่าวเกี่ยวข้อง | ข่าวที่คุณอาจสนใจ | ข่าวอื่นๆ ที่เกี่ยวข้อง | ข่าวอื่น ๆ ที่เกี่ยวข้อง
        | ข่าวก่อนหน้านี้ | ข่าวแนะนำ | เนื้อหาที่เกี่ยวข้อง | เนื้อหาเกี่ยวข้อง | เนื้อหาแนะนำ
        | เรื่องเกี่ยวข้อง | เรื่องแนะนำ | เรื่องอื่นๆ ที่เกี่ยวข้อง | บทความเกี่ยวข้อง | บทความแนะนำ
        | บทความอื่นๆ ที่เกี่ยวข้อง | บทความที่คุณอาจสนใจ | คุณอาจสนใจ | คุณอาจสนใจเรื่องนี้ | คุณอาจชอบ
        | เรื่องที่คุณอาจสนใจ | ดูเพิ่มเติม | ที่เกี่ยวข้อง""",
    "bn": """
        আরও পড়ুন | আরো পড়ুন | সম্পর্কিত খবর | সম্পর্কিত সংবাদ | আরও খবর | আরো খবর | আরও দেখুন | আরো দেখুন
        | আরও জানুন | আরও পড়তে পারেন | এটিও পড়ুন | এটাও পড়ুন | এ সম্পর্কিত খবর | এ বিষয়ে আরও পড়ুন
        | এই বিষয়ে আরও পড়ুন | এ সংক্রান্ত আরও খবর | এই সংক্রান্ত আরও খবর | এই সংক্রান্ত খবর
        | এ বিভাগের আরও খবর | সম্পর্কিত | সম্পর্কিত নিবন্ধ | সম্পর্কিত আরও খবর | সম্পর্কিত পোস্ট
        | সংশ্লিষ্ট খবর | সংশ্লিষ্ট সংবাদ | প্রাসঙ্গিক খবর | প্রাসঙ্গিক সংবাদ | আপনার পছন্দ হতে পারে
        | আপনি পছন্দ করতে পারেন | পড়ুন আরও | পাঠকের পছন্দ""",
    "ur": """
        مزید پڑھیں | متعلقہ خبریں | یہ بھی پڑھیں | مزید پڑھیے | مزید پڑھیئے | مزید پڑھئے | مزید خبریں
        | مزید جانیے | مزید دیکھیں | یہ بھی پڑھیے | یہ بھی پڑھیئے | یہ بھی پڑھئے | یہ بھی دیکھیں
        | متعلقہ خبر | متعلقہ مضامین | متعلقہ عنوانات کی خبریں | متعلقہ تحریریں | اسی بارے میں
        | اس بارے میں مزید پڑھیں | آپ کو یہ بھی پسند آ سکتا ہے | تجویز کردہ خبریں | اسے بھی پڑھیں""",
    "ta": """
        தொடர்புடைய செய்திகள் | தொடர்புடைய செய்தி | தொடர்புடைய கட்டுரைகள் | தொடர்புடைய பதிவுகள்
        | தொடர்புடையவை | இதையும் படியுங்கள் | இதையும் படிங்க | இதையும் படிக்கவும் | இதையும் வாசியுங்கள்
        | இதையும் பாருங்கள் | இதையும் படிக்க | இதையும் வாசிக்க | இதனையும் படியுங்கள் | மேலும் படிக்க
        | மேலும் படியுங்கள் | மேலும் வாசிக்க | மேலும் செய்திகள் | பிற செய்திகள்
        | பரிந்துரைக்கப்படும் செய்திகள் | பரிந்துரைகள்""",
    "mr": """
        आणखी वाचा | हेही वाचा | हे ही वाचा | हे देखील वाचा | हे सुद्धा वाचा | हेसुद्धा वाचा | हेही पाहा
        | अधिक वाचा | आणखी बातम्या | संबंधित बातम्या | संबंधित बातमी | संबंधित वृत्त | अन्य संबंधित बातम्या
        | ही बातमी वाचा | ही बातमी देखील वाचा | ही बातमी पण वाचा | या बातम्या वाचा | इतर संबंधित बातम्या
        | वाचा सविस्तर""",
    "te": """
        ఇది కూడా చదవండి | ఇవి కూడా చదవండి | ఇదీ చదవండి | ఇవీ చదవండి | ఇది చదవండి | ఇవి చదవండి
        | ఇవి కూడా చూడండి | ఇది కూడా చూడండి | ఇంకా చదవండి | మరింత చదవండి | మరిన్ని వార్తలు | మరిన్ని చదవండి
        | సంబంధిత వార్తలు | సంబంధిత కథనాలు | సంబంధిత కథనం | సంబంధిత పోస్ట్లు""",
    "ml": """
        ഇതും വായിക്കുക | ഇതും വായിക്കാം | ഇതുകൂടി വായിക്കുക | ഇതുകൂടി വായിക്കൂ | ഇതും വായിക്കൂ | ഇതും കാണുക
        | കൂടുതൽ വായിക്കുക | കൂടുതൽ വായനയ്ക്ക് | കൂടുതൽ വാർത്തകൾ | ബന്ധപ്പെട്ട വാർത്തകൾ | അനുബന്ധ വാർത്തകൾ
        | അനുബന്ധ വാർത്ത | അനുബന്ധ ലേഖനങ്ങൾ""",
    "gu": """
        આ પણ વાંચો | આ પણ જુઓ | આ પણ વાંચોઃ | આ સમાચાર પણ વાંચો | વધુ વાંચો | વધુ સમાચાર | સંબંધિત સમાચાર
        | સંબંધિત લેખ | સંબંધિત લેખો""",
    "kn": """
        ಇದನ್ನೂ ಓದಿ | ಇದನ್ನು ಓದಿ | ಇದನ್ನೂ ನೋಡಿ | ಇದನ್ನೂ ಓದಿರಿ | ಇವುಗಳನ್ನೂ ಓದಿ | ಇವನ್ನೂ ಓದಿ | ಮತ್ತಷ್ಟು ಓದಿ
        | ಇನ್ನಷ್ಟು ಓದಿ | ಹೆಚ್ಚು ಓದಿ | ಸಂಬಂಧಿತ ಸುದ್ದಿಗಳು | ಸಂಬಂಧಿತ ಸುದ್ದಿ | ಸಂಬಂಧಿತ ಲೇಖನಗಳು
        | ಸಂಬಂಧಪಟ್ಟ ಸುದ್ದಿಗಳು""",
    "pa": """
        ਇਹ ਵੀ ਪੜ੍ਹੋ | ਇਹ ਵੀ ਦੇਖੋ | ਇਹ ਵੀ ਵੇਖੋ | ਹੋਰ ਪੜ੍ਹੋ | ਇਹ ਖ਼ਬਰ ਵੀ ਪੜ੍ਹੋ | ਇਹ ਖਬਰ ਵੀ ਪੜ੍ਹੋ
        | ਸਬੰਧਤ ਖ਼ਬਰਾਂ | ਸਬੰਧਤ ਖਬਰਾਂ | ਸੰਬੰਧਿਤ ਖ਼ਬਰਾਂ | ਸੰਬੰਧਿਤ ਖਬਰਾਂ""",
    "or": """ଏହା ବି ପଢ଼ନ୍ତୁ | ଏହା ମଧ୍ୟ ପଢ଼ନ୍ତୁ | ଅଧିକ ପଢ଼ନ୍ତୁ | ସମ୍ବନ୍ଧିତ ଖବର""",
    "ne": """
        यो पनि पढ्नुहोस् | यो पनि पढ्नुस् | यो पनि हेर्नुहोस् | यी पनि पढ्नुहोस् | थप पढ्नुहोस्
        | सम्बन्धित समाचार | सम्बन्धित खबर | सम्बन्धित सामग्री | सम्बन्धित लेख""",
    "si": """අදාළ පුවත් | තවත් කියවන්න | මෙයත් කියවන්න | සබැඳි පුවත්""",
    "hr": """
        pročitajte također | pročitaj također | pročitajte više o temi | vezane teme vijesti | vezane priče
        | slične vijesti | preporučene vijesti | povezani tekst | povezana vijest | pročitajte i ove vijesti
        | možda će vam se svidjeti | možda bi vas zanimalo | mogli bi vas zanimati
        | moglo bi vas zanimati i ovo | moglo bi vam se svidjeti | vezani sadržaj | čitajte više
        | pogledajte također | ne propustite pročitati""",
    "mk": """
        прочитајте повеќе | прочитај повеќе | прочитајте уште | прочитај уште | повеќе на темата
        | повеќе за темата | поврзани вести | поврзани статии | поврзани теми | поврзано | слични вести
        | слични статии | слични написи | препорачуваме | препорачано | можеби ќе ве интересира
        | можеби ве интересира""",
    "be": """
        чытайце таксама | чытайце яшчэ | чытайце па тэме | глядзіце таксама | па тэме | матэрыялы па тэме
        | па гэтай тэме | навіны па тэме | яшчэ па тэме | звязаныя навіны | падобныя артыкулы
        | падобныя навіны | вам можа быць цікава | рэкамендуем""",
    "hy": """
        կարդացեք նաև | կարդալ նաև | տես նաև | տեսեք նաև | առնչվող նյութեր | առնչվող լուրեր
        | առնչվող հոդվածներ | նմանատիպ նյութեր | նմանատիպ լուրեր | նմանատիպ նորություններ
        | նմանատիպ հոդվածներ | թեմայի շուրջ | այս թեմայով | կարող է հետաքրքրել | ձեզ կարող է հետաքրքրել""",
    "ka": """
        წაიკითხეთ ასევე | ასევე წაიკითხეთ | წაიკითხეთ აგრეთვე | წაიკითხე ასევე | ასევე წაიკითხე
        | ასევე ნახეთ | იხილეთ ასევე | ამავე თემაზე | მსგავსი სიახლეები | მსგავსი სტატიები | მსგავსი ამბები
        | დაკავშირებული სტატიები | დაკავშირებული სიახლეები | დაკავშირებული თემები | რეკომენდებული
        | ამ თემაზე | თემაზე""",
    "az": """
        həmçinin oxuyun | həmçinin oxu | həmçinin bax | bunu da oxuyun | bunları da oxuyun | oxşar xəbərlər
        | oxşar yazılar | oxşar məqalələr | əlaqəli xəbərlər | əlaqəli məqalələr | əlaqədar xəbərlər
        | mövzu ilə bağlı | mövzu üzrə | mövzuya aid | mövzu ilə əlaqədar | digər xəbərlər
        | sizə maraqlı ola bilər | maraqlı ola bilər | tövsiyə olunan xəbərlər""",
    "kk": """
        тағы оқыңыз | тағы оқу | сондай-ақ оқыңыз | сондай-ақ, оқыңыз | оқи отырыңыз | тақырып бойынша
        | осы тақырыпта | осы тақырып бойынша | тақырыпқа қатысты | ұқсас жаңалықтар | ұқсас мақалалар
        | ұқсас материалдар | байланысты жаңалықтар | байланысты мақалалар | сізге қызықты болуы мүмкін
        | сізге ұсынамыз | тағы да оқыңыз""",
    "ky": """
        дагы окуңуз | ошондой эле окуңуз | ошондой эле караңыз | тема боюнча | окшош жаңылыктар
        | окшош макалалар | байланыштуу жаңылыктар""",
    "uz": """
        shuningdek o'qing | shuningdek, o'qing | shuningdek oʻqing | mavzuga oid | mavzuga oid yangiliklar
        | mavzuga doir | o'xshash yangiliklar | o'xshash maqolalar | oʻxshash yangiliklar | shu mavzuda
        | мавзуга оид | шунингдек ўқинг | мавзуга доир""",
    "mn": """
        холбоотой мэдээ | холбоотой мэдээлэл | холбоотой нийтлэл | төстэй мэдээ | мөн уншаарай
        | санал болгох | санал болгох мэдээ | дэлгэрэнгүй унших""",
    "is": """
        lesa meira | lesa nánar | lestu líka | lestu einnig | lesið einnig | sjá einnig | sjá nánar
        | tengdar fréttir | tengd frétt | tengdar greinar | tengt efni | fleiri fréttir
        | fleiri greinar um efnið | meira um málið | meira um efnið | svipaðar fréttir | mælt með
        | þú gætir líka haft áhuga á""",
    "gl": """
        le tamén | lea tamén | ler tamén | lee tamén | ver tamén | vexa tamén | máis información
        | máis sobre o tema | máis sobre este tema | máis noticias | sobre o mesmo tema | nova relacionada
        | novas relacionadas | contido relacionado | contidos relacionados | pode interesarche
        | pódeche interesar | tamén che pode interesar | tamén pode interesarche | quizais che interese
        | quizais tamén che interese | recomendámosche | outras noticias | outras novas""",
    "eu": """
        irakurri ere | irakurri gehiago | irakurri gaiari buruz | gehiago irakurri | ikusi ere | ikus ere
        | gai honi buruz gehiago | gaiari buruz gehiago | gaiari buruzko albisteak | gaiarekin lotuta
        | gai beraren inguruan | albiste erlazionatuak | erlazionatutako albisteak | lotutako albisteak
        | loturiko albisteak | erlazionatutako edukiak | lotutako edukiak | lotutako artikuluak
        | antzeko albisteak | agian interesatuko zaizu | interesa dakizuke | zure interesekoa izan daiteke""",
    "sw": """
        soma pia | soma zaidi | soma hii pia | pia soma | tazama pia | habari zinazohusiana
        | habari zinazofanana | habari nyingine | taarifa zinazohusiana | makala zinazohusiana
        | mada zinazohusiana | yanayohusiana | unaweza pia kupenda | unaweza kupenda
        | zaidi kuhusu taarifa hii""",
    "tl": """
        basahin din | basahin rin | basahin pa | basahin ang iba pang balita | basahin ang kaugnay na balita
        | kaugnay na balita | kaugnay na ulat | kaugnay na mga balita | kaugnay na artikulo
        | mga kaugnay na balita | mga kaugnay na ulat | mga kaugnay na artikulo | mga kaugnay na paksa
        | kaugnay nito | iba pang balita | panoorin din | baka magustuhan mo""",
    "af": """
        lees nog | lees ook hierdie | lees meer hier | verwante artikels | verwante stories | verwante nuus
        | verwante berigte | verwante inhoud | meer oor hierdie onderwerp | meer oor die onderwerp
        | meer hieroor | soortgelyke artikels | jy sal dalk ook hiervan hou | jy mag dalk ook hiervan hou
        | aanbevole artikels | moenie misloop nie | kyk ook | sien ook""",
    "ga": """
        léigh freisin | scéalta gaolmhara | ailt ghaolmhara | tuilleadh ar an scéal seo | léigh tuilleadh""",
    "cy": """
        darllenwch hefyd | darllen mwy | darllenwch fwy | straeon perthnasol | erthyglau perthnasol
        | mwy ar y stori yma | rhagor ar y stori hon | mwy o'r stori yma""",
    "lb": """liest och | méi zum theema | zum theema | am zesummenhank | weider liesen""",
    "am": """ተዛማጅ ዜናዎች | ተዛማጅ ዜና | ይህንንም ያንብቡ | ተጨማሪ ያንብቡ | ተያያዥ ዜናዎች""",
    "ps": """نور ولولئ | دا هم ولولئ | اړوند خبرونه | اړوندې لیکنې""",
    "ku": """
        zêdetir bixwîne | her wiha bixwîne | nûçeyên têkildar | زیاتر بخوێنەوە | هەواڵی پەیوەندیدار
        | بابەتی پەیوەندیدار""",
    "km": """
        អត្ថបទទាក់ទង | អត្ថបទពាក់ព័ន្ធ | ព័ត៌មានពាក់ព័ន្ធ | ព័ត៌មានទាក់ទង | អានបន្ត | អានបន្ថែម
        | សូមអានបន្ថែម""",
    "lo": """ຂ່າວທີ່ກ່ຽວຂ້ອງ | ອ່ານເພີ່ມເຕີມ | ບົດຄວາມທີ່ກ່ຽວຂ້ອງ""",
    "my": """ဆက်စပ်သတင်းများ | ဆက်စပ်သတင်း | ဆက်စပ်ဆောင်းပါးများ | ဆက်လက်ဖတ်ရှုရန် | သက်ဆိုင်ရာသတင်းများ""",
}  # fmt: skip
