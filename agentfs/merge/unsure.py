"""The conflict of a merge that is clean, but cannot be accounted for."""

from __future__ import annotations

from agentfs.merge.hunks import diff_lines, split_lines
from agentfs.merge.lines import joined
from agentfs.merge.values import Clash, Clean, MergeResult
from agentfs.model.conflicts import ConflictKind


def unsure(base: bytes, left: bytes, right: bytes, reason: str) -> MergeResult:
    """All that lies between the first and the last change is one conflict."""
    texts = [split_lines(text) for text in (base, left, right)]
    hunks = [diff_lines(base, left), diff_lines(base, right)]
    head = min(hunk.start for each in hunks for hunk in each)
    tail = len(texts[0]) - max(hunk.end for each in hunks for hunk in each)
    was, ours, theirs = (b"".join(lines[head : len(lines) - tail]) for lines in texts)
    clash = Clash(was, ours, theirs, head + 1, ConflictKind.UNSURE, reason=reason)
    before, after = b"".join(texts[0][:head]), b"".join(texts[0][len(texts[0]) - tail :])
    return MergeResult(tuple(joined([Clean(before), clash, Clean(after)])))
