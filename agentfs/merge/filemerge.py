"""The merge of one file as a value: all that decides it, so that a worker process can do it.

Pure.  The language goes along as the file's name: what is known of it is in every process.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from agentfs.merge.lines import merge_lines
from agentfs.merge.policy import MergePolicy, Way
from agentfs.merge.stable import merge_stably
from agentfs.merge.union import merge_union
from agentfs.merge.values import Clash, MergeResult
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of


@dataclass(frozen=True, slots=True)
class FileMerge:
    """`path` is where the merged file will be; `left` is the side whose things come first."""

    path: RepoPath
    base: bytes
    left: bytes
    right: bytes
    policy: MergePolicy = field(default_factory=MergePolicy)

    @property
    def size(self) -> int:
        """Bytes of all sides."""
        return len(self.base) + len(self.left) + len(self.right)

    def merged(self) -> MergeResult:
        """As the policy wants it, but for a driver, which is no pure function: whoever has none
        to run gets what the engine makes.

        To merge what comes out again gives the same conflicts, if any.  Raises GrammarMissing.
        """
        match self.policy.way:
            case Way.BINARY:
                return self.undecided()
            case Way.UNION:
                return merge_union(self.base, self.left, self.right)
            case Way.LINES:
                return self.by_lines()
            case Way.ENGINE | Way.DRIVER:
                language = language_of(self.path, self.left)
                return merge_stably(self.base, self.left, self.right, language)

    def by_lines(self, note: str = "") -> MergeResult:
        """`note` says why not as the policy wants it."""
        return replace(merge_lines(self.base, self.left, self.right), note=note)

    def undecided(self, note: str = "") -> MergeResult:
        """One conflict of everything, which is a true thing to say of any two texts."""
        return MergeResult((Clash(self.base, self.left, self.right, 1),), note=note)


def rehearse() -> bool:
    """Do a merge whose result nobody wants, so that what is loaded at first use is loaded."""
    base = b"def f():\n    return 1\n"
    FileMerge(RepoPath(b"f.py"), base, base + b"\nx = 1\n", base + b"\ny = 2\n").merged()
    return True
