"""Names that code uses where nothing binds them any more: as `scopes`, by the syntax tree.

What binds a name, and where, is told by conventions that grammars share, so it is told roughly.
Roughly will do: only a name counts that one side took away and the other put in, and that no
input leaves unbound in the same rough way.  A grammar with other conventions finds nothing.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise
from typing import Final, NamedTuple

from tree_sitter import Node, Tree

from agentfs.merge.verify.findings import Finding, unbound
from agentfs.merge.verify.inputs import texts
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.texts import lines_of
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.names import called
from agentfs.merge.verify.words.counts import NAME, name_changes, taken_and_used
from agentfs.merge.verify.words.moves import has_moved
from agentfs.syntax.naming import is_import

_SELF: Final = rb"\b(?:this|self|Self)(?:\.|->|::)"
_OF_SELF: Final = re.compile(_SELF + rb"\Z")
_MEMBERS: Final = re.compile(_SELF + rb"([\w$]+)")
_OF_OTHERS: Final = (b".", b"->", b"::", b"@", b":")
"""What comes before a name that some other thing has."""
_LABEL: Final = re.compile(rb"\s?(?::(?!:)|=(?!=))")
"""What comes behind a name that is a label, or is given a value."""

_BINDING: Final = frozenset(
    ("name", "pattern", "left", "alias", "declarator", "parameter", "parameters", "key_name")
)
"""Fields with a name that is bound there, if the way to it has none of the next ones."""
_USING: Final = frozenset(
    (
        *("type", "value", "right", "default", "default_value", "body", "return_type", "object"),
        *("function", "arguments", "argument", "operand", "condition", "superclass", "interfaces"),
    )
)
_INSIDE: Final = frozenset(("parameter", "parameters", "pattern"))
"""Fields whose names are known in what has the field, and not around it."""
_OTHERS_NAME: Final = re.compile(
    "call|invocation|selector|access|scoped|qualified|attribute|element|binary"
)
"""Kinds of nodes whose name is one that something else has."""
_CHANGING: Final = re.compile("assignment_(?:expression|statement)")
"""Kinds of nodes that give what is bound another value."""
_BINDER: Final = re.compile(
    "param|pattern|declarator|catch|rescue|variable_declaration|initialized_identifier"
)
_DECLARATION: Final = re.compile("declaration|definition")
_REGION: Final = re.compile(
    "block|body|program|source_file|translation_unit|module|function|method"
    "|constructor|lambda|closure|arrow|arm|case|clause|for_|foreach|if_|while_|do_"
    "|class|interface|trait|impl|enum|struct"
)
"""Kinds of nodes that what is bound in them is known in."""
_FUNCTION: Final = re.compile("function_def|function_decl|anonymous_function|method_decl")
"""Kinds of nodes that what needs no declaration is known in."""
_HEAD: Final = re.compile("param|declarator|signature")
"""Kinds of nodes that are none of those: ``function_parameters``."""
_MEMBER: Final = re.compile(
    "method|function|field|property|accessor|signature|initialized_identifier|static_final"
)
_SOURCE: Final = "source"
"""The field of what is imported from, where that binds no name of its own."""
_PROSE: Final = re.compile("comment|string")
_LAST: Final = re.compile(rb"(?:/v\d+)?[\"'`]|(?![-./:\w])")
"""What comes behind the part of an import's path that is its name."""
_METHOD: Final = re.compile("method_(?!param)")
"""Kinds of nodes whose name is only called: ``name()``."""
_CALL: Final = re.compile(rb"!?\s?\(")
_DEEPEST: Final = 4
"""How many nodes there may be from a name to the one that says that it is bound."""


