"""How deep a merged list is indented, three ways, and each version's lines made as deep.

A side may have put the list somewhere deeper, or indented all of its text anew; what the other
side has in it goes along.  Indentation never conflicts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from agentfs.merge.structured.matching.slot import BASE, Lists, Nodes
from agentfs.merge.structured.trees.items import Item
from agentfs.merge.structured.trees.tree import BRACKETS, Node, Source, leaves

Shift = tuple[tuple[bytes, bytes], ...]
"""Indentations, and what they become."""


@dataclass(frozen=True)
class Depths:
    """What becomes of the indentation of each version."""

    shifts: tuple[Shift, ...]
    """For each side, indentations of its lines that become others."""
    steps: Sequence[tuple[bytes, bytes]]
    """For each side, by how much a line is indented deeper than the one before it, and what
    that becomes."""

    @property
    def differ(self) -> bool:
        """Whether the list is indented otherwise on one side."""
        return any(self.shifts)

    def taken(self, item: Item, side: int) -> bytes:
        """The text of an item as one side has it, indented as the merged list is."""
        text = item.text
        if not self._is_shifted(side) or b"\n" not in text:
            return text
        kept = _kept_lines(item)
        lines = text.split(b"\n")
        return b"\n".join(
            line
            if number == 0 or number in kept or line in (b"", b"\r")
            else self._reindented(line, side)
            for number, line in enumerate(lines)
        )

    def shifted(self, gap: bytes, side: int) -> bytes:
        """What stands between two items of one side, the second as deep as in the merged list."""
        if not self._is_shifted(side) or b"\n" not in gap:
            return gap
        first, *empty, last = gap.split(b"\n")
        lines = [line if line in (b"", b"\r") else self._reindented(line, side) for line in empty]
        # The last is what the next item's line begins with, even if that is nothing.
        return b"\n".join([first, *lines, self._reindented(last, side)])

    def _reindented(self, line: bytes, side: int) -> bytes:
        became, rest = next(
            (
                (becomes, line[len(was) :])
                for was, becomes in self.shifts[side]
                if line.startswith(was)
            ),
            (b"", line),
        )
        one, other = self.steps[side]
        while one != other and rest.startswith(one):
            became, rest = became + other, rest[len(one) :]
        return became + rest

    def _is_shifted(self, side: int) -> bool:
        return bool(self.shifts[side]) or self.steps[side][0] != self.steps[side][1]


def taken_to(node: Node, place: Node) -> bytes:
    """The text of a node of one version, as deep as where another stands."""
    shift = ((_line_indent(node), _line_indent(place)),)
    return Depths((shift,) * 3, ((b"", b""),) * 3).taken(Item([node], node), BASE)


def depths_of(parents: Nodes, lists: Lists) -> Depths:
    inner = _depths(lists)
    outer = [_line_indent(parent) for parent in parents]
    base, left, right = (parent.source for parent in parents)
    return Depths(_shifts((inner, outer)), _steps((base, left, right)))


def _steps(sources: Sequence[Source]) -> Sequence[tuple[bytes, bytes]]:
    known = [source.step for source in sources]
    merged = _merged_indent(known)
    base, changed = sources[BASE], known.index(merged)
    if merged == known[BASE] or not _is_anew(base.text, sources[changed].text):
        return ((b"", b""),) * 3
    return [(step, merged) if step and merged else (b"", b"") for step in known]


@lru_cache(maxsize=8)
def _is_anew(before: bytes, after: bytes) -> bool:
    """Whether a text was indented anew throughout, each depth in the same way."""
    depths = dict[bytes, set[bytes]]()
    old, new = ({line.strip(): line for line in text.split(b"\n")} for text in (before, after))
    for bare in old.keys() & new.keys():
        was, became = (line[: len(line) - len(line.lstrip())] for line in (old[bare], new[bare]))
        depths.setdefault(was, set()).add(became)
    depths.pop(b"", None)
    return bool(depths) and all(was not in becomes for was, becomes in depths.items())


def _shifts(depths: Sequence[Sequence[bytes | None]]) -> tuple[Shift, ...]:
    """For each side, what its indentations become, the deepest first."""
    merged = [_merged_indent(indents) for indents in depths]
    shifts: list[Shift] = []
    for side in range(3):
        pairs = tuple(
            (was, becomes)
            for indents, becomes in zip(depths, merged, strict=True)
            if (was := indents[side]) is not None and becomes is not None
        )
        shifts.append(pairs if any(was != becomes for was, becomes in pairs) else ())
    return tuple(shifts)


def _depths(lists: Lists) -> list[bytes | None]:
    """How deep the items of each version are that begin a line, told by items of one kind if
    there is one that all have; None where none begins a line."""
    found = [_by_kind(items) for items in lists]
    common = next((kind for kind in found[0] if all(kind in each for each in found)), None)
    if common is not None:
        return [each[common] for each in found]
    return [next(iter(each.values()), None) for each in found]


def _by_kind(items: Sequence[Item]) -> dict[str, bytes]:
    """Where a bracket stands is a matter of style, and says nothing of the depth.  The first item
    may begin a line because its parent does, and is asked last."""
    found: dict[str, bytes] = {}
    for item in (*items[1:], *items[:1]):
        before = before_on_line(item.source.text, item.start)
        if before is not None and item.core.text not in BRACKETS:
            found.setdefault(item.core.type, before)
    return found


def _line_indent(parent: Node) -> bytes:
    text = parent.source.text
    start = text.rfind(b"\n", 0, parent.start) + 1
    line = text[start : parent.start]
    return line[: len(line) - len(line.lstrip(b" \t"))]


def _merged_indent(indents: Sequence[bytes | None]) -> bytes | None:
    base, left, right = indents
    known = [each for each in (left, right) if each is not None]
    if len(known) < 2 or base is None or left == right:
        return known[0] if known else base
    if left == base:
        return right
    return left if right == base else max(known, key=lambda each: (len(each), each))


def before_on_line(text: bytes, at: int) -> bytes | None:
    before = text[text.rfind(b"\n", 0, at) + 1 : at]
    return before if not before.strip(b" \t") else None


def _kept_lines(item: Item) -> set[int]:
    """Numbers of the lines, from the item's first, that begin inside a token of several."""
    text, kept = item.source.text, set[int]()
    for leaf in (leaf for part in item.parts for leaf in leaves(part)):
        if b"\n" in leaf.text and leaf.type not in item.source.profile.comments:
            first = text.count(b"\n", item.start, leaf.start)
            kept.update(range(first + 1, first + 1 + leaf.text.count(b"\n")))
    return kept
