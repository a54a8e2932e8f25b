"""What each event does to the state.  The only rules by which state changes.

`apply` reads the state, the event, and earlier events; never a clock, a file or git.  So the
same events give the same state, byte for byte.  The rules for unpublished saves are
`pending`'s.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from agentfs.eventlog import pending
from agentfs.eventlog.errors import LogDamaged
from agentfs.eventlog.state import StateWriter
from agentfs.eventlog.subjects import agent_of, paths_of
from agentfs.model.events import (
    Adopted,
    Event,
    Held,
    Initialized,
    Mounted,
    Noticed,
    Published,
    Refused,
    Repelled,
    Resolved,
    Saved,
    Unmounted,
    ViewMode,
)
from agentfs.model.ids import AgentName, Seq
from agentfs.model.lockevents import (
    Dequeued,
    Expired,
    Granted,
    Intended,
    LockEvent,
    Queued,
    Released,
    Renewed,
    Transferred,
)
from agentfs.model.locks import Token
from agentfs.model.rows import Head, KeptRow, MoveRow, PathRow, RefusalRow, ViewRow
from agentfs.model.versions import PathChange, Version


def apply(state: StateWriter, event: Event) -> None:
    """Bring `state` from just before `event` to just after it."""
    state.index(event.seq, agent_of(event), paths_of(event))
    match event:
        case Saved():
            _saved(state, event)
        case Published():
            _published(state, event)
        case Held():
            _held(state, event)
        case Resolved():
            _resolved(state, event)
        case Adopted():
            _trunk_moved(state, event, None)
        case Mounted():
            _mounted(state, event)
        case Unmounted():
            _unmounted(state, event)
        case Initialized():
            state.set_initialized(event)
            state.set_head(Head(event.commit, event.tree, event.seq))
        case Refused():
            _refused(state, event)
        case Repelled() | Noticed() | Intended():
            # The branch was put back: the trunk is what it was.  What someone was told, or
            # means to do, changes nothing.
            pass
        case _:
            _locks_changed(state, event)


def _saved(state: StateWriter, event: Saved) -> None:
    row = state.pending(event.agent, event.path)
    state.change_pending(row, pending.after_save(row, event))
    if event.held is None:
        state.drop_refusal(event.agent, event.path)
    state.remember_request(event.agent, event.session, event.request, event.seq)


def _refused(state: StateWriter, event: Refused) -> None:
    row = RefusalRow(event.agent, event.path, event.seq, event.sentence, event.held)
    state.put_refusal(row)
    if not event.held:
        # Otherwise the save that follows is what the request came to.
        state.remember_request(event.agent, event.session, event.request, event.seq)


def _locks_changed(state: StateWriter, event: LockEvent) -> None:
    match event:
        case Granted():
            _drop_leases(state, event.replaces)
            for lease in event.leases:
                state.put_lease(lease)
            if event.ticket is not None:
                state.drop_wait(event.ticket)
        case Renewed():
            for token in event.tokens:
                state.renew_lease(token, event.expires_ns)
        case Released() | Expired():
            _drop_leases(state, event.tokens)
        case Transferred():
            _drop_leases(state, (event.token, *filter(None, (event.replaces,))))
            state.put_lease(event.lease)
        case Queued():
            state.put_wait(event.wait)
        case Dequeued():
            state.drop_wait(event.ticket)
    state.set_locks_seq(event.seq)


def _drop_leases(state: StateWriter, tokens: Iterable[Token]) -> None:
    for token in tokens:
        state.drop_lease(token)


def _published(state: StateWriter, event: Published) -> None:
    published = frozenset(event.saves)
    for row in state.pending_of(event.agent):
        left = pending.after_publish(row, published, _version_of(state))
        if left is not row:
            state.change_pending(row, left)
    _trunk_moved(state, event, event.agent)
    for change in event.paths:
        state.drop_refusal(event.agent, change.path)
    for old, new in event.moved:
        state.put_move(MoveRow(old, new, event.seq))
    view = state.view(event.agent)
    if view is not None and view.mounted and view.mode is ViewMode.PINNED:
        for change in event.paths:
            row_kept = KeptRow(event.agent, change.path, change.after, change.mtime_ns)
            state.put_kept(row_kept)


def _held(state: StateWriter, event: Held) -> None:
    row = state.pending(event.agent, event.path)
    if row is None or not any(seq in event.saves for seq in pending.saves_of(row)):
        # The agent took its saves back, or they are in the trunk: nothing is left to hold.
        return
    after = pending.after_hold(row, event, _version_of(state))
    state.change_pending(row, after, event.conflicts)


def _resolved(state: StateWriter, event: Resolved) -> None:
    row = state.pending(event.agent, event.path)
    if row is not None:
        state.change_pending(row, pending.after_resolve(row, event))


def _trunk_moved(state: StateWriter, event: Published | Adopted, agent: AgentName | None) -> None:
    for change in event.paths:
        state.put_path(_path_row(change, agent, event.seq))
    state.set_head(Head(event.commit, event.tree, event.seq))


def _path_row(change: PathChange, agent: AgentName | None, seq: Seq) -> PathRow:
    return PathRow(change.path, change.after, change.mtime_ns, agent, seq)


def _mounted(state: StateWriter, event: Mounted) -> None:
    before = state.view(event.agent)
    if before is None or (before.mode, before.pin) != (event.mode, event.pin):
        state.drop_kept_of(event.agent)
    state.put_view(
        ViewRow(event.agent, event.path, event.mode, event.pin, mounted=True, seq=event.seq)
    )


def _unmounted(state: StateWriter, event: Unmounted) -> None:
    state.drop_kept_of(event.agent)
    before = state.view(event.agent)
    if before is not None:
        state.put_view(replace(before, mounted=False, seq=event.seq))


def _version_of(state: StateWriter) -> pending.VersionOf:
    def version_of(seq: Seq) -> Version | None:
        save = state.event(seq)
        if not isinstance(save, Saved):
            raise LogDamaged(f"event {seq} is taken for a save, but is none")
        return save.version

    return version_of
