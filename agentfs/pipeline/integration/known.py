"""What merging may look at: the trunk at one tree, the log's tables at one moment, contents.

Reads only.  A `Known` is valid as long as the snapshot that its tables come from.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from agentfs.eventlog.tables import Tables
from agentfs.merge.policy import ATTRIBUTES, MergePolicy, policy_of
from agentfs.model.conflicts import Conflict
from agentfs.model.events import Adopted, Event, Published, Saved
from agentfs.model.ids import AgentName, BlobId, ConflictId, RepoPath, Seq, TreeId
from agentfs.model.paths import ancestors, join
from agentfs.model.rows import PendingRow
from agentfs.model.versions import Mode, Version
from agentfs.trunk import trees
from agentfs.trunk.attributes import FILE_NAME, Attributes
from agentfs.trunk.mergesettings import MergeSettings, merge_settings
from agentfs.trunk.objects import ObjectStore


class Known:
    def __init__(self, store: ObjectStore, tables: Tables, tree: TreeId) -> None:
        self._store = store
        self._tables = tables
        self._trunk: dict[RepoPath, Version | None] = {}
        self.tree = tree

    def trunk(self, path: RepoPath) -> Version | None:
        """None for a folder too.  Looked up once: each path is asked for several times."""
        if path not in self._trunk:
            self._trunk[path] = trees.lookup(self._store, self.tree, path)
        return self._trunk[path]

    def is_folder(self, path: RepoPath) -> bool:
        entry = trees.entry(self._store, self.tree, path)
        return entry is not None and entry.is_tree

    def files_in(self, folder: RepoPath) -> Iterator[RepoPath]:
        """Every file of the trunk's `folder`, at any depth."""
        entry = trees.entry(self._store, self.tree, folder)
        if entry is not None and entry.is_tree:
            for path, _ in trees.walk(self._store, TreeId(entry.id), folder):
                yield path

    def files_above(self, path: RepoPath) -> Iterator[RepoPath]:
        """Ancestors of `path` at which the trunk has a file: one at most."""
        return (folder for folder in ancestors(path) if folder and self.trunk(folder))

    def content(self, blob: BlobId) -> bytes:
        """From the log, else from git.  Raises MissingObject."""
        content = self._tables.content(blob)
        return self._store.read_blob(blob) if content is None else content

    def policy(self, path: RepoPath) -> MergePolicy:
        """How a file of the trunk is to be merged, by the trunk's attributes and the user's."""
        settings = self._settings
        attributes = self._attributes.of(path, ATTRIBUTES)
        return policy_of(attributes, settings.drivers, default=settings.default)

    @cached_property
    def _settings(self) -> MergeSettings:
        return merge_settings(self._store.git_dir)

    @cached_property
    def _attributes(self) -> Attributes:
        return self._settings.attributes(self._attributes_in)

    def _attributes_in(self, folder: RepoPath) -> bytes | None:
        version = self.trunk(join(folder, FILE_NAME))
        # As in git, a link is not followed.
        if version is None or version.mode in (Mode.SYMLINK, Mode.SUBMODULE):
            return None
        return self.content(version.blob)

    def read(self, version: Version) -> bytes:
        return self.content(version.blob)

    def renamed_to(self, path: RepoPath) -> RepoPath | None:
        """Where the trunk has the file that it had at `path`, if what it did last to `path`
        was to rename it; through any number of renames."""
        came: Seq | None = None
        while self.trunk(path) is None:
            move, row = self._tables.moved(path), self._tables.path_row(path)
            # A path that was used again and deleted since is no longer the file that moved.
            # Each rename is newer than the one before, so this comes to an end.
            if move is None or row is None or row.seq != move.seq or move.seq <= (came or 0):
                return None
            if came is not None and self._deleted_between(path, came, move.seq):
                return None
            path, came = move.new, move.seq
        if came is None or self._deleted_between(path, came, None):
            return None
        return path

    def _deleted_between(self, path: RepoPath, since: Seq, until: Seq | None) -> bool:
        """Whether the trunk has had another file at `path` in that time, in the end or not."""
        for event in self._tables.events_newest_first(path=path):
            if event.seq <= since:
                break
            if event.seq != until and isinstance(event, Published | Adopted):
                gone = (each.path for each in event.paths if each.after is None)
                if path in gone:
                    return True
        return False

    def moved_last_to(self, path: RepoPath) -> RepoPath | None:
        move = self._tables.moved(path)
        return move.new if move is not None else None

    def replaced_by(self, row: PendingRow) -> Version | None:
        """What the view showed at the row's path before the first of its saves."""
        first = self._tables.event(row.segments[0].saves[0])
        return first.base if isinstance(first, Saved) and first.origin is None else None

    def last_changed_by(self, path: RepoPath) -> AgentName | None:
        row = self._tables.path_row(path)
        return row.agent if row is not None else None

    def event(self, seq: Seq) -> Event:
        return self._tables.event(seq)

    def conflict(self, conflict: ConflictId) -> Conflict | None:
        return self._tables.conflict(conflict)
