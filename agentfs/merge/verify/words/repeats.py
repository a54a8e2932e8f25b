"""Lines that a result has twice in a row, and no input does: both sides put them in, each at a
spot of its own, and what was between is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.inputs.texts import MARK

_WORDS = re.compile(rb"\w+\W+\w")
LONGEST = 50
"""Lines."""


def repeated(texts: tuple[bytes, bytes, bytes], result: bytes) -> Iterator[Finding]:
    rows = _rows(result)
    inputs: list[bytes] | None = None
    for first, length in _runs(rows):
        run = [line for _, line in rows[first : first + length]]
        if not any(_WORDS.search(line) for line in run):
            continue
        inputs = inputs or [_joined([line for _, line in _rows(text)]) for text in texts]
        if not any(_joined(run + run) in text for text in inputs):
            what = b" ".join(run).strip().decode("utf-8", "replace")[:80]
            reason = f"the result has `{what}` twice in a row, no input does"
            yield Finding(FindingKind.DOUBLED, what, rows[first + length][0], reason)


def _rows(text: bytes) -> list[tuple[int, bytes]]:
    """Lines that are not blank, with their numbers from 1."""
    lines = text.removeprefix(MARK).split(b"\n")
    return [(number, line.rstrip()) for number, line in enumerate(lines, 1) if line.strip()]


def _joined(lines: list[bytes]) -> bytes:
    return b"\n" + b"\n".join(lines) + b"\n"


def _runs(rows: list[tuple[int, bytes]]) -> Iterator[tuple[int, int]]:
    """Where lines begin that stand there once more directly behind, and how many they are."""
    last: dict[bytes, int] = {}
    for at, (_, line) in enumerate(rows):
        before = last.get(line)
        last[line] = at
        if before is None or at - before > LONGEST:
            continue
        length = at - before
        one, other = rows[before:at], rows[at : at + length]
        if len(other) == length and all(
            mine == yours for (_, mine), (_, yours) in zip(one, other, strict=True)
        ):
            yield before, length
