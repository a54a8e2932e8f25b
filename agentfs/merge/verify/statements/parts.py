"""Entries of one list of which one says all that the other says a part of, so that their order
has a meaning, where no input has the two together: ``margin`` and ``margin-left``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Address, Location, Things
from agentfs.syntax.profile import Parts

_Pair = tuple[Address, bytes, bytes]


def overridden(judged: Judged, fresh: set[int]) -> Iterator[Finding]:
    """Only where the profile names the wholes.  `fresh`: rows of the result that are not of base.
    The inputs are parsed only if something looks wrong."""
    parts = judged.profile.parts
    if parts is None or not parts.wholes:
        return
    found = dict(_pairs(judged.stated, parts, sorted(fresh)))
    if not found:
        return
    base, left, right = judged.known
    for things in judged.known:
        for pair, _ in _pairs(things, parts, None):
            other = {id(left): right, id(right): left}.get(id(things))
            if other is None or not _is_changed(pair, base, other):
                found.pop(pair, None)
    for (_, whole, part), row in found.items():
        what = part.decode("utf-8", "replace")
        reason = (
            f"the result has `{whole.decode('utf-8', 'replace')}` and `{what}`, one side's each"
        )
        yield Finding(FindingKind.DOUBLED, what, row + 1, reason)


def _is_changed(pair: _Pair, base: Things, other: Things) -> bool:
    """Whether a side changed the part, of which there was no whole."""
    address, whole, part = pair
    was, becomes = (
        {key: each.text.split(b"\n")[row] for key, row in _keys_in(address, each).items()}
        for each in (base, other)
    )
    return whole not in was and part in was and part in becomes and was[part] != becomes[part]


def _keys_in(address: Address, things: Things) -> Mapping[bytes, int]:
    entries = _entries(things, things.locations(None)).values()
    return next((keys for parent, keys in entries if things.address(parent) == address), {})


def _pairs(things: Things, parts: Parts, rows: Sequence[int] | None) -> Iterator[tuple[_Pair, int]]:
    """Wholes and parts in one parent, and the row of the part, in lists that have either on one
    of the rows; None: any row."""
    wholes = tuple(parts.wholes)
    for parent, touched in _entries(things, things.locations(rows)).values():
        keys = touched
        if rows is not None and any(key.startswith(wholes) for key in touched):
            known = _entries(things, things.below(parent))
            keys = known[parent.node.id][1] if parent.node.id in known else touched
        for whole in keys.keys() & parts.wholes:
            for key in keys.keys() - parts.apart:
                if key.startswith(whole + parts.between):
                    yield (things.address(parent), whole, key), keys[key]


def _entries(
    things: Things, locations: Iterable[Location]
) -> Mapping[int, tuple[Location, Mapping[bytes, int]]]:
    """By the node of a list: what it is, and the keys of its entries with their rows."""
    parents: dict[int, Location] = {}
    keys: dict[int, dict[bytes, int]] = defaultdict(dict)
    for location in locations:
        for each in things.stated(location) if location.node.type in things.profile.unique else ():
            parents[each.parent.node.id] = each.parent
            keys[each.parent.node.id][each.key.text] = location.node.start_point.row
    return {number: (parent, keys[number]) for number, parent in parents.items()}
