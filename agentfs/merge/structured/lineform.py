"""Texts of lines as trees: entries with keys, maybe in sections, by the language's `LineForm`.

An entry is a leaf, and so is each comment; a line that is neither is a leaf without a key.
"""

from __future__ import annotations

from typing import Final

from agentfs.merge.structured.tree import BLANKS, Node, Source
from agentfs.syntax.naming import entry_key
from agentfs.syntax.profile import LineForm, Profile

COMMENT: Final = "comment"
ENTRY: Final = "entry"
HEAD: Final = "head"
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
        if not stripped:
            self.entry = None
            return
        if self.entry is not None and self._goes_on(self.entry, line):
            self._extend(self.entry, at + len(line.rstrip(BLANKS)))
            return
        self.entry = None
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


def _depth(line: bytes) -> int:
    return len(line) - len(line.lstrip(_INDENT))
