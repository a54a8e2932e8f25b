from __future__ import annotations

from agentfs.model.conflicts import ConflictKind
from tests.support.world import ANN, BEN, World


def test_a_file_where_the_trunk_has_a_folder_by_now(world: World) -> None:
    world.save(BEN, "new/file.txt", "ben\n")
    world.save(ANN, "new", "ann\n")
    world.publish(BEN, ANN)
    assert world.files()["new/file.txt"] == "ben\n"
    (conflict,) = world.conflicts()
    assert (conflict.path, conflict.kind, conflict.mine) == (b"new", ConflictKind.TYPE, b"ann\n")


def test_a_file_in_a_folder_that_is_a_file_in_the_trunk_by_now(world: World) -> None:
    world.save(BEN, "new", "ben\n")
    world.save(ANN, "new/deep/file.txt", "ann\n")
    world.save(ANN, "b.txt", "ann\n")
    world.publish(BEN, ANN)
    assert world.files()["new"] == "ben\n"
    assert world.files()["b.txt"] == "ann\n"
    (conflict,) = world.conflicts()
    assert (conflict.path, conflict.kind) == (b"new/deep/file.txt", ConflictKind.TYPE)


def test_it_goes_in_by_itself_once_there_is_room(world: World) -> None:
    world.save(BEN, "new", "ben\n")
    world.save(ANN, "new/deep/file.txt", "ann\n")
    world.publish(BEN, ANN)
    world.delete(BEN, "new")
    world.settle()
    assert world.files()["new/deep/file.txt"] == "ann\n"
    assert world.rows() == []


def test_a_folder_too(world: World) -> None:
    world.save(BEN, "new/deep/file.txt", "ben\n")
    world.save(ANN, "new", "ann\n")
    world.publish(BEN, ANN)
    world.delete(BEN, "new/deep/file.txt")
    world.settle()
    assert world.files()["new"] == "ann\n"
    assert world.rows() == []


def test_a_folder_replaced_by_a_file_in_one_changeset(world: World) -> None:
    world.delete(ANN, "d/c.txt")
    world.save(ANN, "d", "a file\n")
    world.publish(ANN)
    assert world.files()["d"] == "a file\n"
    world.delete(ANN, "d")
    world.save(ANN, "d/c.txt", "again\n")
    world.publish(ANN)
    assert world.files()["d/c.txt"] == "again\n"


def test_not_if_others_have_put_something_into_it(world: World) -> None:
    world.save(BEN, "d/ben.txt", "ben\n")
    world.delete(ANN, "d/c.txt")
    world.save(ANN, "d", "a file\n")
    world.publish(BEN, ANN)
    assert world.files()["d/ben.txt"] == "ben\n"
    assert "d/c.txt" not in world.files()
    (conflict,) = world.conflicts()
    assert (conflict.path, conflict.kind) == (b"d", ConflictKind.TYPE)


def test_a_rename_into_a_place_without_room_leaves_the_old_file(world: World) -> None:
    world.save(BEN, "new", "ben\n")
    world.rename(ANN, "b.txt", "new/b.txt")
    world.publish(BEN, ANN)
    assert world.files()["b.txt"] == "b\n"
    (conflict,) = world.conflicts()
    assert (conflict.path, conflict.kind) == (b"new/b.txt", ConflictKind.TYPE)
    world.delete(BEN, "new")
    world.settle()
    assert world.files() == {"a.py": world.files()["a.py"], "d/c.txt": "c\n", "new/b.txt": "b\n"}


def test_a_rename_without_room_of_a_file_that_the_trunk_edited(world: World) -> None:
    world.save(BEN, "new", "ben\n")
    world.save(BEN, "b.txt", "b\nben\n")
    world.rename(ANN, "b.txt", "new/b.txt")
    world.publish(BEN, ANN)
    assert world.view(ANN, "new/b.txt") == "b\nben\n"
    before = world.events()
    world.publisher.reconsider_all()
    world.settle()
    assert world.events() == before
    world.delete(BEN, "new")
    world.settle()
    assert world.files()["new/b.txt"] == "b\nben\n"
    assert "b.txt" not in world.files()


def test_a_path_that_git_cannot_hold(world: World) -> None:
    world.save(ANN, "x/.GIT/config", "ann\n")
    world.save(ANN, "b.txt", "ann\n")
    world.publish(ANN)
    assert world.files()["b.txt"] == "ann\n"
    (conflict,) = world.conflicts()
    assert conflict.kind is ConflictKind.TYPE
