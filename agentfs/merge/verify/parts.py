"""Entries of one list of which one says all that the other says a part of, so that their order
has a meaning, where no input has the two together: ``margin`` and ``margin-left``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tree_sitter import Tree

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.things import Place, Spot, Things
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.profile import Profile

_Pair = tuple[Place, bytes, bytes]


def overridden(
    texts: tuple[bytes, bytes, bytes],
    result: bytes,
    tree: Tree,
    profile: Profile,
    fresh: set[int],
) -> Iterator[Finding]:
    """`fresh`: rows of the result that are not of base.  The inputs are parsed only if something
    looks wrong."""
    found = dict(_pairs(Things(tree, profile), sorted(fresh)))
    if not found:
        return
    for text in texts:
        for pair, _ in _pairs(Things(parse_tree(profile.grammar, text), profile), None):
            found.pop(pair, None)
    for (_, whole, part), row in found.items():
        what = part.decode("utf-8", "replace")
        reason = f"the result has `{whole.decode('utf-8', 'replace')}` and `{what}`, no input does"
        yield Finding(FindingKind.DOUBLED, what, row + 1, reason)


def _pairs(things: Things, rows: Sequence[int] | None) -> Iterator[tuple[_Pair, int]]:
    """Wholes and parts in one parent, and the row of the part, in lists that have a whole or a
    part on one of the rows; None: any row."""
    profile = things.profile
    lists: dict[int, dict[bytes, int]] = {}
    parents: dict[int, Spot] = {}
    for spot in things.spots(rows):
        if spot.node.type in profile.unique:
            for each in things.stated(spot):
                parent = each.parent.node.id
                parents[parent] = each.parent
                lists.setdefault(parent, {})[each.key.text] = spot.node.start_point.row
    for parent, keys in lists.items():
        if rows is not None:
            if not any(key.startswith(tuple(profile.wholes)) for key in keys):
                continue
            inner = (spot for spot in things.below(parents[parent]))
            keys = {
                each.key.text: spot.node.start_point.row
                for spot in inner
                if spot.node.type in profile.unique
                for each in things.stated(spot)
            }
        for whole in keys.keys() & profile.wholes:
            for key in keys.keys() - profile.apart:
                if key.startswith(whole + profile.part):
                    yield (things.place(parents[parent]), whole, key), keys[key]
