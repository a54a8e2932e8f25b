"""The merge that a row is held for, put together from its conflicts without merging again.  Pure.

The three texts of such a row differ only where its conflicts are, and a conflict holds what each
side has there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agentfs.merge.hunks import split_lines
from agentfs.merge.lines import joined
from agentfs.merge.values import Clash, Clean, MergeResult
from agentfs.model.conflicts import Conflict


def remembered(
    conflicts: Sequence[Conflict], base: bytes, trunk: bytes, mine: bytes
) -> MergeResult | None:
    """With a clash for each of `conflicts`, in their order, which is that of the file.

    None if these texts are no more what that merge made, because the trunk moved on, or if a
    conflict is too large to hold its region.
    """
    merged = MergeResult(tuple(joined(_chunks(conflicts, split_lines(mine)))))
    texts = (merged.text_with("base"), merged.text_with("left"), merged.text_with("right"))
    return merged if texts == (base, trunk, mine) else None


def _chunks(conflicts: Sequence[Conflict], lines: Sequence[bytes]) -> Iterator[Clean | Clash]:
    at = 0
    for conflict in conflicts:
        yield Clean(b"".join(lines[at : conflict.line - 1]))
        sides = (conflict.base or b"", conflict.trunk or b"", conflict.mine or b"")
        yield Clash(*sides, conflict.line, conflict.kind, conflict.symbol, conflict.reason)
        at = conflict.line - 1 + conflict.lines
    yield Clean(b"".join(lines[at:]))
