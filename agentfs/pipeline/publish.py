"""Publish: the stage that makes a changeset part of the trunk.

Order: merge, with no lock held; then under the publisher's lock look at the trunk again, put
the objects into git, append Published and Held in one transaction (with it the changeset is
published), move the ref, and see who else has to merge again.  A crash between any two
steps leaves what `recover` completes: objects without an event are garbage, an event
without the ref is a ref to be moved.

Invariants: only here and in `recover` does the trunk's ref move; no await stands between
what was looked at under the lock and the item that is recorded, but for reads.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from pathlib import Path
from typing import Final

import trio

from agentfs.eventlog.log import EventLog
from agentfs.eventlog.tables import Tables
from agentfs.locks.touched import Touched
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Adopted, HoldReason, Repelled, ViewMode
from agentfs.model.ids import AgentName, CommitId, RepoPath
from agentfs.model.rows import Head, PendingRow
from agentfs.model.versions import PathChange
from agentfs.pipeline.faults import fault
from agentfs.pipeline.integrate import integrate
from agentfs.pipeline.integration.changeset import Changeset
from agentfs.pipeline.integration.companions import choose, is_unsettled
from agentfs.pipeline.integration.known import Known
from agentfs.pipeline.integration.merging import MergeRunner
from agentfs.pipeline.integration.reconsider import concerned
from agentfs.pipeline.integration.renames import origin_of
from agentfs.pipeline.integration.structure import blocked
from agentfs.pipeline.lookout import violations
from agentfs.pipeline.publication.align import Drift, drift, keep, move
from agentfs.pipeline.publication.entry import Entry, StaleChangeset, prepare, written
from agentfs.pipeline.record import Recorder
from agentfs.pipeline.settle import QUIET
from agentfs.pipeline.touching import touched_by_row
from agentfs.trunk.branch import TrunkBranch, TrunkMoved
from agentfs.trunk.init import TrunkCheckedOut
from agentfs.trunk.objects import ObjectStore

UNSETTLED_NS: Final = round(QUIET * 1_000_000_000)
"""How long a path is left alone that only just came or went: as long as a view has to be."""
ATTEMPTS: Final = 4
"""Merges of one changeset while its saves are taken back under our hands."""
PAUSES: Final = frozenset(
    {
        "disk-full",
        "object-not-written",
        "ref-not-written",
        "trunk-checked-out",
        "trunk-locked",
        "trunk-moved",
    }
)
"""Codes of errors that are the world's: publishing waits, and loses nothing by it."""


class NotInitialized(AgentfsError):
    """The user's: the log has no trunk yet."""

    code = "not-initialized"


