"""The definitions of a file as values, and the walk over a syntax tree that finds them.

The walk visits what may hold definitions and nothing else; what a function contains is its
own business.  So it costs a fraction of the parse.  Everything that tells one language from
another comes from its `Profile`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from tree_sitter import Node

from agentfs.model.changes import ParseState
from agentfs.syntax.grammars import is_reliable
from agentfs.syntax.naming import IMPORT, kind_of, qualified_name
from agentfs.syntax.profile import Profile

DEEPEST: Final = 100
"""How deep in the tree definitions are looked for.  No one writes as deep, programs may."""

HAVE_MEMBERS: Final = frozenset({"class", "module"})
"""Kinds of definitions made by calls that have members."""


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes `start` to `end`, which are on lines `start_line` to `end_line` (from 1, both in)."""

    start: int
    end: int
    start_line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Definition(Span):
    """A named definition with its decorators and the comments that stand directly before it.

    `symbol` is unique in its file: a second definition of a name is ``name#2``.  Members of
    either are called ``name.member``.
    """

    symbol: str
    kind: str
    """``function``, ``class``, ``type``, ``module``, ``macro``, ``rule`` or ``block``."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What is known of a file's structure.  Both tuples are in the order of the text; a
    definition stands before those inside it, and two never overlap otherwise."""

    state: ParseState
    definitions: tuple[Definition, ...] = ()
    imports: tuple[Span, ...] = ()


def definitions_in(root: Node, content: bytes, profile: Profile) -> Parsed:
    """Best effort where the text is broken: what tree-sitter could make out for sure."""
    if not is_reliable(profile.grammar, root):
        return Parsed(ParseState.ERRORS)
    walk = _Walk(content, profile)
    walk.search(root, "", DEEPEST)
    state = ParseState.ERRORS if root.has_error else ParseState.CLEAN
    return Parsed(state, tuple(walk.definitions), tuple(walk.imports))


@dataclass
class _Walk:
    content: bytes
    profile: Profile
    definitions: list[Definition] = field(default_factory=list)
    imports: list[Span] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)

    def search(self, parent: Node, prefix: str, depth: int) -> None:
        """Visit the children of `parent`, whose definitions are called ``prefix`` + name."""
        if not depth:
            return
        profile = self.profile
        calls = {each.node for each in profile.calls}
        for node, first in _with_attached(parent, profile):
            kind = node.type
            if kind in profile.imports:
                self.imports.append(self._span(node, node))
            elif kind in calls and self._call(node, first, prefix, depth):
                continue
            elif kind in profile.tails:
                self._extend(self._span(node, node))
            elif kind in profile.definitions:
                if not self._define(node, (first, node), prefix, depth):
                    self.search(node, prefix, depth - 1)
            elif kind in profile.wrappers:
                inner = _only_definition(node, profile)
                if inner is None or not self._define(inner, (first, node), prefix, depth):
                    self.search(node, prefix, depth - 1)
            elif kind in profile.through or kind == "ERROR":
                self.search(node, prefix, depth - 1)

    def _call(self, node: Node, first: Node, prefix: str, depth: int) -> bool:
        """Note what the call `node` imports or defines; False if it does neither."""
        kind = kind_of(node, self.profile)
        if kind == IMPORT:
            self.imports.append(self._span(node, node))
            return True
        return bool(kind) and self._define(node, (first, node), prefix, depth, kind)

    def _define(
        self, node: Node, whole: tuple[Node, Node], prefix: str, depth: int, called: str = ""
    ) -> bool:
        """Note `node`, whose text begins and ends with `whole`; False if it defines nothing.
        `called` is its kind, if it is a call."""
        name = qualified_name(node, self.profile)
        if not name:
            return False
        span = self._span(*whole)
        symbol = prefix + name
        if node.type in self.profile.joined and self._extend(span, symbol):
            return True
        kind = called or self.profile.definitions[node.type]
        self.seen[symbol] += 1
        self.definitions.append(
            Definition(
                *(span.start, span.end, span.start_line, span.end_line),
                self._numbered(symbol),
                kind,
            )
        )
        if node.type in self.profile.inside or called in HAVE_MEMBERS:
            self.search(node, symbol + ".", depth - 1)
        return True

    def _numbered(self, symbol: str) -> str:
        """The name that the latest definition called `symbol` has."""
        count = self.seen[symbol]
        return symbol if count == 1 else f"{symbol}#{count}"

    def _extend(self, span: Span, symbol: str = "") -> bool:
        """Let the definition before `span` take it in; False if something stands between them,
        or if it is not called `symbol`."""
        last = self.definitions[-1] if self.definitions else None
        if last is None or self.content[last.end : span.start].strip():
            return False
        if symbol and last.symbol != self._numbered(symbol):
            return False
        self.definitions[-1] = replace(last, end=span.end, end_line=span.end_line)
        return True

    def _span(self, first: Node, last: Node) -> Span:
        end = last.end_byte
        # A semicolon that the grammar gives to no one would be left over outside.
        end += self.content.startswith(b";", end)
        return Span(first.start_byte, end, first.start_point.row + 1, _last_row(last) + 1)


def _with_attached(parent: Node, profile: Profile) -> Iterator[tuple[Node, Node]]:
    """Children of `parent`, each with the node that its text begins with: the first of the
    comments and decorators that lead up to it without a blank line, else the child itself."""
    first: Node | None = None
    row = -1  # of the end of the sibling before
    for node in parent.children:
        start = node.start_point.row
        if first is not None and start > row + 1:
            first = None
        if node.type in profile.attached:
            # A comment behind other code on its line belongs to that code.
            if first is None and (start > row or "comment" not in node.type):
                first = node
        elif node.is_named:  # the keyword ``class`` has the type of an anonymous class
            yield node, first or node
            first = None
        row = _last_row(node)


def _last_row(node: Node) -> int:
    """The row of the last byte; a node that takes in its line's end stops on the next row."""
    end = node.end_point
    return end.row - 1 if end.column == 0 and end.row > node.start_point.row else end.row


def _only_definition(wrapper: Node, profile: Profile) -> Node | None:
    """What `wrapper` wraps, if that is one thing."""
    while wrapper.type in profile.wrappers:
        inner = [
            child
            for child in wrapper.named_children
            if child.type in profile.definitions or child.type in profile.wrappers
        ]
        if len(inner) != 1:
            return None
        wrapper = inner[0]
    return wrapper
