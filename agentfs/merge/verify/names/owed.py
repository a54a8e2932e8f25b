"""Members that one side made an interface ask for, and that a class or an object of it, which the
other side put in, does not have.

What a type asks for is told by its lines: a function without a body, in languages with braces a
field without a default, in Python what is marked as abstract.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.words.counts import NAME
from agentfs.syntax.naming import definition_key

_ASKING: Final = re.compile(rb"\b(?:interface|trait|protocol|abstract\w*|ABC|Protocol)\b")
_HELD: Final = re.compile(
    rb"^\s*(?:(?:abstract|public|protected|readonly|fun|fn|func|[\w<>\[\],.]+)\s+)*?"
    rb"([A-Za-z_$]\w*)\s*(?:<[^<>()]*>)?\([^{}]*\)[^{}=]*\Z"
)
_FIELD: Final = re.compile(rb"^\s*(?:readonly\s+)?([A-Za-z_$]\w*)\s*:[^=(){}]+;?\s*\Z")
_MARKED: Final = re.compile(rb"@(?:abc\.)?abstractmethod\s+(?:async\s+)?def\s+(\w+)")
_OBJECT: Final = re.compile(rb":\s*([A-Za-z_$]\w*)\s*=\s*\{([^{}]*)\}")
_CLASS: Final = re.compile(rb"\b(?:class|impl|struct|record|object|enum)\b")
_TYPE: Final = re.compile(rb"\b(?:interface|trait|protocol|class)\s+([A-Za-z_$][\w$]*)")
_NEW: Final = re.compile(rb"\b(?:class|impl|struct|record|object|enum)\b.*|:\s*\w+\s*=\s*\{")
"""The line of one that is of a type."""
_HEAD: Final = re.compile(rb"[^{]*?(?:\{|:\s*\n|\Z)")

_Texts = Mapping[str, bytes]


def not_given(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    profile = judged.profile
    if not profile.definitions or judged.is_large or not _ASKING.search(judged.inputs[0]):
        return
    for number in (1, 2):
        fresh = b"\n".join(judged.changed[2 - number].more)
        named = {*_TYPE.findall(judged.inputs[0])}
        if not any(named & {*NAME.findall(line)} for line in _NEW.findall(fresh)):
            continue
        if not judged.changed[number - 1].more or judged.stated.tree.root_node.has_error:
            continue
        if any(each.tree.root_node.has_error for each in judged.known):
            return
        base, side, there = (_definitions(judged.known[at]) for at in (0, number, 3 - number))
        made = _definitions(judged.stated)
        owed = {key: _asked(base[key], side[key]) for key in base.keys() & side.keys()}
        for key, names in sorted(owed.items()):
            if not names or made.get(key) != side[key] or there.get(key) != base[key]:
                continue
            for text in (*_classes(key, base, there, made), *_objects(key, judged, number)):
                missing = [name for name in sorted(names) if not _has(name, text)]
                if missing:
                    what = missing[0].decode("utf-8", "replace")
                    line = judged.result[: judged.result.find(text)].count(b"\n") + 1
                    reason = f"one side made `{key}` ask for `{what}`, a new one does not have it"
                    yield Finding(FindingKind.UNDEFINED, what, line, reason)


def _definitions(things: Things) -> _Texts:
    """Classes and types, by their names."""
    found: dict[str, bytes] = {}
    for location in things.members():
        if things.profile.definitions.get(location.node.type) in ("class", "type"):
            found[definition_key(location.node, things.profile)] = location.node.text or b""
    return found


def _asked(before: bytes, after: bytes) -> set[bytes]:
    """What it asks for and did not."""
    head = _HEAD.match(after)
    if head is None or not _ASKING.search(head[0]):
        return set()
    old = {line.strip() for line in before.split(b"\n")}
    fresh = [line for line in after.split(b"\n") if line.strip() not in old]
    names = {each[1] for line in fresh if (each := _HELD.match(line) or _FIELD.match(line))}
    if _MARKED.search(after):
        names = {*_MARKED.findall(after)} - {*_MARKED.findall(before)}
    elif b"{" not in after:
        return set()
    return {name for name in names if not _has(name, before)}


def _classes(key: str, base: _Texts, there: _Texts, made: _Texts) -> Iterator[bytes]:
    """Those of the type that only the other side has."""
    for name in sorted(there.keys() & made.keys() - base.keys()):
        head = _HEAD.match(made[name])
        if head is None or not _CLASS.search(head[0]) or not _has(key.encode(), head[0]):
            continue
        if not _ASKING.search(head[0].replace(key.encode(), b"")):
            yield made[name]


def _objects(key: str, judged: Judged, number: int) -> Iterator[bytes]:
    base, there = judged.inputs[0], judged.inputs[3 - number]
    for each in _OBJECT.finditer(there):
        is_new = each[0] not in base and each[0] in judged.result
        if is_new and each[1] == key.encode() and b"..." not in each[2]:
            yield each[0]


def _has(name: bytes, text: bytes) -> bool:
    return re.search(rb"(?<![\w$])" + re.escape(name) + rb"(?![\w$])", text) is not None
