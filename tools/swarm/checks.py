"""What agentfs promises, each promise a function from the evidence to where it was broken."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.rig.git import Git
from tools.rig.programs import ProgramFailed
from tools.swarm.evidence import Evidence, files_of, fsck
from tools.swarm.history import Commit, lost_lines
from tools.swarm.messages import Outcome, ScannedFile, Shape
from tools.swarm.scan import scan

SCAN_SECONDS: Final = 60.0
_SCANS_AT_ONCE: Final = 3
_LATE_SECONDS: Final = 2.0
"""A view that is behind is looked at once more after these."""


@dataclass(frozen=True)
class Verdict:
    promise: str
    problems: Sequence[str]


def no_tool_failed(evidence: Evidence) -> Iterator[str]:
    for outcome in evidence.outcomes:
        if not outcome.accepted:
            yield f"{_name(outcome)}: {outcome.error}"


def all_accounted_for(evidence: Evidence) -> Iterator[str]:
    known = evidence.in_trunk | evidence.in_conflicts
    for outcome in evidence.accepted:
        edit = outcome.edit
        if edit.shape is Shape.RENAME:
            if not _rename_is_there(outcome, evidence):
                yield f"{_name(outcome)}: not renamed to {edit.target}, and no conflict lists it"
        elif edit.marker not in known:
            yield f"{_name(outcome)}: neither in the trunk nor in a conflict"


def _rename_is_there(outcome: Outcome, evidence: Evidence) -> bool:
    edit, paths = outcome.edit, {outcome.edit.path, outcome.edit.target}
    if edit.target in evidence.files and (edit.contested or edit.path not in evidence.files):
        return True
    return any(
        edit.agent == conflict.agents[0] and conflict.path in paths
        for conflict in evidence.conflicts
    )


def views_show_the_trunk(evidence: Evidence) -> Iterator[str]:
    with ThreadPoolExecutor(_SCANS_AT_ONCE) as pool:
        differences = pool.map(lambda agent: _compare_view(agent, evidence), evidence.views)
        for agent, found in zip(evidence.views, differences, strict=True):
            yield from (f"{agent}'s view: {difference}" for difference in found)


def _compare_view(agent: str, evidence: Evidence) -> list[str]:
    found = _look_at_view(agent, evidence)
    if found:
        time.sleep(_LATE_SECONDS)
        found = _look_at_view(agent, evidence)
    return found


def _look_at_view(agent: str, evidence: Evidence) -> list[str]:
    try:
        shown = scan(Path(evidence.views[agent]), SCAN_SECONDS)
    except ProgramFailed as error:
        return [str(error)]
    held = {path for holder, path in evidence.held if holder == agent}
    return list(_differences(shown, evidence.files, held))


def _differences(
    shown: Mapping[str, ScannedFile], trunk: Mapping[str, ScannedFile], held: set[str]
) -> Iterator[str]:
    for path in sorted((shown.keys() | trunk.keys()) - held):
        if path not in shown:
            yield f"{path} is missing"
        elif path not in trunk:
            yield f"{path} is not in the trunk"
        elif shown[path] != trunk[path]:
            what = "content" if shown[path].blob != trunk[path].blob else "mode"
            yield f"{path} has another {what} than the trunk's"


def fsck_is_clean(evidence: Evidence) -> Iterator[str]:
    try:
        yield from set(fsck(evidence.git)) - evidence.before.complaints
    except ProgramFailed as error:
        yield str(error)


def authors_are_the_agents(evidence: Evidence) -> Iterator[str]:
    first: dict[str, Commit] = {}
    for commit in evidence.history:
        for marker in evidence.markers(commit.added):
            first.setdefault(marker, commit)
    for outcome in evidence.accepted:
        commit_of = first.get(outcome.edit.marker)
        if commit_of is not None and commit_of.author != outcome.edit.agent:
            yield f"{_name(outcome)}: commit {commit_of.id[:10]} says {commit_of.author}"
        if commit_of is None and outcome.edit.marker in evidence.in_trunk:
            yield f"{_name(outcome)}: in the trunk, but no commit brought it there"


def trunk_holds_nothing_else(evidence: Evidence) -> Iterator[str]:
    """No editor's temporary file, not even for a time; no conflict markers."""
    edits = [outcome.edit for outcome in evidence.outcomes]
    wanted = {path for edit in edits for path in (edit.path, edit.target)}
    for commit in evidence.history:
        for path in commit.paths:
            if path not in wanted:
                yield f"commit {commit.id[:10]} of {commit.author} has {path}, which nobody edited"
        if b"\n+<<<<<<< " in commit.added or b"\n+>>>>>>> " in commit.added:
            yield f"commit {commit.id[:10]} of {commit.author} adds conflict markers"


def nothing_is_lost(evidence: Evidence) -> Iterator[str]:
    """No edit takes anything away, so what was there before the swarm still is."""
    for line in lost_lines(evidence.git, evidence.before.trunk, evidence.trunk):
        yield f"a line is gone: {line}"


def clone_has_the_same_files(evidence: Evidence) -> Iterator[str]:
    source, target = evidence.git, evidence.scratch / "clone"
    arguments = ("--quiet", "--no-hardlinks", "--branch", "trunk", "--")
    try:
        source("clone", *arguments, str(source.folder), str(target))
        clone = Git(target)
        if files_of(clone, "HEAD") != evidence.files:
            yield "its commit has other files"
        written = scan(target, SCAN_SECONDS)
        for difference in _differences(written, evidence.files, set()):
            # Attributes can have git write a file otherwise than it is stored.
            path = difference.split(" ")[0]
            if path not in written or not _stored_as(clone, path, evidence.files.get(path)):
                yield difference
    except ProgramFailed as error:
        yield str(error)


def _stored_as(clone: Git, path: str, file: ScannedFile | None) -> bool:
    return file is not None and clone.text("hash-object", "--", path) == file.blob


def own_branch_is_untouched(evidence: Evidence) -> Iterator[str]:
    if evidence.git.text("rev-parse", "HEAD") != evidence.before.head:
        yield "HEAD is another commit"
    for line in evidence.git.text("status", "--porcelain").splitlines():
        yield f"git status: {line}"


PROMISES: Final[Mapping[str, Callable[[Evidence], Iterator[str]]]] = {
    "every edit was accepted": no_tool_failed,
    "every accepted edit is in the trunk or in a listed conflict": all_accounted_for,
    "every view shows the trunk": views_show_the_trunk,
    "git fsck --strict is clean": fsck_is_clean,
    "git log shows each edit's agent as author": authors_are_the_agents,
    "no commit holds anything that nobody edited": trunk_holds_nothing_else,
    "nothing that was there before is lost": nothing_is_lost,
    "a fresh git clone has the same files": clone_has_the_same_files,
    "the user's branch, index and files are as they were": own_branch_is_untouched,
}


def _name(outcome: Outcome) -> str:
    edit = outcome.edit
    return f"{edit.agent}, edit {edit.number} ({edit.tool.value} {edit.path}, {edit.marker})"
