from __future__ import annotations

from agentfs.model.conflicts import ConflictKind
from agentfs.model.events import Published
from agentfs.model.ids import RepoPath
from tests.support.world import ANN, BEN, TRUNK, World, git
from tests.unit.pipeline.conftest import TEXT


def test_a_rename_is_one_commit_that_says_so(world: World) -> None:
    world.rename(ANN, "a.py", "new.py")
    world.publish(ANN)
    assert "a.py" not in world.files()
    assert world.files()["new.py"] == TEXT
    published = world.events()[-1]
    assert isinstance(published, Published)
    assert published.moved == ((b"a.py", b"new.py"),)
    assert git(world.repo, "log", "-1", "--format=%s", TRUNK) == "ann: rename a.py to new.py\n"


def test_what_was_saved_before_and_after_a_rename_goes_with_it(world: World) -> None:
    world.save(ANN, "a.py", TEXT.replace("return 1", "return 10"))
    world.rename(ANN, "a.py", "new.py")
    world.save(ANN, "new.py", TEXT.replace("return 1", "return 10") + "# end\n")
    world.publish(ANN)
    assert world.files()["new.py"] == TEXT.replace("return 1", "return 10") + "# end\n"
    assert "a.py" not in world.files()
    assert world.rows() == []


def test_so_does_what_two_processes_saved_from_different_versions(world: World) -> None:
    began = world.trunk("a.py")
    world.save(ANN, "a.py", TEXT.replace("return 1", "return 10"))
    world.save(ANN, "a.py", TEXT.replace("return 3", "return 30"), base=began)
    world.rename(ANN, "a.py", "new.py")
    world.publish(ANN)
    both = TEXT.replace("return 1", "return 10").replace("return 3", "return 30")
    assert world.files()["new.py"] == both
    assert "a.py" not in world.files()


def test_the_trunks_edits_go_with_a_renamed_file(world: World) -> None:
    world.save(BEN, "a.py", TEXT.replace("return 3", "return 30"))
    world.save(ANN, "a.py", TEXT.replace("return 1", "return 10"))
    world.rename(ANN, "a.py", "new.py")
    world.publish(BEN, ANN)
    both = TEXT.replace("return 3", "return 30").replace("return 1", "return 10")
    assert world.files()["new.py"] == both
    assert "a.py" not in world.files()
    assert world.conflicts() == []


def test_a_region_that_conflicts_does_not_hold_up_the_rename(world: World) -> None:
    world.save(BEN, "a.py", TEXT.replace("return 1", "return 11"))
    world.save(ANN, "a.py", TEXT.replace("return 1", "return 10"))
    world.rename(ANN, "a.py", "new.py")
    world.publish(BEN, ANN)
    assert world.files()["new.py"] == TEXT.replace("return 1", "return 11")
    assert "a.py" not in world.files()
    assert world.view(ANN, "new.py") == TEXT.replace("return 1", "return 10")
    assert [conflict.path for conflict in world.conflicts()] == [b"new.py"]


def test_a_save_to_the_old_path_is_merged_at_the_new_one(world: World) -> None:
    world.save(BEN, "a.py", TEXT.replace("return 3", "return 30"))
    world.rename(ANN, "a.py", "new.py")
    world.publish(ANN)
    world.rename(ANN, "new.py", "d/newer.py")
    world.publish(ANN, BEN)
    assert world.files()["d/newer.py"] == TEXT.replace("return 3", "return 30")
    assert "a.py" not in world.files()
    assert world.rows() == []
    assert world.view(BEN, "a.py") is None


def test_a_conflict_with_a_file_that_moved(world: World) -> None:
    world.save(BEN, "a.py", TEXT.replace("return 3", "return 30").replace("return 1", "return 11"))
    world.save(ANN, "a.py", TEXT.replace("return 1", "return 10"))
    world.rename(ANN, "a.py", "new.py")
    world.publish(ANN, BEN)
    trunk = TEXT.replace("return 1", "return 10").replace("return 3", "return 30")
    assert world.files()["new.py"] == trunk
    (conflict,) = world.conflicts()
    assert (conflict.path, conflict.trunk) == (b"a.py", b"    return 10\n")
    world.resolve(conflict.id, "mine")
    world.settle()
    assert world.files()["new.py"] == trunk.replace("return 10", "return 11")
    assert world.rows() == []