def left_unbound(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    profile = judged.profile
    if not (profile.definitions or profile.calls) or _is_open(judged):
        return
    names = _in_question(judged)
    if not names or judged.stated.tree.root_node.has_error:
        return
    found = _unbound(judged.stated, names)
    if not found or any(each.tree.root_node.has_error for each in judged.known):
        return
    questioned = {use.name for use in found}
    known = {use for each in judged.known for use in _unbound(each, questioned)}
    for use in sorted(found.keys() - known):
        yield unbound(use.name.decode("utf-8", "replace"), found[use] + 1)


def _is_open(judged: Judged) -> bool:
    """Whether the result imports what base does not, and does not say which names that brings."""
    old = set(judged.inputs[0].split(b"\n"))
    return any(
        line not in old and judged.profile.sweeping.search(line) and texts.is_import(line.strip())
        for line in judged.result.split(b"\n")
    )


def _in_question(judged: Judged) -> set[bytes]:
    """Names that one side took away and the other uses more often; and names of base that one
    side uses more often, if the other moved lines: maybe away from what binds them."""
    base, left, right = judged.inputs
    ours, theirs = map(name_changes, judged.changed)
    found = taken_and_used(ours, theirs)
    known = {*NAME.findall(base)} if ours.put or theirs.put else set()
    for put, side, other in ((ours.put, left, right), (theirs.put, right, left)):
        used = (put & known) - {*_MEMBERS.findall(side)} if put else put
        if used and has_moved(lines_of(base), lines_of(other)):
            found |= used
    return found


class _Use(NamedTuple):
    name: bytes
    called: bool


@dataclass
class _Names:
    """Where some names are bound, and where they are used."""

    regions: dict[_Use, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """The bytes in which a name can be used so."""
    members: set[bytes] = field(default_factory=set)
    """Names that something has: `self.name`."""
    uses: list[tuple[_Use, Node, bool]] = field(default_factory=list)
    """Each with whether it is that of `self`."""

    def bind(self, name: bytes, region: tuple[int, int], binder: str) -> None:
        """`binder`: the type of the node that does it."""
        self.regions[_Use(name, called=True)].append(region)
        if not _METHOD.search(binder):
            self.regions[_Use(name, called=False)].append(region)
        if _MEMBER.search(binder):
            self.members.add(name)

    def unbound(self) -> dict[_Use, int]:
        """Each with the row where it is first."""
        rows: dict[_Use, int] = {}
        for use, node, of_self in self.uses:
            regions = self.regions.get(use, ())
            bound = any(start <= node.start_byte < end for start, end in regions)
            if use.name not in self.members if of_self else not bound:
                rows.setdefault(use, node.start_point.row)
        return rows


def _unbound(text: Things, names: Iterable[bytes]) -> dict[_Use, int]:
    """How those of the names are used where nothing binds them, and on which row, first."""
    wanted, found = set(names), _Names()
    for each in NAME.finditer(text.text):
        if each[0] in wanted:
            _add(each, way_to(each.start(), text.tree), text, found)
    return found.unbound()


def way_to(at: int, tree: Tree) -> list[tuple[Node, str]]:
    """From the leaf at that byte to the root; each with the field that it is in."""
    cursor = tree.walk()
    way = []
    while True:
        node = cursor.node
        assert node is not None
        way.append((node, cursor.field_name or ""))
        if cursor.goto_first_child_for_byte(at) is None:
            return way[::-1]


def _add(word: re.Match[bytes], way: list[tuple[Node, str]], text: Things, found: _Names) -> None:
    """Note what the word, which is at the start of the way, does."""
    name, profile, content = word[0], text.profile, text.text
    top = next((at for at, (each, _) in enumerate(way) if is_import(each, profile)), None)
    if top is not None:
        is_path = any(role == _SOURCE for _, role in way[:top])
        if is_path or _is_renamed(way[: top + 1]):
            return
        if _LAST.match(content, word.end()):
            found.bind(name, _region(way[top + 1 :]), way[top][0].type)
        return
    way = way[next(at for at, (each, _) in enumerate(way) if each.end_byte >= word.end()) :]
    node = way[0][0]
    whole = (node.start_byte, node.end_byte) == word.span() and node.is_named
    if not whole or _PROSE.search(node.type):
        return
    if not profile.definitions:
        region = called.region_of(way, profile)
        if region is not None:
            found.bind(name, region, way[1][0].type)
            return
    elif (binder := _binder(way, profile.assigning)) is not None:
        around = list(dropwhile(lambda each: each[0].type in profile.wrappers, way[binder:]))
        found.bind(name, _region(around, profile.tails), _kind(way[binder - 1 :]))
        return
    before = content[max(0, word.start() - 8) : word.start()]
    of_self = _OF_SELF.search(before) is not None
    is_label = "type" not in node.type and _LABEL.match(content, word.end())
    if of_self or not (before.endswith(_OF_OTHERS) or is_label):
        use = _Use(name, called=_CALL.match(content, word.end()) is not None)
        found.uses.append((use, node, of_self))


def _is_renamed(way: list[tuple[Node, str]]) -> bool:
    """Whether what is imported under the name at the start of the way gets another one."""
    return any(
        (role != "alias" and parent.child_by_field_name("alias") is not None)
        or (role == "path" and parent.child_by_field_name("name") is not None)
        for (_, role), (parent, _) in pairwise(way)
    )


def _binder(way: list[tuple[Node, str]], assigning: frozenset[str]) -> int | None:
    """From where on the way that is looked for which the name at its start is known in, if it
    is bound there."""
    for at, ((_, role), (parent, _)) in enumerate(pairwise(way[: _DEEPEST + 1])):
        kind = parent.type
        if role in _USING:
            return None
        if kind in assigning:
            known = (at for at, (node, _) in enumerate(way) if _FUNCTION.match(node.type))
            return next(known, len(way))
        if _CHANGING.search(kind):
            return None
        if role in _BINDING:
            if role in ("name", "left") and _OTHERS_NAME.search(kind):
                return None
            return at + (1 if role in _INSIDE else 3 if kind == "function_declarator" else 2)
        if not at and not role and _is_given(way[0][0]):
            return None
        if "type" not in kind and _BINDER.search(kind):
            return at + 2
        if not at and not role and _DECLARATION.search(kind):
            return 2
        if "call" in kind or "body" in kind or "block" in kind:
            return None
    return None


def _is_given(node: Node) -> bool:
    """Whether it is what something gets as its value."""
    before = node.prev_sibling
    return before is not None and before.text == b"="


def _kind(way: list[tuple[Node, str]]) -> str:
    """The type of what binds a name; of a declarator, with those around it: fields have them, and
    variables."""
    kinds = [node.type for node, _ in way[:3]]
    return " ".join(kinds) if kinds[0].endswith("_declarator") else kinds[0]


def _region(
    way: Iterable[tuple[Node, str]], tails: frozenset[str] = frozenset()
) -> tuple[int, int]:
    for node, _ in way:
        after = node.next_named_sibling
        if after is not None and (after.type in tails or _is_its_block(node, after)):
            return node.start_byte, after.end_byte
        if _REGION.search(node.type) and not _HEAD.search(node.type):
            return node.start_byte, node.end_byte
    return 0, sys.maxsize


def _is_its_block(node: Node, after: Node) -> bool:
    """Whether what stands behind a `catch` is what is done then: elsewhere that is in it."""
    return "catch" in node.type and after.type == "block"
