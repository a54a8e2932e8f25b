"""What each comment is about: one that a side put above a thing is not above another's.

Where two things begin with the same line, an account by lines may come out with a comment in the
wrong place: what the other side put in may as well begin below that line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Address, Key, Location, Things

STARTS: Final = (b"//", b"/*", b"*", b"#", b"--", b";", b"%", b"<!--", b"(*")
"""What a comment may begin with, or a line of one; what it is the tree says."""

_Name = tuple[Address, Key]


def misdescribing(judged: Judged) -> Iterator[Finding]:
    """Only of comments of which each text has one, and not at the head of a file, where one is
    about all of it."""
    if judged.is_large or not judged.profile.comments:
        return
    base, *sides, result = (_comments(text) for text in judged.texts)
    for side, things in zip(sides, judged.known[1:], strict=True):
        rows = {line: row for line, row in side.items() if line not in base and line in result}
        for line, row in rows.items():
            mine = _below(things, row)
            now = _below(judged.stated, result[line]) if mine is not None else None
            if mine is None or now is None or now == mine or not _states(judged.stated, mine):
                continue
            what = line.decode("utf-8", "replace")[:80]
            reason = f"the result has `{what}` above something else"
            yield Finding(FindingKind.TORN, what, result[line] + 1, reason)


def _comments(text: bytes) -> dict[bytes, int]:
    """Lines that look like one, and there once, with their rows."""
    lines = [line.strip() for line in text.split(b"\n")]
    counts = Counter(lines)
    return {
        line: row
        for row, line in enumerate(lines)
        if row and counts[line] == 1 and line.startswith(STARTS)
    }


def _below(things: Things, row: int) -> _Name | None:
    """The outermost thing that begins right below a comment, or the comments that go on there."""
    if not any(_begins(each, row) for each in _at(things, row, things.profile.comments)):
        return None
    lines = things.text.split(b"\n")
    while row < len(lines) and lines[row].strip().startswith(STARTS):
        row += 1
    for location in things.locations((row,)):
        for each in things.stated(location) if _begins(location, row) else ():
            return things.address(each.parent), each.key
    return None


def _at(things: Things, row: int, types: frozenset[str]) -> Iterator[Location]:
    return (each for each in things.locations((row,)) if each.node.type in types)


def _begins(location: Location, row: int) -> bool:
    return location.node.start_point.row == row


def _states(things: Things, name: _Name) -> bool:
    return any(
        (things.address(each.parent), each.key) == name
        for location in things.locations(None)
        for each in things.stated(location)
    )
