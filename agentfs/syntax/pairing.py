"""Which definition of one text is which of another.

Surest first: what bears the same symbol; then, of what is left, what has the same text and
name elsewhere (moved) or the same text under another name (renamed), then what has the same
name or place and nearly the same text.  The members of what was moved or renamed go with it.

Invariant: nothing is guessed.  A definition that could be one of several is none of them, but
for those of one name, where one must be the other or there would be more changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Final

from agentfs.syntax.members import Member
from agentfs.syntax.rising import rising

MOVED: Final = 0.6
"""The least similarity of a definition of the same name that was moved and changed, or of two
of one name if there were more or fewer of them before."""
RENAMED: Final = 0.8
"""The least similarity of a definition that was renamed and changed."""
FEWEST: Final = 10
"""Words of a definition from which on its text says which it is.  What was changed and moved or
renamed, or moved and renamed, has as many."""
LARGE: Final = 5_000
"""How often two definitions of a file are compared for being alike.  A save that changes so many
waits for no more than this; beyond, only equal texts count."""

Pairs = dict[Member, Member]
_Pair = tuple[Member, Member]
_Key = Callable[[Member], Hashable]


def pair(old: Sequence[Member], new: Sequence[Member]) -> Pairs:
    """From definitions in the old text to those in the new; each at most once."""
    pairing = _Pairing()
    pairing.same_symbols(old, new)
    while pairing.elsewhere(old, new):
        pass
    return pairing.pairs


def similarity(one: Member, other: Member) -> float:
    """The share of words that the two have in common (Dice's coefficient)."""
    total = one.size + other.size
    return 2 * (one.words & other.words).total() / total if total else 0.0


class _Pairing:
    def __init__(self) -> None:
        self.pairs: Pairs = {}
        self._taken: set[Member] = set()
        self._comparisons = LARGE

    def same_symbols(self, old: Iterable[Member], new: Iterable[Member]) -> None:
        """Pair what has the same symbol, but for its number."""

        def base(member: Member) -> Hashable:
            return member.base

        # In the order of the text: what is around others is paired before them.
        self._pair_groups(_grouped(old, new, base, base))

    def elsewhere(self, old: Iterable[Member], new: Iterable[Member]) -> bool:
        """Pair by the surest of the rules that finds anything; False if none does."""
        gone, come = self._free(old), self._free(new)
        if not gone or not come:
            return False
        for rule in (
            *(self._moved, self._renamed, self._moved_renamed),
            *(self._moved_changed, self._renamed_too, self._renamed_changed),
        ):
            if found := [*rule(gone, come)]:
                self._take_all(found)
                self._follow(old, new)
                return True
        return False

    def _moved(self, gone: list[Member], come: list[Member]) -> Iterator[_Pair]:
        def key(member: Member) -> Hashable:
            return member.kind, member.name, member.form

        for mine, theirs in _only_ones(_grouped(gone, come, key, key)):
            # Two classes that have nothing else in common may both have the same short method.
            if mine.size >= FEWEST or self._stands(mine.owner) or self._stands(theirs.owner):
                yield mine, theirs

    def _renamed(self, gone: list[Member], come: list[Member]) -> Iterator[_Pair]:
        return _only_ones(
            _grouped(
                *(gone, come),
                lambda member: (member.kind, member.form, self._owner_then(member)),
                lambda member: (member.kind, member.form, member.owner),
            )
        )

    def _moved_renamed(self, gone: list[Member], come: list[Member]) -> Iterator[_Pair]:
        def key(member: Member) -> Hashable:
            return member.kind, member.form

        only = _only_ones(_grouped(gone, come, key, key))
        return ((mine, theirs) for mine, theirs in only if mine.size >= FEWEST)

    @staticmethod
    def _moved_changed(gone: list[Member], come: list[Member]) -> Iterator[_Pair]:
        def key(member: Member) -> Hashable:
            return member.kind, member.name

        for mine, theirs in _only_ones(_grouped(_long(gone), _long(come), key, key)):
            if similarity(mine, theirs) >= MOVED:
                yield mine, theirs

    def _renamed_too(self, gone: list[Member], come: list[Member]) -> Iterator[_Pair]:
        """With another of its name: a type's implementation with the type."""
        pairs = self.pairs.items()
        names = {mine.base: theirs.base for mine, theirs in pairs if mine.base != theirs.base}
        groups = _grouped(
            *(gone, come),
            lambda member: (member.kind, names.get(member.base)),
            lambda member: (member.kind, member.base),
        )
        for mine, theirs in _only_ones(groups):
            if similarity(mine, theirs) >= MOVED:
                yield mine, theirs

    def _renamed_changed(self, gone: list[Member], come: list[Member]) -> Iterator[_Pair]:
        groups = _grouped(
            *(gone, come),
            lambda member: (member.kind, self._owner_then(member)),
            lambda member: (member.kind, member.owner),
        )
        for mine, theirs in groups:
            yield from self._only_alike(*map(_long, (mine, theirs)))

    def _owner_then(self, member: Member) -> Member | None:
        """The owner in the new text of what belonged to `member`'s owner in the old one; the
        owner itself, which owns nothing in the new text, if it is gone."""
        return self.pairs.get(member.owner, member.owner) if member.owner else None

    def _stands(self, owner: Member | None) -> bool:
        """Whether it is in both texts; the text itself is."""
        return owner is None or owner in self.pairs or owner in self._taken

    def _follow(self, old: Iterable[Member], new: Iterable[Member]) -> None:
        """Pair the members of what was paired, as their owners know them; then theirs."""
        done = -1
        while done != len(self.pairs):
            done = len(self.pairs)
            groups = _grouped(
                (each for each in self._free(old) if each.owner),
                (each for each in self._free(new) if each.owner),
                lambda member: (self._owner_then(member), member.role),
                lambda member: (member.owner, member.role),
            )
            self._pair_groups(groups)

    def _pair_groups(self, groups: Iterable[tuple[list[Member], list[Member]]]) -> None:
        for mine, theirs in groups:
            if len(mine) == len(theirs) == 1:
                self._take(mine[0], theirs[0])
            else:
                self._namesakes(mine, theirs)

    def _namesakes(self, mine: list[Member], theirs: list[Member]) -> None:
        """Of several of one name: equal ones; what has the same of those around it; what is
        most alike; then what has the same number."""
        equal: tuple[tuple[_Key, _Key], ...] = (
            (
                lambda member: (member.form, self._owner_then(member)),
                lambda member: (member.form, member.owner),
            ),
            (lambda member: member.form, lambda member: member.form),
            (lambda member: member.own_form, lambda member: member.own_form),
        )
        for key, key_then in equal:
            for one, other in _grouped(self._free(mine), self._free(theirs), key, key_then):
                self._take_all(zip(one, other, strict=False))
        for one, other in self._runs(mine, theirs):
            same = len(one) == len(other)
            self._take_all(zip(one, other, strict=True) if same else self._most_alike(one, other))
        numbered = {each.symbol: each for each in self._free(theirs)}
        for each in self._free(mine):
            if each.symbol in numbered:
                self._take(each, numbered[each.symbol])

    def _runs(
        self, mine: list[Member], theirs: list[Member]
    ) -> Iterator[tuple[list[Member], list[Member]]]:
        """What is not paired between two that are and that kept their order."""
        at = {each: place for place, each in enumerate(theirs)}
        paired = [place for place, each in enumerate(mine) if each in self.pairs]
        places = [at[self.pairs[mine[place]]] for place in paired]
        anchors = [(paired[index], places[index]) for index in rising(places, [1] * len(places))]
        start = start_then = 0
        for end, end_then in (*anchors, (len(mine), len(theirs))):
            yield self._free(mine[start:end]), self._free(theirs[start_then:end_then])
            start, start_then = end + 1, end_then + 1

    def _only_alike(self, old: Sequence[Member], new: Sequence[Member]) -> Iterator[_Pair]:
        """Those that are like each other, and neither like any else."""
        alike = [(mine, theirs) for _, mine, theirs in self._alike(old, new, RENAMED)]
        times = Counter(member for both in alike for member in both)
        return ((mine, theirs) for mine, theirs in alike if times[mine] == times[theirs] == 1)

    def _most_alike(self, old: Sequence[Member], new: Sequence[Member]) -> Iterator[_Pair]:
        taken: set[Member] = set()
        for _, mine, theirs in sorted(self._alike(old, new, MOVED), key=lambda each: -each[0]):
            if taken.isdisjoint((mine, theirs)):
                taken |= {mine, theirs}
                yield mine, theirs

    def _alike(
        self, old: Sequence[Member], new: Sequence[Member], least: float
    ) -> Iterator[tuple[float, Member, Member]]:
        self._comparisons -= len(old) * len(new)
        if self._comparisons < 0:
            return
        for mine in old:
            for theirs in new:
                most = 2 * min(mine.size, theirs.size)
                if mine.kind == theirs.kind and most >= least * (mine.size + theirs.size):
                    found = similarity(mine, theirs)
                    if found >= least:
                        yield found, mine, theirs

    def _free(self, members: Iterable[Member]) -> list[Member]:
        """Those that are not paired."""
        return [each for each in members if each not in self.pairs and each not in self._taken]

    def _take_all(self, pairs: Iterable[_Pair]) -> None:
        for mine, theirs in pairs:
            self._take(mine, theirs)

    def _take(self, mine: Member, theirs: Member) -> None:
        self.pairs[mine] = theirs
        self._taken.add(theirs)


def _grouped(
    old: Iterable[Member], new: Iterable[Member], key: _Key, key_then: _Key
) -> list[tuple[list[Member], list[Member]]]:
    """Those in `old` of one key, with those in `new` that have it too, if there are any."""
    groups: defaultdict[Hashable, tuple[list[Member], list[Member]]]
    groups = defaultdict(lambda: ([], []))
    for member in old:
        groups[key(member)][0].append(member)
    for member in new:
        groups[key_then(member)][1].append(member)
    return [(mine, theirs) for mine, theirs in groups.values() if mine and theirs]


def _only_ones(groups: Iterable[tuple[list[Member], list[Member]]]) -> Iterator[_Pair]:
    for mine, theirs in groups:
        if len(mine) == len(theirs) == 1:
            yield mine[0], theirs[0]


def _long(members: Iterable[Member]) -> list[Member]:
    return [each for each in members if each.size >= FEWEST]
