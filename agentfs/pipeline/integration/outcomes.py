"""From merged rows to a `Changeset`: what is published, what is held, which conflict is new.

Pure.  A conflict that the row already listed, about the same region with the same base and
the same text of the agent, keeps its number; a row for which nothing changed is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from agentfs.model.conflicts import Conflict, ConflictKind
from agentfs.model.events import HoldReason
from agentfs.model.ids import AgentName, BlobId, RepoPath
from agentfs.model.paths import display
from agentfs.model.versions import Version
from agentfs.pipeline.integration.changeset import Change, Changeset, Fast, Merged, Outcome, Partly
from agentfs.pipeline.integration.known import Known
from agentfs.pipeline.integration.merging import Stand, Texts
from agentfs.pipeline.integration.regions import conflicts_of
from agentfs.pipeline.integration.renames import Task, standing


@dataclass(frozen=True)
class Integrated:
    """A row with what became of it.  One that `waits` is held for another row's conflict."""

    task: Task
    stand: Stand
    waits: bool = False


def changeset_of(
    agent: AgentName, integrated: Sequence[Integrated], known: Known, texts: Texts
) -> Changeset:
    kept = [_outcome(each, agent, known, texts) for each in integrated]
    outcomes = tuple(outcome for outcome in kept if not _changes_nothing(outcome, known))
    return Changeset(
        agent=agent,
        tree=known.tree,
        outcomes=outcomes,
        changes=_changes(outcomes, known),
        moved=_moved(integrated, known),
        followed=tuple(
            (each.task.row.path, each.task.target)
            for each in integrated
            if each.stand.kind is not None and each.task.target != each.task.row.path
        ),
        contents=_contents(outcomes, texts),
        notes=(*_notes(outcomes), *_shortfalls(integrated, outcomes)),
    )


def _conflicts(
    each: Integrated, agent: AgentName, known: Known, texts: Texts
) -> tuple[Conflict, ...]:
    row, stand = each.task.row, each.stand
    other = known.last_changed_by(each.task.target)
    agents = (agent,) if other in (None, agent) else (agent, other)
    listed = [conflict for conflict in map(known.conflict, row.conflicts) if conflict]
    unchanged = row.held is not None and row.shown == stand.mine
    found = conflicts_of(stand, row.path, agents, texts, listed if unchanged else ())
    stands = standing(row, known)
    if stands is not None and stand.kind is ConflictKind.DELETE_EDIT:
        found = tuple(replace(conflict, base=stands.base) for conflict in found)
    return tuple(_numbered(found, listed))


def _numbered(found: Sequence[Conflict], listed: list[Conflict]) -> Iterator[Conflict]:
    """With the numbers of those that are listed, each of which is used once, and with what
    these say of themselves."""
    for conflict in found:
        for old in listed:
            if _same_region(old, conflict):
                listed.remove(old)
                # Who changed the file last need not have changed this region.
                agents = old.agents if old.trunk == conflict.trunk else conflict.agents
                yield replace(conflict, id=old.id, kind=old.kind, reason=old.reason, agents=agents)
                break
        else:
            yield conflict


def _same_region(old: Conflict, new: Conflict) -> bool:
    """Absent and empty bases are the same: that of a file which both sides made is absent at
    first and empty from then on."""
    same = (old.path, old.symbol, old.mine) == (new.path, new.symbol, new.mine)
    return same and (old.base or b"") == (new.base or b"")


def _outcome(each: Integrated, agent: AgentName, known: Known, texts: Texts) -> Outcome:
    row, stand = each.task.row, each.stand
    result: Fast | Merged | Partly
    if stand.kind is not None:
        conflicts = () if each.waits else _conflicts(each, agent, known, texts)
        result = Partly(stand.trunk, stand.base, stand.mine, conflicts)
    elif stand.trunk == row.shown:
        result = Fast(stand.trunk)
    else:
        result = Merged(stand.trunk)
    return Outcome(row, each.task.target, result)


def _changes_nothing(outcome: Outcome, known: Known) -> bool:
    """Whether a row that was held would be held for the same reasons, with nothing published."""
    row, result = outcome.row, outcome.result
    if row.held is not HoldReason.CONFLICT or not isinstance(result, Partly):
        return False
    listed = tuple(known.conflict(number) for number in row.conflicts)
    return (
        result.published == known.trunk(outcome.target)
        and [(part.base, part.version) for part in row.segments] == [(result.base, result.mine)]
        and result.conflicts == listed
    )


def _changes(outcomes: Sequence[Outcome], known: Known) -> tuple[Change, ...]:
    by_path = {
        outcome.target: Change(
            outcome.target,
            known.trunk(outcome.target),
            outcome.published,
            row.segments[-1].time_ns if outcome.published == row.shown else None,
        )
        for outcome in outcomes
        for row in (outcome.row,)
    }
    return tuple(by_path[path] for path in sorted(by_path))


def _moved(integrated: Sequence[Integrated], known: Known) -> tuple[tuple[RepoPath, RepoPath], ...]:
    """Renames that the changeset brings to the trunk: both halves are in it."""
    after = {each.task.target: each.stand.trunk for each in integrated}
    return tuple(
        (old, each.task.target)
        for each in integrated
        if (old := each.task.leaves) is not None
        and each.stand.trunk is not None
        and known.trunk(old) is not None
        and after.get(old, each.stand.trunk) is None
    )


def _contents(outcomes: Sequence[Outcome], texts: Texts) -> dict[BlobId, bytes]:
    versions: list[Version | None] = []
    for outcome in outcomes:
        versions.append(outcome.published)
        if isinstance(outcome.result, Partly):
            versions += [outcome.result.base, outcome.result.mine]
    blobs = sorted({version.blob for version in versions if version is not None})
    return {blob: texts.made[blob] for blob in blobs if blob in texts.made}


def _notes(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        row, name = outcome.row, display(outcome.row.path)
        if outcome.target != row.path:
            yield f"{name}: merged at {display(outcome.target)}, where the trunk has the file"
        elif isinstance(outcome.result, Merged) and outcome.published is not None:
            yield f"{name}: merged with changes of the trunk"


def _shortfalls(integrated: Sequence[Integrated], outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Of files that were merged less well than could be, why."""
    paths = {outcome.row.path for outcome in outcomes}
    for each in integrated:
        if each.stand.note and each.task.row.path in paths:
            yield f"{display(each.task.row.path)}: {each.stand.note}"
