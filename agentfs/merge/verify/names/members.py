"""Members of a class or a type that one side took away, while the other uses them once more.

`mentions` looks at all of a file; here a member counts only for the class that has it, so that one
of the same name elsewhere does not stand in for it.  What was moved, to a class above it or out of
it, is there once more elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.words.counts import name_changes
from agentfs.syntax.naming import definition_key

_KINDS: Final = ("class", "type")

_Texts = Mapping[str, bytes]
"""Of classes and types, by their names; those that are there once."""


def left_behind(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    profile = judged.profile
    if not profile.mentions or not {*_KINDS} & {*profile.definitions.values()}:
        return
    ours, theirs = map(name_changes, judged.changed)
    asked = [_asked(each.more, judged) for each in judged.changed]
    taken = (theirs.taken & ours.put & asked[0], ours.taken & theirs.put & asked[1])
    if not any(taken) or judged.stated.tree.root_node.has_error:
        return
    made = _classes(judged.stated)
    if not made or any(each.tree.root_node.has_error for each in judged.known):
        return
    known = [_classes(each) for each in judged.known]
    for names, order in zip(taken, ((0, 2, 1), (0, 1, 2)), strict=True):
        base, side, other = (known[at] for at in order)
        for key in sorted(made.keys() & base.keys() & side.keys() & other.keys()):
            texts = (base[key], side[key], other[key], made[key])
            for name in sorted(names & {*_no_longer_own(texts, judged)}):
                what = name.decode("utf-8", "replace")
                line = judged.result[: judged.result.find(made[key])].count(b"\n") + 1
                reason = f"one side took `{what}` out of `{key}`, the other uses it once more"
                yield Finding(FindingKind.UNDEFINED, what, line, reason)


def _asked(lines: Iterable[bytes], judged: Judged) -> set[bytes]:
    """What these mention as their class's own."""
    text = b"\n".join(lines)
    found = (name for mention, _ in judged.profile.mentions for name in mention.findall(text))
    return {name.removeprefix(b"#") for name in found if isinstance(name, bytes)}


def _classes(things: Things) -> _Texts:
    found: dict[str, list[bytes]] = {}
    for location in things.members():
        if things.profile.definitions.get(location.node.type) in _KINDS:
            key = definition_key(location.node, things.profile)
            found.setdefault(key, []).append(location.node.text or b"")
    return {key: texts[0] for key, texts in found.items() if key and len(texts) == 1}


def _no_longer_own(texts: tuple[bytes, ...], judged: Judged) -> Iterator[bytes]:
    """What the class mentions as its own, and has no more, though it was there in base."""
    base, side, other, made = texts
    for mention, definition in judged.profile.mentions:
        asked = {*mention.findall(made)} - {*mention.findall(side)}
        asked &= {*definition.findall(base)} & {*definition.findall(other)}
        for name in asked - {*definition.findall(side)} - {*definition.findall(made)}:
            if isinstance(name, bytes) and not _is_moved(name, definition, texts, judged):
                yield name.removeprefix(b"#")


def _is_moved(
    name: bytes, definition: re.Pattern[bytes], texts: tuple[bytes, ...], judged: Judged
) -> bool:
    """Whether the result has it more often outside the class than base has."""
    outside = (
        definition.findall(whole).count(name) - definition.findall(part).count(name)
        for whole, part in ((judged.result, texts[3]), (judged.inputs[0], texts[0]))
    )
    return next(outside) > next(outside)
