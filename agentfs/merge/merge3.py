"""Three-way merge of a file's contents: the door to the engine.

Pure and deterministic; symmetric up to the order of sides.
"""

from __future__ import annotations

from agentfs.merge.lines import merge_lines
from agentfs.merge.values import MergeResult
from agentfs.syntax.profile import Profile


def merge3(base: bytes, left: bytes, right: bytes, language: Profile | None) -> MergeResult:
    """Any bytes will do.  Without a language the texts are merged by their lines."""
    return merge_lines(base, left, right)
