"""Names that nothing binds where they stand, in a language whose profile says what binds names.

A name is known in all of the node that binds it, and nowhere else.  What another file or the
language brings is unbound in an input, too, and so is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from agentfs.merge.verify.findings import Finding, unbound
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.words.counts import name_changes, taken_and_used
from agentfs.syntax.places import nodes_at
from agentfs.syntax.profile import Lexical

_NOTHING: Final[frozenset[bytes]] = frozenset()


def left_unbound(judged: Judged) -> Iterator[Finding]:
    """Raises GrammarMissing."""
    lexical = judged.profile.lexical
    wanted = taken_and_used(*map(name_changes, judged.changed)) if lexical is not None else set()
    if lexical is None or not wanted:
        return
    found = {name: row for name, row in _unbound(judged.stated, lexical).items() if name in wanted}
    if found:
        known = {name for each in judged.known for name in _unbound(each, lexical)}
        for name in sorted(found.keys() - known):
            yield unbound(name.decode("utf-8", "replace"), found[name] + 1)


def _unbound(text: Things, lexical: Lexical) -> dict[bytes, int]:
    """Each with the row where it is first."""
    rows: dict[bytes, int] = {}
    waiting: list[tuple[Node, frozenset[bytes]]] = [(text.tree.root_node, _NOTHING)]
    while waiting:
        node, bound = waiting.pop()
        if place := lexical.uses.get(node.type):
            for name in nodes_at(node, place):
                if (name.text or b"") not in bound:
                    rows.setdefault(name.text or b"", name.start_point.row)
        if places := lexical.binds.get(node.type):
            bound |= {each.text or b"" for place in places for each in nodes_at(node, place)}
        waiting += ((child, bound) for child in reversed(node.named_children))
    return rows
