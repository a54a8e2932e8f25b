"""What one side took out of a class, an enum or a union, and the other names anew as a part of it:
``Kind.B``, or ``"b"`` of ``"a" | "b"``.

Only of a definition that is in the file, and only a part that the first side has nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.words.counts import NAME
from agentfs.syntax.naming import definition_key

_PART: Final = re.compile(rb"(?<![\w$.:])([A-Za-z_$][\w$]*)(?:\.|::)([A-Za-z_$][\w$]*)")
_WORD: Final = re.compile(rb"[\"']([\w$-]+)[\"']")
_UNION: Final = re.compile(rb"=\s*(?:\|\s*)?[\"'][\w$-]+[\"']\s*\|")

_Texts = Mapping[bytes, bytes]


def parts_gone(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    if not judged.profile.definitions or judged.is_large:
        return
    for number in (1, 2):
        fresh = b"\n".join(judged.changed[2 - number].more)
        gone = b"\n".join(judged.changed[number - 1].less)
        side = judged.inputs[number]
        taken = {*NAME.findall(gone)}
        parts = {part for part in _PART.findall(fresh) if part[1] in taken}
        if parts:
            left = {*NAME.findall(side)}
            parts = {part for part in parts if part[1] not in left}
        words = {*_WORD.findall(fresh)} & {*_WORD.findall(gone)} - {*_WORD.findall(side)}
        if words:
            more = Counter(_WORD.findall(judged.inputs[3 - number]))
            words &= {*(more - Counter(_WORD.findall(judged.inputs[0])))}
        if not parts and not words:
            continue
        if any(each.tree.root_node.has_error for each in (*judged.known, judged.stated)):
            return
        base, now, there = (_definitions(judged.known[at]) for at in (0, number, 3 - number))
        made = _definitions(judged.stated)
        for key in sorted(base.keys() & now.keys() & there.keys() & made.keys()):
            texts = (base[key], there[key])
            asked = {name for owner, name in parts if owner == key}
            if all(map(_UNION.search, texts)):
                asked |= words
            for name in sorted(asked):
                if all(_has(name, text) for text in texts) and not _has(name, made[key]):
                    what = name.decode("utf-8", "replace")
                    owner = key.decode("utf-8", "replace")
                    reason = f"one side took `{what}` out of `{owner}`, the other names it anew"
                    line = judged.result[: judged.result.find(made[key])].count(b"\n") + 1
                    yield Finding(FindingKind.UNDEFINED, what, line, reason)


def _definitions(things: Things) -> _Texts:
    found: dict[bytes, bytes] = {}
    for location in things.members():
        if things.profile.definitions.get(location.node.type) in ("class", "type"):
            name = definition_key(location.node, things.profile).rpartition(".")[2]
            found[name.encode("utf-8", "replace")] = location.node.text or b""
    return found


def _has(name: bytes, text: bytes) -> bool:
    return re.search(rb"(?<![\w$])" + re.escape(name) + rb"(?![\w$])", text) is not None
