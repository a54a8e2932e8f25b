"""Syntax trees as merging sees them: blanks and separators belong to no node.

A `Node` stands for a node of tree-sitter, or for a part of a text of lines (`lineform`).  Its
children are found when they are asked for, since most nodes are the same on all sides and
nobody looks into them.  What lies between two neighbours, the gap, is blanks and at most a
separator; text that the grammar gives to no one is a leaf of its own, without a type.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import tree_sitter

from agentfs.merge.structured.trees.worded import words_of
from agentfs.syntax.grammars import parse_again, parse_tree
from agentfs.syntax.places import text_at
from agentfs.syntax.profile import Profile

BLANKS: Final = b" \t\r\n\f\v"
SEPARATOR: Final = b","
SEPARATORS: Final = b",;|&+"
"""All that separate items in some language, but for words."""
OPENING: Final = frozenset({b"(", b"[", b"{"})
CLOSING: Final = frozenset({b")", b"]", b"}"})
BRACKETS: Final = OPENING | CLOSING
_INDENT: Final = re.compile(rb"^([ \t]*)[^\s*]", re.MULTILINE)
TOKEN: Final = re.compile(rb"\w+|[^\w\s]")
_QUOTES: Final = bytes.maketrans(b"'`", b'""')
_SEPARATOR: Final = re.compile(rb"\s*([%s]|[a-z]+\b)" % SEPARATORS)
"""A word may be one: ``and``."""
FEWEST: Final = 3
"""Children of a list with something between its brackets."""
WORD: Final = "word"
"""The type of the nodes of a text that is a list of words."""
PAIR: Final = "pair"
"""The type of the nodes of a key with its value, of a list in which they only stand in turn."""
ENTRIES: Final = "entries"
"""What the names of groups begin with that rules for unordered lists make."""
DEEPEST: Final = 60
"""How deep trees are merged, at nine calls a level; what is deeper is merged as one token."""
MARK: Final = b"\xef\xbb\xbf"
"""A byte order mark, which the grammars skip."""


@dataclass
class Source:
    """A text with its language."""

    text: bytes
    profile: Profile

    @cached_property
    def step(self) -> bytes | None:
        """By how much its lines are indented deeper than those before them, most often."""
        times = Counter[bytes]()
        above = b""
        for match in _INDENT.finditer(self.text):
            indent = match[1]
            if len(indent) > len(above) and indent.startswith(above):
                times[indent[len(above) :]] += 1
            above = indent
        return max(times, key=lambda step: (times[step], step)) if times else None


@dataclass(eq=False)
class Node:
    """Bytes `start` to `end` of a source, without blanks at the ends."""

    source: Source
    type: str
    start: int
    end: int
    named: bool = True
    role: str = ""
    """The field of its parent that it is in, if it is the only one there."""
    syntax: tree_sitter.Node | None = None
    parent: Node | None = None
    parsed: tree_sitter.Tree | None = None
    """What a root was made from."""
    key: bytes | None = None
    """What tells it from its neighbours, where the text alone says that (`lineform`)."""
    known_key: tuple[bytes | None] | None = None
    """What `keys` found out."""
    known_group: tuple[str | None] | None = None
    """The same of its group."""
    items_only: dict[int, bool] = field(default_factory=dict)
    """The same of rules for unordered lists that are `alone`, by their `id`: whether the node has
    nothing but what the rule is about."""
    taken: Sequence[tree_sitter.Node] = ()
    """Comments at its begin that the grammar puts before it."""
    parts: list[Node] | None = None
    """Its children, once they are known."""
    _digest: int | None = None
    _tokens: Counter[bytes] | None = None

    @property
    def text(self) -> bytes:
        return self.source.text[self.start : self.end]

    @property
    def children(self) -> list[Node]:
        if self.parts is None:
            self.parts = _children(self) if self.syntax is not None else []
        return self.parts

    @property
    def digest(self) -> int:
        """Equal for nodes that differ in blanks and separators only."""
        if self._digest is None:
            self._digest = hash(tuple(_shape(self)))
        return self._digest

    @property
    def tokens(self) -> Counter[bytes]:
        """Its words and signs, whatever they mean and however quoted: to see how much alike two
        nodes are."""
        if self._tokens is None:
            self._tokens = Counter(TOKEN.findall(self.text.translate(_QUOTES)))
        return self._tokens


def separator_of(gap: bytes) -> bytes:
    """The separator that a gap begins with, after blanks; empty if there is none."""
    match = _SEPARATOR.match(gap)
    return match[1] if match else b""


def _separators(parent: Node) -> tuple[bytes, ...]:
    other = _other_separator(parent)
    return (SEPARATOR, other) if other else (SEPARATOR,)


def _other_separator(parent: Node) -> bytes | None:
    known = parent.source.profile.separators
    other = known.get(parent.type)
    if other is None and known and parent.parent is not None:
        other = known.get(f"{parent.parent.type}/{parent.type}")
    return other


def is_of_lines(node: Node) -> bool:
    """Whether the end of a line is as good as a comma in the list that a node is in."""
    return node.parent is not None and node.parent.type in node.source.profile.of_lines


def own_separator(node: Node) -> bytes | None:
    """What, other than a comma, stands between the items of the list that a node is in."""
    return _other_separator(node.parent) if node.parent is not None else None


def _goes_on_in(
    syntax: tree_sitter.Node, separators: tuple[bytes, ...], *, first: bool
) -> tree_sitter.Node | None:
    """The list that a list holds in the place of its first items, or of its last ones."""
    if len(separators) < 2 or syntax.child_count < 3:
        return None
    inner, between = (0, 1) if first else (-1, -2)
    held, token = syntax.children[inner], syntax.children[between]
    is_part = held.type == syntax.type and not token.is_named and token.text in separators
    return held if is_part else None


def _pieces(
    syntax: tree_sitter.Node, separators: tuple[bytes, ...]
) -> Iterator[tuple[tree_sitter.Node, str]]:
    """The children and their fields; those of all lists, if each has one item more than the
    one that it begins or ends with: ``A | B | C``."""
    at: tree_sitter.Node | None = syntax
    while at is not None:
        chain = [at]
        while (inner := _goes_on_in(chain[-1], separators, first=True)) is not None:
            chain.append(inner)
        rest = _goes_on_in(at, separators, first=False)
        for number, each in enumerate(reversed(chain)):
            for index, child in enumerate(each.children):
                if (index or not number) and child != rest:
                    yield child, each.field_name_for_child(index) or ""
        at = rest


def _may_separate(child: tree_sitter.Node) -> bool:
    """Whether it is a token; some grammars have a name for the comma.  There one with nothing
    on a side of it may say something: ``x[1, ]`` in R."""
    if not child.is_named:
        return True
    around = (child.prev_sibling, child.next_sibling)
    return child.type == "comma" and all(
        each is not None and each.is_named and each.type != "comma" for each in around
    )


def squeezed(text: bytes) -> bytes:
    """Without what may differ between texts of the same tree."""
    return text.translate(None, BLANKS + SEPARATOR)


def leaves(node: Node) -> list[Node]:
    found: list[Node] = []
    waiting = [node]
    while waiting:
        node = waiting.pop()
        children = node.children
        if children:
            waiting += reversed(children)
        elif node.end > node.start:
            found.append(node)
    return found


def _shape(node: Node) -> list[object]:
    """The tree in preorder, each node with its number of children, each leaf with its text."""
    shape: list[object] = []
    waiting = [node]
    while waiting:
        node = waiting.pop()
        children = node.children
        shape.append(node.type)
        shape.append(len(children) if children else node.text)
        waiting += reversed(children)
    return shape


def tree_of(text: bytes, profile: Profile) -> Node:
    """Raises GrammarMissing.  The root takes in all of the text, blanks and all."""
    return _root(Source(text, profile), parse_tree(profile.grammar, text))


def tree_again(tree: Node, text: bytes) -> Node:
    """The tree of a text that has most in common with that of `tree`, which is a root."""
    assert tree.parsed is not None
    profile, old = tree.source.profile, tree.source.text
    return _root(Source(text, profile), parse_again(profile.grammar, tree.parsed, old, text))


def _root(source: Source, parsed: tree_sitter.Tree) -> Node:
    syntax = parsed.root_node
    return Node(source, syntax.type, 0, len(source.text), syntax=syntax, parsed=parsed)


def is_leaf(syntax: tree_sitter.Node, profile: Profile) -> bool:
    if not syntax.child_count or syntax.type in profile.atomic or syntax.type == "ERROR":
        return True
    unknown = profile.unknown.get(syntax.type)
    return unknown is not None and unknown.match(syntax.text or b"") is not None


def _children(parent: Node) -> list[Node]:
    syntax, source = parent.syntax, parent.source
    assert syntax is not None
    if is_leaf(syntax, source.profile):
        return list(_words(parent, syntax))
    found: list[Node] = []
    at = parent.start
    roles = Counter[str]()
    separators = _separators(parent)
    for child, role in (*((each, "") for each in parent.taken), *_pieces(syntax, separators)):
        last = min(_end_of(child), parent.end)
        start, end = _trimmed(source.text, child.start_byte, last)
        if start >= end:
            continue
        _add_unowned(parent, at, start, found)
        at = max(at, end)
        text = source.text[start:end] if _may_separate(child) else b""
        if text in separators or child.type in source.profile.blanks:
            continue
        roles[role] += 1
        kind = source.profile.merged_as.get(child.type, child.type)
        # Some grammars give a bracket a name.
        named = child.is_named and (end - start > 1 or source.text[start:end] not in BRACKETS)
        node = Node(source, kind, start, end, named, role, child, parent)
        _take_in(node, found)
        found += [node, *_given_up(node)]
    _add_unowned(parent, at, parent.end, found)
    if source.profile.suffixed:
        found = _with_suffixes(parent, found)
    out = source.profile.grouped.get(parent.type)
    if out is not None:
        found = list(_in_groups(parent, found, out))
    number = _rule_of_runs(parent)
    if number is not None:
        found = list(_in_runs(parent, found, number))
    if parent.type in source.profile.paired:
        found = list(_in_pairs(parent, found))
    if source.profile.headed:
        found = list(_under_heads(parent, found))
    for node in found:
        if node.role and roles[node.role] > 1:
            node.role = ""
    return found


def _end_of(syntax: tree_sitter.Node) -> int:
    """Without the comma that some grammars have in what stands before it."""
    last = syntax.child(syntax.child_count - 1) if syntax.child_count > 1 else None
    return last.start_byte if last is not None and last.type == "comma" else syntax.end_byte


def _words(parent: Node, syntax: tree_sitter.Node) -> Iterator[Node]:
    """What a token consists of, if it is a list of words."""
    for word in words_of(syntax, parent.text, parent.source.profile):
        start, end = parent.start + word.start, parent.start + word.end
        yield Node(parent.source, WORD, start, end, parent=parent, key=word.key)


def _take_in(node: Node, before: list[Node]) -> None:
    """Gives a body the comments above its first line, where the grammar has them outside of it:
    they stand above what comes next, and are about that."""
    profile, syntax = node.source.profile, node.syntax
    if node.type not in profile.bodies or syntax is None or is_leaf(syntax, profile):
        return
    count = 0
    while count < len(before) and before[-1 - count].type in profile.comments:
        count += 1
    comments = before[len(before) - count :]
    columns = {each.syntax.start_point.column for each in comments if each.syntax is not None}
    if columns != {syntax.start_point.column}:
        return
    if count < len(before):
        gap = node.source.text[before[-1 - count].end : comments[0].start]
        is_above = b"\n" in gap
    else:
        is_above = node.parent is not None and bool(node.parent.taken)
    if is_above:
        node.taken = [each.syntax for each in comments if each.syntax is not None]
        node.start = comments[0].start
        del before[-count:]


def _with_suffixes(parent: Node, nodes: Sequence[Node]) -> list[Node]:
    """An expression and what stands behind it as one node, if there is more in the parent."""
    suffixed = parent.source.profile.suffixed
    runs: list[list[Node]] = []
    for node in nodes:
        if runs and node.type in suffixed and runs[-1][-1].named:
            runs[-1].append(node)
        else:
            runs.append([node])
    if len(runs) == 1:
        return list(nodes)
    found: list[Node] = []
    for run in runs:
        last = run[-1]
        one = Node(parent.source, last.type, run[0].start, last.end, parent=parent, parts=run)
        if len(run) > 1:
            for node in run:
                node.parent = one
        found.append(one if len(run) > 1 else last)
    return found


def _rule_of_runs(parent: Node) -> int | None:
    """The number of the rule by which tokens without a separator between are one item."""
    if parent.syntax is not None:
        for number, rule in enumerate(parent.source.profile.unordered):
            if rule.runs and parent.type in rule.parents:
                name = text_at(parent.syntax, rule.name_place)
                if not rule.named or name in rule.named:
                    return number
    return None


def _in_runs(parent: Node, nodes: Sequence[Node], number: int) -> Iterator[Node]:
    """The children of a list in brackets, those of one run as one node."""
    if len(nodes) < FEWEST:
        yield from nodes
        return
    text = parent.source.text
    first, *inner, last = nodes
    runs: list[list[Node]] = []
    for node in inner:
        if runs and not separator_of(text[runs[-1][-1].end : node.start]):
            runs[-1].append(node)
        else:
            runs.append([node])
    yield first
    for run in runs:
        if len(run) == 1:
            yield run[0]
            continue
        kind, start, end = run[0].type, run[0].start, run[-1].end
        one = Node(parent.source, kind, start, end, parent=parent, parts=run)
        one.known_key = (b"name " + b"".join(each.text for each in run),)
        one.known_group = (f"{ENTRIES} {number}",)
        yield one
    yield last


def _in_pairs(parent: Node, nodes: Sequence[Node]) -> Iterator[Node]:
    """The children of a list, each key with its value as one node; as they are, if they are not
    two by two."""
    comments = parent.source.profile.comments
    is_held = [node.named and node.type not in comments for node in nodes]
    keys = [at for at, held in enumerate(is_held) if held][::2]
    if sum(is_held) % 2 or not all(is_held[at + 1] for at in keys):
        yield from nodes
        return
    values = {at + 1 for at in keys}
    for at, node in enumerate(nodes):
        if at in values:
            continue
        if not is_held[at]:
            yield node
            continue
        run = [node, nodes[at + 1]]
        one = Node(parent.source, PAIR, node.start, run[1].end, parent=parent, parts=run)
        one.known_key = (b"name " + node.text,)
        one.known_group = (f"{ENTRIES} {PAIR}",)
        for part in run:
            part.parent = one
            part.role = ""
        yield one


def _under_heads(parent: Node, nodes: Sequence[Node]) -> Iterator[Node]:
    """The children of a list, each head with what stands under it as one node; that is known by
    the head."""
    profile = parent.source.profile
    runs: list[list[Node]] = []
    for node in nodes:
        kind = profile.headed.get(runs[-1][0].type) if runs else None
        if node.type in profile.headed or kind in (None, node.type):
            runs.append([node])
        else:
            runs[-1].append(node)
    for run in runs:
        kind = profile.headed.get(run[0].type)
        rules = enumerate(profile.unordered)
        number = next(
            (n for n, each in rules if parent.type in each.parents and kind in each.items), -1
        )
        if kind is None or number < 0:
            yield from run
            continue
        one = Node(parent.source, kind, run[0].start, run[-1].end, parent=parent, parts=run)
        text = run[0].text
        one.known_key = (b"name " + (text.lower() if profile.caseless else text),)
        one.known_group = (f"{ENTRIES} {number}",)
        for part in run:
            part.parent = one
        yield one


def _in_groups(parent: Node, nodes: Sequence[Node], out: frozenset[str]) -> Iterator[Node]:
    """The children of a list, those between two separators as one node of the list's type."""
    out |= parent.source.profile.comments
    text = parent.source.text
    run: list[Node] = []
    for node in nodes:
        alone = not node.named or node.type in out
        if run and (alone or separator_of(text[run[-1].end : node.start])):
            yield _group(parent, run)
            run = []
        if alone:
            yield node
        else:
            run.append(node)
    if run:
        yield _group(parent, run)


