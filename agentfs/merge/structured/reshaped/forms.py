"""Lists and objects that one side wrote in another form, in brackets or in lines, while the other
changed them: base and the other side are written in the new form, too, and merged again.

Only if that says the same: items of one line each, without comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import tree_sitter

from agentfs.merge.structured.matching.relocated import entries_in
from agentfs.merge.structured.matching.slot import BASE, LEFT, RIGHT, Nodes
from agentfs.merge.structured.trees.items import Item
from agentfs.syntax.profile import Form

_OPENING: Final = re.compile(rb"[\[{(] *")
_CLOSING: Final = re.compile(rb",? *[\]})]$")
_MEANS_MORE: Final = re.compile(rb"[,\[\]{}#\n]")
"""In brackets, but not in quotes."""
_QUOTED: Final = re.compile(rb"\"[^\"\n]*\"|'[^'\n]*'")

_Texts = tuple[bytes, bytes, bytes]
_Edit = tuple[int, int, bytes]


@dataclass(frozen=True)
class _List:
    """The value of an entry."""

    entry: tree_sitter.Node
    value: tree_sitter.Node
    node: tree_sitter.Node
    form: Form

    @property
    def in_lines(self) -> bool:
        return self.node.type == self.form.lined

    @property
    def line(self) -> bytes:
        return self.node.text or b""


def in_one_form(trees: Nodes) -> _Texts | None:
    """The three texts; None if there is nothing of which the form differs, or if it cannot be told
    in the other one."""
    if not trees[BASE].source.profile.forms:
        return None
    edits: tuple[list[_Edit], ...] = ([], [], [])
    for lists in _of_two_forms(trees):
        base, model = lists[BASE], next(each for each in lists if _differs(each, lists[BASE]))
        for at, each in enumerate(lists):
            if not _differs(each, base):
                edit = _rewritten(each, model, trees[at].source.text)
                if edit is None:
                    return None
                edits[at].append(edit)
    if not edits[BASE]:
        return None
    made = [_edited(tree.source.text, each) for tree, each in zip(trees, edits, strict=True)]
    return made[BASE], made[LEFT], made[RIGHT]


def _differs(one: _List, other: _List) -> bool:
    return one.in_lines != other.in_lines


def _of_two_forms(trees: Nodes) -> Iterator[tuple[_List, _List, _List]]:
    waiting = [trees]
    while waiting:
        entries = tuple(entries_in(each) for each in waiting.pop())
        for key in entries[BASE]:
            base, left, right = (each.get(key) for each in entries)
            if base is None or left is None or right is None:
                continue
            if base.text in (left.text, right.text) or left.text == right.text:
                continue
            lists = tuple(_list_of(each) for each in (base, left, right))
            trio = _trio(lists[BASE], lists[LEFT], lists[RIGHT])
            if trio is not None:
                yield trio
            else:
                waiting.append((base.core, left.core, right.core))


def _trio(
    base: _List | None, left: _List | None, right: _List | None
) -> tuple[_List, _List, _List] | None:
    """If a side has it in another form."""
    if base is None or left is None or right is None:
        return None
    if left.form != base.form or right.form != base.form:
        return None
    return (base, left, right) if _differs(left, base) or _differs(right, base) else None


def _list_of(item: Item) -> _List | None:
    entry, profile = item.core.syntax, item.source.profile
    value = entry.child_by_field_name("value") if entry is not None else None
    if entry is None or value is None or value.named_child_count != 1:
        return None
    node = value.named_children[0]
    form = next((each for each in profile.forms if node.type in (each.lined, each.bracketed)), None)
    return _List(entry, value, node, form) if form else None


def _items(held: _List) -> list[bytes] | None:
    """Their texts; None if one is more than words in one line."""
    texts: list[bytes] = []
    for child in held.node.named_children:
        if child.is_extra or b"\n" in (child.text or b""):
            return None
        item = child
        if held.in_lines and held.form.mark:
            if child.named_child_count != 1:
                return None
            item = child.named_children[0]
        needed = ("key", "value") if not held.form.mark else ()
        if any(item.child_by_field_name(each) is None for each in needed):
            return None
        texts.append(item.text or b"")
    return texts or None


def _rewritten(held: _List, model: _List, text: bytes) -> _Edit | None:
    """In the form of `model`; what stands between an entry's key and its value, too."""
    items = _items(held)
    start = next((each.end_byte for each in held.entry.children if each.type == ":"), None)
    end = held.value.end_byte
    rest = text[end : text.find(b"\n", end) if b"\n" in text[end:] else len(text)]
    if items is None or start is None or rest.strip():
        return None
    if not model.in_lines:
        if b"\n" in model.line or any(map(_says_more, items)):
            return None
        opening, closing = _OPENING.match(model.line), _CLOSING.search(model.line)
        if opening is None or closing is None:
            return None
        return start, end, b" " + opening[0] + b", ".join(items) + closing[0].lstrip(b",")
    deeper = model.node.start_point.column - model.entry.start_point.column
    line = b"\n" + b" " * (held.entry.start_point.column + deeper) + held.form.mark
    return start, end, b"".join(line + item for item in items)


def _says_more(item: bytes) -> bool:
    return _MEANS_MORE.search(_QUOTED.sub(b"", item)) is not None


def _edited(text: bytes, edits: list[_Edit]) -> bytes:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text
