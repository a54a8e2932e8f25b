"""What one side made a constant, while the other gives it another value once more.

Each is right for itself, and the result does not run.  What is declared is told by the profile;
what gives it a value by conventions that grammars share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tree_sitter import Node

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.names.bindings import way_to
from agentfs.merge.verify.words.counts import NAME
from agentfs.syntax.places import nodes_at
from agentfs.syntax.profile import Profile

_GIVEN: Final = re.compile(
    rb"(?:\+\+|--)\s*([A-Za-z_$][\w$]*)|(?<![\w$.])([A-Za-z_$][\w$]*)"
    rb"\s*(?:\+\+|--|(?:[-+*/%&|^]|<<|>>>?|\*\*|\|\||&&|\?\?)?=(?![=>]))"
)
_GIVING: Final = re.compile("assign|update|AssignExpr")
_TARGETS: Final = frozenset({"left", "argument", "operand", "target"})


def given_anew(judged: Judged) -> Iterator[Finding]:
    """Raises GrammarMissing."""
    if not judged.profile.declared:
        return
    names = _in_question(judged)
    if not names:
        return
    found = _given_constants(judged.stated, names)
    if not found:
        return
    known = [_given_constants(each, names) for each in judged.known]
    for name, rows in sorted(found.items()):
        if len(rows) > max(len(each.get(name, ())) for each in known):
            what = name.decode("utf-8", "replace")
            reason = f"one side made `{what}` a constant, the other gives it another value"
            yield Finding(FindingKind.BROKEN, what, rows[0] + 1, reason)


def _in_question(judged: Judged) -> set[bytes]:
    """Names to which one side gives a value in new lines, and that are in lines of the other that
    are new."""
    ours, theirs = (each.more for each in judged.changed)
    found = set()
    for lines, others in ((ours, theirs), (theirs, ours)):
        names = {one or other for line in lines for one, other in _GIVEN.findall(line)}
        found |= names and names & {name for line in others for name in NAME.findall(line)}
    return found


def _given_constants(things: Things, names: set[bytes]) -> dict[bytes, list[int]]:
    """The rows in which a constant is given a value that is not its first."""
    found: dict[bytes, list[int]] = {}
    for each in NAME.finditer(things.text):
        if each[0] not in names:
            continue
        way = way_to(each.start(), things.tree)
        giving = _giving(way, each.end())
        if giving is not None and _is_constant(each[0], way[giving:], things.profile):
            found.setdefault(each[0], []).append(way[0][0].start_point.row)
    return found


def _giving(way: list[tuple[Node, str]], end: int) -> int | None:
    """Where on the way the node is that gives a value to the name at its start."""
    for at, ((node, role), (around, _)) in enumerate(pairwise(way)):
        if (node.start_byte, node.end_byte) != (way[0][0].start_byte, end):
            return None
        is_target = role in _TARGETS or (not role and node.start_byte == around.start_byte)
        if is_target and _GIVING.search(around.type):
            return at + 1
    return None


def _is_constant(name: bytes, way: list[tuple[Node, str]], profile: Profile) -> bool:
    """Whether the nearest declaration around the start of the way is one of a constant."""
    start = way[0][0].start_byte
    for node, _ in way[1:]:
        parameters = node.child_by_field_name("parameters")
        if parameters is not None and name in NAME.findall(parameters.text or b""):
            return False
        for child in reversed(node.named_children):
            if child.start_byte < start and child.type in profile.declared:
                place, constant = profile.declared[child.type]
                if any(each.text == name for each in nodes_at(child, place)):
                    return constant.match(child.text or b"") is not None
    return False
