"""Whose each definition is: one that a side left as it was is the other side's in the result.

Lines that are moved past others like them can be matched in several ways, and each account may
come out; but only in some of them does an edit stay in the definition that its
author had before him.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.texts import Lines, lines_of, words_of
from agentfs.merge.verify.inputs.things import Address, Key, Location, Things
from agentfs.merge.verify.words.diffs import partners, runs

FEW: Final = 2
"""Lines with words in them that went from one place to another: then something was moved."""

_Name = tuple[Address, Key]


def misplaced(judged: Judged) -> Iterator[Finding]:
    """Looked for only if a side moved lines; otherwise the words tell."""
    if not (judged.profile.definitions or judged.profile.calls):
        return
    base, *sides = map(lines_of, judged.inputs)
    if not any(_moves(base, side) for side in sides):
        return
    known, ours, theirs, made = map(_definitions, (*judged.known, judged.stated))
    for name in known.keys() & ours.keys() & theirs.keys() & made.keys():
        was, left, right = (_words(each[name]) for each in (known, ours, theirs))
        if was in (left, right) and _words(made[name]) != (right if was == left else left):
            changed, side = (theirs, sides[1]) if was == left else (ours, sides[0])
            if _took_in(known[name], changed[name], base, side):
                continue  # what the other side changed may be in that
            row = made[name].node.start_point.row
            what = name[1].text.decode("utf-8", "replace").strip()[:80]
            reason = f"one side alone changed `{what}`, the result has it otherwise"
            yield Finding(FindingKind.TORN, what, row + 1, reason)


def _moves(base: Lines, side: Lines) -> bool:
    matched = runs(base, side)
    kept = partners(matched, len(base))
    gone = Counter(line for line, to in zip(base, kept, strict=True) if to < 0)
    if not gone:
        return False
    before, after = Counter(base), Counter(side)
    moved = [line for line in gone if after[line] == before[line] and len(words_of(line)) > 1]
    return len(moved) >= FEW


def _took_in(old: Location, new: Location, base: Lines, side: Lines) -> bool:
    """Whether a side put lines into a definition that base has elsewhere."""
    had, has = ({*lines_of(location.node.text or b"")} for location in (old, new))
    before, after = Counter(base), Counter(side)
    taken = [line for line in has - had if before[line] == after[line] == 1]
    return sum(len(words_of(line)) > 1 for line in taken) >= FEW


def _definitions(things: Things) -> dict[_Name, Location]:
    """Those that hold no others, by name; not those of which there are several of one name."""
    found: dict[_Name, list[Location]] = {}
    holders: set[int] = set()
    for location in things.members():
        for each in things.stated(location):
            if each.key.kind == "definition":
                found.setdefault((things.address(each.parent), each.key), []).append(location)
                holders.update(_ups(location))
    alone = {name: locations[0] for name, locations in found.items() if len(locations) == 1}
    return {name: location for name, location in alone.items() if location.node.id not in holders}


def _ups(location: Location) -> Iterator[int]:
    """The nodes that it is in."""
    while location.up is not None:
        location = location.up
        yield location.node.id


def _words(location: Location) -> list[bytes]:
    """With what is wrapped around it, such as its decorators."""
    return words_of(location.node.text or b"")
