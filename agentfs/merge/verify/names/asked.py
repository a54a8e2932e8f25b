"""Entries of an object or a type that one side gave other names, while the other asks for them anew
by the old ones: ``x.name``, ``x["name"]``.

What `x` is nobody knows here.  So only a name counts that is no word of the first side any more,
and stood among entries to which that side has put others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Address, Things
from agentfs.merge.verify.words.counts import NAME, name_changes

_ASKED: Final = re.compile(
    rb"(?<=[\w)\]])(?:\??\.(?!get\b)([A-Za-z_$][\w$]*)(?![\w$(])|(?:\[|\.get\()[\"']([\w$]+)[\"'])"
)
_GIVEN: Final = re.compile("argument|element|tag")
"""Kinds of lists whose entries nobody asks for."""
_SHORTEST: Final = 3
"""Letters of a name that is no matter of chance."""


def asked_in_vain(judged: Judged) -> Iterator[Finding]:
    """Only where all texts are free of errors.  Raises GrammarMissing."""
    if not judged.profile.definitions or judged.is_large:
        return
    changes = [*map(name_changes, judged.changed)]
    for number, (mine, other) in enumerate((changes, changes[::-1]), 1):
        fresh = judged.changed[2 - number].more
        asked = {one or two for line in fresh for one, two in _ASKED.findall(line)}
        names = {name for name in asked & mine.taken & other.put if len(name) >= _SHORTEST}
        names = names and names - {*NAME.findall(judged.inputs[number])}
        if not names or judged.stated.tree.root_node.has_error:
            continue
        if any(each.tree.root_node.has_error for each in judged.known):
            return
        base, side, there, made = (
            _entries(judged.known[at]) if at < 3 else _entries(judged.stated)
            for at in (0, number, 3 - number, 3)
        )
        for address in sorted(base.keys() & side.keys() & there.keys() & made.keys()):
            was, now = base[address], side[address]
            gone = (was & there[address]) - now - made[address]
            for name in sorted(names & gone if now - was else ()):
                what = name.decode("utf-8", "replace")
                line = judged.result.count(b"\n", 0, _place(name, judged.result)) + 1
                reason = f"one side took `{what}` away, the other asks for it once more"
                yield Finding(FindingKind.UNDEFINED, what, line, reason)


def _entries(things: Things) -> Mapping[Address, set[bytes]]:
    """The names of entries, by what they are in."""
    found: dict[Address, set[bytes]] = {}
    for location in things.locations(None):
        for stated in things.stated(location):
            is_name = stated.key.kind not in ("imported", "distinct")
            if is_name and not _GIVEN.search(stated.parent.node.type):
                text = stated.key.text.rpartition(b".")[2].strip()
                found.setdefault(things.address(stated.parent), set()).add(text)
    return found


def _place(name: bytes, text: bytes) -> int:
    return next((each.start() for each in NAME.finditer(text) if each[0] == name), 0)
