"""Invitations to read on: a description that ends with one in; without it out. Pure."""

from __future__ import annotations

import re

# What programs that cut a text off put behind it, a line a group of languages, folded to lower case.
INVITATIONS = """
read more|read on|read full (?:article|story)|(?:click|tap) (?:here )?to read more
weiterlesen|weiter lesen|mehr lesen|jetzt lesen|lees meer|lees verder|läs mer|läs hela|les mer|læs mere|lue lisää
lire la suite|lire plus|leggi tutto|leggi di più|continua a leggere|leer más|seguir leyendo|sigue leyendo|ler mais
leia mais|continue lendo|llegir més|citește mai mult|czytaj więcej|czytaj dalej|číst dál|číst více|čítať ďalej
tovább olvasom|devamını oku|baca selengkapnya|baca selanjutnya|xem thêm|διαβάστε περισσότερα
читать далее|читать дальше|подробнее|читати далі|детальніше|اقرأ المزيد|বিস্তারিত|続きを読む|阅读更多|阅读全文|더 보기
"""
PHRASES = INVITATIONS.strip().replace("\n", "|")
# Within a sentence the same words are words: behind it they stand after a mark, before an arrow, or in brackets.
ARROW = r"\s*(?:»|›|→|⟶|>+|\.\.\.|…)"
INVITATION = re.compile(
    rf"(?:\s*[\[(](?:{PHRASES}|details)[\])]|(?<=[.…!?)\]”»])\s*(?:{PHRASES})[\s:!.]*|\s+(?:{PHRASES}){ARROW})\W*$",
    re.IGNORECASE,
)
# 'Continue reading' has the headline behind it.
CONTINUED = re.compile(r"(?<=[.…!?)\]])\s*continue reading\b.*$", re.IGNORECASE | re.DOTALL)
# In capitals at its words' beginnings it is the name of a button, wherever it stands.
BUTTON = re.compile(r"\s(?:Read More|READ MORE|Read On)$")

# So many characters from the end one may begin.
LONGEST = 250


def without_invitation(text: str) -> str:
    """Return a description without the invitation to read on that it ends with.

    >>> without_invitation("Two floods in one night puzzle the … Read more »")
    'Two floods in one night puzzle the …'
    >>> without_invitation("There is more to the tide than we read more than once.")
    'There is more to the tide than we read more than once.'
    """
    head, tail = text[:-LONGEST], text[-LONGEST:]
    for pattern in (INVITATION, CONTINUED, BUTTON):
        tail = pattern.sub("", tail)
    return (head + tail).rstrip()
