"""The things of a merged list put together, with what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agentfs.merge.structured.layout.layout import Layout
from agentfs.merge.structured.made import Made, Part, Undecided, flat, text_of
from agentfs.merge.structured.matching.slot import Slot
from agentfs.merge.structured.trees.tree import separator_of


@dataclass(frozen=True)
class Piece:
    """A thing of the merged list, or what is undecided between two, blanks and all."""

    slot: Slot | None
    made: Part


def _behind(gaps: Sequence[bytes], made: Undecided) -> Undecided:
    base, left, right = gaps
    return replace(made, base=base + made.base, left=left + made.left, right=right + made.right)


def _with_separator(made: Part, slot: Slot, gap: bytes) -> tuple[Part, bytes]:
    """An item that has got a neighbour: its separator stands before the comment behind it."""
    sign = separator_of(gap)
    if not sign or not isinstance(made, Made) or not made.whole:
        return made, gap
    text = text_of(made)
    item = next((each for each in slot.items if each.text == text), None)
    if item is None or item.parts[-1].type not in item.source.profile.comments:
        return made, gap
    at = item.core.end - item.start
    if item.parts[-1] is item.core:
        return made, gap
    if separator_of(text[at:]) == sign:
        return made, gap.replace(sign, b"", 1)
    changed = Made(made.type, (text[:at] + sign + text[at:],), whole=True)
    return changed, gap.replace(sign, b"", 1)


def joined(pieces: Sequence[Piece], layout: Layout) -> list[Part]:
    """The pieces with what stands between them."""
    parts: list[Part] = []
    before: Slot | None = None
    undecided = False
    done = b""
    for piece in pieces:
        made = piece.made
        if isinstance(made, Made) and not any(flat(made)):
            continue  # all that was in it is gone, and so are the blanks around it
        if piece.slot is None:
            undecided = True
        else:
            if not undecided:
                gaps = layout.apart(before, piece.slot)
                if gaps is not None and isinstance(made, Undecided):
                    made = _behind(gaps, made)
                else:
                    gap = layout.between(before, piece.slot, done)
                    if before is not None and parts and layout.is_new(before, piece.slot):
                        parts[-1], gap = _with_separator(parts[-1], before, gap)
                    parts.append(gap)
            undecided = False
            before = piece.slot
            done = text_of(made) if isinstance(made, Made) and made.decided else b""
        parts.append(made)
    if not undecided:
        parts.append(layout.between(before, None))
    return [part for part in parts if part != b""]
