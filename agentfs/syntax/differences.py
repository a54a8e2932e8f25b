"""What became of each definition from one text to another: added, changed, deleted, moved or
renamed, or several of these.

What follows from another difference is none of its own: the members of what was moved or
renamed, whose symbols change with its, and a definition whose number changes because another
of its name came or went.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agentfs.syntax.members import Member
from agentfs.syntax.pairing import Pairs, pair
from agentfs.syntax.rising import rising


@dataclass(frozen=True, slots=True)
class Difference:
    """`was` is the symbol in the old text, `symbol` that in the new one; "" if it is not there.
    They may differ where nothing was renamed: in the outer symbol, or in a number."""

    was: str
    symbol: str
    changed: bool = False
    """Its own text, otherwise than by a move or rename; in a class, without its members'."""
    moved: bool = False
    """Into another definition, or to another place among those that it still stands with."""
    renamed: bool = False

    @property
    def added(self) -> bool:
        return not self.was

    @property
    def deleted(self) -> bool:
        return not self.symbol

    @property
    def how(self) -> str:
        """In words: ``moved and changed``."""
        words = ("added", "deleted", "moved", "renamed", "changed")
        return " and ".join(word for word in words if getattr(self, word))


def differences(old: Sequence[Member], new: Sequence[Member]) -> tuple[Difference, ...]:
    """In the order of `new`, then what was deleted."""
    pairs = pair(old, new)
    back = {theirs: mine for mine, theirs in pairs.items()}
    reordered = frozenset(_reordered(old, pairs))
    found = [_difference(back.get(each), each, pairs, reordered) for each in new]
    found += [Difference(each.symbol, "") for each in old if each not in pairs]
    return tuple(each for each in found if each.how)


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a symbol comes from that is new, and whether it was ``moved`` or ``renamed``, by
    itself or with what it is in."""

    was: str
    how: str


def arrivals(old: Sequence[Member], new: Sequence[Member]) -> Mapping[str, Arrival]:
    """By symbol in the new text: those whose symbols changed, and not just in the number."""
    pairs = pair(old, new)
    return {
        theirs.symbol: Arrival(mine.symbol, _reason(mine, theirs, pairs))
        for mine, theirs in pairs.items()
        if mine.base != theirs.base
    }


def _difference(
    mine: Member | None, theirs: Member, pairs: Pairs, reordered: Collection[Member]
) -> Difference:
    if mine is None:
        return Difference("", theirs.symbol)
    if mine.base == theirs.base:
        changed = mine.own != theirs.own
    else:
        changed = mine.own_form != theirs.own_form
    moved, renamed = _shifted(mine, theirs, pairs)
    return Difference(
        *(mine.symbol, theirs.symbol),
        changed=changed,
        moved=moved or theirs in reordered,
        renamed=renamed,
    )


def _shifted(mine: Member, theirs: Member, pairs: Pairs) -> tuple[bool, bool]:
    """Whether it was moved to another owner, and whether it was renamed: itself, not its
    owner."""
    if mine.base == theirs.base:
        return False, False
    return not _correspond(mine.owner, theirs.owner, pairs), mine.role != theirs.role


def _reason(mine: Member, theirs: Member, pairs: Pairs) -> str:
    """What made the symbol of `mine` that of `theirs`; they differ."""
    moved, renamed = _shifted(mine, theirs, pairs)
    if renamed:
        return "renamed"
    if moved or mine.owner is None or theirs.owner is None:
        return "moved"
    return _reason(mine.owner, theirs.owner, pairs)


def _correspond(mine: Member | None, theirs: Member | None, pairs: Pairs) -> bool:
    return pairs.get(mine) is theirs if mine is not None else theirs is None


def _reordered(old: Sequence[Member], pairs: Pairs) -> Iterator[Member]:
    """The fewest definitions of the new text that must have been moved for the others to stand
    in their old order; the shorter ones, if others would do."""
    siblings: defaultdict[Member | None, list[Member]] = defaultdict(list)
    for mine in old:
        theirs = pairs.get(mine)
        if theirs is not None and _correspond(mine.container, theirs.container, pairs):
            siblings[theirs.container].append(theirs)
    for members in siblings.values():
        places = [each.number for each in members]
        sizes = [each.definition.end - each.definition.start for each in members]
        kept = {members[index] for index in rising(places, sizes)}
        yield from (each for each in members if each not in kept)
