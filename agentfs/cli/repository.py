"""Which repository a command is about, and where in it the user stands.

In this order: `-C`, the variable AGENTFS_REPO, the view that the current folder is in, the
repository that the current folder is in.  A view is known by its mount's source, which
is `agentfs:` and the common git folder, percent-encoded.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName, RepoPath
from agentfs.query.place import Place, locate

VARIABLE: Final = "AGENTFS_REPO"
MOUNTINFO: Final = Path("/proc/self/mountinfo")
SOURCE_PREFIX: Final = b"agentfs:"
_OCTAL: Final = re.compile(rb"\\([0-7]{3})")


class BadPath(AgentfsError):
    """The user's: a path that is not in the repository."""

    code = "bad-path"


@dataclass(frozen=True)
class ViewMount:
    """A mounted view."""

    root: Path
    git_dir: Path


def find(chosen: Path | None) -> Place:
    """The repository that is meant; `chosen` is `-C`.  Raises NotARepository."""
    return locate(folder(chosen))


def folder(chosen: Path | None) -> Path:
    """A folder, absolute, that the repository which is meant can be found from."""
    if chosen is None and os.environ.get(VARIABLE):
        chosen = Path(os.environ[VARIABLE])
    here = _absolute(chosen or Path())
    view = view_at(here, mounted_views())
    return view.git_dir if view else here


def view_at(path: Path, views: Iterable[ViewMount]) -> ViewMount | None:
    """The view that `path`, absolute, lies in: the innermost, and of these the one on top."""
    around = [view for view in views if path.is_relative_to(view.root)]
    return max(reversed(around), key=lambda view: len(view.root.parts), default=None)


def mounted_views(mountinfo: bytes | None = None) -> list[ViewMount]:
    """All views that are mounted here, of any repository, in order of mounting."""
    text = MOUNTINFO.read_bytes() if mountinfo is None else mountinfo
    views = []
    for line in text.splitlines():
        fields, _, tail = line.partition(b" - ")
        source = _unescape(tail.split(b" ")[1]) if tail else b""
        if source.startswith(SOURCE_PREFIX):
            git_dir = os.fsdecode(unquote_to_bytes(source.removeprefix(SOURCE_PREFIX)))
            root = os.fsdecode(_unescape(fields.split(b" ")[4]))
            views.append(ViewMount(Path(root), Path(git_dir)))
    return views


def repo_path(place: Place, given: str) -> RepoPath:
    """What a path on the command line is called in the repository.

    In a view or a worktree of `place` it is relative to the current folder, as in git;
    elsewhere to the repository's root.  Raises BadPath for one outside of it.
    """
    here = Path(os.path.normpath(_absolute(Path()) / given))
    roots = [view.root for view in mounted_views() if view.git_dir == place.git_dir]
    if place.worktree is not None:
        roots.append(place.worktree)
    for root in roots:
        if here.is_relative_to(root):
            relative = os.fspath(here.relative_to(root))
            return RepoPath(b"" if relative == "." else os.fsencode(relative))
    relative = os.path.normpath(given)
    if os.path.isabs(relative) or relative.split(os.sep)[0] == os.pardir:
        raise BadPath(
            f"{given} is not in the repository {place.git_dir}",
            hint="give a path in a view, in a working tree, or relative to the repository's root",
        )
    return RepoPath(os.fsencode(relative))


def default_mount_point(place: Place, agent: AgentName) -> Path:
    """Beside the repository: `project-views/AGENT` for `project` and for `project.git`."""
    git_dir = place.git_dir
    if git_dir.name == ".git":
        base = git_dir.parent
    elif place.worktree is not None:
        base = place.worktree
    else:
        base = git_dir.with_name(git_dir.name.removesuffix(".git") or git_dir.name)
    return base.with_name(f"{base.name}-views") / agent


def _absolute(path: Path) -> Path:
    """Without symbolic links.  A view whose process has died on the way is no error."""
    return Path(os.path.realpath(path))


def _unescape(field: bytes) -> bytes:
    """The kernel writes a blank, tab, newline or backslash in octal."""
    return _OCTAL.sub(lambda match: bytes([int(match[1], 8)]), field)
