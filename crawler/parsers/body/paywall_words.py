"""Paywall words, as data by language: what stands where a text breaks off for those who have not paid."""

from __future__ import annotations

from typing import Final

# Whom a text is for, and what is to be done to read on. A mere offer to subscribe says nothing of
# the kind.
PAYWALLS: Final[dict[str, str]] = {
    "en": """
        subscribers only|subscriber only|subscriber-only|subscriber exclusive|exclusive to subscribers|
        exclusively for subscribers|exclusive for subscribers|is for subscribers|reserved for subscribers|
        available to subscribers|for paid subscribers|for paying subscribers|for premium subscribers|
        exclusive to members|exclusively for members|is for members|for members only|members-only|
        subscribe to read|subscribe now to read|subscribe to continue|subscribe now to continue|
        subscribe to keep reading|subscribe to unlock|subscribe for full access|subscribe to view|
        to continue reading|to keep reading|continue reading with a|to read the full article|
        to read the full story|to read the rest of|to read this article|to read this story|
        to access this article|to view this article|to unlock this article|unlock this article|
        unlock the full article|free articles remaining|limit of free articles|free article limit|
        monthly limit of|last free article|become a member to read""",
    "de": """
        nur für abonnenten|nur für abonnent:innen|für abonnenten lesbar|exklusiv für abonnenten|
        exklusiv für mitglieder|nur für mitglieder|nur mit abo|mit abo weiterlesen|jetzt weiterlesen|
        um weiterzulesen|weiterlesen mit|artikel weiterlesen mit|sie wollen weiterlesen|sie möchten weiterlesen|
        diesen artikel weiterlesen|um diesen artikel zu lesen|um den artikel zu lesen|
        um den vollständigen artikel|um den ganzen artikel|den ganzen artikel lesen sie|
        den vollständigen artikel lesen sie|zum weiterlesen|registrieren und weiterlesen|
        anmelden und weiterlesen|artikel freischalten|artikel kaufen|dieser artikel ist abonnenten|
        dieser artikel ist kostenpflichtig|kostenpflichtiger inhalt|dieser inhalt ist nur""",
    "fr": """
        réservé aux abonnés|réservée aux abonnés|réservé à nos abonnés|réservés aux abonnés|
        réservé à nos abonné|réservé aux abonné|pour lire la suite|pour lire cet article|
        pour continuer la lecture|poursuivre la lecture|poursuivez votre lecture|de cet article à lire|
        de l'article à lire|la suite est réservée|lire la suite avec|article payant|contenu payant|
        débloquer cet article|débloquez cet article|l'accès à la totalité de l'article""",
    "es": """
        exclusivo para suscriptores|exclusiva para suscriptores|solo para suscriptores|sólo para suscriptores|
        para suscriptores|para seguir leyendo|para continuar leyendo|para leer el artículo completo|
        suscríbete para leer|suscríbete para seguir|exclusivo para socios|contenido para suscriptores|
        regístrate para seguir leyendo""",
    "ca": "només per a subscriptors|exclusiu per a subscriptors|per continuar llegint",
    "it": """
        riservato agli abbonati|riservata agli abbonati|riservati agli abbonati|solo per gli abbonati|
        solo per abbonati|per continuare a leggere|per leggere l'articolo completo|per leggere tutto l'articolo|
        contenuto riservato|contenuto a pagamento|questo contenuto è riservato|sblocca l'articolo|
        abbonati per leggere|abbonati per continuare""",
    "pt": """
        exclusivo para assinantes|exclusiva para assinantes|exclusivo para subscritores|só para assinantes|
        apenas para assinantes|reservado a assinantes|para continuar a ler|para continuar lendo|
        para ler o artigo completo|assine para ler|assine para continuar|leia a matéria completa""",
    "nl": """
        alleen voor abonnees|exclusief voor abonnees|voorbehouden aan abonnees|voor abonnees|om verder te lezen|
        om dit artikel te lezen|verder lezen met|lees verder met|verder lezen?|wil je verder lezen|
        wilt u verder lezen""",
    "da": """
        kun for abonnenter|for abonnenter|for at læse videre|læs videre med|for at læse artiklen|
        vil du læse videre|læs hele artiklen med|forbeholdt abonnenter|kræver abonnement""",
    "nb": """
        kun for abonnenter|bare for abonnenter|for abonnenter|for å lese videre|for å lese saken|les videre med|
        forbeholdt abonnenter|krever abonnement|vil du lese videre|du må ha abonnement""",
    "sv": """
        endast för prenumeranter|bara för prenumeranter|för prenumeranter|för att läsa vidare|
        för att fortsätta läsa|för att läsa hela artikeln|läs vidare med|vill du läsa vidare|
        läs hela artikeln med|låst artikel|för dig som är prenumerant|exklusivt för prenumeranter|
        den här artikeln är låst""",
    "fi": """
        vain tilaajille|tilaajille|jatka lukemista tilaamalla|lukeaksesi koko|jatkaaksesi lukemista|
        tämä on maksullinen|maksumuurin|artikkeli on luettavissa tilaajille|lue koko artikkeli tilaajana""",
    "is": "aðeins fyrir áskrifendur|til að lesa áfram|fyrir áskrifendur",
    "pl": """
        tylko dla subskrybentów|tylko dla prenumeratorów|dla prenumeratorów|dla subskrybentów|aby czytać dalej|
        czytaj dalej z|aby przeczytać cały|dostęp do artykułu wymaga|artykuł dostępny w prenumeracie|
        pozostało do przeczytania|dalsza część artykułu""",
    "cs": """
        pouze předplatitelům|pouze pro předplatitele|jen pro předplatitele|pro předplatitele|chcete-li číst dál|
        chcete číst dál|pro pokračování ve čtení|článek je zamčený|zamčený článek|odemkněte si článek|
        odemknout článek|určen pouze předplatitelům|celý článek si přečtou""",
    "sk": """
        len pre predplatiteľov|iba pre predplatiteľov|pre predplatiteľov|odomknite si článok|odomknúť článok|
        pokračovanie článku|chcete čítať ďalej|celý článok si prečítajú|obsah je zamknutý""",
    "hu": """
        csak előfizetők|csak előfizetőknek|előfizetőink számára|előfizetőknek érhető el|a cikk folytatásához|
        a teljes cikk elolvasásához|a cikk további része|a folytatás előfizet""",
    "ro": """
        doar abonaților|doar pentru abonați|exclusiv pentru abonați|rezervat abonaților|disponibil abonaților|
        pentru a citi mai departe|pentru a citi integral""",
    "hr": """
        samo za pretplatnike|dostupan samo pretplatnicima|samo pretplatnicima|za nastavak čitanja|
        ekskluzivno za pretplatnike""",
    "sl": "samo za naročnike|le za naročnike|za naročnike|za nadaljevanje branja|zaklenjen članek",
    "bg": "само за абонати|за да прочетете цялата|за да продължите да четете|достъпна за абонати",
    "ru": """
        только подписчикам|только для подписчиков|доступен подписчикам|доступна подписчикам|
        доступно подписчикам|материал доступен по подписке|чтобы читать дальше|чтобы прочитать полностью|
        чтобы продолжить чтение|платный материал|по подписке""",
    "uk": """
        лише для передплатників|тільки для передплатників|для передплатників|доступно передплатникам|
        щоб читати далі|щоб продовжити читання|доступний за передплатою""",
    "el": """
        μόνο για συνδρομητές|για συνδρομητές|αποκλειστικά για συνδρομητές|για να συνεχίσετε την ανάγνωση|
        για να διαβάσετε ολόκληρο|περιεχόμενο για συνδρομητές""",
    "tr": """
        yalnızca abonelere|sadece abonelere|abonelere özel|aboneler için|okumaya devam etmek için|
        devamını okumak için""",
    "et": "ainult tellijatele|tellijatele|edasi lugemiseks|artikli lugemiseks|tasuline artikkel",
    "lv": "tikai abonentiem|abonentiem|lai turpinātu lasīt|lai lasītu tālāk|maksas raksts",
    "lt": "tik prenumeratoriams|prenumeratoriams|norėdami skaityti toliau|skaityti visą straipsnį",
    "he": "למנויים בלבד|תוכן למנויים|כדי להמשיך לקרוא|להמשך קריאה|לקריאת הכתבה המלאה",
    "ar": "للمشتركين فقط|حصري للمشتركين|محتوى خاص بالمشتركين|لمتابعة القراءة|لمواصلة القراءة",
    "fa": "فقط برای مشترکان|ویژه مشترکان|ویژه مشترکین|برای ادامه مطالعه",
    "hi": "केवल सदस्यों के लिए|सिर्फ सदस्यों के लिए|आगे पढ़ने के लिए|पूरी खबर पढ़ने के लिए|सब्सक्राइबर के लिए",
    "id": "khusus pelanggan|khusus untuk pelanggan|untuk melanjutkan membaca|untuk membaca selengkapnya",
    "vi": "chỉ dành cho thuê bao|dành cho thành viên|để đọc tiếp|để tiếp tục đọc|nội dung trả phí",
    "ja": """
        有料会員限定です|有料会員限定の記事です|会員限定です|会員限定記事です|この記事は有料|この記事は会員|
        有料記事です|続きを読むには|続きをお読みいただくには|残り文字|全文を読むには|全文をお読みいただくには|
        無料会員登録で|ログインして続きを""",
    "ko": """
        유료 회원|유료회원|구독자 전용|구독자만|회원 전용|회원전용|계속 읽으려면|전문을 보시려면|이어서 보시려면""",
    "zh": """
        付费内容|付費內容|付费阅读|仅限订阅|僅限訂閱|仅限会员|僅限會員|订阅用户|訂戶專享|訂閱用戶|会员专享|
        會員專屬|会员专属|阅读全文请|閱讀全文請|继续阅读请|繼續閱讀請|登入後繼續|订阅后继续|訂閱後繼續""",
}

