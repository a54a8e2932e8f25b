"""Integrate: the stage that merges a view's saves with the trunk, before anything is written.

Takes pending rows and gives a `Changeset`.  Reads, merges, and has no effects; nothing it
does fails a save: what does not merge becomes a conflict, a value.

The rules are elsewhere: `merging` has those for one file, `renames` those for files that
moved, `structure` those for the tree.  Here they are applied in order; `outcomes` puts
the results into the form that is published.
"""

from __future__ import annotations

from collections.abc import Sequence

import trio

from agentfs.model.conflicts import ConflictKind
from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName, RepoPath
from agentfs.model.rows import PendingRow
from agentfs.model.versions import Version
from agentfs.pipeline.integration.changeset import Changeset
from agentfs.pipeline.integration.known import Known
from agentfs.pipeline.integration.merging import Merger, MergeRunner, Stand, Texts, agreed
from agentfs.pipeline.integration.outcomes import Integrated, changeset_of
from agentfs.pipeline.integration.renames import Task, tasks
from agentfs.pipeline.integration.structure import blocked


async def integrate(
    agent: AgentName, rows: Sequence[PendingRow], known: Known, runner: MergeRunner
) -> Changeset:
    """Merge `rows`, which are all of `agent`, with the trunk of `known`.

    A row that is held is one to be reconsidered.  Raises MissingObject, and what `runner`
    raises.
    """
    texts = Texts(known.content)
    # In a thread: a changeset may have thousands of files, and others save meanwhile.
    made = await trio.to_thread.run_sync(tasks, rows, known)
    stands = await _merge_all(made, known, texts, runner)

    def finished() -> Changeset:
        integrated = [Integrated(task, stands[task.row.path]) for task in made]
        return changeset_of(agent, _fitting(integrated, known), known, texts)

    return await trio.to_thread.run_sync(finished)


async def _merge_all(
    made: Sequence[Task], known: Known, texts: Texts, runner: MergeRunner
) -> dict[RepoPath, Stand]:
    """Files side by side; rows that go to the same file one after another."""
    by_target: dict[RepoPath, list[Task]] = {}
    for task in made:
        by_target.setdefault(task.target, []).append(task)
    stands: dict[RepoPath, Stand] = {}
    failed: list[AgentfsError] = []

    async def merge_onto(target: RepoPath, group: list[Task]) -> None:
        merger = Merger(target, texts, runner, known.policy)
        try:
            trunk = known.trunk(target)
            for task in group:
                stand = task.start or agreed(trunk)
                for segment in task.segments:
                    stand = await merger.onto(stand, segment)
                stands[task.row.path] = stand
                trunk = stand.trunk
        except AgentfsError as error:
            failed.append(error)

    async with trio.open_nursery() as nursery:
        for target, group in by_target.items():
            nursery.start_soon(merge_onto, target, group)
    if failed:
        # Raised here, so that who calls sees the error and not a group of them.
        raise failed[0]
    return stands


def _fitting(integrated: list[Integrated], known: Known) -> list[Integrated]:
    """The same with conflicts for all that the tree has no room for, and with all held that
    depends on those: what is left can be published together."""
    while True:
        unpublished = {each.task.row.path for each in integrated if _is_withheld(each, known)}
        stuck = blocked(_edits(integrated, known), known)
        fitted = [_fitted(each, unpublished, stuck, known) for each in integrated]
        if fitted == integrated:
            return fitted
        integrated = fitted


def _fitted(
    each: Integrated, unpublished: set[RepoPath], stuck: set[RepoPath], known: Known
) -> Integrated:
    task, stand = each.task, each.stand
    trunk = known.trunk(task.target)
    if task.target in stuck:
        # Its base is what is there now, so that it goes in by itself once there is room.
        return Integrated(task, Stand(trunk, trunk, stand.mine, ConflictKind.TYPE))
    if task.needs in unpublished and stand.kind is None and stand.trunk != trunk:
        # What the trunk has there now is in the new path's text already.
        held = Stand(trunk, trunk, task.row.shown, ConflictKind.TYPE)
        return Integrated(task, held, waits=True)
    return each


def _is_withheld(each: Integrated, known: Known) -> bool:
    """Whether the trunk gets nothing of it.  (A rename of which only a region conflicts is
    published under its new name.)"""
    stand = each.stand
    return stand.kind is not None and stand.trunk == known.trunk(each.task.target)


def _edits(integrated: Sequence[Integrated], known: Known) -> dict[RepoPath, Version | None]:
    edits = {each.task.target: each.stand.trunk for each in integrated}
    return {path: after for path, after in edits.items() if after != known.trunk(path)}
