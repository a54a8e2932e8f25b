"""Resolve: someone decides a conflict, for the agent's side or for the trunk's.

A plain def within one transaction of the log.  It only says what the next merge begins
from: ``mine`` makes the trunk's text the base of the agent's, so that the agent's wins;
``trunk`` puts the trunk's text in the agent's place.  No text is lost: the contents of both
sides stay in the log.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from agentfs.eventlog import codec
from agentfs.eventlog.log import Appender
from agentfs.merge.filemerge import FileMerge
from agentfs.merge.values import Clash, Clean, MergeResult, Side
from agentfs.model.conflicts import Conflict
from agentfs.model.errors import AgentfsError
from agentfs.model.events import HoldReason, Resolved
from agentfs.model.ids import BlobId, ConflictId
from agentfs.model.paths import display
from agentfs.model.rows import PendingRow
from agentfs.model.versions import Version
from agentfs.pipeline.integration.known import Known
from agentfs.pipeline.integration.merging import Texts, has_lines
from agentfs.pipeline.integration.regions import located, region_value
from agentfs.pipeline.integration.remembered import remembered
from agentfs.pipeline.integration.renames import halves
from agentfs.pipeline.integration.structure import in_the_way
from agentfs.trunk.objects import ObjectStore

MINE: Final = "mine"
TRUNK: Final = "trunk"

Decided = tuple[Version | None, Version | None]
"""The base and the view's version that the next merge begins from."""


class NoSuchConflict(AgentfsError):
    """The user's: no conflict of that number is open."""

    code = "no-such-conflict"


class BadChoice(AgentfsError):
    """The caller's: neither ``mine`` nor ``trunk``."""

    code = "bad-choice"


class ConflictUnsettled(AgentfsError):
    """Nobody's: the agent has saved the file since, and that is not merged yet."""

    code = "conflict-unsettled"


class NoRoom(AgentfsError):
    """The user's: the agent's side cannot be taken while the trunk has something else there."""

    code = "no-room"


def resolve(appender: Appender, store: ObjectStore, number: ConflictId, take: str) -> Resolved:
    """Decide one conflict; the row is then to be published (`Publisher.publish`).

    Raises NoSuchConflict, BadChoice, ConflictUnsettled, NoRoom, having changed nothing.
    """
    if take not in (MINE, TRUNK):
        raise BadChoice(f"a conflict is decided for mine or trunk, not for {take!r}")
    conflict = appender.conflict(number)
    head = appender.head()
    if conflict is None or head is None:
        raise NoSuchConflict(f"there is no conflict {number}", hint="see agentfs conflicts")
    known = Known(store, appender, head.tree)
    row = _settled_row(appender, conflict)
    if take == MINE and row.shown is not None and in_the_way(row.path, known):
        raise NoRoom(
            f"the trunk has a folder or a file in the way of {display(row.path)}",
            hint="rename the file in the view",
        )

    def keep(text: bytes) -> BlobId:
        blob = ObjectStore.blob_id(text)
        appender.put_content(blob, codec.compress(text))
        return blob

    decided = _decide(row, conflict, take, known, keep)
    resolved = appender.append(_event(row, (number,), take, decided))
    _resolve_other_half(appender, row, take, known)
    return resolved


def _settled_row(appender: Appender, conflict: Conflict) -> PendingRow:
    row = appender.pending(conflict.agents[0], conflict.path)
    if row is None or row.held is not HoldReason.CONFLICT or len(row.segments) != 1:
        raise ConflictUnsettled(
            f"{display(conflict.path)} was saved again and is being merged",
            hint="try again in a moment",
        )
    return row


def _decide(
    row: PendingRow, conflict: Conflict, take: str, known: Known, keep: Callable[[bytes], BlobId]
) -> Decided:
    texts, segment = Texts(known.content), row.segments[0]
    path = known.renamed_to(row.path) or row.path
    trunk = known.trunk(path)
    sides = (segment.base, trunk, segment.version)
    if not has_lines(*sides, texts):
        return (trunk, segment.version) if take == MINE else (trunk, trunk)
    listed = [each for each in map(known.conflict, row.conflicts) if each is not None]
    was, theirs, mine = map(texts.of, sides)
    file = FileMerge(path, was, theirs, mine, known.policy(path))
    merged, clash = _found(conflict, listed, file)
    if clash is None or segment.version is None:
        # The trunk has changed so that it is no conflict any more: merging again will tell.
        return segment.base, segment.version
    base = _text(merged, clash, "left" if take == MINE else "base", others="base")
    version = _text(merged, clash, "right" if take == MINE else "left", others="right")
    mode = segment.version.mode
    return Version(keep(base), mode), Version(keep(version), mode)


def _found(
    conflict: Conflict, listed: Sequence[Conflict], file: FileMerge
) -> tuple[MergeResult, Clash | None]:
    """The merge that the row is held for, and the conflict's region in it."""
    merged = remembered(listed, file.base, file.left, file.right)
    if merged is not None:
        return merged, dict(zip(listed, merged.clashes, strict=True))[conflict]
    # Rare: the trunk has moved, and this row is about to be merged with it.  No worker can be
    # waited for within a transaction.
    merged = file.merged()
    return merged, _alike(merged, conflict)


def _alike(merged: MergeResult, conflict: Conflict) -> Clash | None:
    """The conflict's region as it is now; of several that are alike the nearest."""
    alike = [
        (abs(line - conflict.line), at, clash)
        for at, (line, clash) in enumerate(located(merged))
        if region_value(clash.right) == conflict.mine
        and region_value(clash.base) == (conflict.base or b"")
    ]
    return min(alike, key=lambda found: found[:2])[2] if alike else None


def _text(merged: MergeResult, chosen: Clash, side: Side, *, others: Side) -> bytes:
    """The merged text with `side` of the clash `chosen`, and `others` of every other."""
    parts = [
        chunk.text
        if isinstance(chunk, Clean)
        else getattr(chunk, side if chunk is chosen else others)
        for chunk in merged.chunks
    ]
    return b"".join(parts)


def _event(
    row: PendingRow, numbers: tuple[ConflictId, ...], take: str, decided: Decided
) -> Resolved:
    base, version = decided
    return Resolved(
        agent=row.agent,
        path=row.path,
        conflicts=numbers,
        take=take,
        base=base,
        version=version,
    )


def _resolve_other_half(appender: Appender, row: PendingRow, take: str, known: Known) -> None:
    """The deletion of a rename that was held with its new path goes the same way."""
    rows = {other.path: other for other in appender.pending_of(row.agent)}
    for old, new in halves([*rows.values(), row], appender.event).items():
        deletion = rows.get(old)
        if new != row.path or deletion is None or deletion.conflicts:
            continue
        if deletion.held is HoldReason.CONFLICT:
            trunk = known.trunk(old)
            decided = (trunk, None) if take == MINE else (trunk, trunk)
            appender.append(_event(deletion, (), take, decided))
