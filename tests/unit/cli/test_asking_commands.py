"""Commands that ask the coordinator: what they ask, and what they say of the answer."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from agentfs.cli import repository
from agentfs.cli.repository import ViewMount
from agentfs.model.changes import SaveKind
from agentfs.model.errors import AgentfsError
from agentfs.model.events import Held, HoldReason, Mounted, Saved, Unmounted, ViewMode
from agentfs.model.ids import AgentName, BlobId, RepoPath, Seq, SessionId
from agentfs.model.versions import Mode, Version
from agentfs.query.place import Place
from agentfs.wire.messages import (
    Answer,
    Body,
    Done,
    Mount,
    MountedAt,
    Ping,
    Pong,
    Settle,
    Unmount,
)
from tests.unit.cli.conftest import FakeCoordinator, Run, git, record

Start = Callable[[Callable[[Body], Answer]], FakeCoordinator]
ALICE = AgentName("alice")


class Busy(AgentfsError):
    code = "mount-busy"


def answer(body: Body) -> Answer:
    match body:
        case Ping():
            return Pong(pid=77, version="0.1.0", trunk_problem="")
        case Mount(path=path):
            Path(path).mkdir(exist_ok=True)
            return MountedAt(path=path, pid=78, milliseconds=12.3456)
        case _:
            return Done()


def mounted(path: Path | str, agent: AgentName = ALICE) -> Mounted:
    return Mounted(agent=agent, path=str(path), mode=ViewMode.LIVE, pin=None)


def saved(path: str) -> Saved:
    return Saved(
        agent=ALICE,
        session=SessionId("s"),
        request=1,
        kind=SaveKind.CREATE,
        path=RepoPath(path.encode()),
        base=None,
        version=Version(BlobId("2" * 40), Mode.FILE),
    )


def test_up_and_down(run: Run, coordinator: Start) -> None:
    coordinator(answer)
    assert run("up").out == "The coordinator was up already, process 77.\n"
    assert json.loads(run("up", "--json").out) == {
        "pid": 77,
        "version": "0.1.0",
        "started": False,
        "problem": "",
    }


def test_up_says_why_publishing_waits(run: Run, coordinator: Start) -> None:
    coordinator(lambda _: Pong(pid=77, version="0.1.0", trunk_problem="the disk is full"))
    assert run("up").out.splitlines()[1:] == ["the disk is full"]


def test_up_beside_another_version(run: Run, coordinator: Start) -> None:
    coordinator(lambda _: Pong(pid=77, version="0.0.9", trunk_problem=""))
    assert "It is version 0.0.9" in run("up").out


def test_down_when_it_is_down(run: Run, place: Place) -> None:
    assert run("down").out == "No coordinator was running.\n"
    assert json.loads(run("down", "--json").out) == {"stopped": False, "unpublished": 0}


def test_down_tells_what_is_not_published(run: Run, place: Place) -> None:
    record(place, saved("a.py"))
    assert run("down").out.splitlines()[1:] == [
        "Not published: 1 path; safe in the log until it is up again."
    ]
    assert json.loads(run("down", "--json").out)["unpublished"] == 1


def test_mount_beside_the_repository(run: Run, coordinator: Start, place: Place) -> None:
    fake = coordinator(answer)
    result = run("mount", "alice")
    path = place.git_dir.parent.with_name("project-views") / "alice"
    assert (result.status, result.out) == (0, f"{path}\n")
    assert fake.requests == [Mount(agent=ALICE, path=str(path), mode=ViewMode.LIVE, pin=None)]


def test_mount_where_told(run: Run, coordinator: Start, place: Place, tmp_path: Path) -> None:
    fake = coordinator(answer)
    result = run("mount", "alice", "../here", "--json")
    assert json.loads(result.out) == {
        "agent": "alice",
        "path": str(tmp_path / "here"),
        "pid": 78,
        "milliseconds": 12.346,
    }
    [body] = fake.requests
    assert isinstance(body, Mount)
    assert body.path == str(tmp_path / "here")


def test_mount_pinned(run: Run, coordinator: Start, repo: Path) -> None:
    fake = coordinator(answer)
    git(
        "-C",
        str(repo),
        "-c",
        "user.name=U",
        "-c",
        "user.email=u@x",
        "commit",
        "-q",
        "-m",
        "two",
        "--allow-empty",
    )
    for arguments in (["--pinned"], ["--pinned", "main"]):
        assert run("mount", "alice", "../v", *arguments).status == 0
    pins = [(body.mode, body.pin) for body in fake.requests if isinstance(body, Mount)]
    revisions = [git("-C", str(repo), "rev-parse", name) for name in ("trunk", "main")]
    assert revisions[0] != revisions[1]
    assert pins == [(ViewMode.PINNED, revision) for revision in revisions]
    assert run("mount", "alice", "../v", "--pinned", "nonsense").status == 17


def test_bad_agent_names_reach_nobody(run: Run, coordinator: Start) -> None:
    fake = coordinator(answer)
    for name in ("../x", "", "Ann", "a/b", ".ann", "a" * 65, "ann\n", "ä", "ann "):
        assert run("mount", "--", name).status == 18
    for command in (["unmount", "../x"], ["run", "../x", "true"]):
        assert run(*command).status == 18
    assert fake.requests == []


def test_an_error_from_there_has_its_status_here(run: Run, coordinator: Start) -> None:
    def refuse(_: Body) -> Answer:
        raise Busy("the view is in use by 12 (vim)", hint="use --force")

    coordinator(refuse)
    result = run("unmount", "alice")
    assert result.status == 25
    assert result.err == "agentfs: the view is in use by 12 (vim) (use --force)\n"


def test_unmount_all_that_are_mounted(run: Run, coordinator: Start, place: Place) -> None:
    fake = coordinator(answer)
    assert run("unmount", "--all").out == "No view was mounted.\n"
    bob, carol = AgentName("bob"), AgentName("carol")
    record(place, mounted("/a"), mounted("/b", bob), mounted("/c", carol), Unmounted(agent=bob))
    assert run("unmount", "--all", "--force").out == "Unmounted: alice, carol.\n"
    assert fake.requests == [Unmount(agent=ALICE, force=True), Unmount(agent=carol, force=True)]
    assert run("unmount", "--all", "alice").status == 2


def test_resolve_a_conflict_that_is_not_there(run: Run, coordinator: Start) -> None:
    fake = coordinator(answer)
    assert run("resolve", "3", "--take", "mine").status == 60
    assert run("resolve", "3", "--take", "both").status == 2
    assert fake.requests == []


def test_a_failed_mount_leaves_no_folder(run: Run, coordinator: Start, place: Place) -> None:
    def refuse(_: Body) -> Answer:
        raise Busy("no")

    coordinator(refuse)
    views = place.git_dir.parent.with_name("project-views")
    assert run("mount", "alice").status == 25
    assert not views.exists()
    views.mkdir()
    assert run("mount", "alice").status == 25
    assert views.exists()


def test_a_mount_point_that_is_not_utf8(run: Run, coordinator: Start, tmp_path: Path) -> None:
    fake = coordinator(answer)
    assert run("mount", "alice", f"{tmp_path}/caf\udce9").status == 19
    assert fake.requests == []


@pytest.fixture
def bare_views(monkeypatch: pytest.MonkeyPatch, place: Place, tmp_path: Path) -> list[Path]:
    """Ordinary folders that pass for views."""
    views = [place.git_dir.parent.with_name("project-views") / "alice", tmp_path / "v"]
    monkeypatch.setattr(
        repository, "mounted_views", lambda: [ViewMount(view, place.git_dir) for view in views]
    )
    return views


def test_run_in_a_new_view(
    run: Run, coordinator: Start, place: Place, bare_views: list[Path]
) -> None:
    fake = coordinator(answer)
    result = run(
        "run", "alice", "--", "sh", "-c", 'echo "$AGENTFS_AGENT $AGENTFS_REPO $PWD"; exit 3'
    )
    view = place.git_dir.parent.with_name("project-views") / "alice"
    assert result.out == f"alice {place.git_dir} {view}\n"
    assert result.status == 3
    assert [type(body) for body in fake.requests] == [Mount, Settle]


def test_run_in_a_view_that_is_mounted(
    run: Run, coordinator: Start, place: Place, bare_views: list[Path]
) -> None:
    fake = coordinator(answer)
    view = bare_views[1]
    view.mkdir()
    record(place, mounted(view))
    result = run("run", "alice", "touch", "made", "-c")
    assert (result.status, result.err) == (0, "")
    assert run("run", "alice", "touch", "made").status == 0
    assert os.listdir(view) == ["made"]
    assert [type(body) for body in fake.requests] == [Settle, Settle]


def test_run_in_a_bare_folder_never(
    run: Run,
    coordinator: Start,
    place: Place,
    bare_views: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A view that is to be mounted again is waited for: its folder is not the view."""
    coordinator(answer)
    view = bare_views.pop()
    view.mkdir()
    record(place, mounted(view))
    monkeypatch.setattr("agentfs.cli.run._REMOUNT_SECONDS", 0.0)
    result = run("run", "alice", "touch", "made")
    assert result.status == 23
    assert "is not at" in result.err
    assert os.listdir(view) == []


