"""Furniture that only its words tell, in many languages, and the honest sentences beside it; what figures hold."""

from __future__ import annotations

import pytest

from crawler.parsers import parse_article

URL = "https://gazette.example/2025/08/09/bridge"
DAYS = ("first", "second", "third", "fourth", "fifth", "sixth")
PARAGRAPHS = [
    f"On the {day} of the month the council heard that the bridge would stay shut until its piers were mended."
    for day in DAYS
]
TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)

FURNITURE = [
    "CONTINUA DEPOIS DA PUBLICIDADE",
    "Tekst gaat verder onder de foto",
    "Artikkelen fortsetter under annonsen",
    "Článok pokračuje pod reklamou",
    "Straipsnis tęsiasi po reklamos",
    "Empfohlener redaktioneller Inhalt",
    "Schon gelesen?",
    "İLGİLİ HABERLER",
    "Прочетете още",
    "Прочитајте још",
    "Διαβάστε περισσότερα",
    "यह भी पढ़ें",
    "আরও পড়ুন",
    "อ่านข่าวที่เกี่ยวข้อง",
    "Tin liên quan",
    "請繼續往下閱讀",
    "함께 볼만한 뉴스",
    "بیشتر بخوانید",
    "קראו גם",
    "Baca juga: Jembatan ditutup sampai musim semi",
    "原标题：大桥封闭至夏天",
    "Фото: Сергей Лодочников",
    "Нашли ошибку? Выделите её и нажмите Ctrl+Enter",
    "Pressekontakt: Stadt Fulton, Telefon 0123 4567",
    "무단전재 및 재배포 금지",
    "Все права защищены.",
    "All rights reserved. This material may not be published, broadcast, rewritten or redistributed by anybody.",
    "An dieser Stelle findet ihr einen externen Inhalt von Instagram, der den Artikel ergänzt.",
    "If you enjoyed this piece – would you consider supporting our work? Just click here. Thanks!",
    "A post shared by Ada Holm (@adaholm) on Aug 9, 2025 at 9:24am PDT",
]
HONEST = [
    "Se också till att båten är väl förtöjd innan vinden vänder.",
    "Lee más de cien libros al año, y los presta a sus vecinos.",
    "Sigue a la espera de una respuesta del ayuntamiento de Fulton.",
    "También te puede pasar a ti, dijo el barquero a los viajeros.",
    "Te recomendamos cruzar antes de que suba la marea de la tarde.",
    "Das könnte sie teuer zu stehen kommen, sagte der Fährmann.",
    "Если вы заметили трещину в опоре, позвоните в городской совет.",
    "Присоединяйтесь к хору в субботу, он поёт у моста с полудня.",
    "Нагадаємо, що раніше міст уже зачиняли на ремонт у травні.",
    "Le tamen fluvius nomen dedit, ut in annalibus scriptum est.",
    "提供された資料によると、橋は夏まで閉鎖されるという。",
    "残り五つの橋脚は秋までに修理されると市は説明した。",
    "제보는 시청 홈페이지에서도 받고 있다고 담당자가 말했다.",
    "Did you spot the crack before the surveyors came, she asked.",
    "Fotografen kom sent till bron och fick vänta på färjan.",
    "She holds the rights to the song, and keeps them to herself.",
    "The company said that it had found an error in its own figures.",
]


def body_of(inside: str) -> str:
    page = f"<title>Bridge to shut</title><body><article><h1>Bridge to shut</h1>{TEXT}{inside}{TEXT_AFTER}</article>"
    return parse_article(page, URL).body


TEXT_AFTER = (
    "<p>The ferry will run every half an hour from the old quay, and bicycles will travel free of charge.</p>"
    "<p>Shopkeepers on both banks asked for lower rents until the traffic comes back across the river.</p>"
)


@pytest.mark.parametrize("line", FURNITURE)
def test_a_line_of_furniture_is_left_out_whatever_its_language(line: str) -> None:
    body = body_of(f"<p>{line}</p>")
    assert line not in body
    assert body.count("\n\n") == len(DAYS) + 1


