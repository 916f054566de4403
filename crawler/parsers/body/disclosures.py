"""Disclosures: what a page says about its own text, links and readers, as data by language.

Notes that a link earns a commission, that a machine translated, questions whether the article was useful, calls to
follow or to write. They stand among the paragraphs and are set as these are, so that only their words tell them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from crawler.parsers.body.lines import INVITATIONS
from crawler.parsers.body.phrases import phrases_of
from crawler.parsers.body.segmentation import Block
from crawler.parsers.finder import Finder
from crawler.text import fold

DISCLOSURES: dict[str, str] = {
    "en": """affiliate link|affiliate commission|may earn a commission|may earn commission|earn an affiliate|
        earn a small commission|may receive compensation|may receive a commission|independently selected by our|
        was this article helpful|was this article useful|did you find this article|machine translat|
        letter to the editor|submit your letter|for the latest news and|for the latest stories and|follow us on|
        download our app|in our app|you can follow any responses to this entry|
        bookmark the permalink|both comments and pings are""",
    "de": """affiliate-link|affiliate link|partnerlink|werbelinks|enthält werbung|erhalten wir eine provision|
        bekommen wir eine provision|kommt darüber ein einkauf|war der artikel nützlich|war dieser artikel hilfreich|
        maschinelle übersetzung|automatisch übersetzt|beachten sie, dass ihre kommentare|dass ihre kommentare themen|
        könnte dich auch interessieren|könnte sie auch interessieren|leserbrief an die redaktion|
        kommentare zu diesem eintrag|kommentare zu diesen eintrag|lesezeichen auf den permalink""",
    "fr": """lien affilié|liens affiliés|liens d'affiliation|cet article vous a-t-il|traduction automatique|
        suivre les réponses à cet article|ajoutez ce permalien""",
    "es": """enlace de afiliado|enlaces de afiliado|comisión de afiliado|te ha resultado útil|traducción automática|
        síguenos en|guarda el enlace permanente""",
    "it": """link di affiliazione|link affiliati|potremmo ricevere una commissione|seguici su|
        contrassegna il permalink""",
    "pt": "link de afiliado|links de afiliados|receber uma comissão|siga-nos no",
    "nl": "affiliatelink|affiliate-link|wij ontvangen een commissie|volg ons op",
    "sv": "annonslänk|affiliatelänk|maskinöversatt",
    "da": "affiliatelink|annoncelink|maskinoversat",
    "no": "annonselenke|affiliatelenke|laget av chatgpt",
    "pl": "link afiliacyjny|linki afiliacyjne|zapraszamy do subskrypcji",
}
# What blogs set below an entry: 'This entry was posted in Tides by Ada Holm and tagged boats.'
ENTRY_BEGINNINGS: Final = (
    "this entry was", "dieser beitrag wurde", "dieser eintrag wurde", "der beitrag wurde", "cet article a été",
    "cette entrée a été", "esta entrada ", "questa voce è", "dit bericht ",
)  # fmt: skip
ENTRY_NOTE: Final = re.compile(
    r"this entry was (?:posted|published) (?:in|on|by|under)\b"
    r"|(?:dieser|der) (?:beitrag|eintrag) wurde (?:(?:vor )?am .{3,60}\bveröffentlicht\b|veröffentlicht (?:in|unter) "
    r"|unter .{1,160}\b(?:abgelegt|gespeichert|veröffentlicht)\b)"
    r"|cet article a été publié .{3,80}\bclassé|cette entrée a été publiée dans "
    r"|esta entrada (?:fue|ha sido) publicada (?:en|el) |esta entrada foi publicada em "
    r"|questa voce è stata pubblicata in "
    r"|dit bericht (?:is|werd) geplaatst (?:in|op) \w+ ?\d"
)
LONGEST_DISCLOSURE: Final = 450
"""Letters; a longer block that speaks of such things is an article's."""

_PHRASES: Final = Finder(phrases_of(DISCLOSURES))
_APPEALS: Final = Finder(phrases_of(DISCLOSURES) | phrases_of(INVITATIONS))


def is_disclosure(text: str, folded: str | None = None) -> bool:
    """Tell whether a short block speaks of the page instead of the story.

    >>> is_disclosure("If you buy through a link we may earn a commission."), is_disclosure("She earned a living.")
    (True, False)
    """
    if len(text) > LONGEST_DISCLOSURE:
        return False
    line = fold(text) if folded is None else folded
    return _PHRASES.found_in(line)


def is_entry_note(text: str, folded: str | None = None) -> bool:
    """Tell whether a block is the note that a blog sets below an entry: when it appeared, and under what.

    >>> is_entry_note("This entry was posted in Tides by Ada"), is_entry_note("This entry was a mistake")
    (True, False)
    """
    if len(text) > LONGEST_DISCLOSURE:
        return False
    line = fold(text) if folded is None else folded
    return line.startswith(ENTRY_BEGINNINGS) and ENTRY_NOTE.match(line) is not None


def appealing(blocks: Iterable[Block]) -> frozenset[int]:
    """Return the indexes of the blocks that hold a phrase of disclosures or invitations (`lines.is_invitation`)."""
    asked = [block for block in blocks if len(block.text) <= LONGEST_DISCLOSURE]
    return frozenset([asked[place].index for place in _APPEALS.which([block.folded for block in asked])])
