"""Bylines in the languages of the press: labels before names, and East Asian lines that say who reports."""

import pytest
from pages import PARAGRAPH, article, news, page

from crawler.page import Page
from crawler.parsers.authors import bylines

END = "<p>It rose again at noon, and nobody had expected it.</p>" * 30


def authors(page: Page) -> tuple[str, ...] | None:
    found = bylines(page)
    return found.value if found else None


# What a line near the headline says, and who wrote.
LINES = [
    ("Autorka: Jana Dvořáková", "Jana Dvořáková"),
    ("Napsal Petr Malý", "Petr Malý"),
    ("Tekst: Agnieszka Wolna", "Agnieszka Wolna"),
    ("Opracowała: Ewa Lis", "Ewa Lis"),
    ("Rozmawiał Tomasz Gaj", "Tomasz Gaj"),
    ("Szerző: Kárpáti Lilla", "Kárpáti Lilla"),
    ("Írta: Szép Ádám", "Szép Ádám"),
    ("Scris de Ioana Brad", "Ioana Brad"),
    ("Автор: Вера Лугова", "Вера Лугова"),
    ("Підготувала: Оксана Гай", "Оксана Гай"),
    ("Пише: Мила Брдар", "Мила Брдар"),
    ("Piše: Luka Brajda", "Luka Brajda"),
    ("Avtorica: Maja Zalar", "Maja Zalar"),
    ("Συντάκτης: Νίκος Ακτής", "Νίκος Ακτής"),
    ("Γράφει η Ελένη Ακτή", "Ελένη Ακτή"),
    ("Yazan: Deniz Kıyı", "Deniz Kıyı"),
    ("Haber: Elif Dalga", "Elif Dalga"),
    ("Teksti: Aino Ranta", "Aino Ranta"),
    ("Tekst og foto: Siri Havn", "Siri Havn"),
    ("Text och foto: Elsa Strand", "Elsa Strand"),
    ("Skrevet av Nils Vik", "Nils Vik"),
    ("Höfundur: Sigrún Hafdal", "Sigrún Hafdal"),
    ("Kirjutas Liis Rand", "Liis Rand"),
    ("Autorius: Rūta Marienė", "Rūta Marienė"),
    ("Sagatavoja: Ilze Jūra", "Ilze Jūra"),
    ("Geschreven door Sanne Duin", "Sanne Duin"),
    ("Deur Elsie Kus", "Elsie Kus"),
    ("Reportagem: Inês Maré", "Inês Maré"),
    ("Testo di: Chiara Onda", "Chiara Onda"),
    ("Penulis: Sari Ombak", "Sari Ombak"),
    ("Oleh Dewi Pantai", "Dewi Pantai"),
    ("Tác giả: Nguyễn Thị Sóng", "Nguyễn Thị Sóng"),
    ("بقلم: ليلى حداد", "ليلى حداد"),
    ("بقلم ليلى حداد", "ليلى حداد"),
    ("نویسنده: مینا دریایی", "مینا دریایی"),
    ("מאת נועה ים", "נועה ים"),
    ("लेखक: मीरा सागर", "मीरा सागर"),
    ("লিখেছেন: মীরা সাগর", "মীরা সাগর"),
    ("ผู้เขียน: มาลี ทะเล", "มาลี ทะเล"),
    ("ავტორი: ნინო ზღვაძე", "ნინო ზღვაძე"),
    ("文／林雨桐", "林雨桐"),
    ("撰文：陈小舟", "陈小舟"),
    ("取材・文＝高瀬慎一", "高瀬慎一"),
    ("글: 김하늘", "김하늘"),
]


@pytest.mark.parametrize(("line", "name"), LINES)
def test_a_label_before_a_name_near_the_headline(line: str, name: str) -> None:
    assert authors(article(below=f"<p>{line}</p>")) == (name,)


@pytest.mark.parametrize(
    ("line", "name"), [(line, name) for line, name in LINES if ":" in line and not line.startswith("글")]
)
def test_a_label_before_a_name_at_the_end(line: str, name: str) -> None:
    assert authors(article(below=f"{END}<p>{line}</p>")) == (name,)


@pytest.mark.parametrize(
    "line",
    [
        "Tekst: kan leses høyt",
        "Haber: Denizde son durum ne, limanlar açık mı?",
        "Text: www.gazette.example",
        "Autorka: redakce",
        "Foto: Jana Dvořáková",
        "Kontributor: Tim Redaksi",
        "כתב: המערכת שלנו הודיעה אתמול כי הנמל ייסגר עד להודעה חדשה",
        "作者：编辑部",
    ],
)
def test_a_label_before_something_else_names_no_person(line: str) -> None:
    found = authors(article(below=f"<p>{line}</p>{END}"))
    assert found is None or found[0] in {"redakce", "Tim Redaksi", "编辑部"}


