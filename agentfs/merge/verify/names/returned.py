"""A `return` that one side put into a function which, since the other side, gives back another
type.

Only if that side has none of the old `return` statements any more, or, if there were none, another
last statement: then the type is one to which the old values do not belong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from tree_sitter import Node

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.syntax.naming import definition_key

_RETURN: Final = re.compile(rb"\breturn\b")
_RETURNING: Final = re.compile("return_(?:statement|expression)")
_HEAD: Final = re.compile(rb"([A-Za-z_$][\w$]*)\s*(?:<.*>|\[.*\])?\(|\A\s*([-+)])")
"""What the line of a function's head has: its name, the end of its parameters, or a method's sign
in Objective-C."""
_TYPES: Final = ("result", "return_type", "type")
"""Fields of what a function gives back."""
_INNER: Final = re.compile("func|lambda|closure|method|arrow")
_GENERIC: Final = re.compile(rb"<.*>|\s", re.DOTALL)


class _Function(NamedTuple):
    type: bytes
    returns: Counter[bytes]
    last: bytes
    """Its last statement."""
    row: int


def returned_otherwise(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    if not judged.profile.definitions:
        return
    for number, other in enumerate(judged.changed[::-1], 1):
        mine = judged.changed[number - 1]
        heads = [{each for line in lines for each in _HEAD.findall(line)} for lines in mine]
        if heads[0].isdisjoint(heads[1]) or not any(map(_RETURN.search, other.more)):
            continue
        if any(each.tree.root_node.has_error for each in (*judged.known, judged.stated)):
            return
        known = (judged.known[0], judged.known[number], judged.known[3 - number], judged.stated)
        base, side, there, made = map(_functions, known)
        for key in sorted(base.keys() & side.keys() & there.keys() & made.keys()):
            was, now, still = base[key], side[key], there[key]
            if was.type != still.type or now.type in (was.type, b"") or not was.type:
                continue
            kept = was.returns & now.returns if was.returns else was.last == now.last
            fresh = still.returns - was.returns - now.returns
            if not kept and fresh & made[key].returns:
                reason = (
                    f"one side lets `{key}` give back another type, the other returns once more"
                )
                yield Finding(FindingKind.UNDEFINED, key, made[key].row + 1, reason)


def _functions(things: Things) -> dict[str, _Function]:
    """Those of which there is one of that name."""
    profile = things.profile
    found: dict[str, list[Node]] = {}
    for location in things.members():
        if profile.definitions.get(location.node.type) == "function":
            found.setdefault(definition_key(location.node, profile), []).append(location.node)
    return {key: _function(nodes[0]) for key, nodes in found.items() if key and len(nodes) == 1}


def _function(node: Node) -> _Function:
    said = next(filter(None, map(node.child_by_field_name, _TYPES)), None)
    body = node.child_by_field_name("body")
    statements = body.named_children if body is not None else []
    while len(statements) == 1 and statements[0].type == "statement_list":
        statements = statements[0].named_children
    kind = _GENERIC.sub(b"", said.text or b"") if said is not None else b"-"
    last = statements[-1].text or b"" if statements else b""
    returns = Counter(_returns(body)) if body is not None else Counter[bytes]()
    return _Function(kind, returns, last, node.start_point.row)


def _returns(body: Node) -> Iterator[bytes]:
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if _RETURNING.search(node.type):
            yield b" ".join((node.text or b"").split())
        waiting += [each for each in node.named_children if not _INNER.search(each.type)]
