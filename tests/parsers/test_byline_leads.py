"""Byline leads: every word that opens a byline is known as one, however it is written."""

import pytest

from crawler.parsers.byline_leads import begins_with_lead, is_led, without_lead

LEADS = """Written by|Posted by|Published by|Reported by|Story by|Text by|Words by|Review by|Analysis by|Opinion by
Interview by|Article by|Report by|Photo by|Photographs by|Ein Beitrag von|Ein Gastbeitrag von|Gastkommentar von
Kommentar von|Artikel von|Kolumne von|Geschrieben von|Verfasst von|Veröffentlicht von|Erstellt von|Publié par|Écrit par
Escrito por|Publicado por|Scritto da|Text und Fotos:|Mehr Artikel von|Alle Beiträge von|More articles by|All posts by
Von|Vom|Par|Por|Di|By|Door|Af|Av|Przez|Oleh|A cura di|Propos recueillis par|Skrevet av|Escribe|Rédigé par|Texto de
Autor:|Autorin:|Author:|Auteur:|Autore:|Redakteurin:|Text:|Texto:|Foto:|Författare:|Penulis:|Interview:|Reportage:
Kolumne:|Protokoll:|Quelle:|Автор:|Текст:|Authors|BY|von|© By"""


@pytest.mark.parametrize("lead", LEADS.replace("\n", "|").split("|"))
def test_lead_is_found_and_taken_off(lead: str) -> None:
    assert begins_with_lead(f"{lead} Ada Holm")
    assert without_lead(f" {lead} Ada Holm") == "Ada Holm"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Posted on August 9, 2025 by Ada Holm", "Ada Holm"),
        ("9. August 2025 von Ada Holm", "Ada Holm"),
        ("Published Saturday, the ninth of August 2025, in Leeds by Ada Holm", "Ada Holm"),
    ],
)
def test_lead_stands_behind_a_date(line: str, name: str) -> None:
    assert is_led(line)
    assert without_lead(line) == name


@pytest.mark.parametrize("line", ["The tide", "Moved by the tide", "Byzantium fell", "5 boats", ""])
def test_other_lines_have_none(line: str) -> None:
    assert not is_led(line)
    assert without_lead(line) == line