@pytest.mark.parametrize("line", HONEST)
def test_a_sentence_that_begins_nearly_so_stays(line: str) -> None:
    assert line in body_of(f"<p>{line}</p>")


def test_what_a_figure_holds_beside_images_is_text_and_its_caption_is_not() -> None:
    body = body_of(
        '<figure class="wp-block-table"><table><tr><th>Pier</th><th>Cracks</th></tr><tr><td>East</td><td>41</td></tr>'
        "</table><figcaption>What the surveyors counted on both banks.</figcaption></figure>"
        '<figure class="highlight"><table><tr><td><pre>1\n2</pre></td><td><pre>open(gate)\nclose(gate)</pre></td></tr>'
        "</table></figure>"
    )
    assert "East | 41" in body
    assert "open(gate)\nclose(gate)" in body
    assert "1\n2" not in body
    assert "surveyors counted" not in body


def test_a_quote_in_a_figure_that_names_its_speaker_is_text() -> None:
    body = body_of(
        "<figure><blockquote>A river keeps its own calendar, and so do we.</blockquote>"
        "<figcaption>Lena Brandt, ferrywoman</figcaption></figure>"
    )
    assert "A river keeps its own calendar, and so do we." in body
    assert "Lena Brandt" not in body


@pytest.mark.parametrize(
    "figure",
    [
        '<figure class="wp-block-pullquote"><blockquote><p>{}</p><cite>Lena Brandt</cite></blockquote></figure>',
        '<figure class="wp-block-embed"><blockquote class="twitter-tweet"><p>{}</p></blockquote></figure>',
        "<figure><blockquote>{}</blockquote></figure>",
        "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
    ],
)
def test_what_else_a_figure_holds_is_not(figure: str) -> None:
    line = "A river keeps its own calendar, and so do we."
    assert line not in body_of(figure.format(line))


def test_a_figure_that_nobody_closed_does_not_take_the_article_with_it() -> None:
    page = (
        "<title>Bridge to shut</title><body><article><h1>Bridge to shut</h1><figure><img src=a.jpg>"
        f"<table><tr><th>Pier</th><th>Cracks</th></tr><tr><td>East</td><td>41</td></tr></table><figure>{TEXT}</article>"
    )
    body = parse_article(page, URL).body
    assert all(paragraph in body for paragraph in PARAGRAPHS)


def test_chapters_headed_by_h1_keep_their_headings() -> None:
    body = body_of(
        "<h1>1. The shops</h1><p>Two of the nine shops on the quay have closed since the spring.</p>"
    )
    assert "1. The shops" in body
    assert not body.startswith("Bridge to shut")


def test_a_pull_quote_is_told_though_its_last_sign_differs_and_a_name_stands_below_it() -> None:
    article = parse_article(
        f"<title>Bridge to shut</title><body><article><h1>Bridge to shut</h1>{TEXT}"
        '<p>"People do not detour for an inner tube," she said on the quay on Monday evening.</p>'
        "<blockquote><div>People do not detour for an inner tube.</div><div>Lena Brandt</div></blockquote>"
        f"{TEXT_AFTER}</article>",
        URL,
    )
    assert article.body.count("inner tube") == 1
    assert "Lena Brandt" not in article.body
    assert article.pull_quotes == ("People do not detour for an inner tube.",)


def test_a_text_set_as_headings_is_read_beside_a_footer_of_paragraphs() -> None:
    lines = [
        f"{paragraph} So it was said on the {bank} bank."
        for paragraph in PARAGRAPHS
        for bank in ("east", "west")
    ]
    text = "".join(f"<h2>{line}</h2>" for line in lines)
    footer = "".join(
        f"<p>Write to the Gazette at the old quay, it answers all letters within {n} days.</p>" for n in DAYS
    )
    page = f"<title>Bridge to shut</title><body><h1>Bridge to shut</h1><div>{text}</div><footer>{footer}</footer>"
    body = parse_article(page, URL).body
    assert all(line in body for line in lines)
    assert "Write to the Gazette" not in body
