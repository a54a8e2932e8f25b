"""Making git's own merge, rebase and cherry-pick use the engine: settings and attributes.

Nothing that the user has set is overridden.  git takes what `info/attributes` says before
the `.gitattributes` files of the tree, and these before the file that ``core.attributesFile``
names; so the latter is where our lines go, and before all others in it.

For one repository that setting would hide the user's own file from git, so the repository's
file has a copy of it; to install again brings that up to date.
"""

from __future__ import annotations

import enum
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agentfs.merge.policy import ENGINE
from agentfs.model.errors import AgentfsError
from agentfs.standalone.languages import globs
from agentfs.standalone.markedblock import with_block, without_block
from agentfs.syntax.languages import LANGUAGES
from agentfs.trunk.mergesettings import user_attributes
from agentfs.trunk.repository import discover

CONFLICT: Final = 3
"""Status of `merge-driver run`.  It is not 1, which is also what a Python that cannot start
ends with, and git would take the left side for a merge with conflicts."""
_SECTION: Final = f"merge.{ENGINE}"
_ATTRIBUTES: Final = "core.attributesFile"
_OURS: Final = "agentfs-attributes"
_NOT_SET: Final = 1
"""Status of ``git config --get`` for what is not there."""


class GitRefused(AgentfsError):
    """The user's or git's: git did not change its settings; its own words say why."""

    code = "git-refused"


class Reach(enum.Enum):
    GLOBAL = "--global"
    """All repositories of the user."""
    REPOSITORY = "--local"


@dataclass(frozen=True)
class Installation:
    reach: Reach
    attributes: Path
    """The file that says which paths the engine merges."""
    changed: bool


def install(reach: Reach, where: Path) -> Installation:
    """`where` is in the repository, if it is for one.  Again is harmless.

    Raises GitRefused, NotARepository, OSError.
    """
    settings = _Settings(reach, where)
    file, ours = settings.attributes_file()
    before = _read(file)
    # A file that is ours is made anew, with what the user's has now.
    after = with_block(settings.hidden_file() if ours else before, _lines())
    changed = after != before
    if changed:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(after)
    wanted = {f"{_SECTION}.name": "agentfs: merge by syntax", f"{_SECTION}.driver": _command()}
    if ours:
        wanted[_ATTRIBUTES] = str(file)
    for key, value in wanted.items():
        if settings.get(key) != value:
            settings.set(key, value)
            changed = True
    return Installation(reach, file, changed)


def remove(reach: Reach, where: Path) -> Installation:
    """Take out what `install` put in.  Raises GitRefused, NotARepository, OSError."""
    settings = _Settings(reach, where)
    file, ours = settings.attributes_file()
    changed = _take_out(file, ours)
    if settings.get(f"{_SECTION}.driver") is not None:
        settings.drop_section(_SECTION)
        changed = True
    if ours and settings.get(_ATTRIBUTES) is not None:
        settings.drop(_ATTRIBUTES)
        changed = True
    return Installation(reach, file, changed)


def _take_out(file: Path, ours: bool) -> bool:
    before = _read(file)
    after = without_block(before) if before is not None and not ours else None
    if after == before:
        return False
    if after is None:
        file.unlink()
    else:
        file.write_bytes(after)
    return True


class _Settings:
    """git's settings at one level."""

    def __init__(self, reach: Reach, where: Path) -> None:
        self._reach = reach
        self._folder = Path("/")
        if reach is Reach.REPOSITORY:
            self._folder = discover(where).common_dir

    def attributes_file(self) -> tuple[Path, bool]:
        """The file of attributes of this level, and whether it is ours alone."""
        chosen = self.get(_ATTRIBUTES, "--path")
        if self._reach is Reach.GLOBAL:
            return user_attributes(chosen or ""), False
        own = self._folder / "info" / _OURS
        if chosen is None or Path(chosen) == own:
            return own, True
        return Path(chosen), False

    def hidden_file(self) -> bytes | None:
        """What the user's own file says, which one of the repository hides."""
        chosen = _git(["config", "--global", "--path", "--get", _ATTRIBUTES], self._folder)
        return _read(user_attributes(chosen or ""))

    def get(self, key: str, *options: str) -> str | None:
        command = ["config", self._reach.value, *options, "--get", key]
        return _git(command, self._folder)

    def set(self, key: str, value: str) -> None:
        _git(["config", self._reach.value, key, value], self._folder)

    def drop(self, key: str) -> None:
        _git(["config", self._reach.value, "--unset", key], self._folder)

    def drop_section(self, section: str) -> None:
        _git(["config", self._reach.value, "--remove-section", section], self._folder)


def _git(arguments: list[str], folder: Path) -> str | None:
    """What git prints; None for a setting that is not there.  Raises GitRefused."""
    done = subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode == _NOT_SET and "--get" in arguments:
        return None
    if done.returncode:
        raise GitRefused(os.fsdecode(done.stderr).strip() or f"git {arguments[0]} failed")
    return os.fsdecode(done.stdout).removesuffix("\n")


def _lines() -> list[bytes]:
    names = dict.fromkeys(glob for profile in LANGUAGES for glob in globs(profile))
    return [name + b" merge=" + ENGINE.encode() for name in names]


def _command() -> str:
    """What git hands to a shell.  A git that does not know %S, %X and %Y leaves them as they
    are.  If the engine is gone or fails, git's own merge does it."""
    run = (
        f"{shlex.join(_program())} merge-driver run --marker-size=%L --path=%P "
        "-L %X -L %S -L %Y %O %A %B"
    )
    instead = "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B"
    return f"{run}; case $? in 0) ;; {CONFLICT}) exit 1 ;; *) {instead} ;; esac"


def _program() -> list[str]:
    script = Path(sys.executable).with_name("agentfs")
    if os.access(script, os.X_OK):
        return [str(script)]
    # -P: nothing is imported from the folder where git happens to be.
    return [sys.executable, "-P", "-m", "agentfs.cli.main"]


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
