"""Texts of lines as trees: entries with keys, maybe in sections, by the language's `LineForm`.

An entry is a leaf, or has the pieces that its form names, and the items that hang on it.  A
comment is a leaf; a line that is neither is a leaf without a key.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from agentfs.merge.structured.trees.tree import BLANKS, Node, Source
from agentfs.syntax.naming import entry_key
from agentfs.syntax.profile import LineForm, Profile

COMMENT: Final = "comment"
ENTRY: Final = "entry"
HEAD: Final = "head"
ITEM: Final = "item"
LINE: Final = "line"
SECTION: Final = "section"
_INDENT: Final = b" \t"


def lines_tree(text: bytes, profile: Profile) -> Node:
    """As `tree.tree_of`."""
    assert profile.lines is not None
    builder = _Builder(Source(text, profile), profile.lines)
    at = 0
    for line in text.split(b"\n"):
        builder.add(line, at)
        at += len(line) + 1
    builder.close()
    return builder.root


class _Builder:
    def __init__(self, source: Source, form: LineForm) -> None:
        self.source, self.form = source, form
        self.root = Node(source, "file", 0, len(source.text), parts=[])
        self.section: Node | None = None
        self.entry: Node | None = None
        """The entry that the line before is of."""

    def add(self, line: bytes, at: int) -> None:
        stripped = line.strip(BLANKS)
        form = self.form
        if stripped and self.entry is not None and self._goes_on(self.entry, line):
            self._extend(self.entry, at + len(line.rstrip(BLANKS)))
            return
        self.close()
        if not stripped:
            return
        if form.comment.match(line):
            self._put(COMMENT, line, at)
        elif form.section is not None and (found := form.section.match(line)):
            self._open(line, at, found["key"])
        elif self.section is not None and form.section_end and form.section_end.match(line):
            self._put(LINE, line, at)
            self.section = None
        elif found := form.entry.match(line):
            self.entry = self._put(ENTRY, line, at)
            self.entry.key = b"entry " + entry_key(found, form)
        else:
            self._put(LINE, line, at)

    def close(self) -> None:
        """No more lines of the entry come: what it consists of is known."""
        if self.entry is not None:
            self.entry.parts = _inside(self.entry, self.form)
        self.entry = None

    def _goes_on(self, entry: Node, line: bytes) -> bool:
        text = self.source.text
        if self.form.continued and text.endswith(self.form.continued, 0, entry.end):
            return True
        start = text.rfind(b"\n", 0, entry.start) + 1
        return self.form.hanging and _depth(line) > entry.start - start

    def _open(self, line: bytes, at: int, key: bytes) -> None:
        self._give_back_comments(at)
        self.section = None
        head = self._put(HEAD, line, at)
        assert self.root.parts is not None
        self.root.parts.pop()
        self.section = Node(
            self.source, SECTION, head.start, head.end, parent=self.root, key=b"section " + key
        )
        head.parent = self.section
        self.section.parts = [head]
        self.root.parts.append(self.section)

    def _give_back_comments(self, at: int) -> None:
        """The comments directly above `at` belong to what begins there."""
        section, root = self.section, self.root
        if section is None or section.parts is None or root.parts is None:
            return
        found: list[Node] = []
        while section.parts[-1].type == COMMENT:
            last = section.parts[-1]
            if self.source.text.count(b"\n", last.end, found[0].start if found else at) > 1:
                break
            found.insert(0, section.parts.pop())
        section.end = section.parts[-1].end
        for comment in found:
            comment.parent = root
        root.parts += found

    def _put(self, kind: str, line: bytes, at: int) -> Node:
        parent = self.section or self.root
        start = at + len(line) - len(line.lstrip(BLANKS))
        node = Node(self.source, kind, start, at + len(line.rstrip(BLANKS)), parent=parent)
        assert parent.parts is not None
        parent.parts.append(node)
        if self.section is not None:
            self.section.end = node.end
        return node

    def _extend(self, entry: Node, end: int) -> None:
        entry.end = end
        if self.section is not None:
            self.section.end = end


def _inside(entry: Node, form: LineForm) -> list[Node]:
    """The children of an entry; none if it is merged as one token."""
    head, *rest = entry.text.split(b"\n")
    found = form.pieces.fullmatch(head.rstrip(BLANKS)) if form.pieces is not None else None
    if found is None or (rest and not _is_list(found, rest, form)):
        return []
    parts = [
        Node(entry.source, name, entry.start + start, entry.start + end, role=name, parent=entry)
        for name in found.groupdict()
        for start, end in [found.span(name)]
        if start < end
    ]
    for part in parts:
        if part.role == "value":
            part.parts = _between_commas(part, found["key"], form)
    at = entry.start + len(head) + 1
    for line in rest:
        start, end = at + _depth(line), at + len(line.rstrip(BLANKS))
        kind = COMMENT if form.comment.match(line) else ITEM
        item = Node(entry.source, kind, start, end, parent=entry)
        if kind == ITEM and form.listed is not None and (match := form.listed.match(line)):
            item.key = b"item " + entry_key(match, form)
        parts.append(item)
        at += len(line) + 1
    return parts


def _between_commas(value: Node, key: bytes, form: LineForm) -> list[Node]:
    """The items of a value; none if it is no list of them in any order."""
    texts = value.text.split(b",")
    item = form.between_commas
    if item is None or len(texts) < 2 or (form.in_order and form.in_order.fullmatch(key)):
        return []
    if not all(item.fullmatch(text.strip(_INDENT)) for text in texts):
        return []
    return [
        Node(
            *(value.source, ITEM, value.start + found.start(), value.start + found.end()),
            parent=value,
            key=b"item " + found[0],
        )
        for found in item.finditer(value.text)
    ]


def _is_list(head: re.Match[bytes], lines: Sequence[bytes], form: LineForm) -> bool:
    """Whether the lines that hang on an entry are items that may stand in any order."""
    listed = form.listed
    if listed is None or head["value"] or (form.in_order and form.in_order.fullmatch(head["key"])):
        return False
    return all(form.comment.match(line) or listed.fullmatch(line.rstrip(BLANKS)) for line in lines)


def _depth(line: bytes) -> int:
    return len(line) - len(line.lstrip(_INDENT))
