"""What trees mean: looking a path up, changing paths, comparing, listing.

Not about the disk (`objects`).  Everything but `walk` touches only the folders on the way
to the paths in question, whatever the size of the repository.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import ROOT, BlobId, RepoPath, TreeId
from agentfs.model.paths import display, join, parts
from agentfs.model.versions import Mode, Version
from agentfs.trunk.names import is_storable_path
from agentfs.trunk.objects import ObjectStore
from agentfs.trunk.treeformat import TREE_MODE, Entries, TreeEntry

Changes = Mapping[RepoPath, Version | None]
Difference = tuple[RepoPath, Version | None, Version | None]

MAX_DEPTH: Final = 250
"""Components of a path that `apply` takes: it recurses, and Python's stack has an end."""


class UnstorablePath(AgentfsError):
    """The caller's: git can hold no such path, or not together with the others."""

    code = "unstorable-path"


def version_of(entry: TreeEntry | None) -> Version | None:
    """An entry as a version; None for a folder.  Odd modes of old tools are made plain."""
    if entry is None or entry.mode == TREE_MODE:
        return None
    return Version(BlobId(entry.id), _plain_mode(entry.mode))


def entry(store: ObjectStore, tree: TreeId, path: RepoPath) -> TreeEntry | None:
    """What `tree` has at `path`, folders too; the root is `tree` itself.

    Raises MissingObject, BrokenObject, as all functions here.
    """
    found: TreeEntry | None = TreeEntry(TREE_MODE, tree)
    for name in parts(path):
        if found is None or found.mode != TREE_MODE:
            return None
        found = store.read_tree(TreeId(found.id)).get(name)
    return found


def lookup(store: ObjectStore, tree: TreeId, path: RepoPath) -> Version | None:
    """The version at `path`; None if there is nothing, or a folder."""
    return version_of(entry(store, tree, path))


def apply(store: ObjectStore, tree: TreeId, changes: Changes) -> TreeId:
    """Write `tree` with `changes` made, and give its id.

    None removes a file, and never a folder; a folder that is left empty goes too.  A
    version replaces whatever is at its path or in its way: a folder there vanishes **with
    all in it**, so the caller checks first (`entry`).  Raises UnstorablePath,
    ObjectNotWritten.
    """
    for path in changes:
        if path.count(b"/") >= MAX_DEPTH or not is_storable_path(path):
            raise UnstorablePath(f"git cannot hold a path {display(path)!r}")
    return _apply(store, tree, ROOT, changes) or store.write_tree({})


def diff(store: ObjectStore, old: TreeId, new: TreeId) -> list[Difference]:
    """Paths whose versions differ, with both versions, sorted by path.

    A folder that is the same on both sides is not read.
    """
    differences: list[Difference] = []
    folders: list[tuple[RepoPath, TreeId | None, TreeId | None]] = [(ROOT, old, new)]
    while folders:
        folder, left, right = folders.pop()
        if left == right:
            continue
        for name, was, now in _unequal(_entries(store, left), _entries(store, right)):
            path = join(folder, name)
            before, after = version_of(was), version_of(now)
            if before != after:
                differences.append((path, before, after))
            folders.append((path, _folder_id(was), _folder_id(now)))
    return sorted(differences, key=lambda difference: difference[0])


def walk(
    store: ObjectStore, tree: TreeId, prefix: RepoPath = ROOT
) -> Iterator[tuple[RepoPath, Version]]:
    """All versions in `tree`, in git's order; `prefix` is the path that `tree` has."""
    rest = [(prefix, iter(store.read_tree(tree).items()))]
    while rest:
        folder, entries = rest[-1]
        for name, found in entries:
            path = join(folder, name)
            version = version_of(found)
            if version is None:
                rest.append((path, iter(store.read_tree(TreeId(found.id)).items())))
                break
            yield path, version
        else:
            rest.pop()


def _entries(store: ObjectStore, tree: TreeId | None) -> Entries:
    return store.read_tree(tree) if tree is not None else {}


def _folder_id(found: TreeEntry | None) -> TreeId | None:
    return TreeId(found.id) if found is not None and found.mode == TREE_MODE else None


def _unequal(
    left: Entries, right: Entries
) -> Iterator[tuple[bytes, TreeEntry | None, TreeEntry | None]]:
    for name, was in left.items():
        now = right.get(name)
        if was != now:
            yield name, was, now
    for name, now in right.items():
        if name not in left:
            yield name, None, now


def _plain_mode(mode: int) -> Mode:
    """git looks at the owner's x bit alone, and trees from old tools have 0o100664."""
    kind = mode & 0o170000
    if kind == Mode.SYMLINK:
        return Mode.SYMLINK
    if kind == Mode.SUBMODULE:
        return Mode.SUBMODULE
    return Mode.EXECUTABLE if mode & 0o100 else Mode.FILE


def _apply(
    store: ObjectStore, tree: TreeId | None, folder: RepoPath, changes: Changes
) -> TreeId | None:
    """`changes` are relative to `folder`; None if nothing is left in it."""
    before = _entries(store, tree)
    after = dict(before)
    for name, below in _by_first_name(changes).items():
        made = _new_entry(store, before.get(name), join(folder, name), below)
        if made is None:
            after.pop(name, None)
        else:
            after[name] = made
    if after == before:
        return tree
    return store.write_tree(after) if after else None


def _by_first_name(changes: Changes) -> dict[bytes, dict[RepoPath, Version | None]]:
    """Changes grouped by their first component, which they lose; ROOT is that name itself."""
    groups: dict[bytes, dict[RepoPath, Version | None]] = {}
    for path, version in changes.items():
        name, _, rest = path.partition(b"/")
        groups.setdefault(name, {})[RepoPath(rest)] = version
    return groups


def _new_entry(
    store: ObjectStore,
    old: TreeEntry | None,
    path: RepoPath,
    changes: dict[RepoPath, Version | None],
) -> TreeEntry | None:
    """What stands at `path` after `changes`, of which ROOT means `path` itself."""
    removed = ROOT in changes
    own = changes.pop(ROOT, None)
    filled = any(version is not None for version in changes.values())
    if own is not None and filled:
        raise UnstorablePath(f"{display(path)!r} cannot be a file and a folder at once")
    if own is not None:
        return old if version_of(old) == own else TreeEntry(own.mode.value, own.blob)
    if version_of(old) is not None:
        if not removed and not filled:
            return old
        old = None
    tree = _apply(store, _folder_id(old), path, changes)
    return TreeEntry(TREE_MODE, tree) if tree is not None else None
