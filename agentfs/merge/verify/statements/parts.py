"""Entries of one list of which one says all that the other says a part of, so that their order
has a meaning, where no input has the two together: ``margin`` and ``margin-left``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

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
    was = _Lists(base)
    for things, other in ((base, None), (left, _Lists(right)), (right, _Lists(left))):
        for pair, _ in _pairs(things, parts, None):
            if pair in found and (other is None or not _is_changed(pair, was, other)):
                del found[pair]
    for (_, whole, part), row in found.items():
        what = part.decode("utf-8", "replace")
        reason = (
            f"the result has `{whole.decode('utf-8', 'replace')}` and `{what}`, one side's each"
        )
        yield Finding(FindingKind.DOUBLED, what, row + 1, reason)


@dataclass(frozen=True)
class _Lists:
    things: Things

    def lines_at(self, address: Address) -> Mapping[bytes, bytes]:
        """Of each entry of the list that is there, by its key, the line."""
        return {key: self._lines[row] for key, row in self._rows.get(address, {}).items()}

    @cached_property
    def _lines(self) -> Sequence[bytes]:
        return self.things.text.split(b"\n")

    @cached_property
    def _rows(self) -> Mapping[Address, Mapping[bytes, int]]:
        entries = [*_entries(self.things, self.things.locations(None)).values()]
        # Of several lists at one address the first one counts.
        return {self.things.address(parent): keys for parent, keys in reversed(entries)}


def _is_changed(pair: _Pair, base: _Lists, other: _Lists) -> bool:
    """Whether a side changed the part, of which there was no whole."""
    address, whole, part = pair
    was, becomes = base.lines_at(address), other.lines_at(address)
    return whole not in was and part in was and part in becomes and was[part] != becomes[part]


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
