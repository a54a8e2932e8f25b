"""What is judged: a result and what it was made of, each parsed once, when someone asks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from agentfs.merge.verify.inputs.things import Things
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.profile import Profile

LARGEST: Final = 1 << 18
"""Bytes of a text that is gone through entry by entry."""


class Changed(NamedTuple):
    """What a side did to base, as lines wherever they are."""

    more: Counter[bytes]
    """Those that it has more often, and by how much."""
    less: Counter[bytes]


@dataclass(frozen=True)
class Judged:
    """Raises GrammarMissing where trees are asked for; only of a language with a grammar."""

    inputs: tuple[bytes, bytes, bytes]
    """Base, left and right."""
    result: bytes
    profile: Profile

    @property
    def texts(self) -> tuple[bytes, bytes, bytes, bytes]:
        return (*self.inputs, self.result)

    @property
    def is_large(self) -> bool:
        """Whether it would take too long to go through all that the texts state."""
        return max(map(len, self.texts)) > LARGEST

    @cached_property
    def stated(self) -> Things:
        """By the result."""
        return self._things(self.result)

    @cached_property
    def known(self) -> tuple[Things, Things, Things]:
        """What the inputs state."""
        base, left, right = map(self._things, self.inputs)
        return base, left, right

    @cached_property
    def changed(self) -> tuple[Changed, Changed]:
        """By left and by right."""
        base, left, right = (Counter(text.split(b"\n")) for text in self.inputs)
        return Changed(left - base, base - left), Changed(right - base, base - right)

    def _things(self, text: bytes) -> Things:
        return Things(text, parse_tree(self.profile.grammar, text), self.profile)
