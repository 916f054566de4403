"""Paywalls: a text that breaks off is kept, the notice below it is not, and the record says that it is not free."""

import pytest
from pages import news, page

from crawler.page import Page
from crawler.parsers.article import article_of

TEXT = (
    "<p>The harbour wall held through the night, and in the morning the fishermen counted their boats twice before "
    "they believed that all of them were there.</p>"
    "<p>Ada Holm, who keeps the tide tables of the port, had read the gauge at five and again at six, and wrote both "
    "figures down in pencil, since nobody would have believed her otherwise.</p>"
)


def story(below: str, head: str = "", lang: str = "en") -> Page:
    title = "<title>The tide that came twice</title>"
    body = f"<main><article><h1>The tide that came twice</h1>{TEXT}{below}</article></main>"
    return page(body + "<footer>© 2025 The Gazette</footer>", title + head, lang=lang)


@pytest.mark.parametrize(
    ("lang", "notice"),
    [
        ("en", "This article is for subscribers only."),
        ("en", "Subscribe to continue reading"),
        ("en", "To read the full story, log in or subscribe."),
        ("de", "Dieser Artikel ist nur für Abonnenten."),
        ("de", "Jetzt weiterlesen mit Abo"),
        ("fr", "Il vous reste 72 % de cet article à lire. La suite est réservée aux abonnés."),
        ("es", "Este contenido es exclusivo para suscriptores."),
        ("it", "Questo articolo è riservato agli abbonati."),
        ("pt", "Conteúdo exclusivo para assinantes."),
        ("nl", "Dit artikel is alleen voor abonnees."),
        ("sv", "Den här artikeln är för prenumeranter."),
        ("nb", "Artikkelen er kun for abonnenter."),
        ("fi", "Tämä artikkeli on vain tilaajille."),
        ("pl", "Artykuł tylko dla prenumeratorów."),
        ("cs", "Tento článek je určen pouze předplatitelům."),
        ("hu", "Ez a cikk csak előfizetőknek érhető el."),
        ("ru", "Материал доступен только подписчикам."),
        ("el", "Το άρθρο είναι διαθέσιμο μόνο για συνδρομητές."),
        ("tr", "Bu içerik yalnızca abonelere özeldir, devamı için üye olun."),
        ("ja", "この記事は有料会員限定です。"),
        ("ko", "이 기사는 유료 회원 전용입니다."),
        ("zh", "本文仅限订阅用户阅读。"),
    ],
)
@pytest.mark.parametrize("markup", ["<p>{}</p>", "<div class=offer-box><h3>{}</h3></div>", "<div>{}</div>"])
def test_a_notice_below_the_text_says_that_it_breaks_off(lang: str, notice: str, markup: str) -> None:
    article = article_of(story(markup.format(notice), lang=lang))
    assert article.is_accessible_for_free is False
    assert notice not in article.body
    assert article.body.startswith("The harbour wall") and article.body.endswith("otherwise.")


def test_a_way_in_may_stand_below_the_notice() -> None:
    below = "<div><p>You have read the first two paragraphs.</p></div>"
    box = "<div class=box><h3>To keep reading</h3><p>choose an offer</p><a href=/s>Subscribe</a></div>"
    assert article_of(story(box)).is_accessible_for_free is False
    assert article_of(story(below)).is_accessible_for_free is None


@pytest.mark.parametrize(
    "below",
    [
        "",
        "<p>Sign up for our newsletter.</p>",
        "<p>Subscribe to the Gazette.</p>",
        "<div class=advert>Advertisement. Scroll to continue reading.</div>",
        "<section id=comments><h2>Comments</h2><p>Commenting is for subscribers only.</p></section>",
        "<p>She said that the club was for members only in 1822, and that the harbour master of the day, who was no "
        "member, had to read his tide tables outside in the rain, which he did for eleven years without a word.</p>",
    ],
)
def test_an_offer_or_a_sentence_alone_says_nothing(below: str) -> None:
    assert article_of(story(below)).is_accessible_for_free is None


def test_an_article_on_subscribers_is_read_to_its_end() -> None:
    end = "The paper has said that its archive will be for subscribers only from January."
    article = article_of(story(f"<p>{end}</p>"))
    assert article.body.endswith(end)
    assert article.is_accessible_for_free is None


def test_what_the_page_declares_counts_for_more() -> None:
    notice = "<p>This article is for subscribers only.</p>"
    assert article_of(story(notice, news('"isAccessibleForFree": true'))).is_accessible_for_free is True
    found = article_of(story(notice)).provenance["is_accessible_for_free"]
    assert (found.source, found.confidence) == ("rule", 0.8)
