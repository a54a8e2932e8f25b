"""Which paths are private: git's ignore rules, and a few rules of our own.

In git's order of precedence, highest first: the `.gitignore` of the path's own folder, those of
the folders above, `info/exclude`, the built-in temporaries.  In a file the last line that
matches decides, and nothing in an ignored folder can be taken back in.  A path that the trunk
already has is tracked whatever the rules say, as in git; that is for the caller to look up first.

pathspec is not used.  Asked about a path it also answers for what lies below a matching
folder, so that rules of several folders cannot be put together as git does; see `wildmatch` for
the rest.  Pure: content comes through `read`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from agentfs.model.ids import ROOT, RepoPath
from agentfs.model.paths import ancestors, is_under, name, parent, rebase
from agentfs.views.ignorefile import Rules, decide, parse_rules

CONTROL: Final = b".agentfs"
"""The control folder in the root of every view."""

TEMPORARIES: Final = rb"""
# Vim: swap files, the file with which it tries whether a folder can be written, backups
.*.sw[a-px]
.sw[a-px]
4913
*~
# Emacs: lock links and auto-save files
.#*
\#*#
# Kate, LibreOffice, GNOME, JetBrains
.*.kate-swp
.~lock.*#
.goutputstream-*
*___jb_tmp___
*___jb_old___
# Agents and node tools that write beside the target: name.tmp.<pid>.<time>
*.tmp.[0-9]*
# What NFS and FUSE make of a file that is unlinked while it is open
.nfs[0-9a-f]*
.fuse_hidden*
# Written by running Python, in every folder with sources
__pycache__/
*.py[cod]
"""
"""Names of editor and tool temporaries.

Only names that no one gives to a source.  A false hit would keep someone's file out of the
trunk, while a temporary name that is missing here (as ``sedXXXXXX`` must) is renamed before
its view has settled, and so does not reach the trunk either.
"""

_IGNORED_BY_HFS: Final = re.compile(
    rb"\xe2\x80[\x8c-\x8f\xaa-\xae]|\xe2\x81[\xaa-\xaf]|\xef\xbb\xbf"
)
_GIT_DIR: Final = re.compile(rb"(?:\A|\\)(?:\.git|git~1)[ .]*(?:\Z|[\\:])", re.IGNORECASE)
_MOST_FOLDERS: Final = 10_000


class _Folder(NamedTuple):
    ignored: bool
    rules: tuple[tuple[int, Rules], ...]
    """Highest precedence first; with each the length of the prefix that its paths lack."""


class IgnoreRules:
    """Answers for one view.  `read` gives the content of a folder's `.gitignore`, None if it
    has none (or one that is not a plain file); it is asked once for a folder, until `forget`.
    """

    def __init__(self, read: Callable[[RepoPath], bytes | None], exclude: bytes = b"") -> None:
        self._read = read
        lists = (parse_rules(exclude), parse_rules(TEMPORARIES))
        self._lowest = tuple((0, rules) for rules in lists if rules)
        self._folders: dict[RepoPath, _Folder] = {}
        self._parsed: dict[bytes, Rules] = {}

    def is_ignored(self, path: RepoPath, is_dir: bool) -> bool:
        """Whether `path` is private.  A symlink is no folder, whatever it points to."""
        if path == ROOT:
            return False
        folder = self._folder(parent(path))
        return folder.ignored or _decide(folder, path, is_dir)

    def is_temporary(self, path: RepoPath) -> bool:
        """Whether it has the name of an editor's or tool's temporary file."""
        return bool(decide(self._lowest[-1][1], name(path), path, False))

    def forget(self, folder: RepoPath) -> None:
        """The `.gitignore` in `folder` changed, or the folder came, went or was renamed."""
        if folder == ROOT:
            self._folders.clear()
        for known in [path for path in self._folders if path == folder or is_under(path, folder)]:
            del self._folders[known]

    def moved(self, old: RepoPath, new: RepoPath) -> IgnoreRules:
        """The rules as they are once the folder `old` is at `new`."""

        def read(folder: RepoPath) -> bytes | None:
            inside = folder == new or is_under(folder, new)
            return self._read(rebase(folder, new, old) if inside else folder)

        rules = IgnoreRules(read)
        rules._lowest = self._lowest
        return rules

    def _folder(self, folder: RepoPath) -> _Folder:
        known = self._folders.get(folder)
        if known is not None:
            return known
        if len(self._folders) >= _MOST_FOLDERS:  # a view must not grow with its repository
            self._folders.clear()
            self._parsed.clear()
        above: _Folder | None = None
        # A loop, not a recursion: a path may be 2,000 folders deep.
        for step in [*reversed(list(ancestors(folder))), folder]:
            above = self._folders.get(step) or self._enter(step, above)
            self._folders[step] = above
        assert above is not None
        return above

    def _enter(self, folder: RepoPath, above: _Folder | None) -> _Folder:
        """`folder` as seen from its parent; None is above the root."""
        if above is None:
            return _Folder(False, self._own(folder) + self._lowest)
        if above.ignored or _decide(above, folder, True):
            return _Folder(True, ())
        return _Folder(False, self._own(folder) + above.rules)

    def _own(self, folder: RepoPath) -> tuple[tuple[int, Rules], ...]:
        content = self._read(folder)
        if not content:
            return ()
        rules = self._parsed.get(content)
        if rules is None:
            rules = self._parsed[content] = parse_rules(content)
        return ((len(folder) + 1 if folder else 0, rules),) if rules else ()


def _decide(folder: _Folder, path: RepoPath, is_dir: bool) -> bool:
    """`path` lies in `folder`, which is not ignored."""
    last = name(path)
    if path == CONTROL or is_git_dir(last):
        return True
    for prefix, rules in folder.rules:
        verdict = decide(rules, last, path[prefix:], is_dir)
        if verdict is not None:
            return verdict
    return False


def is_git_dir(component: bytes) -> bool:
    """Whether git or a filesystem that someone clones to would take the name for ``.git``.

    A tree with such a name fails ``git fsck``: besides ``.git`` in any case these are names
    that NTFS (``git~1``, trailing dots and blanks, streams) and HFS+ (invisible characters)
    hold to be the same.
    """
    if not component.isascii():
        component = _IGNORED_BY_HFS.sub(b"", component)
    return _GIT_DIR.search(component) is not None
