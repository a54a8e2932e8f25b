"""What integrating takes from the merge engine, and what it tells of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from agentfs.merge.filemerge import FileMerge
from agentfs.merge.policy import MergePolicy, Way
from agentfs.merge.values import MergeResult
from agentfs.model.conflicts import ConflictKind
from agentfs.model.events import Held, Published
from agentfs.pipeline.integration.remembered import remembered
from tests.support.world import ANN, BEN, World, git
from tests.unit.pipeline.conftest import TEXT


def both(world: World, name: str, ann: str, ben: str) -> None:
    """Both saved it, ann first, made from what the trunk has."""
    world.save(ANN, name, ann)
    world.save(BEN, name, ben)
    world.publish(ANN)
    world.settle()


def test_syntax_decides_where_lines_would_clash(world: World) -> None:
    both(world, "a.py", TEXT + "\n\ndef x():\n    pass\n", TEXT + "\n\ndef y():\n    pass\n")
    assert world.conflicts() == []
    added = "\n\ndef x():\n    pass\n\n\ndef y():\n    pass\n"
    assert world.files()["a.py"] == world.view(BEN, "a.py") == TEXT + added


def test_the_name_in_the_trunk_tells_the_language(world: World) -> None:
    """Ann renames the file, so ben's save of the old name is merged as what it is now."""
    world.save(ANN, "code.txt", TEXT)
    world.settle()
    world.rename(ANN, "code.txt", "code.py")
    world.save(ANN, "code.py", TEXT + "\n\ndef x():\n    pass\n")
    world.save(BEN, "code.txt", TEXT + "\n\ndef y():\n    pass\n")
    world.publish(ANN)
    world.settle()
    assert world.conflicts() == []
    assert "def x" in world.files()["code.py"]
    assert "def y" in world.files()["code.py"]


def test_a_deleted_function_that_was_edited_says_so(world: World) -> None:
    without = TEXT.replace("def g():\n    return 2\n\n\n", "")
    both(world, "a.py", without, TEXT.replace("return 2", "return 20"))
    (conflict,) = world.conflicts()
    assert conflict.kind is ConflictKind.DELETE_EDIT
    assert conflict.symbol == "g"
    assert conflict.reason
    assert world.files()["a.py"] == without
    # It is the same one whenever it comes up, and nothing is recorded anew for it.
    before = world.events()
    world.publisher.reconsider_all()
    world.settle()
    assert world.events() == before


class Lines:
    """A runner that has no time for syntax."""

    def __init__(self) -> None:
        self.asked: list[FileMerge] = []

    async def merge(self, file: FileMerge) -> MergeResult:
        self.asked.append(file)
        return file.by_lines("took too long: merged by lines")


@pytest.fixture
def hasty(tmp_path: Path) -> tuple[World, Lines]:
    runner = Lines()
    files = {"a.py": TEXT, "d/b.txt": "b\n", ".gitattributes": "*.txt merge=own\n"}
    return World.make(tmp_path / "repo", files, merges=runner), runner


@pytest.mark.parametrize("clash", [False, True])
def test_the_event_says_that_a_file_was_merged_by_lines(
    hasty: tuple[World, Lines], clash: bool
) -> None:
    world, _ = hasty
    ben = TEXT.replace("return 1", "return 11") if clash else TEXT
    both(world, "a.py", TEXT.replace("return 1", "return 10"), "# ben\n" + ben)
    last = [event for event in world.events() if isinstance(event, Published)][-1]
    assert last.agent == BEN
    assert last.notes[-1] == "a.py: took too long: merged by lines"
    assert any(isinstance(event, Held) for event in world.events()) == clash
    world.assert_sound()


def test_what_is_in_time_says_nothing(world: World) -> None:
    both(world, "a.py", "# ann\n" + TEXT, TEXT + "# ben\n")
    notes = [event.notes for event in world.events() if isinstance(event, Published)]
    assert notes[-1] == ("a.py: merged with changes of the trunk",)


# --- attributes


@pytest.mark.parametrize(
    ("attribute", "trunk", "conflicts"),
    [
        ("merge=union", "list:\n- ann\n- ben\n", 0),
        ("merge", "list:\n- ann\n", 1),
        ("-merge", "list:\n- ann\n", 1),
        ("binary", "list:\n- ann\n", 1),
    ],
)
def test_attributes_of_the_trunk_say_how(
    make: Callable[..., World], attribute: str, trunk: str, conflicts: int
) -> None:
    world = make(d__list_txt="list:\n")
    world.save(ANN, "d/.gitattributes", f"list.* {attribute}\n")
    world.settle()
    both(world, "d/list.txt", "list:\n- ann\n", "list:\n- ben\n")
    assert world.files()["d/list.txt"] == trunk
    assert len(world.conflicts()) == conflicts
    world.assert_sound()


def test_what_is_to_be_left_alone_conflicts_as_a_whole_and_can_be_decided(
    make: Callable[..., World],
) -> None:
    world = make(a_py=TEXT)
    world.save(ANN, ".gitattributes", "*.py -merge\n")
    world.settle()
    mine = TEXT.replace("return 3", "return 30")
    both(world, "a.py", TEXT.replace("return 1", "return 10"), mine)
    (conflict,) = world.conflicts()
    assert (conflict.kind, conflict.mine) == (ConflictKind.TYPE, mine.encode())
    world.resolve(conflict.id, "mine")
    world.settle()
    assert world.files()["a.py"] == mine
    assert world.rows() == []


def test_by_lines_if_attributes_want_that(make: Callable[..., World]) -> None:
    world = make(a_py=TEXT)
    world.save(ANN, ".gitattributes", "*.py merge\n")
    world.settle()
    both(world, "a.py", TEXT + "\n\ndef x():\n    pass\n", TEXT + "\n\ndef y():\n    pass\n")
    assert len(world.conflicts()) == 1


def test_a_driver_of_the_users_is_handed_on(hasty: tuple[World, Lines]) -> None:
    world, runner = hasty
    git(world.repo, "config", "merge.own.driver", "own %A %O %B")
    both(world, "d/b.txt", "ann\n", "ben\n")
    (file,) = {*runner.asked}
    assert file == FileMerge(
        file.path, b"b\n", b"ann\n", b"ben\n", MergePolicy(Way.DRIVER, "own", "own %A %O %B")
    )


# --- conflicts that are put together again


def test_a_merge_is_remembered_by_its_conflicts(world: World) -> None:
    both(
        world,
        "a.py",
        "# ann\n" + TEXT.replace("return 1", "return 10").replace("    return 3\n", "    pass\n"),
        TEXT.replace("return 1", "x = 1\n    return x").replace("return 3", "return 31"),
    )
    conflicts = world.conflicts()
    assert len(conflicts) == 2
    row = world.row(BEN, "a.py")
    assert row is not None
    sides = (row.segments[0].base, world.trunk("a.py"), row.segments[0].version)
    base, trunk, mine = (world.text(side).encode() for side in sides if side is not None)
    merged = remembered(conflicts, base, trunk, mine)
    assert merged is not None
    assert [clash.left for clash in merged.clashes] == [each.trunk for each in conflicts]
    assert [clash.right for clash in merged.clashes] == [each.mine for each in conflicts]
    # Not if the trunk has something else by now, or not all conflicts are known.
    assert remembered(conflicts, base, trunk + b"# more\n", mine) is None
    assert remembered(conflicts[:1], base, trunk, mine) is None
