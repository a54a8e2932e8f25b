"""What the repository around a file asks for: how to merge the file, how to show conflicts."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from agentfs.merge.markers import Style
from agentfs.merge.policy import ATTRIBUTES, MergePolicy, policy_of
from agentfs.model.ids import RepoPath
from agentfs.trunk.attributes import FILE_NAME
from agentfs.trunk.mergesettings import merge_settings
from agentfs.trunk.repository import NotARepository, discover


@dataclass(frozen=True)
class Surroundings:
    """Of a file outside of any repository: nothing is asked for."""

    path: RepoPath
    """The file's name in the repository, or its own."""
    folder: Path
    """The root of the working tree, or the file's folder."""
    policy: MergePolicy = field(default_factory=MergePolicy)
    style: Style = Style.MERGE


def surroundings(file: Path) -> Surroundings:
    """`file` need not be there."""
    file = Path(os.path.realpath(file.parent)) / file.name
    alone = Surroundings(RepoPath(os.fsencode(file.name)), _nearest(file.parent))
    try:
        repository = discover(alone.folder)
    except NotARepository:
        return alone
    root = repository.worktree
    if root is None or not file.is_relative_to(root):
        return alone
    settings = merge_settings(repository.common_dir)
    path = RepoPath(os.fsencode(file.relative_to(root)))
    attributes = settings.attributes(lambda folder: _attributes_in(root, folder))
    policy = policy_of(attributes.of(path, ATTRIBUTES), settings.drivers, default=settings.default)
    return Surroundings(path, root, policy, _style(settings.style))


def _nearest(folder: Path) -> Path:
    """`folder`, or the nearest above it that is there."""
    while not folder.is_dir():
        folder = folder.parent
    return folder


def _attributes_in(root: Path, folder: RepoPath) -> bytes | None:
    file = root / os.fsdecode(folder) / os.fsdecode(FILE_NAME)
    try:
        return None if file.is_symlink() else file.read_bytes()
    except OSError:
        return None


def _style(name: str) -> Style:
    """Of ``merge.conflictStyle``; one that we do not know is git's default."""
    return next((style for style in Style if style.value == name), Style.MERGE)
