"""Commands that ask the coordinator: what they ask, and what they say of the answer."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

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


def test_up_and_down(run: Run, coordinator: Start) -> None:
    coordinator(answer)
    assert run("up").out == "The coordinator was up already, process 77.\n"
    assert json.loads(run("up", "--json").out) == {"pid": 77, "version": "0.1.0", "started": False}


def test_up_beside_another_version(run: Run, coordinator: Start) -> None:
    coordinator(lambda _: Pong(pid=77, version="0.0.9", trunk_problem=""))
    assert "It is version 0.0.9" in run("up").out


def test_down_when_it_is_down(run: Run, place: Place) -> None:
    assert run("down").out == "No coordinator was running.\n"
    assert json.loads(run("down", "--json").out) == {"stopped": False}


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
    for command in (["mount"], ["unmount"], ["run"]):
        result = run(*command, "../x", *(["true"] if command == ["run"] else []))
        assert result.status == 18
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


def test_run_in_a_new_view(
    run: Run, coordinator: Start, place: Place, capfd: pytest.CaptureFixture[str]
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
    run: Run, coordinator: Start, place: Place, tmp_path: Path
) -> None:
    fake = coordinator(answer)
    view = tmp_path / "v"
    view.mkdir()
    record(place, mounted(view))
    result = run("run", "alice", "touch", "made", "-c")
    assert (result.status, result.err) == (0, "")
    assert run("run", "alice", "touch", "made").status == 0
    assert os.listdir(view) == ["made"]
    assert [type(body) for body in fake.requests] == [Settle, Settle]


def test_run_tells_what_is_held(run: Run, coordinator: Start, place: Place, tmp_path: Path) -> None:
    coordinator(answer)
    version = Version(BlobId("2" * 40), Mode.FILE)
    path = RepoPath(b"a.py")
    save = Saved(
        agent=ALICE,
        session=SessionId("s"),
        request=1,
        kind=SaveKind.CREATE,
        path=path,
        base=None,
        version=version,
    )
    hold = Held(
        agent=ALICE,
        path=path,
        saves=(Seq(3),),
        reason=HoldReason.SYNTAX,
        base=None,
        version=version,
    )
    record(place, mounted(tmp_path), save, hold)
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
    run: Run, coordinator: Start
) -> None:
    def refuse_to_settle(body: Body) -> Answer:
        if isinstance(body, Settle):
            raise Busy("no")
        return answer(body)

    coordinator(refuse_to_settle)
    assert run("run", "alice", "true").status == 25
    failed = run("run", "alice", "false")
    assert (failed.status, failed.err) == (1, "agentfs: no\n")
