"""What a side put into one section of a list, and a result has in another: a private member.

A section begins with a head, and ends at the next one.  Only where heads came or went can
something get into another section without being put there; one that was renamed takes its
section along.  What both put in, each into another section, cannot be one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Address, Key, Things

_WORD: Final = re.compile(rb"\w+")
_Sections = Mapping[tuple[Address, Key], Mapping[bytes, int]]
"""For each thing that is stated, the sections that it is in, and its row there."""


def outside_section(judged: Judged) -> Iterator[Finding]:
    """The inputs are parsed only if there are heads."""
    words = {word for heads in judged.profile.sections.values() for word in heads}
    if not words or all(words.isdisjoint(_WORD.findall(text)) for text in judged.inputs):
        return
    same_heads = len({_count(words, text) for text in judged.inputs}) == 1
    base, left, right = map(_sections, judged.known)
    for thing, found in _sections(judged.stated).items():
        asked = {*left.get(thing, {}), *right.get(thing, {})}
        if not asked or thing in base:
            continue
        wrong = () if same_heads else found.keys() - asked
        both = thing in left and thing in right and left[thing].keys() != right[thing].keys()
        for section in sorted(asked - found.keys() if both else wrong):
            what = thing[1].text.decode("utf-8", "replace")[:80]
            there = section.decode("utf-8", "replace") or "the first"
            reason = f"the result has `{what}` in another section than the sides: {there}"
            yield Finding(FindingKind.TORN, what, min(found.values()) + 1, reason)


def _count(words: set[bytes], text: bytes) -> int:
    return sum(word in words for word in _WORD.findall(text))


def _sections(things: Things) -> _Sections:
    found: dict[tuple[Address, Key], dict[bytes, int]] = defaultdict(dict)
    heads: dict[int, bytes] = {}
    for location in things.locations(None):
        words = things.profile.sections.get(location.node.type)
        if location.up is not None and words is not None:
            begin = _WORD.match(location.node.text or b"")
            if begin is not None and begin[0] in words:
                heads[location.up.node.id] = location.node.text or b""
        for each in things.stated(location):
            section = heads.get(each.parent.node.id, b"")
            row = location.node.start_point.row
            found[things.address(each.parent), each.key].setdefault(section, row)
    return found