def test_a_held_save_hears_of_changes_where_its_file_is_now(world: World) -> None:
    world.save(BEN, "a.py", TEXT.replace("return 1", "return 11"))
    world.save(ANN, "a.py", TEXT.replace("return 1", "return 10"))
    world.rename(ANN, "a.py", "new.py")
    world.publish(ANN, BEN)
    world.save(ANN, "new.py", TEXT.replace("return 1", "return 11"))
    world.settle()
    assert world.conflicts() == []
    assert world.rows() == []


def test_a_path_that_was_used_again_does_not_lead_to_the_file_that_moved(world: World) -> None:
    world.rename(ANN, "b.txt", "moved.txt")
    world.publish(ANN)
    world.save(ANN, "b.txt", "another file\n")
    world.publish(ANN)
    world.save(BEN, "b.txt", "another file\nben\n")
    world.delete(ANN, "b.txt")
    world.publish(ANN, BEN)
    assert world.files()["moved.txt"] == "b\n"
    (conflict,) = world.conflicts()
    assert conflict.kind is ConflictKind.DELETE_EDIT


def test_nor_does_the_new_path_once_another_file_has_it(world: World) -> None:
    world.save(BEN, "b.txt", "b\nben\n")
    world.rename(ANN, "b.txt", "moved.txt")
    world.publish(ANN)
    world.delete(ANN, "moved.txt")
    world.publish(ANN)
    world.save(ANN, "moved.txt", "another file\n")
    world.publish(ANN, BEN)
    assert world.files()["moved.txt"] == "another file\n"
    (conflict,) = world.conflicts()
    assert (conflict.path, conflict.kind) == (b"b.txt", ConflictKind.DELETE_EDIT)


def test_both_gave_it_the_same_name(world: World) -> None:
    world.save(BEN, "a.py", TEXT.replace("return 3", "return 30"))
    for agent in (ANN, BEN):
        world.rename(agent, "a.py", "new.py")
    world.publish(ANN, BEN)
    assert world.files()["new.py"] == TEXT.replace("return 3", "return 30")
    assert world.rows() == []


def test_each_gave_it_another_name(world: World) -> None:
    world.rename(ANN, "a.py", "one.py")
    world.rename(BEN, "a.py", "two.py")
    world.publish(ANN, BEN)
    assert "two.py" not in world.files()
    (conflict,) = world.conflicts()
    assert (conflict.path, conflict.kind, conflict.mine) == (
        b"two.py",
        ConflictKind.DELETE_EDIT,
        TEXT.encode(),
    )
    assert conflict.base == TEXT.encode()
    before = world.events()
    world.publisher.reconsider_all()
    world.settle()
    assert world.events() == before
    world.resolve(conflict.id, "mine")
    world.settle()
    assert world.files()["two.py"] == world.files()["one.py"] == TEXT


def test_both_halves_are_held_if_the_new_name_is_taken(world: World) -> None:
    world.save(BEN, "new.py", "ben\n")
    world.rename(ANN, "a.py", "new.py")
    world.publish(BEN, ANN)
    assert world.files()["new.py"] == "ben\n"
    assert world.files()["a.py"] == TEXT
    assert world.view(ANN, "a.py") is None
    assert world.view(ANN, "new.py") == TEXT
    (conflict,) = world.conflicts()
    assert conflict.kind is ConflictKind.ADD_ADD
    assert {row.path for row in world.rows()} == {b"a.py", b"new.py"}


def test_both_ends_of_a_chain_of_renames_are_held(world: World) -> None:
    world.save(BEN, "new.py", "ben\n")
    world.rename(ANN, "a.py", "between.py")
    world.rename(ANN, "between.py", "new.py")
    world.publish(BEN, ANN)
    assert world.files()["a.py"] == TEXT
    before = world.events()
    world.publisher.reconsider_all()
    world.settle()
    assert world.events() == before


def test_they_go_together_once_there_is_room(world: World) -> None:
    world.save(BEN, "new.py", "ben\n")
    world.rename(ANN, "a.py", "new.py")
    world.publish(BEN, ANN)
    world.delete(BEN, "new.py")
    world.settle()
    # What ben deleted was in the way; but it is a conflict of its own that it is gone.
    for conflict in world.conflicts():
        world.resolve(conflict.id, "mine")
        world.settle()
    assert world.files().get("new.py") == TEXT
    assert "a.py" not in world.files()
    assert world.rows() == []


