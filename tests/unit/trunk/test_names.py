"""`names` agrees with `git fsck --strict` about what a tree may hold."""

from __future__ import annotations

import pytest

from agentfs.model.ids import RepoPath
from agentfs.trunk.names import is_storable, is_storable_path
from agentfs.trunk.objects import ObjectStore
from agentfs.trunk.treeformat import TreeEntry
from tests.unit.trunk.realgit import Git

REFUSED = [
    b".", b"..", b".git", b".GIT", b".Git", b"git~1", b"GIT~1", b".git ", b".git.", b".git. .",
    b".git:stream", b"git~1:x", b".git\\x", b"a\\.git", b"\xe2\x80\x8c.git", b".g\xe2\x80\x8dit",
    b".GI\xef\xbb\xbfT",
]  # fmt: skip
ACCEPTED = [
    b"a", b"...", b".gitx", b".gitignore", b"git~2", b"git", b"x.git", b".git_", b" ", b"\n",
    b"\xff\xfe", b"\xe2\x80\x8cx", b"a\\b", b".g\xc3\xadt", b"a:.git", b"nul", b"con.txt",
    b".gi\xfft",
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "good"), [(n, False) for n in REFUSED] + [(n, True) for n in ACCEPTED]
)
def test_agrees_with_git(git: Git, store: ObjectStore, name: bytes, good: bool) -> None:
    tree = store.write_tree({name: TreeEntry(0o100644, store.write_blob(b"x"))})
    assert git.fails("fsck", "--strict", tree) is not good
    assert is_storable(name) is good


@pytest.mark.parametrize("name", [b"", b"a/b", b"a\0b"])
def test_what_no_tree_can_even_encode(name: bytes) -> None:
    assert not is_storable(name)


def test_paths() -> None:
    assert is_storable_path(RepoPath(b"a/b/.gitignore"))
    for path in (b"", b"a/.git/config", b"/a", b"a/", b"a//b", b"../a"):
        assert not is_storable_path(RepoPath(path))
