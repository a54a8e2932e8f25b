"""What the checks look at: the repository after the swarm, as git and agentfs tell of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

import msgspec

from tools.rig.git import Git
from tools.rig.stage import Agentfs
from tools.swarm.history import Commit, history
from tools.swarm.messages import Outcome, ScannedFile
from tools.swarm.scan import quoted

TRUNK: Final = "refs/heads/trunk"
_SUBMODULE: Final = "160000"


class ConflictListed(msgspec.Struct, frozen=True):
    """What is needed of an entry of `agentfs conflicts --json`."""

    id: int
    path: str
    agents: tuple[str, ...]
    """First the one whose save is held."""
    mine: str | None


class HeldPath(msgspec.Struct, frozen=True):
    """An entry of `agentfs status --json`."""

    agent: str
    path: str


@dataclass(frozen=True)
class Before:
    """The repository before anyone began."""

    trunk: str
    head: str
    complaints: frozenset[str]
    """What `git fsck` said already."""

    @classmethod
    def of(cls, git: Git) -> Before:
        return cls(
            git.text("rev-parse", TRUNK),
            git.text("rev-parse", "HEAD"),
            frozenset(fsck(git)),
        )


@dataclass(frozen=True)
class Evidence:
    """`views` are agent to mount point, the observer's too; `tag` is in all markers."""

    git: Git
    before: Before
    outcomes: Sequence[Outcome]
    conflicts: Sequence[ConflictListed]
    held: frozenset[tuple[str, str]]
    """Agent and path."""
    views: Mapping[str, str]
    scratch: Path
    tag: str

    @property
    def accepted(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.accepted]

    @cached_property
    def trunk(self) -> str:
        return self.git.text("rev-parse", TRUNK)

    @cached_property
    def history(self) -> list[Commit]:
        """The trunk's commits since."""
        return list(history(self.git, f"{self.before.trunk}..{self.trunk}"))

    @cached_property
    def files(self) -> dict[str, ScannedFile]:
        """Of the trunk, by path."""
        return files_of(self.git, self.trunk)

    @cached_property
    def in_trunk(self) -> frozenset[str]:
        """Markers in the text of the trunk's files."""
        old = files_of(self.git, self.before.trunk)
        fresh = {file.blob for file in self.files.values()} - {file.blob for file in old.values()}
        text = self.git("cat-file", "--batch", stdin="".join(f"{b}\n" for b in fresh).encode())
        return frozenset(self.markers(text))

    @cached_property
    def in_conflicts(self) -> frozenset[str]:
        """Markers in the agents' sides of listed conflicts."""
        sides = (conflict.mine or "" for conflict in self.conflicts)
        return frozenset(self.markers("\n".join(sides).encode()))

    def markers(self, text: bytes) -> Iterable[str]:
        pattern = rb"swarm_%b_\d+_\d+e" % self.tag.encode()
        return (found.decode() for found in re.findall(pattern, text))


def files_of(git: Git, commit: str) -> dict[str, ScannedFile]:
    """By path.  Submodules, which are no files, are left out."""
    found = {}
    for line in git("ls-tree", "-r", "-z", commit).split(b"\0")[:-1]:
        words, _, path = line.partition(b"\t")
        mode, _, blob = words.decode().split(" ")
        if mode != _SUBMODULE:
            name = quoted(path)
            found[name] = ScannedFile(name, mode, blob)
    return found


def fsck(git: Git) -> list[str]:
    """What it complains of.  Raises ProgramFailed if it finds the repository broken."""
    said = git.text("fsck", "--strict", "--no-dangling", "--no-progress")
    return said.splitlines()


def conflicts_of(agentfs: Agentfs) -> list[ConflictListed]:
    return msgspec.convert(agentfs.json("conflicts"), list[ConflictListed])


def held_of(agentfs: Agentfs) -> frozenset[tuple[str, str]]:
    rows = msgspec.convert(agentfs.json("status")["held"], list[HeldPath])
    return frozenset((row.agent, row.path) for row in rows)
