"""What the log gets of a changeset: made before the transaction, written within it.

`prepare` does all that takes time: objects, compression.  `written` is the plain def that
checks once more and appends; between its check and its appends nothing can slip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from agentfs.eventlog import codec
from agentfs.eventlog.log import Appender
from agentfs.eventlog.pending import covers, saves_of
from agentfs.locks.touched import Touched
from agentfs.model.conflicts import Conflict
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Held, HoldReason, Published
from agentfs.model.ids import BlobId, CommitId, ConflictId
from agentfs.model.rows import Head, PendingRow
from agentfs.model.versions import PathChange
from agentfs.pipeline.integration.changeset import Changeset, Outcome, Partly
from agentfs.pipeline.integration.regions import NEW
from agentfs.pipeline.lookout import violations
from agentfs.pipeline.publication.message import email_of, message_of
from agentfs.pipeline.publication.projection import commit_of, write_blobs, write_tree
from agentfs.trunk.objects import ObjectStore

Content = Callable[[BlobId], bytes | None]


class StaleChangeset(AgentfsError):
    """Nobody's: a row that was merged is not what it was.  Merge again."""

    code = "changeset-stale"


@dataclass(frozen=True)
class Entry:
    """Events that are yet to be numbered, and the contents that they name."""

    head: Head
    rows: tuple[PendingRow, ...]
    contents: tuple[tuple[BlobId, bytes], ...]
    """Compressed."""
    published: Published | None
    held: tuple[Held, ...]
    touched: Touched
    """By what was held for locks; nobody may hold it now."""


def prepare(
    changeset: Changeset,
    head: Head,
    store: ObjectStore,
    content: Content,
    *,
    now_ns: int,
    pinned: bool,
    touched: Touched,
) -> Entry:
    """Put the changeset's objects into git, on top of `head`.

    `content` is the log's; `pinned` says that the agent's view does not follow the trunk;
    `touched` is what was held for locks that have ended.
    Raises ObjectNotWritten.
    """

    def known(blob: BlobId) -> bytes | None:
        made = changeset.contents.get(blob)
        return content(blob) if made is None else made

    write_blobs(store, known, changeset.edits.values())
    paths = _paths(changeset, now_ns, pinned)
    return Entry(
        head=head,
        rows=tuple(outcome.row for outcome in changeset.outcomes),
        contents=tuple((blob, codec.compress(data)) for blob, data in changeset.contents.items()),
        published=_published(changeset, head, paths, store, now_ns),
        held=tuple(_held(outcome) for outcome in changeset.holds),
        touched=touched,
    )


def written(appender: Appender, entry: Entry) -> Published | None:
    """Append the entry.  Raises StaleChangeset, having written nothing.

    Saves that were made since it was merged are no hindrance: the log leaves them pending.
    """
    if appender.head() != entry.head:
        raise StaleChangeset("the trunk moved while a changeset was merged")
    if not all(_is_current(row, appender) for row in entry.rows):
        raise StaleChangeset("saves were taken back while they were merged")
    if any(
        violations(appender, row.agent, entry.touched, appender.now()) for row in entry.rows[:1]
    ):
        raise StaleChangeset("what is to be published was locked meanwhile")
    for blob, compressed in entry.contents:
        appender.put_content(blob, compressed)
    published = appender.append(entry.published) if entry.published is not None else None
    for held in entry.held:
        conflicts = tuple(_numbered(held.conflicts, appender.next_conflict_id()))
        cause = published.seq if published is not None else held.cause
        appender.append(replace(held, conflicts=conflicts, cause=cause))
    return published


def _is_current(row: PendingRow, appender: Appender) -> bool:
    now = appender.pending(row.agent, row.path)
    # Whoever resolves a conflict gives the same saves another base, and takes it off the list.
    return covers(now, saves_of(row)) and (now is not None and now.conflicts == row.conflicts)


def _numbered(conflicts: tuple[Conflict, ...], first: ConflictId) -> Iterator[Conflict]:
    number = first
    for conflict in conflicts:
        if conflict.id == NEW:
            yield replace(conflict, id=number)
            number = ConflictId(number + 1)
        else:
            yield conflict


def _paths(changeset: Changeset, now_ns: int, pinned: bool) -> tuple[PathChange, ...]:
    """A pinned view keeps what it published, also if the trunk had it already, so it is told
    of each path; everybody else only of those that changed."""
    return tuple(
        PathChange(
            change.path,
            change.before,
            change.after,
            now_ns if change.mtime_ns is None else change.mtime_ns,
        )
        for change in changeset.changes
        if pinned or change.before != change.after
    )


def _published(
    changeset: Changeset,
    head: Head,
    paths: tuple[PathChange, ...],
    store: ObjectStore,
    now_ns: int,
) -> Published | None:
    saves = changeset.published_saves
    if not saves and not changeset.edits:
        return None
    event = Published(
        agent=changeset.agent,
        commit=head.commit,
        tree=write_tree(store, head.tree, paths),
        parent=head.commit,
        author=changeset.agent,
        email=email_of(changeset.agent),
        seconds=now_ns // 1_000_000_000,
        message=message_of(changeset),
        paths=paths,
        moved=changeset.moved,
        saves=saves,
        notes=changeset.notes,
        cause=max(saves, default=None),
    )
    # Saves that change nothing in the trunk make no commit: the head stays.
    return replace(event, commit=_commit(event, store)) if changeset.edits else event


def _commit(event: Published, store: ObjectStore) -> CommitId:
    return store.write_commit(commit_of(event))


def _held(outcome: Outcome) -> Held:
    assert isinstance(outcome.result, Partly)
    saves = saves_of(outcome.row)
    return Held(
        agent=outcome.row.agent,
        path=outcome.row.path,
        saves=saves,
        reason=HoldReason.CONFLICT,
        base=outcome.result.base,
        version=outcome.result.mine,
        conflicts=outcome.result.conflicts,
        cause=saves[-1],
    )
