"""Language of a text: its paragraphs in, a BCP 47 tag out, by a detector, by script and by common small words."""

from __future__ import annotations

import re
from typing import Final

from crawler.parsers.language_detector import SURE, detected

# Words that are frequent in one language and rare in its neighbours.
SMALL_WORDS: Final[dict[str, str]] = {
    "en": "the and of to was that with for his her has have from which they their this were been not would",
    "de": "der die das und ist nicht von mit den dem ein eine auch sich auf im wurde werden hat für aber noch",
    "fr": "le les des et est une dans du que pour pas sur qui au avec ce il elle ont été sont mais aux",
    "es": "el los las y es una en del que por con para se su como más pero fue sus ha también hasta",
    "it": "il di che e è una del della per non con sono gli nel alla dei ha anche più si delle ma",
    "pt": "o os as e é uma em do da que não com para no na dos das mais foi seu sua pelo ao também",
    "nl": "de het een en van is dat op te niet met voor zijn aan er ook maar bij door worden naar",
    "sv": "och att det som en på är av för den med inte har till om ett var men från efter",
    "da": "og det at en er på til af den med ikke som har de et blev fra efter også blive",
    "no": "og det er i på til som en av ikke med har de et ble fra etter også være ikke",
    "pl": "i w na z się nie do że jest to o od po jak za przez dla są był oraz",
}
# Scripts that one language of the press writes; kana before the characters that it shares.
SCRIPTS: Final = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("uk", re.compile(r"[іїєґ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
# One look for any of them first: most texts have none.
OF_SCRIPTS: Final = re.compile(r"[\u0370-\u06ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
# Words of letters; in a text of ASCII and in lower case the second pattern finds the same, and sooner.
WORD, ASCII_WORD = re.compile(r"[^\W\d_]+"), re.compile(r"[a-z]+")
MAX_CHARS: Final = 2_000
# Of a text's characters, the least that a script must have; of its words, the least that must be small words.
SCRIPT_SHARE: Final = 0.1
WORD_SHARE: Final = 0.08
MIN_WORDS: Final = 30

_LANGUAGES: Final[dict[str, list[str]]] = {}
for _language, _words in SMALL_WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES.setdefault(_word, []).append(_language)


def guess_language(text: str) -> str | None:
    """Return the language that a text is written in, None when it is too short to say.

    The detector where it is sure, else the text's script or small words.

    >>> guess_language("Die Fähre fährt wieder, und das ist für die Insel nicht wenig.")
    'de'
    """
    found = detected(text)
    return found.language if found and found.score >= SURE else language_by_words(text)


def language_by_words(text: str) -> str | None:
    """Return a text's language by its script or its small words, None when it is too short or in none of those known.

    >>> language_by_words("Die Fähre fährt wieder, und das ist für die Insel nicht wenig. " * 4)
    'de'
    """
    text = text[:MAX_CHARS].casefold()
    if not text.isascii() and OF_SCRIPTS.search(text):
        for language, script in SCRIPTS:
            if len(script.findall(text)) > SCRIPT_SHARE * len(text) * (
                0.1 if language in ("ja", "uk") else 1
            ):
                return language
    found = (ASCII_WORD if text.isascii() else WORD).findall(text)
    if len(found) < MIN_WORDS:
        return None
    counts: dict[str, int] = {}
    for word in found:
        if word in _LANGUAGES:
            for language in _LANGUAGES[word]:
                counts[language] = counts.get(language, 0) + 1
    best = sorted(((count, language) for language, count in counts.items()), reverse=True)[:2]
    if not best or best[0][0] < WORD_SHARE * len(found) or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]
