"""status, log and conflicts: what they print, without a coordinator."""

from __future__ import annotations

import json

import pytest

from agentfs.model.changes import SaveKind
from agentfs.model.conflicts import Conflict, ConflictKind
from agentfs.model.events import Held, HoldReason, Mounted, Saved, ViewMode
from agentfs.model.ids import AgentName, BlobId, ConflictId, RepoPath, Seq, SessionId
from agentfs.model.versions import Mode, Version
from agentfs.query.place import Place
from agentfs.wire.messages import Answer, Body, Pong
from tests.unit.cli.conftest import Result, Run, record

ALICE = AgentName("alice")
OLD = Version(BlobId("1" * 40), Mode.FILE)
NEW = Version(BlobId("2" * 40), Mode.FILE)


def saved(path: bytes, request: int) -> Saved:
    return Saved(
        agent=ALICE,
        session=SessionId("s"),
        request=request,
        kind=SaveKind.WRITE,
        path=RepoPath(path),
        base=OLD,
        version=NEW,
    )


@pytest.fixture
def story(place: Place) -> Place:
    """alice is mounted, has a save that waits and one that is in conflict."""
    conflict = Conflict(
        id=ConflictId(1),
        path=RepoPath(b"a.py"),
        agents=(ALICE, AgentName("bob")),
        kind=ConflictKind.EDIT_EDIT,
        symbol="Session.refresh",
        line=3,
        lines=2,
        base=b"base\n",
        trunk=None,
        mine=b"mine \xff\n\tesc \x1b[31m\n",
        reason="one side deleted what the other changed",
    )
    record(
        place,
        Mounted(agent=ALICE, path="/views/alice", mode=ViewMode.LIVE, pin=None),
        saved(b"a.py", 1),
        saved(b"b.py", 2),
        Held(
            agent=ALICE,
            path=RepoPath(b"a.py"),
            saves=(Seq(3),),
            reason=HoldReason.CONFLICT,
            base=OLD,
            version=NEW,
            conflicts=(conflict,),
        ),
    )
    return place


def parsed(result: Result) -> object:
    assert (result.status, result.err) == (0, "")
    return json.loads(result.out)


def test_status_as_json(run: Run, story: Place) -> None:
    status = parsed(run("status", "--json"))
    assert isinstance(status, dict)
    assert status["coordinator"] == {"running": False, "pid": None, "version": None, "problem": ""}
    assert [view["agent"] for view in status["views"]] == ["alice"]
    assert [row["path"] for row in status["unpublished"]] == ["b.py"]
    assert [(row["path"], row["reason"]) for row in status["held"]] == [("a.py", "conflict")]
    assert status["conflicts"] == 1
    assert status["trunk"]["ref"] == "refs/heads/trunk"
    assert status["log"]["events"] == 5


def test_status_for_people(run: Run, story: Place) -> None:
    out = run("status").out
    assert "Coordinator  not running\n" in out
    assert "Conflicts    1\n" in out
    assert "alice  live  mounted  2            /views/alice\n" in out
    assert "alice  b.py  the coordinator (1 save)\n" in out
    assert "alice  a.py  conflict\n" in out


def test_status_says_why_publishing_waits(run: Run, story: Place, coordinator) -> None:
    def answer(body: Body) -> Answer:
        return Pong(pid=7, version="9", trunk_problem=problem)

    problem = "publishing waits: trunk is checked out"
    coordinator(answer)
    out = run("status").out
    assert f"process 7, version 9\n             {problem}\n" in out
    assert "b.py  what is said above (1 save)\n" in out
    status = parsed(run("status", "--json"))
    assert isinstance(status, dict)
    assert status["coordinator"]["problem"] == problem
    problem = ""
    assert "b.py  the view to settle (1 save)\n" in run("status").out


def test_log_newest_first(run: Run, story: Place) -> None:
    lines = run("log").out.splitlines()
    assert [line.split()[0] for line in lines] == ["SEQ", "5", "4", "3", "2", "1"]
    assert "alice saved b.py, write" in lines[2]


def test_log_of_a_path_an_agent_and_a_number(run: Run, story: Place) -> None:
    def seqs(*arguments: str) -> list[int]:
        events = parsed(run("log", "--json", *arguments))
        assert isinstance(events, list)
        return [event["seq"] for event in events]

    assert seqs("a.py") == [5, 3]
    assert seqs("--agent", "alice", "-n", "2") == [5, 4]
    assert seqs("--agent", "bob") == []
    assert seqs("-n", "0") == []
    assert run("log", "nothing-here").out == "No events.\n"
    assert run("log", "--agent", "Bob").status == 18


def test_conflicts(run: Run, story: Place) -> None:
    [conflict] = parsed(run("conflicts", "--json"))  # type: ignore[misc]
    assert conflict["id"] == 1
    assert conflict["path"] == "a.py"
    assert conflict["symbol"] == "Session.refresh"
    assert conflict["agents"] == ["alice", "bob"]
    assert parsed(run("conflicts", "1", "--json")) == conflict
    assert run("conflicts").out.splitlines() == [
        "ID  PATH  SYMBOL           KIND       LINES  AGENTS",
        "1   a.py  Session.refresh  edit/edit  3-4    alice, bob",
    ]


def test_one_conflict_for_people(run: Run, story: Place) -> None:
    assert run("conflicts", "1").out.splitlines() == [
        "Conflict 1: a.py, Session.refresh, edit/edit",
        "Line 3-4 of alice's text; alice, bob",
        "Not merged: one side deleted what the other changed",
        "--- base",
        "base",
        "--- trunk",
        "(not there)",
        "--- mine",
        r"mine \xff",
        "\tesc \\x1b[31m",
        "Decide: agentfs resolve 1 --take mine|trunk",
    ]


def test_no_conflicts(run: Run, place: Place) -> None:
    assert run("conflicts").out == "No conflicts.\n"
    assert parsed(run("conflicts", "--json")) == []
    assert run("conflicts", "3").status == 60


@pytest.mark.parametrize(
    "command",
    ["status", "log", "conflicts", "up", "down", "mount x", "unmount x", "run x true"],
)
def test_before_init(run: Run, repo: object, command: str) -> None:
    result = run(*command.split())
    assert (result.status, result.out) == (13, "")
    assert "is not set up for agentfs (run agentfs init)" in result.err
