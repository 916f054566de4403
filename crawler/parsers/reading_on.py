"""Invitations to read on: a description that ends with one in; without it out. Pure."""

from __future__ import annotations

import re

# What programs that cut a text off put behind it, a line a group of languages.
INVITATIONS = """
read more|read on|read full article|read full story
click to read more|click here to read more|tap to read more|tap here to read more
weiterlesen|weiter lesen|mehr lesen|jetzt lesen|lees meer|lees verder|läs mer|läs hela|les mer|læs mere|lue lisää
lire la suite|lire plus|leggi tutto|leggi di più|continua a leggere|leer más|seguir leyendo|sigue leyendo|ler mais
leia mais|continue lendo|llegir més|citește mai mult|czytaj więcej|czytaj dalej|číst dál|číst více|čítať ďalej
tovább olvasom|devamını oku|baca selengkapnya|baca selanjutnya|xem thêm|διαβάστε περισσότερα
читать далее|читать дальше|подробнее|читати далі|детальніше|اقرأ المزيد|বিস্তারিত|続きを読む|阅读更多|阅读全文|더 보기
"""
IN_SQUARE_BRACKETS = "details"
INVITATION = re.compile(
    rf"(?<!\w)(?P<open>[\[(（【]?)(?P<said>{INVITATIONS.strip().replace(chr(10), '|')}|{IN_SQUARE_BRACKETS})"
    r"(?P<close>[\])）】]?)[\s.!:]*(?P<arrow>[»›→⟶>]*)\s*$",
    re.IGNORECASE,
)
CUTS = ("…", "...", "[…]", "[...]")
# 'puzzle the … Continue reading The tide': the headline follows.
CONTINUED = re.compile(r"(…|\.\.\.|\[(?:…|\.\.\.)\])\s*continue reading\b.*$", re.IGNORECASE | re.DOTALL)
SENTENCE_ENDS = ".!?。！？।؟;"
# So many characters from the end one may begin.
LONGEST = 250
# Hardly any description ends in a phrase of these, what may stand behind it taken off; that is seen in a tenth of the
# time that the pattern takes. To a pattern that ignores case, 'ı' is 'i'.
PHRASES = tuple(
    said.replace("ı", "i")
    for said in (*INVITATIONS.strip().replace("\n", "|").split("|"), IN_SQUARE_BRACKETS)
)
BEHIND = "".join(filter(str.isspace, map(chr, range(0x3001)))) + ".!:»›→⟶>])）】"
CONTINUES = "continue reading"


def without_invitation(text: str) -> str:
    """Return a description without the invitation to read on that it ends with; nothing where it is no more than one.

    >>> without_invitation("Two floods in one night puzzle the … Read more »")
    'Two floods in one night puzzle the …'
    >>> without_invitation("Why children should read more")
    'Why children should read more'
    """
    if not _may_invite(text):
        return text.rstrip()
    head, tail = text[:-LONGEST], text[-LONGEST:]
    tail = CONTINUED.sub(r"\1", tail)
    found = INVITATION.search(tail)
    if found and _invites(found, (head + tail[: found.start()]).rstrip()):
        tail = tail[: found.start()]
    return (head + tail).rstrip()


def is_invitation(text: str) -> bool:
    """Tell whether a text is an invitation to read on and no more.

    >>> is_invitation("Read More »"), is_invitation("Why children should read more")
    (True, False)
    """
    return INVITATION.fullmatch(text.strip()) is not None


def _may_invite(text: str) -> bool:
    end = text[-LONGEST:].lower().replace("i\u0307", "i")
    return CONTINUES in end or end.rstrip(BEHIND).replace("ı", "i").endswith(PHRASES)


def _invites(found: re.Match[str], before: str) -> bool:
    """Tell whether words invite to read on; within a sentence the same words are a part of it."""
    said, is_bracketed = found["said"], bool(found["open"] and found["close"])
    if said.lower() == IN_SQUARE_BRACKETS:
        return found["open"] == "["
    if is_bracketed or found["arrow"] or not before or before.endswith(CUTS):
        return True
    # A new sentence; scripts without capitals have no other sign of it.
    return before.endswith(tuple(SENTENCE_ENDS)) and said[0] == said[0].upper()
