"""Language: the page is believed unless its text says otherwise; a page that says nothing has its text's."""

import pytest
from pages import page

from crawler.parsers.article import article_of
from crawler.parsers.found import Found
from crawler.parsers.language import settled_language
from crawler.parsers.text_dump import parse_text_dump

TEXTS = {
    "en": "The harbour wall held through the night, and in the morning the fishermen counted their boats twice before "
    "they believed that all of them were there, tied up where they had been left on the evening before.",
    "de": "Die Hafenmauer hat in der Nacht gehalten, und am Morgen zählten die Fischer ihre Boote zweimal, bevor sie "
    "glaubten, dass alle noch da waren, festgemacht an der Stelle, an der sie am Abend gelegen hatten.",
    "es": "El muro del puerto aguantó toda la noche, y por la mañana los pescadores contaron sus barcas dos veces antes "
    "de creer que todas seguían allí, amarradas donde las habían dejado la tarde anterior.",
    "pt": "O muro do porto aguentou toda a noite, e de manhã os pescadores contaram os seus barcos duas vezes antes de "
    "acreditarem que estavam todos ali, amarrados onde os tinham deixado na tarde anterior.",
    "ro": "Zidul portului a rezistat toată noaptea, iar dimineața pescarii și-au numărat bărcile de două ori înainte să "
    "creadă că toate erau acolo, legate la locul în care le lăsaseră cu o seară înainte.",
    "tr": "Liman duvarı gece boyunca dayandı ve sabah balıkçılar, teknelerin hepsinin bir akşam önce bağlandıkları yerde "
    "durduğuna inanmadan önce onları iki kez saydılar.",
    "ja": "港の壁は一晩じゅう持ちこたえ、朝になると漁師たちは船を二度数えてから、前の晩につないだ場所に全部そろっていると信じた。"
    "その日のうちに潮は二度満ちたが、誰もそれを見ていなかった。",
}


def text(language: str, letters: int = 900) -> str:
    sentence = TEXTS[language]
    return " ".join([sentence] * (1 + letters // len(sentence)))


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_that_says_nothing_has_its_texts_language(language: str) -> None:
    found = settled_language(None, text(language))
    assert found is not None
    assert (found.value, found.source) == (language, "text")


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_whose_text_bears_it_out_is_believed_as_it_says_it(language: str) -> None:
    said = Found(f"{language}-XX", "dom", 0.97)
    assert settled_language(said, text(language)) is said


@pytest.mark.parametrize(
    ("said", "written"),
    [("en-US", "de"), ("en", "ro"), ("de", "en"), ("es", "pt"), ("en-GB", "ja"), ("ja", "tr")],
)
def test_a_templates_language_is_overruled(said: str, written: str) -> None:
    found = settled_language(Found(said, "dom", 0.97), text(written))
    assert found is not None
    assert (found.value, found.source) == (written, "text")


@pytest.mark.parametrize(
    "doubtful",
    [
        "",
        TEXTS["de"][:120],
        text("de") + " " + text("es"),
        "Ada Holm, Jo Marsh, Ida Moll, Rhona Leck. " * 30,
        "4 : 2 ! " * 200,
    ],
    ids=["no text", "a short text", "two languages", "names", "figures"],
)
def test_a_doubtful_text_overrules_nobody(doubtful: str) -> None:
    said = Found("en", "dom", 0.97)
    assert settled_language(said, doubtful) is said


def test_too_little_text_has_no_language() -> None:
    assert settled_language(None, "Ada Holm") is None


def test_languages_that_are_written_alike_are_the_pages_choice() -> None:
    said = Found("nb-NO", "dom", 0.97)
    norwegian = (
        "Havnemuren holdt gjennom natten, og om morgenen telte fiskerne båtene sine to ganger før de trodde at alle "
        "sammen var der, fortøyd der de hadde blitt lagt kvelden før. Ingen på kaia kunne huske noe lignende. "
    ) * 4
    assert settled_language(said, norwegian) is said


def test_the_article_says_what_its_text_is_written_in() -> None:
    paragraphs = "".join(f"<p>{TEXTS['de']} Das war am {day}. Tag.</p>" for day in range(6))
    found = article_of(page(f"<main><h1>Die Flut, die zweimal kam</h1>{paragraphs}</main>", lang="en"))
    assert found.language == "de"
    assert found.provenance["language"].source == "text"


def test_a_text_dump_says_it_for_languages_without_a_table_of_words() -> None:
    assert parse_text_dump(f"Zidul a rezistat\n\n{text('ro')}").language == "ro"
