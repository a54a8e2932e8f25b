"""The state of one view: its layers, its inodes, and how both follow the log.

Everything here is a plain def: between two awaits of the view process it is consistent.
The view's own saves and everyone's publishes come in by one way only, `follow`, in the
order of the log; a reply to a save carries nothing that `follow` would not bring.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from agentfs.eventlog.tables import Tables
from agentfs.model import paths
from agentfs.model.events import Adopted, Event, Held, Published, Resolved, Saved, ViewMode
from agentfs.model.ids import ROOT, AgentName, CommitId, RepoPath, Seq
from agentfs.model.rows import PendingRow
from agentfs.views.inodes import Inodes, Kind, Node, Place
from agentfs.views.namespace import Folder, Namespace, PrivateFile, Shown, Tracked
from agentfs.views.overlay import Entry


@dataclass(frozen=True, slots=True)
class Stale:
    """What the kernel must be told to drop: entries (folder's inode, name), and the
    attributes of folders (inode)."""

    entries: tuple[tuple[int, bytes], ...] = ()
    folders: tuple[int, ...] = ()
    contents: tuple[int, ...] = ()
    """Files whose content was put back (inodes)."""

    def __bool__(self) -> bool:
        return bool(self.entries or self.folders or self.contents)


class ViewState:
    """`trunk_mtime(path)` tells when the trunk's version of a path was written, and
    `now` the time, both in nanoseconds since 1970."""

    def __init__(
        self,
        agent: AgentName,
        mode: ViewMode,
        namespace: Namespace,
        commit: CommitId,
        inodes: Inodes,
        trunk_mtime: Callable[[RepoPath], int],
        now: Callable[[], int],
    ) -> None:
        self.agent = agent
        self.mode = mode
        self.namespace = namespace
        self.commit = commit
        """Whose tree the namespace shows below this view's own saves."""
        self.inodes = inodes
        self.cursor = Seq(0)
        self._trunk_mtime = trunk_mtime
        self._now = now

    def load(self, tables: Tables) -> None:
        """Begin: the view as the log's tables have it now."""
        self.cursor = tables.last_seq()
        self._load_overlay(tables)

    def find(self, path: RepoPath) -> Node | None:
        """The node of `path`, made if this is the first time that anyone asks."""
        node = self.inodes.at(path)
        if node is not None:
            return node
        shown = self.namespace.show(path)
        return self.make(path, shown) if shown is not None else None

    def make(self, path: RepoPath, shown: Shown) -> Node:
        """The node for what `path` shows, as the caller just found out."""
        node = self.inodes.at(path)
        if node is not None:
            return node
        match shown:
            case Tracked(version, saved_ns):
                mtime = self._trunk_mtime(path) if saved_ns is None else saved_ns
                return self.inodes.add(path, Kind.TRACKED, version, mtime)
            case Folder():
                return self.inodes.add(path, Kind.FOLDER, None, self._trunk_mtime(ROOT))
            case PrivateFile():
                return self.inodes.add(path, Kind.PRIVATE, None, 0)

    def follow(self, tables: Tables) -> tuple[set[RepoPath], Stale]:
        """Take in every event up to the tables' last one.

        The paths that may show something else now, and what the kernel must drop.
        """
        last = tables.last_seq()
        if last <= self.cursor:
            return set(), Stale()
        touched: set[RepoPath] = set()
        came_or_went: set[RepoPath] = set()
        saved: set[RepoPath] = set()
        settled = False
        for event in tables.events(self.cursor):
            if isinstance(event, Published | Adopted):
                touched.update(change.path for change in event.paths)
                came_or_went.update(c.path for c in event.paths if None in (c.before, c.after))
            if isinstance(event, Saved) and event.agent == self.agent:
                saved.add(event.path)
            settled = settled or self._settles(event)
        self.cursor = last
        head = tables.head()
        if self.mode is ViewMode.LIVE and head is not None:
            self.namespace.tree, self.commit = head.tree, head.commit
        whole = settled or (saved and self.mode is ViewMode.PINNED)
        own = self._load_overlay(tables) if whole else self._load_saved(tables, saved)
        return touched | own, self.refresh(touched | own, came_or_went | own)

    def refresh(self, touched: Collection[RepoPath], came_or_went: Iterable[RepoPath]) -> Stale:
        """Give every path whose content changed a new inode; say what is stale by it.

        Every view does this for every publish, most often for nothing: so what costs comes
        last, and a view looks only at what it has told the kernel about.
        """
        moved = set(came_or_went)
        folders = {folder for path in moved for folder in paths.ancestors(path)} - {ROOT}
        entries = [path for path in {*touched, *moved, *folders} if self._supersede(path)]
        stale = [self._entry(path) for path in entries]
        changed = {paths.parent(path) for path in (*moved, *entries)}
        return Stale(
            tuple(entry for entry in stale if entry is not None),
            tuple(ino for folder in changed if (ino := self._touch_folder(folder))),
        )

    def _supersede(self, path: RepoPath) -> bool:
        """Whether the kernel may hold something else at `path` than it shows now."""
        node = self.inodes.at(path)
        if node is None:
            known_absent = self.inodes.is_told_absent(path)
            if known_absent and self.namespace.show(path) is not None:
                self.inodes.forget_absent(path)
                return True
            return False
        if node.writers or node.unsaved or _same(node, self.namespace.show(path)):
            return False
        if node.kind is Kind.FOLDER and self.inodes.is_written_under(path):
            return False
        self.inodes.retire(node, Place.SUPERSEDED)
        return True

    def _entry(self, path: RepoPath) -> tuple[int, bytes] | None:
        folder = self.inodes.at(paths.parent(path))
        return (folder.ino, paths.name(path)) if folder is not None else None

    def _touch_folder(self, folder: RepoPath) -> int | None:
        node = self.inodes.at(folder)
        if node is None:
            return None
        node.mtime_ns = self._now()
        return node.ino

    def _settles(self, event: Event) -> bool:
        """Whether unpublished saves of this view may have ended, or changed, by `event`."""
        return isinstance(event, Published | Held | Resolved) and event.agent == self.agent

    def _load_saved(self, tables: Tables, saved: set[RepoPath]) -> set[RepoPath]:
        for path in saved:
            row = tables.pending(self.agent, path)
            self.namespace.overlay.set(path, _entry(row) if row is not None else None)
        return saved

    def _load_overlay(self, tables: Tables) -> set[RepoPath]:
        """Make the overlay what the tables say; the paths at which it changed."""
        wanted = {row.path: Entry(row.version, row.mtime_ns) for row in tables.kept_of(self.agent)}
        for row in tables.pending_of(self.agent):
            wanted[row.path] = _entry(row)
        overlay = self.namespace.overlay
        changed = {
            path
            for path in overlay.paths() | wanted.keys()
            if overlay.get(path) != wanted.get(path)
        }
        for path in changed:
            overlay.set(path, wanted.get(path))
        return changed


def _entry(row: PendingRow) -> Entry:
    first, last = row.segments[0], row.segments[-1]
    return Entry(row.shown, last.time_ns, first.base, first.origin)


def _same(node: Node, shown: Shown | None) -> bool:
    match shown:
        case Tracked(version):
            return node.kind is Kind.TRACKED and node.version == version
        case Folder():
            return node.kind is Kind.FOLDER
        case PrivateFile():
            return node.kind is Kind.PRIVATE
        case None:
            return False