CHINESE = "<p>海水在同一天里涨了两次，渔民们数了两遍船，才相信它们都还系在昨晚停泊的地方，一艘也没有少。</p>"
JAPANESE = "<p>潮は一日に二度満ち、漁師たちは船を二度数えてから、昨夜つないだ場所にすべてあることをようやく信じた。</p>"
KOREAN = (
    "<p>바닷물이 하루에 두 번 차올랐고, 어민들은 배를 두 번 센 뒤에야 모두 제자리에 있다는 것을 믿었다.</p>"
)


def story(headline: str, paragraph: str, *, near: str = "", begin: str = "", end: str = "") -> Page:
    text = (
        paragraph.replace("<p>", f"<p>{begin}", 1) + paragraph * 6 + paragraph.replace("</p>", f"{end}</p>")
    )
    return page(
        f"<main><h1>{headline}</h1>{near}{text}</main>", f"<title>{headline} - 海報</title>", lang="x"
    )


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ({"near": "<p>本报记者 林雨桐</p>"}, ("林雨桐",)),
        ({"near": "<p>2025-08-09 记者：林雨桐 陈建国</p>"}, ("林雨桐", "陈建国")),
        ({"near": "<p>记者：林雨桐 陈建国</p>"}, ("林雨桐", "陈建国")),
        ({"near": "<p>記者林雨桐／台北報導</p>"}, ("林雨桐",)),
        ({"near": "<p>〔記者林雨桐台北報導〕</p>"}, ("林雨桐",)),
        ({"begin": "本报海州8月9日电（记者欧阳雨、林桐）"}, ("欧阳雨", "林桐")),
        ({"end": "（本报记者 林雨桐）"}, ("林雨桐",)),
        ({"begin": "记者从港口了解到，"}, None),
        ({"begin": "记者林雨桐在港口看到，"}, None),
        ({"begin": "记者张开嘴，没有说话。"}, None),
        ({"near": "<p>记者张开嘴，没有说话。</p>"}, None),
    ],
)
def test_chinese_reporters(more: dict[str, str], names: tuple[str, ...] | None) -> None:
    assert authors(story("涨了两次的海水", CHINESE, **more)) == names


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ({"near": "<p>김하늘 기자</p>"}, ("김하늘",)),
        ({"near": "<p>김하늘·박서준 기자 입력 2025.08.09</p>"}, ("김하늘", "박서준")),
        ({"near": "<p>글·사진 남궁바다 선임기자</p>"}, ("남궁바다",)),
        ({"near": "<p>도쿄=김하늘 특파원</p>"}, ("김하늘",)),
        ({"begin": "[부산=바다통신] 김하늘 기자 = "}, ("김하늘",)),
        ({"begin": "(부산=바다통신) 김하늘 박서준 기자 = "}, ("김하늘", "박서준")),
        ({"end": " 김하늘 기자 sky@gazette.example"}, ("김하늘",)),
        ({"near": "<p>현장 기자</p>"}, None),
        ({"begin": "김하늘 기자가 항구에서 전한다. "}, None),
    ],
)
def test_korean_reporters(more: dict[str, str], names: tuple[str, ...] | None) -> None:
    assert authors(story("두 번 찬 바다", KOREAN, **more)) == names


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ({"near": "<p>編集委員　高瀬慎一</p>"}, ("高瀬慎一",)),
        ({"near": "<p>社会部・高瀬慎一記者</p>"}, ("高瀬慎一",)),
        ({"near": "<p>聞き手・小川みどり</p>"}, ("小川みどり",)),
        ({"end": "（高瀬慎一）"}, ("高瀬慎一",)),
        ({"end": "【高瀬慎一、小川 みどり】"}, ("高瀬慎一", "小川 みどり")),
        ({"end": "（写真はすべて提供）"}, None),
        ({"end": "（共同通信）"}, None),
        ({"end": "（敬称略）"}, None),
        ({"end": "（おわり）"}, None),
    ],
)
def test_japanese_reporters(more: dict[str, str], names: tuple[str, ...] | None) -> None:
    assert authors(story("二度満ちた潮", JAPANESE, **more)) == names


def test_a_reporters_line_does_not_replace_the_newsroom_that_json_ld_names() -> None:
    near = "<p>김하늘 기자</p>"
    head = "<title>두 번 찬 바다</title>" + news('"author": "편집부"')
    assert authors(page(f"<h1>두 번 찬 바다</h1>{near}{KOREAN * 4}", head)) == ("편집부",)


def test_reporters_of_other_articles_are_not_taken() -> None:
    others = "<aside class=related><p>박서준 기자</p></aside>"
    assert authors(story("두 번 찬 바다", KOREAN, near=others)) is None


def test_a_reporters_line_on_a_page_in_another_language_is_not_read() -> None:
    assert authors(article(below=PARAGRAPH + "<p>김하늘 기자</p>")) is None
