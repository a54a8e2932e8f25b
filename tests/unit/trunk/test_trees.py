"""Trees against `git ls-tree` and `git write-tree`, and against a naive model."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agentfs.model.ids import ROOT, BlobId, RepoPath, TreeId
from agentfs.model.versions import Mode, Version
from agentfs.trunk import trees
from agentfs.trunk.objects import EMPTY_TREE, ObjectStore
from agentfs.trunk.treeformat import Entries, TreeEntry
from agentfs.trunk.trees import MAX_DEPTH, UnstorablePath
from tests.unit.trunk.realgit import Git

Files = dict[RepoPath, Version]


def path(text: str) -> RepoPath:
    return RepoPath(text.encode())


def versions(git: Git, tree: str) -> Files:
    """What git says is in a tree."""
    return {
        RepoPath(name): Version(BlobId(blob), Mode(mode))
        for name, (mode, blob) in git.listing(tree).items()
    }


def written_by_git(git: Git, files: Files) -> TreeId:
    """The id of the tree that git makes of `files`; blobs need not exist."""
    lines = b"".join(
        b"%o %s\t%s\0" % (version.mode, version.blob.encode(), name)
        for name, version in files.items()
    )
    with tempfile.TemporaryDirectory(dir=git.root) as folder:
        index = os.path.join(folder, "index")
        git("update-index", "-z", "--index-info", stdin=lines, GIT_INDEX_FILE=index)
        return TreeId(git("write-tree", "--missing-ok", GIT_INDEX_FILE=index))


@pytest.fixture
def file(store: ObjectStore) -> Version:
    return Version(store.write_blob(b"content\n"), Mode.FILE)


@pytest.fixture
def varied(git: Git) -> TreeId:
    """A tree of every kind of entry, made by git."""
    inner = git.commit(src__auth_py="a\n", src__deep__er__x_py="x\n", src_txt="t\n", README="r\n")
    script = git.root / "run.sh"
    script.write_text("#!/bin/sh\n")
    script.chmod(0o755)
    (git.root / "link").symlink_to("src/auth.py")
    (git.root / os.fsdecode(b"caf\xe9\n")).write_text("latin-1\n")
    git("add", "-A")
    git("update-index", "--add", "--cacheinfo", f"160000,{inner},modules/sub")
    return TreeId(git("write-tree"))


def test_lookup_and_walk_agree_with_ls_tree(git: Git, store: ObjectStore, varied: TreeId) -> None:
    listed = versions(git, varied)
    assert {version.mode for version in listed.values()} == set(Mode)
    assert list(trees.walk(store, varied)) == list(listed.items())
    for name, version in listed.items():
        assert trees.lookup(store, varied, name) == version


def test_folders_are_entries_and_not_versions(git: Git, store: ObjectStore, varied: TreeId) -> None:
    src = trees.entry(store, varied, path("src"))
    assert src == TreeEntry(0o040000, git("rev-parse", f"{varied}:src"))
    assert trees.lookup(store, varied, path("src")) is None
    assert trees.entry(store, varied, ROOT) == TreeEntry(0o040000, varied)
    prefixed = dict(trees.walk(store, TreeId(src.id), path("src")))
    assert prefixed == {n: v for n, v in versions(git, varied).items() if n.startswith(b"src/")}


@pytest.mark.parametrize("absent", ["none", "src/none", "README/x", "link/x", "modules/sub/x"])
def test_nothing_there(store: ObjectStore, varied: TreeId, absent: str) -> None:
    assert trees.entry(store, varied, path(absent)) is None
    assert trees.lookup(store, varied, path(absent)) is None


def test_every_kind_of_entry_is_written_as_git_writes_it(
    git: Git, store: ObjectStore, varied: TreeId
) -> None:
    listed = versions(git, varied)
    assert trees.apply(store, EMPTY_TREE, listed) == varied
    assert trees.apply(store, varied, dict.fromkeys(listed)) == EMPTY_TREE


def test_an_emptied_folder_goes_with_all_that_held_only_it(
    git: Git, store: ObjectStore, varied: TreeId
) -> None:
    tree = trees.apply(store, varied, {path("src/deep/er/x.py"): None})
    listed = versions(git, tree)
    assert trees.entry(store, tree, path("src/deep")) is None
    assert path("src/auth.py") in listed
    assert tree == written_by_git(git, listed)


def test_a_file_takes_a_folders_place_and_back(
    git: Git, store: ObjectStore, varied: TreeId, file: Version
) -> None:
    flat = trees.apply(store, varied, {path("src"): file})
    expected = {n: v for n, v in versions(git, varied).items() if not n.startswith(b"src/")}
    assert versions(git, flat) == expected | {path("src"): file}
    # A folder that becomes a file is sorted elsewhere: src.txt comes between.
    assert flat == written_by_git(git, versions(git, flat))

    again = trees.apply(store, flat, {path("src/new/x"): file})
    assert versions(git, again) == expected | {path("src/new/x"): file}
    assert again == written_by_git(git, versions(git, again))


def test_replacement_with_the_removals_named_too(
    store: ObjectStore, varied: TreeId, file: Version
) -> None:
    inside = [name for name, _ in trees.walk(store, varied) if name.startswith(b"src/")]
    changes = dict.fromkeys(inside) | {path("src"): file}
    flat = trees.apply(store, varied, changes)
    assert flat == trees.apply(store, varied, {path("src"): file})
    back = {path("src"): None, path("src/x"): file}
    assert trees.apply(store, flat, back) == trees.apply(store, flat, {path("src/x"): file})


@pytest.mark.parametrize("absent", ["none", "none/at/all", "README/x", "src", "src/deep"])
def test_removing_what_is_no_file_changes_nothing(
    store: ObjectStore, varied: TreeId, absent: str
) -> None:
    assert trees.apply(store, varied, {path(absent): None}) == varied


def test_a_path_cannot_be_file_and_folder(store: ObjectStore, file: Version) -> None:
    with pytest.raises(UnstorablePath, match="'a/b'"):
        trees.apply(store, EMPTY_TREE, {path("a/b"): file, path("a/b/c"): file})


@pytest.mark.parametrize("bad", [b"", b"/a", b"a/", b"a//b", b"a/../b", b"x/.GIT/hooks/y"])
def test_unstorable_paths(store: ObjectStore, file: Version, bad: bytes) -> None:
    with pytest.raises(UnstorablePath) as caught:
        trees.apply(store, EMPTY_TREE, {path("good"): file, RepoPath(bad): file})
    assert caught.value.code == "unstorable-path"


def test_depth(git: Git, store: ObjectStore, file: Version) -> None:
    deepest = RepoPath(b"/".join([b"d"] * MAX_DEPTH))
    tree = trees.apply(store, EMPTY_TREE, {deepest: file})
    assert trees.lookup(store, tree, deepest) == file
    assert tree == written_by_git(git, {deepest: file})
    assert trees.apply(store, tree, {deepest: None}) == EMPTY_TREE
    with pytest.raises(UnstorablePath):
        trees.apply(store, EMPTY_TREE, {RepoPath(deepest + b"/d"): file})


def test_trees_deeper_than_our_own_are_read(git: Git, store: ObjectStore, file: Version) -> None:
    deep = RepoPath(b"/".join([b"d"] * 1500))
    tree = written_by_git(git, {deep: file})
    assert list(trees.walk(store, tree)) == [(deep, file)]
    assert trees.diff(store, EMPTY_TREE, tree) == [(deep, None, file)]
    assert trees.lookup(store, tree, deep) == file


def test_odd_modes_of_old_tools_survive_and_read_as_plain(git: Git, store: ObjectStore) -> None:
    blob = store.write_blob(b"old")
    folder = store.write_tree({b"f": TreeEntry(0o100664, blob), b"x": TreeEntry(0o100775, blob)})
    plain = {path("f"): Version(blob, Mode.FILE), path("x"): Version(blob, Mode.EXECUTABLE)}
    assert dict(trees.walk(store, folder)) == plain
    assert trees.apply(store, folder, plain) == folder
    grown = trees.apply(store, folder, {path("g"): Version(blob, Mode.FILE)})
    assert git.raw("cat-file", "tree", grown).startswith(b"100664 f\0")
    clean = trees.apply(store, EMPTY_TREE, plain)
    assert trees.diff(store, folder, clean) == []


def test_diff_tells_every_kind_of_change(
    git: Git, store: ObjectStore, varied: TreeId, file: Version
) -> None:
    before = versions(git, varied)
    changes: dict[RepoPath, Version | None] = {
        path("README"): file,
        path("run.sh"): Version(before[path("run.sh")].blob, Mode.FILE),
        path("link"): file,
        path("modules/sub"): None,
        path("src.txt/now/folder"): file,
        path("src"): file,
    }
    found = trees.diff(store, varied, trees.apply(store, varied, changes))
    expected = [(name, before.get(name), version) for name, version in changes.items()]
    expected += [(name, before[name], None) for name in before if name.startswith(b"src/")]
    expected += [(path("src.txt"), before[path("src.txt")], None)]
    assert found == sorted(expected, key=lambda difference: difference[0])


class CountingStore(ObjectStore):
    """Counts the folders that are asked for."""

    def __init__(self, git_dir: Path) -> None:
        super().__init__(git_dir)
        self.asked: list[str] = []

    def read_tree(self, tree: TreeId) -> Entries:
        self.asked.append(tree)
        return super().read_tree(tree)


def test_only_folders_on_the_way_are_read(git: Git, store: ObjectStore, file: Version) -> None:
    wide = {path(f"a{i}/b{j}/f"): file for i in range(20) for j in range(20)}
    tree = trees.apply(store, EMPTY_TREE, wide)
    other = Version(store.write_blob(b"other\n"), Mode.FILE)
    counting = CountingStore(git.git_dir)
    changed = trees.apply(counting, tree, {path("a7/b7/f"): other})
    assert len(counting.asked) == 3
    counting.asked.clear()
    assert trees.diff(counting, tree, changed) == [(path("a7/b7/f"), file, other)]
    assert len(counting.asked) == 6
    counting.asked.clear()
    assert trees.diff(counting, tree, tree) == []
    assert trees.lookup(counting, tree, path("a3/b3/f")) == file
    assert len(counting.asked) == 3


# Few names, so that files meet folders; "a." and "a0" sort around a folder "a".
components = st.sampled_from([b"a", b"a.", b"a0", b"b", b"\xff"])
paths = st.lists(components, min_size=1, max_size=4).map(b"/".join).map(RepoPath)
some_versions = st.builds(
    Version, st.sampled_from([BlobId(c * 40) for c in "12"]), st.sampled_from(list(Mode))
)
changes_of_a_step = st.dictionaries(paths, st.none() | some_versions, max_size=6)


def contradicts(changes: trees.Changes) -> bool:
    files = {name for name, version in changes.items() if version}
    return any(inner.startswith(outer + b"/") for inner in files for outer in files)


def naively(files: Files, changes: trees.Changes) -> Files:
    """What `apply` should leave: removals first, then each file with room made for it."""
    files = {name: version for name, version in files.items() if name not in changes}
    for name, version in changes.items():
        if version is None:
            continue
        for other in list(files):
            if other.startswith(name + b"/") or name.startswith(other + b"/"):
                del files[other]
        files[name] = version
    return files


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(changes_of_a_step, min_size=1, max_size=4))
def test_apply_and_diff_against_the_model(
    git: Git, store: ObjectStore, steps: list[dict[RepoPath, Version | None]]
) -> None:
    files: Files = {}
    tree = EMPTY_TREE
    for changes in steps:
        if contradicts(changes):
            with pytest.raises(UnstorablePath):
                trees.apply(store, tree, changes)
            continue
        after = naively(files, changes)
        new = trees.apply(store, tree, changes)
        assert dict(trees.walk(store, new)) == after
        names = sorted(files.keys() | after.keys())
        assert trees.diff(store, tree, new) == [
            (name, files.get(name), after.get(name))
            for name in names
            if files.get(name) != after.get(name)
        ]
        files, tree = after, new
    assert tree == written_by_git(git, files)
