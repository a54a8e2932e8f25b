"""What a three-way merge makes: a text, of which regions may be undecided.

Rendering with conflict markers is elsewhere (`markers`): a result has none.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final, Literal

from agentfs.model.conflicts import ConflictKind

Side = Literal["base", "left", "right"]
SIDES: Final[tuple[Side, Side, Side]] = ("base", "left", "right")


@dataclass(frozen=True, slots=True)
class Clean:
    """Bytes of the merged text."""

    text: bytes


@dataclass(frozen=True, slots=True)
class Clash:
    """A region that both sides changed, each in its own way: whole lines.

    `right_line` is where it is in the right text: its first line, from 1; if `right` is
    empty, the line before which it would stand.  It is 0 where that is not known.
    """

    base: bytes
    left: bytes
    right: bytes
    right_line: int
    kind: ConflictKind = ConflictKind.EDIT_EDIT
    symbol: str = ""
    """The definition that it is about, if it is one as a whole or inside one; else empty."""
    reason: str = ""
    """Why it was not decided, where that is more than that both changed it."""


class How(enum.Enum):
    """Which level of the cascade made a result."""

    TRIVIAL = "trivial"
    LINES = "lines"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class MergeResult:
    """The regions of the merged text in order; no two neighbours are both `Clean`."""

    chunks: tuple[Clean | Clash, ...]
    how: How = How.LINES
    note: str = ""
    """Why it is less than could be had, such as a merge by lines for want of time; one line."""

    @property
    def clean(self) -> bool:
        return not self.clashes

    @property
    def clashes(self) -> tuple[Clash, ...]:
        return tuple(chunk for chunk in self.chunks if isinstance(chunk, Clash))

    def text_with(self, side: Side) -> bytes:
        """The merged text with that side's bytes for each clash."""
        return b"".join(
            chunk.text if isinstance(chunk, Clean) else getattr(chunk, side)
            for chunk in self.chunks
        )
