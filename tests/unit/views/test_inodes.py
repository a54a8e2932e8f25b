from __future__ import annotations

import pytest

from agentfs.model.ids import ROOT, BlobId, RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.views.inodes import Inodes, Kind, Node, Place

ONE = Version(BlobId("1" * 40), Mode.FILE)
A, B, DIR, INSIDE = (RepoPath(x) for x in (b"a", b"b", b"dir", b"dir/x"))


@pytest.fixture
def inodes() -> Inodes:
    return Inodes(1, now_ns=5)


def known(inodes: Inodes, path: RepoPath, kind: Kind = Kind.TRACKED) -> Node:
    node = inodes.add(path, kind, ONE, 0)
    inodes.looked_up(node)
    return node


def test_the_root_is_always_there(inodes: Inodes) -> None:
    inodes.forget(1, 1)
    assert inodes.at(ROOT) is inodes.get(1)


def test_a_node_lives_while_the_kernel_knows_it(inodes: Inodes) -> None:
    node = known(inodes, A)
    inodes.looked_up(node)
    inodes.forget(node.ino, 1)
    assert inodes.get(node.ino) is node
    inodes.forget(node.ino, 1)
    assert inodes.get(node.ino) is None
    assert inodes.at(A) is None


def test_a_forgotten_node_lives_while_it_is_open(inodes: Inodes) -> None:
    node = known(inodes, A)
    node.handles = 1
    inodes.forget(node.ino, 1)
    assert inodes.get(node.ino) is node
    node.handles = 0
    inodes.drop_if_unused(node)
    assert inodes.get(node.ino) is None


def test_numbers_are_never_used_again(inodes: Inodes) -> None:
    first = known(inodes, A)
    inodes.retire(first, Place.SUPERSEDED)
    second = known(inodes, A)
    assert second.ino != first.ino
    assert inodes.get(first.ino) is first
    assert inodes.at(A) is second


def test_forgetting_an_old_node_leaves_its_successor(inodes: Inodes) -> None:
    first = known(inodes, A)
    inodes.retire(first, Place.SUPERSEDED)
    second = known(inodes, A)
    inodes.forget(first.ino, 1)
    assert inodes.at(A) is second


def test_a_rename_takes_the_place_of_its_target(inodes: Inodes) -> None:
    node, target = known(inodes, A), known(inodes, B)
    inodes.move(A, B)
    assert inodes.at(B) is node
    assert inodes.at(A) is None
    assert target.place is Place.REMOVED


def test_a_folder_takes_what_is_in_it_along(inodes: Inodes) -> None:
    known(inodes, DIR, Kind.FOLDER)
    node = known(inodes, INSIDE)
    inodes.move(DIR, B)
    assert node.path == b"b/x"
    assert inodes.at(RepoPath(b"b/x")) is node


def test_absence_is_remembered_until_something_appears(inodes: Inodes) -> None:
    inodes.told_absent(A)
    assert inodes.is_told_absent(A)
    inodes.forget_absent(A)
    assert not inodes.is_told_absent(A)
    inodes.told_absent(B)
    known(inodes, A)
    inodes.move(A, B)
    assert not inodes.is_told_absent(B)
