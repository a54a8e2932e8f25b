"""What one side put in uses a variable before it has its value: the other side moved the statement
that gives it one to below.

Only what runs in one go counts: two statements of the same function.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from tree_sitter import Node

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Things
from agentfs.merge.verify.names.bindings import way_to
from agentfs.merge.verify.words.counts import NAME

_GIVEN: Final = re.compile(
    rb"(?m)^([ \t]*+)(?:(?:const|let|var|val|final|auto|local|my|mut|[A-Z][\w<>\[\]]*+)\s++)*+"
    rb"([A-Za-z_$][\w$]*+)[ \t]*+(?::[^=\n]++)?:?=(?![=>]).*"
)
_FUNCTION: Final = re.compile("function|method|lambda|arrow|closure|constructor|_def")


def used_too_early(judged: Judged) -> Iterator[Finding]:
    """Raises GrammarMissing."""
    if "function" not in judged.profile.definitions.values() or judged.is_large:
        return
    base = judged.inputs[0]
    times = [Counter(text.split(b"\n")) for text in judged.texts]
    for number, other in ((1, judged.changed[1]), (2, judged.changed[0])):
        side, there = judged.inputs[number], judged.inputs[3 - number]
        fresh = [line for line in other.more if line.strip() and times[-1][line] == 1]
        names = {name for line in fresh for name in NAME.findall(line)}
        if not names:
            continue
        lines = (line for line in times[0] if b"=" in line and all(t[line] == 1 for t in times))
        found = map(_GIVEN.match, lines)
        for given in [each for each in found if each and each[2] in names]:
            if _went_down(given, base, side):
                yield from _too_early(given, fresh, there, judged)


def _went_down(given: re.Match[bytes], base: bytes, side: bytes) -> bool:
    """Whether the side has lines of base above it that were below."""
    statement = given[0] + b"\n"
    below = base.partition(statement)[2].split(b"\n", 3)[:3]
    above = side.partition(statement)[0]
    return any(line.strip() and line + b"\n" in above for line in below)


def _too_early(
    given: re.Match[bytes], fresh: list[bytes], there: bytes, judged: Judged
) -> Iterator[Finding]:
    """Of these lines the one that uses what is given only below it, though not in `there`."""
    result, (statement, indent, name) = judged.result, given.group(0, 1, 2)
    after, before = result.find(statement), there.find(statement)
    for line in fresh:
        at = result.find(line)
        if at >= after or there.find(line) <= before or line in statement:
            continue
        if name not in NAME.findall(line) or _GIVEN.match(line):
            continue
        if _run_in_one(at, after, line, indent, judged.stated):
            what = name.decode("utf-8", "replace")
            row = result.count(b"\n", 0, at) + 1
            reason = f"one side moved to below what gives `{what}` its value"
            yield Finding(FindingKind.UNDEFINED, what, row, reason)


def _run_in_one(one: int, other: int, line: bytes, indent: bytes, things: Things) -> bool:
    """Whether both lines are in the same function, and the first not in one of its own."""
    first = one + len(line) - len(line.lstrip())
    functions = [_function_at(at, things) for at in (first, other + len(indent))]
    return functions[0] is not None and functions[0] == functions[1]


def _function_at(at: int, things: Things) -> Node | None:
    way = (node for node, _ in way_to(at, things.tree))
    return next((node for node in way if _FUNCTION.search(node.type)), None)
