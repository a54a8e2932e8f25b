"""Members of a class or a type that one side took away, while the other uses them once more.

`mentions` looks at all of a file; here a member counts only for the class that has it, so that one
of the same name elsewhere does not stand in for it.  What was moved, to a class above it or out of
it, is there once more elsewhere.  A member that got another name in its type is missed wherever it
is asked for, if its old name is no word of that side any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.words.counts import NAME, name_changes
from agentfs.syntax.naming import definition_key

_KINDS: Final = ("class", "type")
_INDENT: Final = re.compile(rb"(?m)^([ \t]+)(?=\S)")
_ASKED: Final = re.compile(rb"(?<=[\w)\]])\??\.([A-Za-z_$][\w$]*)")

_Texts = Mapping[str, bytes]
"""Of classes and types, by their names; those that are there once."""


def left_behind(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    profile = judged.profile
    if not profile.mentions or not {*_KINDS} & {*profile.definitions.values()}:
        return
    ours, theirs = map(name_changes, judged.changed)
    taken = (theirs.taken & ours.put, ours.taken & theirs.put)
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
            gone = chain(_no_longer_own(texts, judged), _renamed(texts, order, judged))
            for name in sorted(names & {*gone}):
                what = name.decode("utf-8", "replace")
                line = judged.result[: judged.result.find(made[key])].count(b"\n") + 1
                reason = f"one side took `{what}` out of `{key}`, the other uses it once more"
                yield Finding(FindingKind.UNDEFINED, what, line, reason)


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


def _renamed(
    texts: tuple[bytes, ...], order: tuple[int, int, int], judged: Judged
) -> Iterator[bytes]:
    for _, definition in judged.profile.mentions:
        was, now, there, is_there = (_members(each, definition) for each in texts)
        if not now - was:
            continue
        asked = [{*_ASKED.findall(judged.inputs[at])} for at in order]
        fresh = {*_ASKED.findall(judged.result)} & asked[2]
        words = {*NAME.findall(judged.inputs[order[1]])}
        yield from ((was & there) - now - is_there) & fresh - words


def _members(text: bytes, definition: re.Pattern[bytes]) -> set[bytes]:
    """What is defined as deep as nothing in the class is less deep."""
    depths = [each[1].expandtabs() for each in _INDENT.finditer(text)]
    if not depths:
        return set()
    least = min(depths, key=len)
    found = set()
    for each in definition.finditer(text):
        start = text.rfind(b"\n", 0, each.start() + 1) + 1
        line = text[start : text.find(b"\n", each.end())]
        indent = line[: len(line) - len(line.lstrip())]
        if indent.expandtabs() == least:
            found.add(each[1])
    return found
