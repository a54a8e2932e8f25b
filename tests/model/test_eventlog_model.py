"""The log against a naive model, and its state against a fold from the beginning.

The model knows nothing of segments: it keeps, for each path of an agent, the list of its
unpublished saves and what the trunk has of them, and derives what must be shown.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)

from agentfs.eventlog import Appender, EventLog, covers
from agentfs.eventlog.pending import saves_of
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Event, HoldReason, Saved
from agentfs.model.ids import AgentName, RepoPath, Seq, SessionId
from agentfs.model.rows import PendingRow
from agentfs.model.versions import Version
from tests.support.events import (
    ANN,
    BEN,
    COMMITS,
    V0,
    V1,
    V2,
    V3,
    F,
    conflict,
    held,
    initialized,
    mounted,
    published,
    resolved,
    saved,
    state_of,
    unmounted,
)

Key = tuple[AgentName, RepoPath]

AGENTS = st.sampled_from([ANN, BEN])
PATHS = st.sampled_from([F, RepoPath(b"long/" * 100 + b"g")])
VERSIONS = st.sampled_from([None, V0, V1, V2])
WHICH = st.integers(0, 3)
"""One of the rows that there are."""
PINS = st.sampled_from([None, COMMITS[3], COMMITS[4]])


class Refused(AgentfsError):
    code = "refused"


class Row:
    """What the model knows of a path with unpublished saves."""

    def __init__(self) -> None:
        self.saves: list[Seq] = []
        self.bases: set[Version | None] = set()
        """All that its text was ever compared with."""
        self.shown: Version | None = None
        self.held = False
        self.locked = False
        """Held for a lock, which later saves do not change."""
        self.conflicts: set[int] = set()


class LogMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.ticks = 0
        self.log = self.open(EventLog.create)
        self.events: list[Event] = []
        self.rows: dict[Key, Row] = {}
        self.requests: dict[tuple[AgentName, int], list[Seq]] = {}
        self.views: dict[AgentName, tuple[object, bool]] = {}
        self.kept: dict[AgentName, dict[RepoPath, Version | None]] = {ANN: {}, BEN: {}}
        self.trunk: dict[RepoPath, Version | None] = {}
        self.conflict_ids = 0

    def open(self, way) -> EventLog:  # type: ignore[no-untyped-def]
        log: EventLog = way(Path(self.directory.name) / "log", clock=self.clock)
        return log

    def clock(self) -> int:
        """One that often stands still."""
        self.ticks += self.ticks % 3
        return self.ticks

    def teardown(self) -> None:
        self.log.close()
        self.directory.cleanup()

    # --- doing it

    def append(self, *events: Event) -> list[Seq]:
        def item(appender: Appender) -> list[Event]:
            return [appender.append(event) for event in events]

        (outcome,) = self.log.transact([item])
        assert isinstance(outcome, list)
        self.events += outcome
        return [event.seq for event in outcome]

    def row_of(self, agent: AgentName, path: RepoPath) -> PendingRow | None:
        with self.log.snapshot() as tables:
            return tables.pending(agent, path)

    def version_of(self, seq: Seq) -> Version | None:
        event = self.events[seq - 1]
        assert isinstance(event, Saved)
        return event.version

    def forget_if_gone(self, agent: AgentName, path: RepoPath) -> None:
        """A row may only end if the path is again what it was at some time, or no save is
        left.  Exactly when it must, follows from segments: see the tests of the fold."""
        if self.row_of(agent, path) is None:
            row = self.rows.pop((agent, path))
            assert row.shown in row.bases or not row.saves
        else:
            assert self.rows[agent, path].saves

    @initialize()
    def begin(self) -> None:
        self.append(initialized())

    @rule(
        agent=AGENTS,
        path=PATHS,
        base=VERSIONS,
        to=VERSIONS,
        request=st.integers(1, 5),
        origin=st.sampled_from([None, None, None, RepoPath(b"old")]),
        lock=st.sampled_from([None, None, None, HoldReason.LOCK]),
    )
    def save(
        self,
        agent: AgentName,
        path: RepoPath,
        base: Version | None,
        to: Version | None,
        request: int,
        origin: RepoPath | None,
        lock: HoldReason | None,
    ) -> None:
        event = saved(base, to, agent=agent, path=path, request=request, origin=origin, held=lock)
        (seq,) = self.append(event)
        row = self.rows.setdefault((agent, path), Row())
        row.saves.append(seq)
        row.bases.add(base)
        row.locked = row.locked or lock is not None
        row.shown, row.held = to, row.locked
        self.requests.setdefault((agent, request), []).append(seq)
        self.forget_if_gone(agent, path)

    def key_of(self, which: int) -> Key:
        keys = sorted(self.rows) or [(ANN, F)]
        return keys[which % len(keys)]

    @rule(which=WHICH, how_many=st.integers(0, 3), after=VERSIONS)
    def publish(self, which: int, how_many: int, after: Version | None) -> None:
        agent, path = self.key_of(which)
        row = self.rows.get((agent, path))
        saves = tuple(row.saves[:how_many]) if row else ()
        event = published(*saves, agent=agent, path=path, after=after)
        self.append(event)
        self.trunk[path] = after
        if self.views.get(agent, (None, False))[1] and self.views[agent][0] is not None:
            self.kept[agent][path] = after
        if row and saves:
            row.bases |= {self.version_of(seq) for seq in saves}
            del row.saves[: len(saves)]
            row.held, row.conflicts = row.locked, set()
            self.forget_if_gone(agent, path)

    @rule(
        which=WHICH,
        how_many=st.integers(1, 3),
        base=VERSIONS,
        conflicts=st.integers(0, 2),
        reason=st.sampled_from(HoldReason),
    )
    def hold(
        self,
        which: int,
        how_many: int,
        base: Version | None,
        conflicts: int,
        reason: HoldReason,
    ) -> None:
        agent, path = self.key_of(which)
        row = self.rows.get((agent, path))
        before = self.row_of(agent, path)
        if row is None or before is None:
            # Saves that are not pending: nothing may come of it.
            self.append(held(Seq(1), agent=agent, path=path, conflicts=(conflict(900),)))
            return
        saves = saves_of(before)[:how_many]
        whole = len(saves) == len(row.saves)
        numbers = range(self.conflict_ids + 1, self.conflict_ids + 1 + conflicts)
        self.append(
            held(
                *saves,
                agent=agent,
                path=path,
                base=base,
                to=before.shown if whole else V3,
                reason=reason,
                conflicts=tuple(conflict(n, agent=agent, path=path) for n in numbers),
            )
        )
        self.conflict_ids += conflicts
        row.bases.add(base)
        row.locked = reason is HoldReason.LOCK if whole else row.locked
        row.held, row.conflicts = whole or row.locked, set(numbers)

    @rule(base=VERSIONS, to=VERSIONS, how_many=st.integers(0, 2))
    def resolve(self, base: Version | None, to: Version | None, how_many: int) -> None:
        row = self.rows.get((ANN, F))
        if row is None:
            self.append(resolved(900, base=base, to=to))
            return
        decided = sorted(row.conflicts)[:how_many]
        row.bases.add(base)
        self.append(resolved(*decided, base=base, to=to))
        row.shown, row.held, row.locked = to, False, False
        row.conflicts -= set(decided)
        self.forget_if_gone(ANN, F)

    @rule(agent=AGENTS, pin=PINS)
    def mount(self, agent: AgentName, pin) -> None:  # type: ignore[no-untyped-def]
        self.append(mounted(agent, pin))
        if agent not in self.views or self.views[agent][0] != pin:
            self.kept[agent].clear()
        self.views[agent] = (pin, True)

    @rule(agent=AGENTS)
    def unmount(self, agent: AgentName) -> None:
        self.append(unmounted(agent))
        self.kept[agent].clear()
        if agent in self.views:
            self.views[agent] = (self.views[agent][0], False)

    @rule(agent=AGENTS, path=PATHS, alone=st.booleans())
    def refuse(self, agent: AgentName, path: RepoPath, alone: bool) -> None:
        """An item that raises after it wrote everything it could."""

        def item(appender: Appender) -> None:
            appender.append(saved(V0, V1, agent=agent, path=path))
            appender.append(mounted(agent, COMMITS[5]))
            appender.append(published(agent=agent, path=path))
            raise Refused("no")

        outcomes = self.log.transact([item] if alone else [item, lambda a: None, item])
        assert isinstance(outcomes[0], Refused)

    @rule()
    def reopen(self) -> None:
        self.log.close()
        self.log = self.open(EventLog.open)

    @rule()
    def rebuild(self) -> None:
        with self.log.snapshot() as tables:
            before = state_of(tables)
        self.log.rebuild_state()
        with self.log.snapshot() as tables:
            assert state_of(tables) == before

    # --- what must hold

    @invariant()
    def events_are_what_was_appended(self) -> None:
        with self.log.snapshot() as tables:
            assert list(tables.events(Seq(0))) == self.events
            assert list(tables.events_newest_first()) == self.events[::-1]
            assert tables.last_seq() == len(self.events)
            for agent in (ANN, BEN):
                mine = [e for e in self.events if getattr(e, "agent", None) == agent]
                assert list(tables.events_newest_first(agent)) == mine[::-1]
        times = [event.time_ns for event in self.events]
        assert times == sorted(set(times))

    @invariant()
    def rows_are_those_of_the_model(self) -> None:
        with self.log.snapshot() as tables:
            found = {(row.agent, row.path): row for row in tables.pending_all()}
            waiting = {row.path: tables.held_on(row.path) for row in found.values()}
        assert found.keys() == self.rows.keys()
        for key, row in found.items():
            expected = self.rows[key]
            assert list(saves_of(row)) == expected.saves
            assert covers(row, expected.saves)
            assert (row.held is not None) == expected.held
            assert (row in waiting[row.path]) == expected.held
            assert set(row.conflicts) == expected.conflicts
            assert row.shown == expected.shown

    @invariant()
    def conflicts_are_those_of_the_rows(self) -> None:
        with self.log.snapshot() as tables:
            listed = {one.id for one in tables.conflicts()}
            assert tables.next_conflict_id() == self.conflict_ids + 1
        assert listed == set().union(*(row.conflicts for row in self.rows.values()))

    @invariant()
    def the_rest_is_that_of_the_model(self) -> None:
        with self.log.snapshot() as tables:
            for path, version in self.trunk.items():
                row = tables.path_row(path)
                assert row is not None
                assert row.version == version
            for agent, (pin, is_mounted) in self.views.items():
                view = tables.view(agent)
                assert view is not None
                assert (view.pin, view.mounted) == (pin, is_mounted)
                kept = {row.path: row.version for row in tables.kept_of(agent)}
                assert kept == self.kept[agent]
            for (agent, request), seqs in self.requests.items():
                assert tables.request(agent, SessionId("session"), request) == tuple(seqs)

    @invariant()
    def the_state_is_the_fold_of_the_events(self) -> None:
        assert self.log.check() == []


LogMachine.TestCase.settings = settings(
    max_examples=80, stateful_step_count=40, deadline=None, print_blob=True
)
TestLog = LogMachine.TestCase