def test_the_conflict_decides_for_both_halves(world: World) -> None:
    world.save(BEN, "new.py", "ben\n")
    world.rename(ANN, "a.py", "new.py")
    world.publish(BEN, ANN)
    world.resolve(world.conflicts()[0].id, "trunk")
    world.settle()
    assert world.files()["new.py"] == "ben\n"
    assert world.files()["a.py"] == world.view(ANN, "a.py") == TEXT
    assert world.rows() == []


def test_the_other_half_is_free_when_the_agent_gives_the_new_file_up(world: World) -> None:
    world.save(BEN, "new.py", "ben\n")
    world.rename(ANN, "a.py", "new.py")
    world.publish(BEN, ANN)
    world.delete(ANN, "new.py")
    world.settle()
    assert "a.py" not in world.files()


def test_a_renamed_file_that_others_deleted(world: World) -> None:
    world.delete(BEN, "a.py")
    world.rename(ANN, "a.py", "new.py")
    world.publish(BEN, ANN)
    assert "new.py" not in world.files()
    (conflict,) = world.conflicts()
    assert conflict.kind is ConflictKind.DELETE_EDIT


def test_a_file_renamed_twice_before_it_is_published(world: World) -> None:
    world.rename(ANN, "a.py", "one.py")
    world.rename(ANN, "one.py", "two.py")
    world.save(BEN, "a.py", TEXT + "# ben\n")
    world.publish(BEN, ANN)
    assert world.files()["two.py"] == TEXT + "# ben\n"
    assert not {"a.py", "one.py"} & world.files().keys()
    assert world.rows() == []


def test_a_file_renamed_there_and_back(world: World) -> None:
    before = world.head
    world.rename(ANN, "a.py", "one.py")
    world.rename(ANN, "one.py", "a.py")
    world.publish(ANN)
    assert world.head == before
    assert world.rows() == []


def test_two_files_swapped(world: World) -> None:
    world.rename(ANN, "a.py", "tmp")
    world.rename(ANN, "b.txt", "a.py")
    world.rename(ANN, "tmp", "b.txt")
    world.publish(ANN)
    assert world.files() == {"a.py": "b\n", "b.txt": TEXT, "d/c.txt": "c\n"}
    assert world.rows() == []


def test_a_file_deleted_for_another_to_take_its_name(world: World) -> None:
    world.delete(ANN, "b.txt")
    world.rename(ANN, "a.py", "b.txt")
    world.publish(ANN)
    assert world.files() == {"b.txt": TEXT, "d/c.txt": "c\n"}
    assert world.conflicts() == []


def test_a_renamed_file_that_is_then_deleted(world: World) -> None:
    world.rename(ANN, "a.py", "one.py")
    world.delete(ANN, "one.py")
    world.save(BEN, "one.py", "ben\n")
    world.publish(BEN, ANN)
    assert world.files() == {"b.txt": "b\n", "d/c.txt": "c\n", "one.py": "ben\n"}


def test_a_name_that_is_not_text(world: World) -> None:
    name = b"d/\xff\n.txt".decode("utf-8", "surrogateescape")
    world.rename(ANN, "b.txt", name)
    world.publish(ANN)
    with world.log.snapshot() as tables:
        move = tables.moved(RepoPath(b"b.txt"))
    assert move is not None
    assert move.new == b"d/\xff\n.txt"
    assert git(world.repo, "log", "-1", "--format=%s", TRUNK) == (
        "ann: rename b.txt to \\xff?.txt\n"
    )


def test_a_file_moved_to_where_this_view_moved_one_away(world: World) -> None:
    """Ben's edit of a.py belongs into b.txt by now, whose old file he has renamed."""
    world.save(BEN, "a.py", TEXT.replace("return 1", "return 11"))
    world.rename(BEN, "b.txt", "d/b.txt")
    world.rename(ANN, "b.txt", "c.txt")
    world.rename(ANN, "a.py", "b.txt")
    world.publish(ANN)
    world.settle()
    lines = {line for text in world.files().values() for line in text.splitlines()}
    assert "    return 11" in lines
    assert "b" in lines