def _group(parent: Node, run: list[Node]) -> Node:
    one = Node(parent.source, parent.type, run[0].start, run[-1].end, parent=parent, parts=run)
    for node in run:
        node.parent = one
    return one


def _given_up(node: Node) -> list[Node]:
    """Comments at the end of a node that ends where the next begins, no deeper than the node
    itself: they stand above what comes next, and are made siblings."""
    comments = node.source.profile.comments
    last = node.syntax
    found: list[Node] = []
    if last is None or not last.child_count:
        return found
    while last is not None and last.child_count and last.type not in node.source.profile.atomic:
        within = (each for each in reversed(last.children) if each.start_byte < node.end)
        last = next((each for each in within if (each.text or b"").strip()), None)
        if last is None:
            break
        if last.type in comments:
            above = _trimmed(node.source.text, node.start, last.start_byte)[1]
            gap = node.source.text[above : last.start_byte]
            if above <= node.start or b"\n" not in gap or _is_deeper(last, node):
                break
            start, end = _trimmed(node.source.text, last.start_byte, node.end)
            comment = Node(node.source, last.type, start, end, syntax=last, parent=node.parent)
            found.insert(0, comment)
            node.end = above
            last = node.syntax
    return found


def _is_deeper(comment: tree_sitter.Node, node: Node) -> bool:
    syntax = node.syntax
    return syntax is not None and comment.start_point.column > syntax.start_point.column


def _add_unowned(parent: Node, start: int, end: int, found: list[Node]) -> None:
    start, end = _trimmed(parent.source.text, start, end)
    text = parent.source.text[start:end]
    if start < end and text not in (*_separators(parent), MARK):
        found.append(Node(parent.source, "", start, end, named=False, parent=parent))


def _trimmed(text: bytes, start: int, end: int) -> tuple[int, int]:
    if start >= end:
        return start, start
    piece = text[start:end]
    stripped = piece.lstrip(BLANKS)
    start += len(piece) - len(stripped)
    return start, start + len(stripped.rstrip(BLANKS))
