from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
import trio

from agentfs.eventlog.errors import LogFull
from agentfs.eventlog.log import EventLog
from agentfs.merge.filemerge import FileMerge
from agentfs.merge.values import MergeResult
from agentfs.model.conflicts import ConflictKind
from agentfs.model.events import Adopted, Held, Mounted, Published, Repelled, ViewMode
from agentfs.model.ids import CommitId
from agentfs.model.versions import Mode
from agentfs.pipeline import publish
from tests.support.world import ANN, BEN, SECOND, TRUNK, World, git
from tests.unit.pipeline.conftest import TEXT


def last_published(world: World) -> Published:
    return [event for event in world.events() if isinstance(event, Published)][-1]


def edited(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new)


def test_a_save_reaches_the_trunk_as_it_is(world: World) -> None:
    version = world.save(ANN, "a.py", "print()\n", mode=Mode.EXECUTABLE)
    assert world.publish(ANN)
    assert world.trunk("a.py") == version
    assert world.rows() == []
    (change,) = last_published(world).paths
    saved = next(event for event in world.events() if event.seq == 2)
    assert change.mtime_ns == saved.time_ns


def test_the_commit_says_who_did_what(world: World) -> None:
    world.save(ANN, "a.py", "x\n")
    world.save(ANN, "d/new.txt", "y\n")
    world.delete(ANN, "b.txt")
    world.publish(ANN)
    shown = git(world.repo, "log", "-1", "--format=%an <%ae> %cn%n%B%n%ct", TRUNK)
    assert shown.splitlines()[:-1] == [
        "ann <ann@agentfs.invalid> ann",
        "ann: edit a.py, b.txt (3 files)",
        "",
        "Agentfs-Agent: ann",
        "Agentfs-Seqs: 2-4",
        "",
    ]
    assert abs(int(shown.splitlines()[-1]) - last_published(world).time_ns // SECOND) <= 5


def test_changes_to_different_functions_meet_no_conflict(world: World) -> None:
    world.save(ANN, "a.py", edited(TEXT, "return 1", "return 10"))
    world.save(BEN, "a.py", edited(TEXT, "return 3", "return 30"))
    world.settle()
    both = edited(edited(TEXT, "return 1", "return 10"), "return 3", "return 30")
    assert world.files()["a.py"] == both
    assert world.conflicts() == []
    assert world.view(ANN, "a.py") == world.view(BEN, "a.py") == both
    event = last_published(world)
    assert event.notes == ("a.py: merged with changes of the trunk",)
    # Nobody wrote this content before now.
    assert event.paths[0].mtime_ns // SECOND == event.seconds


def test_changes_to_one_line_are_a_conflict_and_the_rest_is_published(world: World) -> None:
    world.save(ANN, "a.py", edited(TEXT, "return 2", "return 20"))
    mine = edited(edited(TEXT, "return 2", "return 21"), "return 3", "return 30")
    world.save(BEN, "a.py", mine)
    world.settle()
    published = edited(edited(TEXT, "return 2", "return 20"), "return 3", "return 30")
    assert world.files()["a.py"] == published
    assert world.view(BEN, "a.py") == mine
    (conflict,) = world.conflicts()
    assert (conflict.path, conflict.kind, conflict.symbol) == (b"a.py", ConflictKind.EDIT_EDIT, "g")
    assert conflict.agents == (BEN, ANN)
    assert (conflict.line, conflict.lines) == (6, 1)
    assert (conflict.base, conflict.trunk, conflict.mine) == (
        b"    return 2\n",
        b"    return 20\n",
        b"    return 21\n",
    )


def test_lines_are_counted_in_the_text_that_the_view_shows(world: World) -> None:
    """The trunk's other changes move the region, and the view shows them."""
    world.save(ANN, "a.py", "# new\n# lines\n" + edited(TEXT, "return 3", "return 30"))
    world.save(BEN, "a.py", edited(TEXT, "return 3", "return 31"))
    world.settle()
    (conflict,) = world.conflicts()
    shown = world.view(BEN, "a.py")
    assert shown is not None
    assert shown.splitlines()[conflict.line - 1] == "    return 31"


def conflicting(world: World) -> None:
    world.save(ANN, "a.py", edited(TEXT, "return 2", "return 20"))
    world.save(BEN, "a.py", edited(TEXT, "return 2", "return 21"))
    world.publish(ANN, BEN)


def test_a_conflict_keeps_its_number_while_the_file_changes_elsewhere(world: World) -> None:
    conflicting(world)
    (before,) = world.conflicts()
    world.save(BEN, "a.py", "import b\n" + (world.view(BEN, "a.py") or ""))
    world.save(ANN, "a.py", edited(world.view(ANN, "a.py") or "", "return 3", "return 30"))
    world.settle()
    (after,) = world.conflicts()
    assert after.id == before.id
    assert after.line == before.line + 1
    trunk = edited(edited(TEXT, "return 2", "return 20"), "return 3", "return 30")
    assert world.files()["a.py"] == "import b\n" + trunk
    assert world.view(BEN, "a.py") == edited("import b\n" + trunk, "return 20", "return 21")


def test_an_agent_ends_a_conflict_by_writing_what_the_trunk_has(world: World) -> None:
    conflicting(world)
    world.save(BEN, "a.py", edited(world.view(BEN, "a.py") or "", "return 21", "return 20"))
    world.settle()
    assert world.conflicts() == []
    assert world.rows() == []


def test_a_save_made_from_what_the_view_showed_before_it_was_held(world: World) -> None:
    """A process had read the file, then the trunk's changes came in below the conflict."""
    world.save(ANN, "a.py", "# top\n" + edited(TEXT, "return 2", "return 20"))
    mine = edited(TEXT, "return 2", "return 21")
    read = world.save(BEN, "a.py", mine)
    world.publish(ANN, BEN)
    world.save(BEN, "a.py", edited(mine, "return 3", "return 30"), base=read)
    world.settle()
    assert world.files()["a.py"] == "# top\n" + edited(
        edited(TEXT, "return 2", "return 20"), "return 3", "return 30"
    )
    (conflict,) = world.conflicts()
    assert conflict.mine == b"    return 21\n"


def test_both_made_the_same_change(world: World) -> None:
    before = world.head
    for agent in (ANN, BEN):
        world.save(agent, "a.py", "same\n")
    world.settle()
    assert git(world.repo, "rev-list", "--count", f"{before}..{TRUNK}") == "1\n"
    assert world.rows() == []


def test_one_edits_what_the_other_deletes(world: World) -> None:
    world.save(ANN, "a.py", "edited\n")
    world.delete(BEN, "a.py")
    world.save(ANN, "b.txt", "edited\n")
    world.publish(ANN)
    world.settle()
    assert world.files()["a.py"] == "edited\n"
    assert world.view(BEN, "a.py") is None
    (conflict,) = world.conflicts()
    assert (conflict.kind, conflict.symbol) == (ConflictKind.EDIT_DELETE, "<file>")
    assert (conflict.base, conflict.trunk, conflict.mine) == (TEXT.encode(), b"edited\n", None)


def test_one_deletes_what_the_other_edits(world: World) -> None:
    world.delete(ANN, "b.txt")
    world.save(BEN, "b.txt", "b\nmine\n")
    world.settle()
    assert "b.txt" not in world.files()
    assert world.view(BEN, "b.txt") == "b\nmine\n"
    (conflict,) = world.conflicts()
    assert (conflict.kind, conflict.trunk, conflict.mine) == (
        ConflictKind.DELETE_EDIT,
        None,
        b"b\nmine\n",
    )


def test_two_binary_files(world: World) -> None:
    for agent, content in ((ANN, b"\0one"), (BEN, b"\0two")):
        world.save(agent, "data", content, base=None)
    world.settle()
    (conflict,) = world.conflicts()
    assert (conflict.kind, conflict.trunk, conflict.mine) == (ConflictKind.TYPE, b"\0one", b"\0two")
    assert world.trunk("data") == world.save(ANN, "data", b"\0one")


def test_a_held_save_is_looked_at_again_when_the_trunk_changes_under_it(world: World) -> None:
    conflicting(world)
    world.woken.clear()
    world.save(ANN, "a.py", edited(world.view(ANN, "a.py") or "", "return 20", "return 21"))
    world.publish(ANN)
    assert world.woken == {BEN}
    world.publish(BEN)
    assert world.conflicts() == []
    assert world.rows() == []


def test_nothing_is_recorded_for_a_held_save_that_stays_as_it_is(world: World) -> None:
    conflicting(world)
    before = world.events()
    world.publisher.reconsider_all()
    assert world.woken == {BEN}
    world.settle()
    assert world.events() == before


def test_a_conflict_names_who_changed_its_region_not_who_changed_the_file_last(
    world: World,
) -> None:
    conflicting(world)
    world.save(BEN, "a.py", "import b\n" + (world.view(BEN, "a.py") or ""))
    world.publish(BEN)
    (conflict,) = world.conflicts()
    assert conflict.agents == (BEN, ANN)
    before = world.events()
    world.publisher.reconsider_all()
    world.settle()
    assert world.events() == before


def test_after_a_restart_a_conflict_is_still_the_same(world: World) -> None:
    conflicting(world)
    before = world.conflicts()
    again = world.reopen()
    again.recover()
    again.publisher.reconsider_all()
    again.settle()
    assert again.conflicts() == before
    world.log = again.log


class Meanwhile:
    """Merges, and before the first merge does what somebody else may do at that moment."""

    def __init__(self) -> None:
        self.happens: Callable[[], object] = lambda: None
        self.merges = 0

    async def merge(self, file: FileMerge) -> MergeResult:
        self.merges += 1
        happens, self.happens = self.happens, lambda: None
        happens()
        return file.merged()


@pytest.fixture
def meanwhile(tmp_path: Path) -> tuple[World, Meanwhile]:
    """Ann's change to f is in the trunk, and ben's to h is about to be merged with it."""
    merges = Meanwhile()
    world = World.make(tmp_path / "repo", {"a.py": TEXT}, merges=merges)
    world.save(ANN, "a.py", edited(TEXT, "return 1", "return 10"))
    world.save(BEN, "a.py", edited(TEXT, "return 3", "return 30"))
    world.publish(ANN)
    return world, merges


def test_a_save_made_while_the_one_before_is_merged(
    meanwhile: tuple[World, Meanwhile],
) -> None:
    world, merges = meanwhile
    newer = edited(edited(TEXT, "return 3", "return 300"), "return 2", "return 20")
    merges.happens = lambda: world.save(BEN, "a.py", newer)
    assert not world.publish(BEN)
    assert world.publish(BEN)
    assert world.files()["a.py"] == edited(newer, "return 1", "return 10")
    assert world.conflicts() == []
    world.assert_sound()


def test_a_change_taken_back_while_it_is_merged(meanwhile: tuple[World, Meanwhile]) -> None:
    world, merges = meanwhile
    before = world.head
    merges.happens = lambda: world.save(BEN, "a.py", TEXT)
    assert world.publish(BEN)
    assert world.head == before
    assert world.rows() == []
    world.assert_sound()


def test_the_trunk_moves_while_something_is_merged(meanwhile: tuple[World, Meanwhile]) -> None:
    """A user's commit on the trunk's branch: the lock of the publisher does not hold it off."""
    world, merges = meanwhile
    merges.happens = lambda: commit_on_trunk(world, "a.py", "# user\n" + world.files()["a.py"])
    assert world.publish(BEN)
    assert world.files()["a.py"] == "# user\n" + edited(
        edited(TEXT, "return 1", "return 10"), "return 3", "return 30"
    )
    world.assert_sound()


def commit_on_trunk(world: World, name: str, text: str, onto: str = TRUNK) -> CommitId:
    """With git alone, and without a worktree."""
    blob_file = world.repo.parent / "blob"
    blob_file.write_text(text)
    blob = git(world.repo, "hash-object", "-w", str(blob_file)).strip()
    git(world.repo, "read-tree", "--empty")
    git(world.repo, "read-tree", onto)
    git(world.repo, "update-index", "--add", "--cacheinfo", f"100644,{blob},{name}")
    tree = git(world.repo, "write-tree").strip()
    commit = git(world.repo, "commit-tree", tree, "-p", onto, "-m", "by hand").strip()
    git(world.repo, "update-ref", TRUNK, commit)
    return CommitId(commit)


def test_a_users_commit_on_the_trunk_is_adopted(world: World) -> None:
    commit = commit_on_trunk(world, "user.txt", "user\n")
    world.align()
    assert world.head == commit
    (adopted,) = [event for event in world.events() if isinstance(event, Adopted)]
    assert [change.path for change in adopted.paths] == [b"user.txt"]
    assert world.view(ANN, "user.txt") == "user\n"


def test_a_branch_moved_away_is_put_back_and_the_foreign_commit_kept(world: World) -> None:
    start = world.head
    world.save(ANN, "a.py", "ann\n")
    world.publish(ANN)
    foreign = commit_on_trunk(world, "user.txt", "user\n", onto=start)
    world.save(ANN, "b.txt", "ann\n")
    assert world.publish(ANN)
    assert world.files()["a.py"] == "ann\n"
    (repelled,) = [event for event in world.events() if isinstance(event, Repelled)]
    assert repelled.commit == foreign
    assert git(world.repo, "rev-parse", repelled.kept_as).strip() == foreign


def test_a_branch_moved_in_the_moment_of_a_publish(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[CommitId] = []

    def fault(name: str) -> None:
        if name == "publish.recorded":
            moved.append(commit_on_trunk(world, "user.txt", "user\n"))

    world.save(ANN, "a.py", "ann\n")
    with monkeypatch.context() as patch:
        patch.setattr(publish, "fault", fault)
        assert world.publish(ANN)
    assert world.files()["a.py"] == "ann\n"
    (repelled,) = [event for event in world.events() if isinstance(event, Repelled)]
    assert [repelled.commit] == moved


@pytest.mark.parametrize("what", ["reset", "delete"])
def test_a_branch_reset_or_deleted_is_put_back(world: World, what: str) -> None:
    start = world.head
    world.save(ANN, "a.py", "ann\n")
    world.publish(ANN)
    before = world.events()
    git(
        world.repo,
        *(["update-ref", TRUNK, start] if what == "reset" else ["update-ref", "-d", TRUNK]),
    )
    world.align()
    assert world.files()["a.py"] == "ann\n"
    assert world.events() == before


def test_publishing_waits_while_the_user_has_the_branch_checked_out(world: World) -> None:
    world.save(ANN, "a.py", "ann\n")
    world.checked_out = Path("/somewhere")
    before = world.head
    assert not world.publish(ANN)
    assert "checked out at /somewhere" in world.publisher.problem
    assert world.head == before
    world.checked_out = None
    assert world.publish(ANN)
    assert world.publisher.problem == ""
    assert world.files()["a.py"] == "ann\n"


def test_commits_made_in_that_checkout_are_adopted(world: World) -> None:
    world.checked_out = world.repo
    commit = commit_on_trunk(world, "user.txt", "user\n")
    world.align()
    assert world.head == commit


def test_a_full_disk_delays_and_loses_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.save(ANN, "a.py", "ann\n")

    def full(*_: object) -> None:
        raise LogFull("no space left for the log")

    with monkeypatch.context() as patch:
        patch.setattr(EventLog, "transact", full)
        assert not world.publish(ANN)
    assert "no space left" in world.publisher.problem
    assert world.branch.read() == world.head
    assert world.publish(ANN)
    assert world.publisher.problem == ""


def test_other_faults_are_not_taken_for_waiting(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.save(ANN, "a.py", "ann\n")

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(publish, "written", broken)
        with pytest.raises(ExceptionGroup) as caught:
            world.publish(ANN)
    assert caught.group_contains(ZeroDivisionError)
    assert world.publish(ANN)


def test_a_pinned_view_keeps_what_it_published(world: World) -> None:
    mounted = Mounted(agent=BEN, path="/mnt", mode=ViewMode.PINNED, pin=world.head)
    world.transact(lambda appender: appender.append(mounted))
    for agent in (ANN, BEN):
        world.save(agent, "a.py", "same\n")
    version = world.save(BEN, "new.txt", "new\n")
    world.publish(ANN, BEN)
    with world.log.snapshot() as tables:
        kept = {row.path: row.version for row in tables.kept_of(BEN)}
    assert kept == {b"a.py": world.trunk("a.py"), b"new.txt": version}


def test_held_follows_published_and_names_it_as_its_cause(world: World) -> None:
    world.save(ANN, "a.py", edited(TEXT, "return 2", "return 20"))
    world.save(BEN, "a.py", edited(edited(TEXT, "return 2", "return 21"), "return 1", "return 9"))
    world.save(BEN, "b.txt", "ben\n")
    world.publish(ANN, BEN)
    *_, published, held = world.events()
    assert isinstance(published, Published)
    assert isinstance(held, Held)
    assert published.saves == (4,)
    assert (held.saves, held.cause) == ((3,), published.seq)


def test_a_checkpoint_covers_all_that_is_published(world: World) -> None:
    world.save(ANN, "a.py", "ann\n")
    world.publish(ANN)
    assert world.publisher.unsynced == 1
    trio.run(world.serving, world.publisher.checkpoint)
    with world.log.snapshot() as tables:
        assert tables.projected() == tables.last_seq()
    assert world.publisher.unsynced == 0


def test_what_only_just_came_or_went_waits_at_the_cap(world: World) -> None:
    world.save(ANN, "f.py", edited(TEXT, "return 1", "return 10"))
    world.save(ANN, "sedAbCdEf", "half\n")
    # Each event is a second after the one before: only the last one is younger than that.
    world.publisher._clock = lambda: world.events()[-1].time_ns
    publish_settled = functools.partial(world.publisher.publish, whole=False)
    assert not trio.run(world.serving, publish_settled, ANN)
    assert [change.path for change in last_published(world).paths] == [b"f.py"]
    assert world.publisher.unsettled == {ANN}
    world.rename(ANN, "sedAbCdEf", "h.py")
    assert world.publish(ANN)
    assert world.publisher.unsettled == set()
    assert world.trunk("sedAbCdEf") is None
    assert world.trunk("h.py") is not None
