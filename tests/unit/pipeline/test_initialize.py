"""What `initialize` makes, what it leaves alone, and what is left of one that was refused."""

from __future__ import annotations

import subprocess
import threading
import tomllib
from pathlib import Path

import pytest

from agentfs.eventlog.log import EventLog
from agentfs.model.errors import AgentfsError
from agentfs.pipeline import initialize as module
from agentfs.pipeline.initialize import AnotherTrunk, initialize
from agentfs.pipeline.settings import DEFAULTS, read_settings
from agentfs.trunk.init import BadBranchName, TrunkCheckedOut
from agentfs.trunk.repository import NoCommit, NotARepository


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """With a commit, a staged change, a changed file and an untracked one."""
    folder = tmp_path / "project"
    git("init", "-q", "-b", "main", str(folder))
    (folder / "a.py").write_text("a = 1\n")
    git("-C", str(folder), "add", ".")
    git("-C", str(folder), "-c", "user.name=U", "-c", "user.email=u@x", "commit", "-qm", "one")
    (folder / "a.py").write_text("a = 2\n")
    git("-C", str(folder), "add", ".")
    (folder / "a.py").write_text("a = 3\n")
    (folder / "new").touch()
    return folder


def as_the_user_sees_it(repo: Path) -> list[str]:
    here = ["-C", str(repo)]
    return [
        git(*here, "status", "--porcelain"),
        git(*here, "symbolic-ref", "HEAD"),
        git(*here, "rev-parse", "HEAD"),
        git(*here, "diff"),
        git(*here, "diff", "--cached"),
    ]


def test_makes_trunk_log_and_config_and_touches_nothing_of_the_users(repo: Path) -> None:
    before = as_the_user_sees_it(repo)
    ready = initialize(repo)
    assert as_the_user_sees_it(repo) == before
    assert ready.fresh
    assert ready.trunk == "trunk"
    assert ready.event.commit == git("-C", str(repo), "rev-parse", "trunk", "HEAD").split()[0]
    assert ready.event.tree == git("-C", str(repo), "rev-parse", "trunk^{tree}")
    state = repo / ".git" / "agentfs"
    assert state.stat().st_mode & 0o777 == 0o700
    config = state / "config.toml"
    assert tomllib.loads(config.read_text())["trunk"] == {"branch": "trunk"}
    # What is written there is what goes without saying.
    assert read_settings(config) == DEFAULTS
    with EventLog.open_reader(state / "log") as log, log.snapshot() as tables:
        assert tables.initialized() == ready.event
        assert tables.last_seq() == 1


def test_again_changes_nothing(repo: Path) -> None:
    first = initialize(repo, "shared")
    for trunk in (None, "shared"):
        again = initialize(repo, trunk)
        assert not again.fresh
        assert again.event == first.event
    with pytest.raises(AnotherTrunk):
        initialize(repo, "trunk")
    assert git("-C", str(repo), "branch", "--list", "trunk") == ""


def test_a_trunk_that_is_there_is_taken_as_it_is(repo: Path) -> None:
    git("-C", str(repo), "branch", "trunk")
    git("-C", str(repo), "-c", "user.name=U", "-c", "user.email=u@x", "commit", "-qm", "two")
    assert initialize(repo).event.commit == git("-C", str(repo), "rev-parse", "main~1")


def test_bare(repo: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    git("clone", "-q", "--bare", str(repo), str(bare))
    assert initialize(bare).git_dir == bare
    assert (bare / "agentfs" / "log").is_dir()


def test_head_is_that_of_the_worktree_that_was_named(repo: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    git("-C", str(repo), "worktree", "add", "-q", "-b", "side", str(linked))
    identity = ["-c", "user.name=U", "-c", "user.email=u@x"]
    git("-C", str(linked), *identity, "commit", "-q", "--allow-empty", "-m", "two")
    assert initialize(linked).event.commit == git("-C", str(linked), "rev-parse", "side")


@pytest.mark.parametrize(
    ("trunk", "error"), [("main", TrunkCheckedOut), ("a..b", BadBranchName), ("", BadBranchName)]
)
def test_what_is_refused_leaves_nothing(repo: Path, trunk: str, error: type[AgentfsError]) -> None:
    branches = git("-C", str(repo), "branch", "--list")
    with pytest.raises(error):
        initialize(repo, trunk)
    assert not (repo / ".git" / "agentfs").exists()
    assert git("-C", str(repo), "branch", "--list") == branches


def test_no_repository_and_no_commit(tmp_path: Path) -> None:
    with pytest.raises(NotARepository):
        initialize(tmp_path)
    git("init", "-q", str(tmp_path))
    with pytest.raises(NoCommit):
        initialize(tmp_path)
    assert not (tmp_path / ".git" / "agentfs").exists()


def test_interrupted_is_finished_by_the_next(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At each of the steps that leave something behind."""
    for step in ("_write_config", "EventLog.create"):
        with monkeypatch.context() as patch:

            def interrupt(*_: object) -> None:
                raise InterruptedError

            target = module.EventLog if step.startswith("EventLog") else module
            patch.setattr(target, step.rpartition(".")[2], interrupt)
            with pytest.raises(InterruptedError):
                initialize(repo)
    EventLog.create(repo / ".git" / "agentfs" / "log").close()
    assert initialize(repo).fresh
    assert not initialize(repo).fresh


def test_many_at_once_make_one_event(repo: Path) -> None:
    results = []
    threads = [
        threading.Thread(target=lambda: results.append(initialize(repo).fresh)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [False] * 7 + [True]
