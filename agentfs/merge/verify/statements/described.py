"""What each comment is about: one that a side put above a thing is not above another's.

Where two things begin with the same line, an account by lines may come out with a comment in the
wrong place: what the other side put in may as well begin below that line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.judged import Judged
from agentfs.merge.verify.inputs.things import Address, Key, Things

STARTS: Final = (b"//", b"/*", b"*", b"#", b"--", b";", b"%", b"<!--", b"(*")
"""What a comment may begin with, or a line of one; what it is the tree says."""

_Name = tuple[Address, Key]


def misdescribing(judged: Judged) -> Iterator[Finding]:
    """Only of comments of which each text has one, and not at the head of a file, where one is
    about all of it."""
    if judged.is_large or not judged.profile.comments:
        return
    base, *sides, result = (_comments(text) for text in judged.texts)
    for number, side in enumerate(sides, 1):
        rows = {line: row for line, row in side.items() if line not in base and line in result}
        rows = _in_question(rows, result, judged.texts[number], judged.result)
        if not rows:
            continue
        mine = _described(judged.known[number], rows.values())
        then = [result[line] for line, row in rows.items() if row in mine]
        now = _described(judged.stated, then)
        for line, row in rows.items():
            about, at = mine.get(row), result[line]
            if about is None or now.get(at, about) == about or not _states(judged.stated, about):
                continue
            what = line.decode("utf-8", "replace")[:80]
            reason = f"the result has `{what}` above something else"
            yield Finding(FindingKind.TORN, what, at + 1, reason)


def _comments(text: bytes) -> dict[bytes, int]:
    """Lines that look like one, and there once, with their rows."""
    lines = [line.strip() for line in text.split(b"\n")]
    counts = Counter(lines)
    return {
        line: row
        for row, line in enumerate(lines)
        if row and counts[line] == 1 and line.startswith(STARTS)
    }


def _in_question(
    rows: dict[bytes, int], result: dict[bytes, int], text: bytes, merged: bytes
) -> dict[bytes, int]:
    """Of comments and their rows those below which the two texts differ before a line comes that
    each has once."""
    if not rows:
        return rows
    mine, theirs = ([line.strip() for line in each.split(b"\n")] for each in (text, merged))
    counts, known = Counter(mine), Counter(theirs)

    def is_same(row: int, at: int) -> bool:
        for one, other in zip(mine[row + 1 :], theirs[at + 1 :], strict=False):
            if one != other:
                return False
            if counts[one] == known[one] == 1 and not one.startswith(STARTS):
                return True
        return True

    return {line: row for line, row in rows.items() if not is_same(row, result[line])}


def _described(things: Things, rows: Collection[int]) -> dict[int, _Name]:
    """Of rows on which a comment begins: the outermost thing that begins right below it, or below
    the comments that go on there."""
    lines = things.text.split(b"\n") if rows else []
    below = {row: _behind_comments(lines, row) for row in rows}
    if not below:
        return {}
    comments: set[int] = set()
    named: dict[int, _Name] = {}
    for location in things.locations(sorted({*below, *below.values()})):
        start = location.node.start_point.row
        if location.node.type in things.profile.comments:
            comments.add(start)
        for each in things.stated(location) if start not in named else ():
            named[start] = things.address(each.parent), each.key
            break
    return {row: named[at] for row, at in below.items() if row in comments and at in named}


def _behind_comments(lines: Sequence[bytes], row: int) -> int:
    while row < len(lines) and lines[row].strip().startswith(STARTS):
        row += 1
    return row


def _states(things: Things, name: _Name) -> bool:
    return any(
        (things.address(each.parent), each.key) == name
        for location in things.locations(None)
        for each in things.stated(location)
    )
