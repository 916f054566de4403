"""Disclosures: what a page says about its own text, links and readers, as data by language.

Notes that a link earns a commission, that a machine translated, questions whether the article was useful, calls to
follow or to write. They stand among the paragraphs and are set as these are, so that only their words tell them.
"""

from __future__ import annotations

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
        download our app|in our app|this entry was posted|you can follow any responses to this entry|
        bookmark the permalink|both comments and pings are""",
    "de": """affiliate-link|affiliate link|partnerlink|werbelinks|enthält werbung|erhalten wir eine provision|
        bekommen wir eine provision|kommt darüber ein einkauf|war der artikel nützlich|war dieser artikel hilfreich|
        maschinelle übersetzung|automatisch übersetzt|beachten sie, dass ihre kommentare|dass ihre kommentare themen|
        könnte dich auch interessieren|könnte sie auch interessieren|leserbrief an die redaktion|
        dieser eintrag wurde veröffentlicht|kommentare zu diesem eintrag|kommentare zu diesen eintrag|
        lesezeichen auf den permalink|dieser beitrag wurde unter|dieser beitrag wurde veröffentlicht in""",
    "fr": """lien affilié|liens affiliés|liens d'affiliation|cet article vous a-t-il|traduction automatique|
        suivre les réponses à cet article|cette entrée a été publiée|ajoutez ce permalien""",
    "es": """enlace de afiliado|enlaces de afiliado|comisión de afiliado|te ha resultado útil|traducción automática|
        síguenos en|esta entrada fue publicada|esta entrada ha sido publicada|guarda el enlace permanente""",
    "it": """link di affiliazione|link affiliati|potremmo ricevere una commissione|seguici su|
        questa voce è stata pubblicata|contrassegna il permalink""",
    "pt": "link de afiliado|links de afiliados|receber uma comissão|siga-nos no|esta entrada foi publicada",
    "nl": "affiliatelink|affiliate-link|wij ontvangen een commissie|volg ons op|dit bericht is geplaatst",
    "sv": "annonslänk|affiliatelänk|maskinöversatt",
    "da": "affiliatelink|annoncelink|maskinoversat",
    "no": "annonselenke|affiliatelenke|laget av chatgpt",
    "pl": "link afiliacyjny|linki afiliacyjne|zapraszamy do subskrypcji",
}
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


def appealing(blocks: Iterable[Block]) -> frozenset[int]:
    """Return the indexes of the blocks that hold a phrase of disclosures or invitations (`lines.is_invitation`)."""
    asked = [block for block in blocks if len(block.text) <= LONGEST_DISCLOSURE]
    return frozenset([asked[place].index for place in _APPEALS.which([block.folded for block in asked])])