@pytest.mark.parametrize("unpublished", [True, False])
def test_run_a_command_that_unmounts_its_view(
    run: Run, coordinator: Start, place: Place, bare_views: list[Path], unpublished: bool
) -> None:
    def answer_and_unmount(body: Body) -> Answer:
        if isinstance(body, Mount):
            bare_views.clear()
        return answer(body)

    fake = coordinator(answer_and_unmount)
    if unpublished:
        record(place, saved("a.py"))
    assert run("run", "alice", "true").status == 0
    assert [type(body) for body in fake.requests] == [Mount] + unpublished * [Settle]


def test_run_tells_what_is_held(
    run: Run, coordinator: Start, place: Place, bare_views: list[Path]
) -> None:
    coordinator(answer)
    save = saved("a.py")
    hold = Held(
        agent=ALICE,
        path=save.path,
        saves=(Seq(3),),
        reason=HoldReason.SYNTAX,
        base=None,
        version=save.version,
    )
    bare_views[1].mkdir()
    record(place, mounted(bare_views[1]), save, hold)
    result = run("run", "alice", "true")
    assert (result.status, result.out) == (0, "")
    assert result.err == "agentfs: 1 path of alice held back: see agentfs status\n"


def test_run_passes_all_options_on(run: Run, coordinator: Start) -> None:
    coordinator(answer)
    assert run("run", "alice", "--", "echo", "-n", "--", "--help").out == "-- --help"
    assert run("run", "alice", "echo", "-n", "--", "--help").out == "-- --help"
    assert run("run", "alice", "--").status == 2


def test_run_a_command_that_is_not_there(run: Run, coordinator: Start) -> None:
    coordinator(answer)
    assert run("run", "alice", "no-such-program").status == 127
    assert run("run", "alice", "/etc").status == 126


def test_the_failure_of_the_command_goes_before_that_of_publishing(
    run: Run, coordinator: Start, bare_views: list[Path]
) -> None:
    def refuse_to_settle(body: Body) -> Answer:
        if isinstance(body, Settle):
            raise Busy("no")
        return answer(body)

    coordinator(refuse_to_settle)
    assert run("run", "alice", "true").status == 25
    failed = run("run", "alice", "false")
    assert (failed.status, failed.err) == (1, "agentfs: no\n")
