"""Variables of which one side made another kind of thing, while the other uses them as they were:
``seen = set()`` and ``seen.add(x)`` for a list here, one more ``seen.append(x)`` there.

Nobody knows here what a variable is.  But a side that gives it another value wherever it has one,
and leaves no use of one kind, has others instead, and so has changed them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged

_USED: Final = re.compile(
    rb"(?<![\w$.])((?:self\.|this\.)?[A-Za-z_$][\w$]*)(\.[A-Za-z_$][\w$]*\(|\[)"
)
_GIVEN: Final = rb"(?m)(?<![\w$.])%b(?:\s*:[^=\n]+)?\s*=(?![=>])\s*(.+)"
_WAYS: Final = rb"(?<![\w$.])%b(\.[A-Za-z_$][\w$]*\(|\[)"


def used_as_before(judged: Judged) -> Iterator[Finding]:
    if not judged.profile.definitions or judged.is_large:
        return
    base = judged.inputs[0]
    for number, other in ((1, judged.changed[1]), (2, judged.changed[0])):
        mine = judged.changed[number - 1]
        side, there = judged.inputs[number], judged.inputs[3 - number]
        given = b"\n".join(mine.less)
        for name, way in sorted({use for line in other.more for use in _USED.findall(line)}):
            if name not in given or not re.search(_GIVEN % re.escape(name), given):
                continue
            ways = [_ways(name, text) for text in (base, side, there, judged.result)]
            was, now, still, made = (each.count(way) for each in ways)
            if now or not was or still <= was or not made or not {*ways[1]} - {*ways[0]}:
                continue
            values = [_values(name, text) for text in (base, side, there)]
            if values[1] and values[0] == values[2] and values[0].isdisjoint(values[1]):
                what = (name + way).decode("utf-8", "replace")
                at = judged.result.find(name + way)
                reason = f"one side made another thing of what the other uses as `{what}`"
                line = judged.result.count(b"\n", 0, at) + 1
                yield Finding(FindingKind.UNDEFINED, what, line, reason)


def _ways(name: bytes, text: bytes) -> list[bytes]:
    return re.findall(_WAYS % re.escape(name), text)


def _values(name: bytes, text: bytes) -> set[bytes]:
    """What it is given."""
    return {each.strip() for each in re.findall(_GIVEN % re.escape(name), text)}
