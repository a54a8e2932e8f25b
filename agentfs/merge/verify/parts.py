"""Entries of one list of which one says all that the other says a part of, so that their order
has a meaning, where no input has the two together: ``margin`` and ``margin-left``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    things = Things(tree, profile)
    parents = {
        each.parent.node.id: each.parent
        for spot in things.spots(sorted(fresh))
        if spot.node.start_point.row in fresh
        for each in things.stated(spot)
    }
    found = dict(_pairs(things, parents.values(), profile))
    if not found:
        return
    for text in texts:
        known = Things(parse_tree(profile.grammar, text), profile)
        lists = {spot.up.node.id: spot.up for spot in known.spots(None) if spot.up is not None}
        for pair, _ in _pairs(known, lists.values(), profile):
            found.pop(pair, None)
    for (_, whole, part), row in found.items():
        what = part.decode("utf-8", "replace")
        reason = f"the result has `{whole.decode('utf-8', 'replace')}` and `{what}`, no input does"
        yield Finding(FindingKind.DOUBLED, what, row + 1, reason)


def _pairs(
    things: Things, parents: Iterable[Spot], profile: Profile
) -> Iterator[tuple[_Pair, int]]:
    """Wholes and parts in one parent, and the row of the part."""
    for parent in parents:
        rows = {
            each.key.text: spot.node.start_point.row
            for spot in things.below(parent)
            for each in things.stated(spot)
        }
        for whole in rows.keys() & profile.wholes:
            for key in rows.keys() - profile.apart:
                if key.startswith(whole + profile.part):
                    yield (things.place(parent), whole, key), rows[key]
