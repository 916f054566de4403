"""Notices: whose a page is, and what the program that made it had to say; set as paragraphs, and no text of anybody."""

from __future__ import annotations

import re

from crawler.parsers.body.line_words import RESERVED_RIGHTS
from crawler.parsers.body.phrases import phrases_of
from crawler.parsers.finder import Finder
from crawler.text import fold

LONGEST_NOTICE = 160
"""Characters; a longer one is a paragraph."""
# '© 2020', '© Gazette 2020', 'COPYRIGHT© Gazette. ALL RIGHTS RESERVED'
RIGHTS = re.compile(
    r"©.{0,40}\b(?:19|20)\d\d\b|\b(?:19|20)\d\d\b.{0,12}©|copyright\s?©|©.{0,60}rights reserved",
    re.IGNORECASE,
)
LONGEST_RESERVATION = 110
"""Characters; a longer line without the sign speaks of rights in a sentence."""
_RESERVED = Finder(phrases_of(RESERVED_RIGHTS))
# As PHP prints what it has to say: 'Warning: … in /srv/www/post.php on line 12'
# (https://www.php.net/manual/en/errorfunc.constants.php).
PROGRAM_BEGINNINGS = (
    "Warning: ", "Notice: ", "Deprecated: ", "Strict Standards: ", "Fatal error: ", "Parse error: ", "PHP Warning: ",
)  # fmt: skip
PROGRAM_MESSAGE = re.compile(r"\bin \S+ on line \d+\s*$")
# Where the place that a message names stands, from its end.
LONGEST_MESSAGE_END = 300


def is_rights_notice(text: str) -> bool:
    """Tell whether a line says whose the page is: a sign of copyright with a year, in any language.

    >>> is_rights_notice("Sva prava zadržana. Gazette © 2020 Gazette, Inc."), is_rights_notice("A copyright of 1811")
    (True, False)
    """
    return "©" in text and len(text) <= LONGEST_NOTICE and RIGHTS.search(text) is not None


def reserves_rights(text: str, folded: str | None = None) -> bool:
    """Tell whether a line says that all rights are reserved, without a sign of copyright.

    >>> reserves_rights("Все права защищены."), reserves_rights("Her rights")
    (True, False)
    """
    if len(text) > LONGEST_RESERVATION:
        return False
    return _RESERVED.found_in(fold(text) if folded is None else folded)


def is_program_message(text: str) -> bool:
    """Tell whether a line is a message of the program that made the page, which its maker did not mean to print.

    >>> is_program_message("Notice: Undefined index: id in /srv/www/post.php on line 12")
    True
    """
    return (
        text.startswith(PROGRAM_BEGINNINGS)
        and PROGRAM_MESSAGE.search(text[-LONGEST_MESSAGE_END:]) is not None
    )
