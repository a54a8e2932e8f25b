"""The repository that the swarm works on: Python's standard library, or a clone of yours."""

from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tools.rig import programs
from tools.rig.git import Git

NAME: Final = "project"
_LEFT_OUT: Final = shutil.ignore_patterns(
    "site-packages", "dist-packages", "__pycache__", "lib-dynload", "config-*", "*.so", "*.a"
)
_LATER: Final = ("test", "lib2to3", "idlelib", "distutils")
"""Folders that make a commit each, after the rest; not all of them are everywhere."""


def make(folder: Path) -> Path:
    """A new repository in `folder`, with some commits.  Raises ProgramFailed, OSError."""
    repository = folder / NAME
    shutil.copytree(sysconfig.get_path("stdlib"), repository, ignore=_LEFT_OUT)
    git = Git(repository)
    git("init", "--quiet", "--initial-branch=main")
    later = [name for name in _LATER if (repository / name).is_dir()]
    _commit(git, ".", "The library", without=later)
    for name in later:
        _commit(git, name, f"Add {name}")
    return repository


def clone(source: Path, folder: Path) -> Path:
    """A copy of what `source` has committed; nothing of `source` is shared or written.

    Raises ProgramFailed.
    """
    repository = folder / NAME
    command = ["git", "clone", "--quiet", "--no-hardlinks", "--no-checkout", "--"]
    programs.run([*command, str(source.resolve()), str(repository)], seconds=120)
    # The trunk must not be checked out, and yours may be on a branch of that name.
    Git(repository)("checkout", "--quiet", "-B", "demo-start")
    return repository


def _commit(git: Git, path: str, message: str, without: Iterable[str] = ()) -> None:
    # The library may hold files that its own .gitignore would leave out.
    git("add", "--force", "--", path, *(f":(exclude){name}" for name in without))
    git("commit", "--quiet", "--no-verify", "-m", message)
