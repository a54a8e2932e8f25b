"""What one side put under a head that the other made that of a release: it is not in that release.

``Unreleased`` became ``1.2.0`` here, and there a line was added under ``Unreleased``.  A line that
takes the place of one that was there is in that release, however it is worded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import takewhile

from tree_sitter import Tree

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.syntax.grammars import nodes_of

_Rows = list[tuple[int, bytes]]
"""Lines with their rows."""


def in_a_release(judged: Judged) -> Iterator[Finding]:
    """The texts are parsed only if a side has another release."""
    for rule in judged.profile.unordered:
        if rule.release is None:
            continue
        base, *sides = (_releases(text, rule.release) for text in judged.inputs)
        for here, there in ((0, 1), (1, 0)):
            if new := sides[here] - base - sides[there]:
                trees = (judged.known[1 + here].tree, judged.stated.tree)
                known, stated = (_sections(each, rule.items, rule.release, new) for each in trees)
                old = {line for lines in known for _, line in lines}
                yield from _added(judged, old, stated, there)


def _added(
    judged: Judged, old: AbstractSet[bytes], stated: Iterable[_Rows], there: int
) -> Iterator[Finding]:
    """What one side added, and the result has in new releases of the other.  `old`: the lines that
    these have there."""
    more, less = judged.changed[there]
    known_before = {*judged.inputs[0].split(b"\n")}
    for lines in stated:
        added = [
            (row, line) for row, line in lines if line in more and line not in old | known_before
        ]
        if len(added) > len(old & less.keys()):
            row, line = added[-1]
            what = line.decode("utf-8", "replace").strip()[:60]
            reason = f"one side put in `{what}`, the other made a release of what is above it"
            yield Finding(FindingKind.TORN, what, row + 1, reason)


def _sections(
    tree: Tree, kinds: frozenset[str], release: re.Pattern[bytes], releases: AbstractSet[bytes]
) -> Iterator[_Rows]:
    """The lines of each section of one of the releases that are not blank, up to the next release,
    which may be of a lower level."""
    for node in nodes_of(tree, kinds):
        lines = (node.text or b"").split(b"\n")
        match = release.match(lines[0])
        if match and match["release"] in releases:
            rows = enumerate(lines[1:], node.start_point.row + 1)
            own = takewhile(lambda each: not release.match(each[1]), rows)
            yield [(row, line) for row, line in own if line.strip()]


def _releases(text: bytes, release: re.Pattern[bytes]) -> frozenset[bytes]:
    lines = text.split(b"\n")
    return frozenset(match["release"] for line in lines if (match := release.match(line)))
