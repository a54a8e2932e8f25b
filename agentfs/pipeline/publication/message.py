"""What a commit of the trunk says of itself.  Pure, and the same at any time and place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from agentfs.model.ids import AgentName, RepoPath, Seq
from agentfs.model.paths import display, name
from agentfs.pipeline.integration.changeset import Change, Changeset

NAMED: Final = 2
"""Files that the first line names; of more it gives the number."""
LONGEST_NAME: Final = 40


def email_of(agent: AgentName) -> str:
    """An address that can never exist (RFC 2606), so that no mail goes astray."""
    return f"{agent}@agentfs.invalid"


def message_of(changeset: Changeset) -> str:
    """One line for people; trailers for programs."""
    changes = [change for change in changeset.changes if change.before != change.after]
    trailers = [
        f"Agentfs-Agent: {changeset.agent}",
        f"Agentfs-Seqs: {_ranges(_saves(changeset))}",
    ]
    subject = f"{changeset.agent}: {_summary(changes, dict(changeset.moved))}"
    return "\n".join((subject, "", *trailers)) + "\n"


def _summary(changes: Sequence[Change], moved: dict[RepoPath, RepoPath]) -> str:
    if not changes:
        return "nothing that the trunk did not have"
    arrivals = set(moved.values())
    shown = [change for change in changes if change.path not in arrivals]
    files = shown or list(changes)
    names = ", ".join(_short(change.path) for change in files[:NAMED])
    more = f" ({len(files)} files)" if len(files) > NAMED else ""
    if len(files) == 1 and files[0].path in moved:
        return f"rename {names} to {_short(moved[files[0].path])}"
    return f"{_verb(files, moved)} {names}{more}"


def _verb(changes: Sequence[Change], moved: dict[RepoPath, RepoPath]) -> str:
    if all(change.path in moved for change in changes):
        return "rename"
    if all(change.before is None for change in changes):
        return "add"
    if all(change.after is None for change in changes):
        return "delete"
    return "edit"


def _short(path: RepoPath) -> str:
    """A file's name, on one line whatever it is made of."""
    text = "".join(c if c.isprintable() else "?" for c in display(RepoPath(name(path))))
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"


def _saves(changeset: Changeset) -> list[Seq]:
    """Saves of which anything is in this commit, those that are partly held too."""
    return sorted(
        seq
        for outcome in changeset.outcomes
        for segment in outcome.row.segments
        for seq in segment.saves
    )


def _ranges(numbers: Sequence[int]) -> str:
    """``3-5 9``"""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
