"""Entries of data that one side moved to another object, as they were, while the other changed
them: they are looked at for themselves, and the rest without them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from tree_sitter import Node

from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.texts import SEPARATORS
from agentfs.merge.verify.inputs.things import Address, Key, Things

_AROUND: Final = b"".join(SEPARATORS) + b" \t"

_Texts = tuple[bytes, bytes, bytes, bytes]
_Entries = Mapping[tuple[Address, Key], list[Node]]


def without_transferred(judged: Judged) -> _Texts | None:
    """Base, left, right and the result without such entries; None if there are none, or if the
    result does not have one where it went to, as the other side has it."""
    if not judged.profile.moving or judged.is_large:
        return None
    base, left, right, result = map(_entries, (*judged.known, judged.stated))
    out: tuple[list[Node], ...] = ([], [], [], [])
    for side, other, at in ((left, right, 1), (right, left, 2)):
        gone = [where for where in base if where not in side]
        new = [where for where in side if where not in base]
        for where in gone:
            arrived = [each for each in new if each[1] == where[1]]
            kept = other.get(where, [])
            if len(arrived) != 1 or len(kept) != 1 or len(base[where]) != 1:
                continue
            there, ended = side[arrived[0]], result.get(arrived[0], [])
            if len(there) != 1 or not _is_one(there[0], base[where][0]):
                continue
            if _is_one(kept[0], base[where][0]):
                continue
            if len(ended) != 1 or not _is_one(ended[0], kept[0]) or where in result:
                return None
            nodes = (base[where][0], there[0], kept[0], ended[0])
            for place, node in zip((0, at, 3 - at, 3), nodes, strict=True):
                out[place].append(node)
    if not out[0]:
        return None
    made = [_without(text, nodes) for text, nodes in zip(judged.texts, out, strict=True)]
    return made[0], made[1], made[2], made[3]


def _entries(things: Things) -> _Entries:
    found: dict[tuple[Address, Key], list[Node]] = {}
    for location in things.locations(None):
        if location.node.type in things.profile.moving:
            for each in things.stated(location):
                found.setdefault((things.address(each.parent), each.key), []).append(location.node)
    return found


def _is_one(one: Node, other: Node) -> bool:
    return (one.text or b"").split() == (other.text or b"").split()


def _without(text: bytes, nodes: Sequence[Node]) -> bytes:
    """A line on which nothing is left but separators goes, too."""
    for node in sorted(nodes, key=lambda each: each.start_byte, reverse=True):
        start, end = node.start_byte, node.end_byte
        line = text.rfind(b"\n", 0, start) + 1
        after = text.find(b"\n", end)
        after = after if after >= 0 else len(text)
        if not (text[line:start] + text[end:after]).strip(_AROUND):
            start, end = line, after + 1
        text = text[:start] + text[end:]
    return text
