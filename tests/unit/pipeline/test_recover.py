"""A crash between any two steps of a publish, and what a power cut does to git's objects."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from agentfs.model.events import Adopted, Published, Repelled
from agentfs.pipeline import publish
from agentfs.pipeline.publication import entry
from tests.support.world import ANN, BEN, TRUNK, World, git
from tests.unit.pipeline.conftest import TEXT

POINTS = ("publish.objects-written", "publish.recorded", "publish.ref-moved")


class Crash(Exception):
    """The process is gone."""


def crash_at(world: World, monkeypatch: pytest.MonkeyPatch, point: str) -> World:
    """Publish ann's saves until `point`; the world after that, started anew."""

    def fault(name: str) -> None:
        if name == point:
            raise Crash

    with monkeypatch.context() as patch:
        patch.setattr(publish, "fault", fault)
        with pytest.raises(ExceptionGroup) as caught:
            world.publish(ANN)
    assert caught.group_contains(Crash)
    return world.reopen()


@pytest.mark.parametrize("point", POINTS)
def test_a_publish_that_was_cut_short_is_completed(
    world: World, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    world.save(ANN, "a.py", TEXT.replace("return 1", "return 10"))
    again = crash_at(world, monkeypatch, point)
    found = again.recover()
    assert found.unpublished == ((ANN,) if point == "publish.objects-written" else ())
    assert again.branch.read() == again.head
    again.settle()
    assert again.files()["a.py"] == TEXT.replace("return 1", "return 10")
    assert sum(isinstance(event, Published) for event in again.events()) == 1
    world.log = again.log


@pytest.mark.parametrize("point", POINTS[:2])
def test_a_conflict_that_was_being_published(
    world: World, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    began = world.trunk("a.py")
    world.save(BEN, "a.py", TEXT.replace("return 1", "return 11"))
    world.publish(BEN)
    mine = TEXT.replace("return 1", "return 12").replace("return 3", "return 30")
    world.save(ANN, "a.py", mine, base=began)
    again = crash_at(world, monkeypatch, point)
    again.recover()
    again.settle()
    assert again.files()["a.py"] == TEXT.replace("return 1", "return 11").replace(
        "return 3", "return 30"
    )
    (conflict,) = again.conflicts()
    assert conflict.mine == b"    return 12\n"
    world.log = again.log


def test_a_crash_before_the_objects_are_complete(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.save(ANN, "a.py", "ann\n")

    def write_tree(*_: object) -> None:
        raise Crash

    with monkeypatch.context() as patch:
        patch.setattr(entry, "write_tree", write_tree)
        with pytest.raises(ExceptionGroup):
            world.publish(ANN)
    again = world.reopen()
    assert again.recover().unpublished == (ANN,)
    again.settle()
    assert again.files()["a.py"] == "ann\n"
    world.log = again.log


def test_a_crash_within_the_transaction_leaves_no_event(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.save(ANN, "a.py", "ann\n")
    before = world.events()
    written = entry.written

    def half(*args: object) -> None:
        written(*args)  # type: ignore[arg-type]
        raise Crash

    with monkeypatch.context() as patch:
        patch.setattr(publish, "written", half)
        with pytest.raises(ExceptionGroup):
            world.publish(ANN)
    again = world.reopen()
    assert again.events() == before
    again.recover()
    again.settle()
    assert again.files()["a.py"] == "ann\n"
    world.log = again.log


def loose_file(world: World, name: str) -> Path:
    return world.git_dir / "objects" / name[:2] / name[2:]


@pytest.mark.parametrize("damage", ["lost", "emptied", "torn"])
@pytest.mark.parametrize("kind", ["blob", "tree", "subtree", "commit"])
def test_objects_that_a_power_cut_damaged_are_written_again(
    world: World, kind: str, damage: str
) -> None:
    world.save(ANN, "d/c.txt", "ann\n")
    world.save(ANN, "a.py", "ann too\n")
    world.publish(ANN)
    world.save(ANN, "b.txt", "later\n")
    world.publish(ANN)
    before = world.head
    name = git(
        world.repo,
        "rev-parse",
        {
            "blob": f"{TRUNK}~:d/c.txt",
            "tree": f"{TRUNK}~^{{tree}}",
            "subtree": f"{TRUNK}:d",
            "commit": f"{TRUNK}~",
        }[kind],
    ).strip()
    place = loose_file(world, name)
    place.chmod(0o644)
    match damage:
        case "lost":
            place.unlink()
        case "emptied":
            place.write_bytes(b"")
        case _:
            place.write_bytes(place.read_bytes()[:-5])
    again = world.reopen()
    assert again.recover().remade == 2
    assert again.head == before
    world.log = again.log


def test_what_is_durable_is_not_looked_at_again(world: World) -> None:
    world.save(ANN, "a.py", "ann\n")
    world.publish(ANN)
    assert world.recover().remade == 1
    assert world.recover().remade == 0


def test_a_commit_put_on_top_while_nothing_ran_is_adopted(world: World) -> None:
    world.save(ANN, "a.py", "ann\n")
    world.publish(ANN)
    tree = git(world.repo, "rev-parse", f"{TRUNK}^{{tree}}").strip()
    commit = git(world.repo, "commit-tree", tree, "-p", TRUNK, "-m", "by hand").strip()
    git(world.repo, "update-ref", TRUNK, commit)
    found = world.recover()
    assert found.drift is not None
    assert isinstance(found.drift.event, Adopted)
    assert world.head == commit


def foreign_branch(world: World) -> str:
    tree = git(world.repo, "rev-parse", f"{TRUNK}^{{tree}}").strip()
    foreign = git(world.repo, "commit-tree", tree, "-m", "by hand").strip()
    git(world.repo, "update-ref", TRUNK, foreign)
    return foreign


def test_a_branch_moved_away_while_nothing_ran_is_put_back(world: World) -> None:
    before = world.head
    foreign = foreign_branch(world)
    world.recover()
    assert world.branch.read() == before
    repelled = world.events()[-1]
    assert isinstance(repelled, Repelled)
    assert git(world.repo, "rev-parse", repelled.kept_as).strip() == foreign


def test_a_branch_that_is_checked_out_is_left_where_it_is(world: World) -> None:
    foreign = foreign_branch(world)
    world.checked_out = Path("/somewhere")
    before = world.events()
    world.recover()
    assert world.branch.read() == foreign
    assert world.events() == before
    world.checked_out = None
    world.recover()


def test_a_lock_of_git_that_nobody_holds_any_more(world: World) -> None:
    world.save(ANN, "a.py", "ann\n")
    lock = world.git_dir / f"{TRUNK}.lock"
    lock.touch()
    assert world.publish(ANN)
    assert "locked" in world.publisher.problem
    os.utime(lock, (1, 1))
    world.align()
    assert world.publisher.problem == ""
