"""Members of one name in two definitions that are one: a method in two `impl` blocks of a type.

What is there under a condition is left out: two of one name may exclude each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tree_sitter import Node

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.syntax.grammars import nodes_of
from agentfs.syntax.naming import condition_above, definition_key

_Member = tuple[bytes, str]
"""The head of what it is in, and its own name."""


def doubled_in_others(judged: Judged) -> Iterator[Finding]:
    """The inputs are parsed only if something is there twice."""
    if not judged.profile.reopened:
        return
    found = _twice(judged.stated)
    known = {member for each in judged.known for member in _twice(each)} if found else set()
    for member in sorted(found.keys() - known):
        reason = f"the result states `{member[1]}` in two parts of one definition, no input does"
        yield Finding(FindingKind.DOUBLED, member[1], found[member] + 1, reason)


def _twice(things: Things) -> dict[_Member, int]:
    """Each with the last row where it is."""
    parts: dict[bytes, list[Node]] = defaultdict(list)
    for node in nodes_of(things.tree, things.profile.reopened):
        body = node.child_by_field_name("body")
        if body is not None and not condition_above(node, things.profile):
            head = b" ".join(things.text[node.start_byte : body.start_byte].split())
            parts[head].append(body)
    rows: dict[_Member, int] = {}
    for head, bodies in parts.items():
        seen: dict[tuple[int, str], Node] = {}
        for body in bodies if len(bodies) > 1 else ():
            around = body.parent.parent if body.parent is not None else None
            for member in body.named_children:
                name = definition_key(member, things.profile)
                if name and not condition_above(member, things.profile):
                    first = seen.setdefault((around.id if around is not None else 0, name), body)
                    if first != body:
                        rows[head, name] = member.start_point.row
    return rows
