"""What a call is of: whether that is a type, or a variable that the text says is of it.

Told by the nearest place before the call where the variable gets a type or a value, by conventions
that languages share: ``Type name``, ``name: Type``, ``name *Type``, ``name = Type…``.
"""

from __future__ import annotations

import re
from typing import Final

from agentfs.merge.verify.inputs.things import Location
from agentfs.syntax.naming import definition_key
from agentfs.syntax.profile import Profile

NEAR: Final = 80
"""Bytes before a name that may say what it is of."""
_FAR: Final = 20_000
"""Bytes before a call in which its variable may be declared."""
_BEFORE: Final = re.compile(rb"(?<![\w$.>:)\]@])([A-Za-z_$][\w$]*)\s*(?:\.|->|::)\s*\Z")
_DECLARED: Final = (
    rb"(?<![\w.])(?!(?:return|else|in|new|delete|goto|throw|await|case|const|let|var|mut|final|val)\b)"
    rb"([A-Za-z_]\w*)(?:<[^<>\n]*>)?[ \t&*]+%b(?=\s*[;,)=({])"
    rb"|(?<![\w.$])%b(?:\s*:?=(?!=)|\s*:|[ \t]+(?=[*&A-Za-z]))[&*\s]*"
    rb"(?:(?:mut|const|new|try|await)\s+)*(?!in\b)([A-Za-z_]\w*)"
)


def owner_of(at: Location, profile: Profile) -> bytes:
    """The type that a function is a member of; empty if it is of none."""
    owner = definition_key(at.node, profile).rpartition(".")[0]
    up = at.up
    while not owner and up is not None:
        owner = definition_key(up.node, profile) if up.node.type in profile.inside else ""
        up = up.up
    return owner.rpartition(".")[2].encode("utf-8", "replace")


def variable_before(text: bytes, at: int) -> bytes:
    """The name before the dot before `at`; empty if that is something else."""
    found = _BEFORE.search(text, max(0, at - NEAR), at)
    return found[1] if found else b""


def is_of(owner: bytes, text: bytes, at: int) -> bool:
    """Whether the variable before `at` was last said to be of that type."""
    name = variable_before(text, at)
    if not name or not owner:
        return False
    word = re.escape(name)
    last = b""
    for found in re.finditer(_DECLARED % (word, word), text[max(0, at - _FAR) : at]):
        last = found[1] or found[2]
    return last == owner
