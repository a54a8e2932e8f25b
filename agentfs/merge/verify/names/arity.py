"""Uses of a function or a structure with as many values as it had before: one side gave it another
number of parameters, the other uses it once more.

Only what is stated once in each text, under its own name, counts, and only if the side that
changed it has no use left with the old number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from tree_sitter import Node

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.names.bindings import way_to
from agentfs.merge.verify.words.counts import name_changes
from agentfs.syntax.naming import definition_key
from agentfs.syntax.places import nodes_at
from agentfs.syntax.profile import Arity

FREQUENT: Final = 100
"""Times that a text has a name; where it is there more often, nothing is looked for."""
_FARTHEST: Final = 8
"""How many nodes up from a name what it states or uses may be."""
_TAKING: Final = re.compile(rb"\b([A-Za-z_]\w*+)(?=(?:[ \t]+\w++[ \t]*=)?[ \t]*[({])")
"""A name that takes values: `name(`, `name{`, `struct name it = {`."""
_USED: Final = re.compile(rb"[\w$]+\Z")


@dataclass
class _Known:
    """What a text says of one name."""

    sizes: list[int | None] = field(default_factory=list)
    """Of what it states under that name; None if there may be any number."""
    is_member: bool = False
    uses: dict[int, int] = field(default_factory=dict)
    """The number of values, and the last row of such a use."""
    of_others: dict[int, int] = field(default_factory=dict)
    """The same of what something else has: `x.name`."""

    @property
    def size(self) -> int | None:
        return self.sizes[0] if len(self.sizes) == 1 else None

    @property
    def mine(self) -> Mapping[int, int]:
        return self.of_others if self.is_member else self.uses


def outdated(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    rules = judged.profile.arities
    names = _in_question(judged) if rules else set()
    names = {name for name in names if judged.result.count(name) <= FREQUENT}
    if not names or judged.stated.tree.root_node.has_error:
        return
    made = _read(judged.stated, names, rules)
    made = {name: each for name, each in made.items() if each.size is not None and each.mine}
    if not made or any(each.tree.root_node.has_error for each in judged.known):
        return
    base, left, right = (_read(each, set(made), rules) for each in judged.known)
    for name in sorted(made.keys() & base.keys() & left.keys() & right.keys()):
        for mine, other in ((left[name], right[name]), (right[name], left[name])):
            old = base[name].size
            if old is None or old != other.size or mine.size not in {made[name].size} - {old, None}:
                continue
            is_told = not made[name].is_member or mine.size in mine.mine
            if is_told and old in made[name].mine and old not in mine.mine:
                what = name.decode("utf-8", "replace")
                reason = f"one side gave `{what}` {mine.size} values, the other uses it with {old}"
                yield Finding(FindingKind.UNDEFINED, what, made[name].mine[old] + 1, reason)


def _in_question(judged: Judged) -> set[bytes]:
    """Names that one side uses more often than base, and the other knows."""
    found: set[bytes] = set()
    base, left, right = judged.inputs
    sides = (left, right), (right, left)
    for changed, (side, other) in zip(judged.changed, sides, strict=True):
        put = name_changes(changed).put
        fresh = {*side.split(b"\n")} - {*base.split(b"\n")} if put else ()
        taking = {name for line in fresh for name in _TAKING.findall(line)}
        found |= {name for name in put & taking if name in base and name in other}
    return found


def _read(text: Things, names: set[bytes], rules: tuple[Arity, ...]) -> dict[bytes, _Known]:
    found = {name: _Known() for name in names}
    any_of_them = rb"(?<![\w$])(?:%b)(?![\w$])" % b"|".join(map(re.escape, sorted(names)))
    for each in re.finditer(any_of_them, text.text):
        way = [node for node, _ in way_to(each.start(), text.tree)]
        _add(found[each[0]], each, way, text, rules)
    return found


def _add(
    known: _Known,
    word: re.Match[bytes],
    way: list[Node],
    text: Things,
    rules: tuple[Arity, ...],
) -> None:
    """Note what the word, which is at the start of the way, states or uses."""
    for node, rule in product(way[1:_FARTHEST], rules):
        for path in rule.definitions.get(node.type, ()):
            held = next(iter(nodes_at(node, path)), None)
            if held and word.end() <= held.start_byte and _names(node, word[0], text):
                owned = any(each.type in rule.owned for each in held.named_children)
                known.is_member |= owned or node.type in rule.owned
                known.sizes.append(_size(held, rule))
        if node.type in rule.uses:
            callee, values = rule.uses[node.type]
            used, given = (next(iter(nodes_at(node, path)), None) for path in (callee, values))
            if used and given and used.end_byte == word.end() and given.type in rule.lists:
                _note(known, used, given, rule)


def _names(node: Node, name: bytes, text: Things) -> bool:
    return definition_key(node, text.profile).encode().rpartition(b".")[2] == name


def _note(known: _Known, used: Node, given: Node, rule: Arity) -> None:
    size = _size(given, rule)
    if size is None:
        return
    # `struct name` is its type's alone, too.
    alone = _USED.match((used.text or b"").removeprefix(b"struct ")) is not None
    uses = known.uses if alone else known.of_others
    uses[size] = used.start_point.row


def _size(held: Node, rule: Arity) -> int | None:
    """How many values there are; None if that cannot be told."""
    size = 0
    for child in held.named_children:
        if child.type in rule.open:
            return None
        if child.type not in rule.owned and not child.is_extra and child.text not in rule.nothing:
            size += max(1, len(child.children_by_field_name(rule.several)) if rule.several else 1)
    lone = held.named_children[0] if len(held.named_children) == 1 else None
    return None if lone is not None and lone.type in rule.uses and rule.spreads else size