class Publisher:
    """The coordinator's one way to the trunk.  One for a repository."""

    def __init__(
        self,
        *,
        log: EventLog,
        store: ObjectStore,
        branch: TrunkBranch,
        recorder: Recorder,
        merges: MergeRunner,
        checked_out: Callable[[], Path | None],
        clock: Callable[[], int],
        wake: Callable[[AgentName], None],
    ) -> None:
        """`checked_out` tells where the user has the trunk's branch checked out; `clock`
        gives nanoseconds since 1970; `wake(agent)` is called when held saves of the agent
        are to be merged again, and has to bring about a `publish(agent)`.
        """
        self._log = log
        self._store = store
        self._branch = branch
        self._recorder = recorder
        self._merges = merges
        self._checked_out = checked_out
        self._clock = clock
        self._wake = wake
        self._lock = trio.Lock()
        self._again: dict[AgentName, set[RepoPath]] = {}
        # Held rows whose file the trunk has renamed, by where it is now.  Not in the log's
        # tables: after a restart `reconsider_all` brings them here again.
        self._followers: dict[RepoPath, set[tuple[AgentName, RepoPath]]] = {}
        self.unsettled: set[AgentName] = set()
        """Agents of whom only what just came or went was left out."""
        self.unsynced = 0
        """Publishes since the last `checkpoint`."""
        self.problem = ""
        """Why publishing waits, in one sentence; empty if it does not."""

    async def publish(self, agent: AgentName, *, whole: bool = True) -> bool:
        """Publish what the agent has saved, and hold what conflicts.  Without `whole`, files
        that came or went within the last `UNSETTLED_NS` are left for later.

        Gives whether nothing is left to do.  If something is, `problem` says why, the agent
        is in `unsettled`, or newer saves came in between; try again later.
        """
        settled_ns = None if whole else self._clock() - UNSETTLED_NS
        self.unsettled.discard(agent)
        try:
            for _ in range(ATTEMPTS):
                if await self._attempt(agent, settled_ns):
                    break
        except AgentfsError as error:
            self._pause(error)
            if agent in self._again:
                return False
        with self._log.snapshot() as tables:
            left = self._left(agent, tables)
        if left and all(is_unsettled(row, settled_ns) for row in left):
            self.unsettled.add(agent)
        return not left

    async def align(self) -> None:
        """Follow the trunk's branch if somebody moved it, though nobody publishes."""
        try:
            async with self._lock:
                await self._aligned()
        except AgentfsError as error:
            self._pause(error)

    def reconsider(self, agent: AgentName, path: RepoPath) -> None:
        """Merge the held saves of this path again when the agent next publishes, soon."""
        self._again.setdefault(agent, set()).add(path)
        self._wake(agent)

    def reconsider_all(self) -> None:
        """At start: a crash may have come before anything was reconsidered."""
        with self._log.snapshot() as tables:
            rows = [row for row in tables.pending_all() if row.held is HoldReason.CONFLICT]
        for row in rows:
            self.reconsider(row.agent, row.path)

    async def checkpoint(self) -> None:
        """Make git durable up to here, so that `recover` need not look at what came before.

        Raises OSError, LogFull.
        """
        async with self._lock:
            # Under the lock, so that the last event's ref was moved.
            with self._log.snapshot() as tables:
                seq = tables.last_seq()
            await trio.to_thread.run_sync(self._branch.sync_objects)
        fault("publish.synced")
        await self._recorder.run(lambda appender: appender.set_projected(seq))
        self.unsynced = 0

    def _pause(self, error: AgentfsError) -> None:
        if error.code not in PAUSES:
            raise error
        self.problem = f"publishing waits: {error}"

    async def _attempt(self, agent: AgentName, settled_ns: int | None) -> bool:
        """Whether there is nothing more to do for now."""
        again = self._again.pop(agent, set())
        done = False
        try:
            changeset = None
            if not self._lock.locked():
                changeset = await self._integrate(agent, again, settled_ns)
            if changeset is None or changeset.outcomes:
                async with self._lock:
                    await self._commit(agent, changeset, again, settled_ns)
            done = True
        except StaleChangeset:
            pass
        finally:
            if not done and again:
                self._again.setdefault(agent, set()).update(again)
        return done

    async def _integrate(
        self, agent: AgentName, again: set[RepoPath], settled_ns: int | None
    ) -> Changeset:
        with self._log.snapshot() as tables:
            known = Known(self._store, tables, _head(tables).tree)
            locked = await trio.to_thread.run_sync(self._locked, agent, tables, known)
            rows = choose(tables.pending_of(agent), again, tables.event, settled_ns, locked)
            changeset = await integrate(agent, rows, known, self._merges)
        for path, target in changeset.followed:
            self._followers.setdefault(target, set()).add((agent, path))
        return changeset

    async def _commit(
        self,
        agent: AgentName,
        changeset: Changeset | None,
        again: set[RepoPath],
        settled_ns: int | None,
    ) -> None:
        """Under the lock: the head stays where it is until this moves it.

        Where many wait for the lock, what is merged before is most often merged in vain; so
        it is then merged here, if `changeset` is None.
        """
        head = await self._aligned()
        if changeset is None or not self._fits(changeset, head):
            changeset = await self._integrate(agent, again, settled_ns)
        if not changeset.outcomes:
            return
        fault("publish.merged")
        entry = await trio.to_thread.run_sync(self._prepare, changeset, head)
        fault("publish.objects-written")
        published = await self._recorder.run(lambda appender: written(appender, entry))
        fault("publish.recorded")
        if published is None:
            return
        self.unsynced += 1
        self._reconsider(published.paths, changeset.settled, published.agent)
        await self._move(head.commit, published.commit)
        fault("publish.ref-moved")

    async def _move(self, old: CommitId, new: CommitId) -> None:
        try:
            if new != old:
                move(self._branch, old, new)
        except TrunkMoved:
            # Since we looked, a moment ago.  What is published is published: the log says so.
            await self._aligned()

    def _left(self, agent: AgentName, tables: Tables) -> list[PendingRow]:
        """What nothing holds back."""
        rows = tables.pending_of(agent)
        left = [row for row in rows if row.held is None]
        if any(row.held is HoldReason.LOCK for row in rows):
            known = Known(self._store, tables, _head(tables).tree)
            locked = self._locked(agent, tables, known)
            free = choose(rows, (), tables.event, locked=locked)
            left += (row for row in free if row.held is HoldReason.LOCK)
        return left

    def _locked(self, agent: AgentName, tables: Tables, known: Known) -> set[RepoPath]:
        """Paths held for a lock that others still hold."""
        waiting = [row for row in tables.pending_of(agent) if row.held is HoldReason.LOCK]
        now = self._clock()
        return {
            row.path
            for row in waiting
            if violations(tables, agent, touched_by_row(row, known.read), now)
        }

    def _fits(self, changeset: Changeset, head: Head) -> bool:
        """Whether the changeset, merged with an older trunk maybe, is right for this one."""
        if head.tree == changeset.tree:
            return True
        if any(origin_of(each.row) or each.target != each.row.path for each in changeset.outcomes):
            return False
        with self._log.snapshot() as tables:
            known = Known(self._store, tables, head.tree)
            same = all(known.trunk(each.path) == each.before for each in changeset.changes)
            return same and not blocked(changeset.edits, known)

    def _prepare(self, changeset: Changeset, head: Head) -> Entry:
        """In a worker thread: it waits for the disk."""
        with self._log.snapshot() as tables:
            view = tables.view(changeset.agent)
            pinned = view is not None and view.mounted and view.mode is ViewMode.PINNED
            known = Known(self._store, tables, head.tree)
            return prepare(
                changeset,
                head,
                self._store,
                tables.content,
                now_ns=self._clock(),
                pinned=pinned,
                touched=sum(
                    (
                        touched_by_row(outcome.row, known.read)
                        for outcome in changeset.outcomes
                        if outcome.row.held is HoldReason.LOCK
                    ),
                    Touched(),
                ),
            )

    async def _aligned(self) -> Head:
        """The trunk's head, with the ref there too.  Raises TrunkCheckedOut."""
        with self._log.snapshot() as tables:
            head = _head(tables)
        checked_out = self._checked_out()
        found = drift(head, self._branch, self._store, self._clock())
        if found is not None and not (found.puts_back and checked_out):
            head = await self._mended(found, head)
        if checked_out is not None:
            raise TrunkCheckedOut(
                f"the trunk's branch is checked out at {checked_out}",
                hint="switch to another branch there",
            )
        self.problem = ""
        return head

    async def _mended(self, found: Drift, head: Head) -> Head:
        event = found.event
        if event is not None:
            if isinstance(event, Repelled):
                keep(self._branch, event)
            recorded = await self._recorder.run(lambda appender: appender.append(event))
            if isinstance(recorded, Adopted):
                self._reconsider(recorded.paths)
                return Head(recorded.commit, recorded.tree, recorded.seq)
        move(self._branch, found.found, head.commit)
        return head

    def _reconsider(
        self,
        changes: Sequence[PathChange],
        but: Container[RepoPath] = (),
        of: AgentName | None = None,
    ) -> None:
        """Have held saves merged again that the changes concern; not the paths `but` of the
        agent `of`, which just were merged with these."""
        with self._log.snapshot() as tables:
            found = {(row.agent, row.path) for row in concerned(tables, changes)}
            for change in changes:
                followers = self._followers.pop(change.path, set())
                left = {each for each in followers if tables.pending(*each) is not None}
                if left:
                    self._followers[change.path] = left
                    found |= left
        for agent, path in sorted(found):
            if not (agent == of and path in but):
                self.reconsider(agent, path)


def _head(tables: Tables) -> Head:
    head = tables.head()
    if head is None:
        raise NotInitialized("the log has no trunk", hint="run agentfs init")
    return head
