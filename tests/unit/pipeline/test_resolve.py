from __future__ import annotations

import pytest

from agentfs.model.events import Resolved
from agentfs.model.ids import ConflictId
from agentfs.pipeline.resolve import BadChoice, ConflictUnsettled, NoRoom, NoSuchConflict
from tests.support.world import ANN, BEN, World
from tests.unit.pipeline.conftest import TEXT

THEIRS = TEXT.replace("return 1", "return 10").replace("return 3", "return 30")
MINE = TEXT.replace("return 1", "return 11").replace("return 3", "return 31")


@pytest.fixture
def two(world: World) -> World:
    """Ben's changes to f and h conflict with ann's."""
    world.save(ANN, "a.py", THEIRS)
    world.save(BEN, "a.py", MINE)
    world.settle()
    assert len(world.conflicts()) == 2
    return world


def test_mine_goes_to_the_trunk_and_the_other_conflict_stays(two: World) -> None:
    first, second = two.conflicts()
    two.resolve(first.id, "mine")
    two.settle()
    assert two.files()["a.py"] == THEIRS.replace("return 10", "return 11")
    assert two.view(BEN, "a.py") == MINE
    assert two.conflicts() == [second]


def test_trunk_replaces_the_agents_region_in_its_view(two: World) -> None:
    first, second = two.conflicts()
    two.resolve(first.id, "trunk")
    two.settle()
    assert two.files()["a.py"] == THEIRS
    assert two.view(BEN, "a.py") == MINE.replace("return 11", "return 10")
    assert two.conflicts() == [second]
    two.resolve(second.id, "trunk")
    two.settle()
    assert two.view(BEN, "a.py") == THEIRS
    assert two.rows() == []


def test_both_sides_stay_in_the_log(two: World) -> None:
    row = two.row(BEN, "a.py")
    assert row is not None
    mine = row.segments[0].version
    for conflict in two.conflicts():
        two.resolve(conflict.id, "trunk")
        two.settle()
    assert mine is not None
    assert two.text(mine) == MINE
    resolved = [event for event in two.events() if isinstance(event, Resolved)]
    assert [event.take for event in resolved] == ["trunk", "trunk"]


def test_it_is_decided_against_what_the_trunk_has_now(two: World) -> None:
    first, _ = two.conflicts()
    two.save(ANN, "a.py", "# top\n" + THEIRS.replace("return 10", "return 100"))
    two.publish(ANN)
    two.resolve(first.id, "mine")
    two.settle()
    assert two.files()["a.py"] == "# top\n" + THEIRS.replace("return 10", "return 11")


def test_a_conflict_that_has_gone_by_itself_is_no_harm(two: World) -> None:
    """The trunk took the same text, and ben's save is not merged again yet."""
    first, _ = two.conflicts()
    two.save(ANN, "a.py", THEIRS.replace("return 10", "return 11"))
    two.publish(ANN)
    two.resolve(first.id, "trunk")
    two.settle()
    assert two.files()["a.py"] == THEIRS.replace("return 10", "return 11")
    assert len(two.conflicts()) == 1


@pytest.mark.parametrize(
    ("take", "trunk", "view"), [("mine", None, None), ("trunk", "ann\n", "ann\n")]
)
def test_a_deletion(world: World, take: str, trunk: str | None, view: str | None) -> None:
    world.save(ANN, "b.txt", "ann\n")
    world.delete(BEN, "b.txt")
    world.settle()
    world.resolve(world.conflicts()[0].id, take)
    world.settle()
    assert world.files().get("b.txt") == trunk
    assert world.view(BEN, "b.txt") == view
    assert world.rows() == []


@pytest.mark.parametrize(("take", "there"), [("mine", "ben\n"), ("trunk", None)])
def test_a_file_that_the_trunk_deleted(world: World, take: str, there: str | None) -> None:
    world.delete(ANN, "b.txt")
    world.save(BEN, "b.txt", "ben\n")
    world.settle()
    world.resolve(world.conflicts()[0].id, take)
    world.settle()
    assert world.files().get("b.txt") == there
    assert world.view(BEN, "b.txt") == there
    assert world.rows() == []


def test_binary_files(world: World) -> None:
    world.save(ANN, "data", b"\0ann")
    mine = world.save(BEN, "data", b"\0ben", base=None)
    world.settle()
    world.resolve(world.conflicts()[0].id, "mine")
    world.settle()
    assert world.trunk("data") == mine


def test_the_agents_file_cannot_take_a_folders_place(world: World) -> None:
    world.save(ANN, "new/file.txt", "ann\n")
    world.save(BEN, "new", "ben\n")
    world.settle()
    (conflict,) = world.conflicts()
    before = world.events()
    with pytest.raises(NoRoom):
        world.resolve(conflict.id, "mine")
    assert world.events() == before
    world.resolve(conflict.id, "trunk")
    world.settle()
    assert world.rows() == []
    assert world.files()["new/file.txt"] == "ann\n"


def test_what_cannot_be_decided(two: World) -> None:
    first, _ = two.conflicts()
    with pytest.raises(NoSuchConflict):
        two.resolve(ConflictId(99), "mine")
    with pytest.raises(BadChoice):
        two.resolve(first.id, "theirs")
    two.save(BEN, "a.py", MINE + "# more\n")
    with pytest.raises(ConflictUnsettled):
        two.resolve(first.id, "mine")
    two.settle()
    two.resolve(first.id, "mine")
