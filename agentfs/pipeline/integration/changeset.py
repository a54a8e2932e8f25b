"""What integrating a view's unpublished saves came to: one frozen value, made by `integrate`.

Nothing here does anything.  Invariants: each row that was taken in has at most one outcome;
a row without one stays as it is (it was held, and still is, for the same reason).
`changes` make a valid tree out of `tree`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from agentfs.model.conflicts import Conflict
from agentfs.model.ids import AgentName, BlobId, RepoPath, Seq, TreeId
from agentfs.model.rows import PendingRow
from agentfs.model.versions import Version


@dataclass(frozen=True)
class Fast:
    """The trunk gets the saved version as it is, or has it already."""

    version: Version | None


@dataclass(frozen=True)
class Merged:
    """The trunk gets, or has, what the saves and its own changes make together."""

    version: Version | None


@dataclass(frozen=True)
class Partly:
    """Something conflicts.  `published` is the trunk's own version with what could be merged.

    The row is held with `base` and `mine`, which differ from `published` only where the
    conflicts are, so that the same ones and no others come up at the next merge.
    A conflict without number (id 0) is new.
    """

    published: Version | None
    base: Version | None
    mine: Version | None
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of one pending row.

    `target` is where its content is in the trunk: the row's path, or where the trunk has
    moved that file.
    """

    row: PendingRow
    target: RepoPath
    result: Fast | Merged | Partly

    @property
    def published(self) -> Version | None:
        """What the trunk has at `target` after this row."""
        if isinstance(self.result, Partly):
            return self.result.published
        return self.result.version


@dataclass(frozen=True)
class Change:
    """One path of the trunk, before and after the changeset; `mtime_ns` as in PathChange,
    None for content that nobody had written before the merge."""

    path: RepoPath
    before: Version | None
    after: Version | None
    mtime_ns: int | None


@dataclass(frozen=True)
class Changeset:
    """The saves of one view that are published together."""

    agent: AgentName
    tree: TreeId
    """The trunk's tree that everything was merged with."""
    outcomes: tuple[Outcome, ...]
    changes: tuple[Change, ...]
    """Every path that an outcome says something of, in order, changed or not."""
    moved: tuple[tuple[RepoPath, RepoPath], ...]
    followed: tuple[tuple[RepoPath, RepoPath], ...]
    """Rows that are held, with or without an outcome, for a conflict elsewhere than at their
    path: the path, and where the trunk has the file."""
    contents: Mapping[BlobId, bytes]
    """Texts that merging made, of every version that an outcome names."""
    notes: tuple[str, ...]

    @property
    def holds(self) -> tuple[Outcome, ...]:
        return tuple(each for each in self.outcomes if isinstance(each.result, Partly))

    @property
    def settled(self) -> set[RepoPath]:
        """Rows that know of every change of the changeset to their file.  Of two rows that go
        to one file, the first does not know of the second."""
        targets = Counter(each.target for each in self.outcomes)
        return {each.row.path for each in self.outcomes if targets[each.target] == 1}

    @property
    def published_saves(self) -> tuple[Seq, ...]:
        """Saves that are wholly in the trunk, once this is published."""
        ended = (each.row for each in self.outcomes if not isinstance(each.result, Partly))
        return tuple(sorted(seq for row in ended for part in row.segments for seq in part.saves))

    @property
    def edits(self) -> dict[RepoPath, Version | None]:
        """What the commit changes."""
        return {each.path: each.after for each in self.changes if each.before != each.after}
