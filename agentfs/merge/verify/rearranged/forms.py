"""Lists and objects that are in brackets in one text and in lines in another: in all texts each
item stands in a line of its own, without what is around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tree_sitter import Node

from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Address, Key, Things
from agentfs.syntax.profile import Form, Profile

_Texts = tuple[bytes, bytes, bytes, bytes]
_Where = tuple[Address, Key]


def in_plain_lines(judged: Judged) -> _Texts | None:
    """Base, left, right and the result; None if there is no list that a side has in another form
    than base."""
    if not judged.profile.forms or judged.is_large:
        return None
    found = [_lists(things) for things in (*judged.known, judged.stated)]
    names = {
        where
        for where, (node, _) in found[0].items()
        if any(where in side and side[where][0].type != node.type for side in found[1:3])
    }
    if not names:
        return None
    made = [
        _plain(text, [lists[where] for where in names if where in lists])
        for text, lists in zip(judged.texts, found, strict=True)
    ]
    return made[0], made[1], made[2], made[3]


def _lists(things: Things) -> Mapping[_Where, tuple[Node, Form]]:
    """Those that are the value of an entry, and the only one there."""
    found: dict[_Where, list[tuple[Node, Form]]] = {}
    for location in things.locations(None):
        value = location.node.child_by_field_name("value")
        inner = value.named_children if value is not None else []
        form = _form(inner[0], things.profile) if len(inner) == 1 else None
        if form is not None:
            for each in things.stated(location):
                where = things.address(each.parent), each.key
                found.setdefault(where, []).append((inner[0], form))
    return {where: lists[0] for where, lists in found.items() if len(lists) == 1}


def _form(node: Node, profile: Profile) -> Form | None:
    return next((form for form in profile.forms if node.type in (form.lined, form.bracketed)), None)


def _plain(text: bytes, lists: list[tuple[Node, Form]]) -> bytes:
    outer_end = -1
    pieces: list[bytes] = []
    at = 0
    for node, form in sorted(lists, key=lambda each: each[0].start_byte):
        if node.start_byte < outer_end:
            continue
        outer_end = node.end_byte
        pieces += [text[at : node.start_byte], *_lines(node, form)]
        at = node.end_byte
    return b"".join([*pieces, text[at:]])


def _lines(node: Node, form: Form) -> Iterator[bytes]:
    yield b"\n"
    for child in node.named_children:
        item = (child.text or b"").strip()
        if node.type == form.lined:
            item = item.removeprefix(form.mark.strip()).strip() if form.mark else item
        yield item + b"\n"