# What stands beside such a phrase, in the notice or right below it: to subscribe, to log in, to be a member, to pay.
WAYS_IN: Final = (
    "subscri", "member", "log in", "login", "sign in", "sign up", "register", "paid", "paying", "premium", "unlock",
    "abonn", "abo ", " abo", "anmeld", "registr", "mitglied", "kostenpflicht", "kostenlos", "freischalt", "testen",
    "abonné", "connect", "inscri", "payant", "débloqu", "suscri", "socio", "regíst", "inicia sesión", "subscript",
    "abbon", "accedi", "pagamento", "sblocc", "assin", "subscrit", "subscrev", "ingelogd", "inloggen", "prenumer",
    "logga in", "log ind", "logg inn", "tilaa", "kirjaudu", "maksullin", "maksumuuri", "áskri", "subskryb",
    "zaloguj", "předplat", "přihl", "zamč", "zamk", "odemk", "odomk", "predplat", "prihl", "előfizet",
    "bejelentkez", "abon", "autentific", "pretplat", "prijav", "naroč", "zaklenjen", "абон", "подпис", "войти",
    "войдите", "зарегистр", "платн", "передплат", "увійд", "συνδρομ", "συνδεθ", "üye", "giriş yap", "telli",
    "tasuli", "maksas", "מנוי", "להתחבר", "מחובר", "مشترك", "اشترا", "تسجيل", "عضو", "सदस्य", "सब्सक्राइब", "लॉग",
    "langgan", "masuk", "đăng nhập", "đăng ký", "thuê bao", "thành viên", "trả phí", "会員", "有料", "ログイン",
    "購読", "登録", "로그인", "구독", "회원", "유료", "登入", "登录", "订阅", "訂閱", "訂戶", "会员", "會員",
    "付费", "付費",
)  # fmt: skip
