"""Share bars: a line in, whether it names nothing but services to pass the page on out."""

from __future__ import annotations

import re
from typing import Final

SHARE: Final = frozenset(
    """facebook x twitter reddit whatsapp linkedin pinterest telegram email e-mail mail print copy link bluesky
        threads mastodon xing messenger flipboard pocket tumblr share teilen partager compartir condividi
        compartilhar partilhar delen tweet post sms line vk bsky instagram youtube tiktok save drucken imprimer
        imprimir stampa afdrukken comments signal google news url linkedin kopieren copier copiar copia kopiëren
        lien enlace gmail snapchat more on via""".split()
)


# Names that stand in a row of elements with nothing between them: 'FacebookXReddit'.
_JOINED: Final = re.compile(
    r"(?:facebook|twitter|x|reddit|whatsapp|linkedin|pinterest|telegram|e-?mail|bluesky|threads|xing|print){2,}"
)


def is_share_bar(line: str) -> bool:
    """Tell whether every word of a line names a service or a way to pass the page on.

    >>> is_share_bar("Facebook X Reddit"), is_share_bar("FacebookXReddit"), is_share_bar("X marks the spot")
    (True, True, False)
    """
    if line.endswith((".", "!", "?")):
        return False
    if " " not in line:
        return _JOINED.fullmatch(line.casefold()) is not None
    found = line.casefold().replace("|", " ").replace("·", " ").replace(",", " ").split()
    return 0 < len(found) <= 16 and all(
        word.strip("•-–:") in SHARE or not word.strip("•-–:") for word in found
    )
