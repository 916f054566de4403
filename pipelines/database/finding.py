"""What a check of the file found: the type that checks give and `doctor` shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["ok", "note", "problem"]
"""`ok`; `note`: worth knowing, nothing is wrong; `problem`: something is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The result of one check."""

    check: str
    """Its name. Example: `full-text index`."""
    state: State
    what: str
    """What was found, for a person. Example: `12 articles are not in it`."""
    advice: str | None = None
    """What to do."""
    is_fixable: bool = False
    """Whether `mend` can put it right without losing anything."""

    @property
    def is_loss(self) -> bool:
        """Whether pages or tables are lost, on which all that could be rebuilt would build."""
        return self.check in {"pages", "schema"} and self.state == "problem" and not self.is_fixable


# What `--fix` is called by in an advice.
FIX = "`copydesk doctor --fix` puts it right"


def sound(check: str, what: str) -> Finding:
    """Return that all is well."""
    return Finding(check=check, state="ok", what=what)


def note(check: str, what: str, advice: str | None = None, *, is_fixable: bool = False) -> Finding:
    """Return something that is worth knowing."""
    return Finding(check=check, state="note", what=what, advice=advice, is_fixable=is_fixable)


def fixable(check: str, what: str) -> Finding:
    """Return a problem that `mend` puts right."""
    return Finding(check=check, state="problem", what=what, advice=FIX, is_fixable=True)


def problem(check: str, what: str, advice: str) -> Finding:
    """Return a problem that a person must deal with."""
    return Finding(check=check, state="problem", what=what, advice=advice)
