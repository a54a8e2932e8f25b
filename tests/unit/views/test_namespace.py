"""What a path shows when trunk, saves and private files overlap."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from agentfs.model import paths
from agentfs.model.ids import ROOT, BlobId, RepoPath, TreeId
from agentfs.model.versions import Mode, Version
from agentfs.views.namespace import FOLDER, PRIVATE_FILE, Namespace, Tracked
from agentfs.views.overlay import Entry, Overlay


@dataclass(frozen=True)
class TreeItem:
    mode: int
    id: str


def version(letter: str, mode: Mode = Mode.FILE) -> Version:
    return Version(BlobId(letter * 40), mode)


TREES = {
    "root": {b"a.py": TreeItem(0o100644, "a" * 40), b"src": TreeItem(0o040000, "src")},
    "src": {
        b"b.py": TreeItem(0o100755, "b" * 40),
        b"deep": TreeItem(0o040000, "deep"),
        b"old": TreeItem(0o100664, "d" * 40),
        b"sub": TreeItem(0o160000, "e" * 40),
    },
    "deep": {b"c.py": TreeItem(0o100644, "c" * 40)},
}


@dataclass
class NoPrivate:
    files: set[RepoPath] = field(default_factory=set)
    folders: set[RepoPath] = field(default_factory=set)

    def exists(self, path: RepoPath) -> bool:
        return path in self.files or path in self.folders

    def is_folder(self, path: RepoPath) -> bool:
        return path in self.folders

    def names(self, folder: RepoPath) -> list[bytes]:
        return [paths.name(p) for p in self.files | self.folders if paths.parent(p) == folder]


@pytest.fixture
def private() -> NoPrivate:
    return NoPrivate()


@pytest.fixture
def namespace(private: NoPrivate) -> Namespace:
    return Namespace(lambda tree: TREES[tree], TreeId("root"), Overlay(), private)


def p(text: str) -> RepoPath:
    return RepoPath(text.encode())


def delete(namespace: Namespace, *each: str) -> None:
    for path in each:
        namespace.overlay.set(p(path), Entry(None, 1))


def test_the_trunk_shows_through(namespace: Namespace) -> None:
    assert namespace.show(p("src/b.py")) == Tracked(version("b", Mode.EXECUTABLE), None)
    assert namespace.show(p("src/deep")) is FOLDER
    assert namespace.show(p("src/none")) is None
    assert namespace.show(p("a.py/x")) is None
    assert namespace.names(ROOT) == {b"a.py": Tracked(version("a"), None), b"src": FOLDER}


def test_modes_of_old_trees_are_read_as_git_does(namespace: Namespace) -> None:
    assert namespace.show(p("src/old")) == Tracked(version("d"), None)


def test_a_submodule_is_an_empty_folder(namespace: Namespace) -> None:
    assert namespace.show(p("src/sub")) is FOLDER
    assert namespace.names(p("src/sub")) == {}


def test_what_lies_in_a_submodule_is_known(namespace: Namespace) -> None:
    assert namespace.in_submodule(p("src/sub/x/y"))
    assert not namespace.in_submodule(p("src/sub"))
    assert not namespace.in_submodule(p("src/deep/c.py"))


def test_a_save_covers_the_trunk_and_a_deletion_hides_it(namespace: Namespace) -> None:
    namespace.overlay.set(p("src/b.py"), Entry(version("9"), 7))
    delete(namespace, "a.py")
    assert namespace.show(p("src/b.py")) == Tracked(version("9"), 7)
    assert namespace.show(p("a.py")) is None
    assert namespace.names(ROOT) == {b"src": FOLDER}
    assert namespace.trunk_version(p("a.py")) == version("a")


def test_a_folder_goes_with_the_last_file_in_it(namespace: Namespace) -> None:
    delete(namespace, "src/deep/c.py")
    assert namespace.show(p("src/deep")) is None
    assert b"deep" not in namespace.names(p("src"))
    assert namespace.show(p("src")) is FOLDER


def test_a_private_folder_keeps_an_emptied_one(namespace: Namespace, private: NoPrivate) -> None:
    delete(namespace, "src/deep/c.py")
    private.folders.add(p("src/deep"))
    assert namespace.show(p("src/deep")) is FOLDER
    assert namespace.names(p("src"))[b"deep"] is FOLDER


def test_a_saved_file_where_the_trunk_has_a_folder(namespace: Namespace) -> None:
    delete(namespace, "src/deep/c.py")
    namespace.overlay.set(p("src/deep"), Entry(version("9"), 7))
    assert namespace.show(p("src/deep")) == Tracked(version("9"), 7)
    assert namespace.names(p("src"))[b"deep"] == Tracked(version("9"), 7)


def test_a_new_folder_shows_by_its_saved_files(namespace: Namespace) -> None:
    namespace.overlay.set(p("new/in/x.py"), Entry(version("9"), 7))
    assert namespace.show(p("new")) is FOLDER
    assert namespace.names(ROOT)[b"new"] is FOLDER
    assert namespace.names(p("new/in")) == {b"x.py": Tracked(version("9"), 7)}


def test_private_files_lie_below_everything(namespace: Namespace, private: NoPrivate) -> None:
    private.files |= {p("a.py"), p("src/x.o")}
    assert namespace.show(p("a.py")) == Tracked(version("a"), None)
    assert namespace.show(p("src/x.o")) is PRIVATE_FILE
    assert namespace.names(p("src"))[b"x.o"] is PRIVATE_FILE


def test_all_tracked_files_of_a_folder(namespace: Namespace) -> None:
    namespace.overlay.set(p("src/deep/new"), Entry(version("9"), 7))
    delete(namespace, "src/b.py")
    assert dict(namespace.tracked_under(p("src"))) == {
        p("src/deep/c.py"): version("c"),
        p("src/deep/new"): version("9"),
        p("src/old"): version("d"),
    }
