"""What a merge of trees makes, before it is text: nodes of known kind, and what is undecided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agentfs.model.conflicts import ConflictKind


@dataclass(frozen=True, slots=True)
class Undecided:
    """A place where the sides have what cannot be merged: not in whole lines yet."""

    base: bytes
    left: bytes
    right: bytes
    kind: ConflictKind = ConflictKind.EDIT_EDIT
    reason: str = ""
    prose: bool = False
    """Whether these are comments."""


@dataclass(frozen=True, slots=True)
class Made:
    """A node of the merged tree: texts, which are gaps, between nodes and what is undecided.

    One that is `whole` was taken or merged as text; it must be one node of that type again.
    """

    type: str
    parts: tuple[Part, ...]
    whole: bool = False

    @property
    def decided(self) -> bool:
        return not any(isinstance(part, Undecided) for part in flat(self))


Part = bytes | Made | Undecided


def flat(made: Made) -> Iterator[bytes | Undecided]:
    waiting: list[Part] = [made]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Made):
            waiting += reversed(part.parts)
        else:
            yield part


def text_of(made: Made) -> bytes:
    """Only for what is decided."""
    return b"".join(part for part in flat(made) if isinstance(part, bytes))
