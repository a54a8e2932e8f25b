"""What the verifier says about a result: values, in words that a person can act on."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class FindingKind(enum.Enum):
    LOST = "lost"
    """A side added it, or both kept it, and it is not there."""
    RETURNED = "returned"
    """A side deleted it, and it is there."""
    INVENTED = "invented"
    """No input has it, or none has it there."""
    DOUBLED = "doubled"
    """A definition, import, key or case label stands there more often than in any input."""
    BROKEN = "broken"
    """A syntax error that no input has."""
    TORN = "torn"
    """What a side put in as one piece is in pieces, or stands somewhere else."""
    MISCOUNTED = "miscounted"
    """It is there, but not as often as the sides ask."""
    UNDEFINED = "undefined"
    """It is mentioned, but a side took away what it is."""


@dataclass(frozen=True, slots=True)
class Finding:
    kind: FindingKind
    what: str
    """The words that it is about, or a name; short."""
    line: int
    """In the result, from 1.  For what is lost: the line that it is missing before."""
    reason: str
    """One line, in plain words."""


def unbound(name: str, line: int) -> Finding:
    """`line`: where it is used."""
    reason = f"the result uses `{name}`, which nothing in it defines any more"
    return Finding(FindingKind.UNDEFINED, name, line, reason)
