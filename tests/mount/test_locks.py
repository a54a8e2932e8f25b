"""Locks through real mounts: what is not in the matrix."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agentfs.model.events import Noticed, Refused
from agentfs.model.locks import Lease
from agentfs.query.locks import live_leases
from tests.support.locker import Locker
from tests.support.site import Site, wait_for

FILES = 40
TEXT = "def f():\n    return 1\n\n\ndef g():\n    return 2\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    files: dict[str, str | bytes] = {f"src/{n}.py": TEXT for n in range(FILES)}
    site = Site(tmp_path_factory.mktemp("site"), {**files, "notes.txt": "one\ntwo\n"})
    try:
        site.agentfs("init")
        yield site
    finally:
        site.close()


@pytest.fixture(scope="module")
def locker(site: Site, ann: Path, ben: Path) -> Locker:
    return Locker(site)


@pytest.fixture(autouse=True)
def unlocked(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "locker" in request.fixturenames:
        locker: Locker = request.getfixturevalue("locker")
        locker.unlock("ann")
        locker.unlock("ben")


def leases(site: Site) -> dict[str, Lease]:
    with site.log.snapshot() as tables:
        return {str(lease.scope): lease for lease in live_leases(tables, time.time_ns())}


def write(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text().replace(old, new))


def try_to_write(file: Path, old: str, new: str) -> None:
    with pytest.raises(PermissionError):
        write(file, old, new)


# --- what was held


def test_what_was_held_is_merged_with_what_the_holder_did(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/0.py::f")
    try_to_write(ben / "src/0.py", "return 1", "return 11")
    write(ann / "src/0.py", "return 2", "return 22")
    wait_for(lambda: b"return 22" in (site.trunk("src/0.py") or b""), "ann's save is published")
    assert b"return 11" not in (site.trunk("src/0.py") or b"")
    locker.unlock("ann")
    both = TEXT.replace("return 1", "return 11").replace("return 2", "return 22").encode()
    wait_for(lambda: site.trunk("src/0.py") == both, "both are in the trunk")


def test_what_was_held_and_the_holder_changed_too_is_a_conflict(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/1.py::f")
    try_to_write(ben / "src/1.py", "return 1", "return 11")
    write(ann / "src/1.py", "return 1", "return 111")
    site.settle()
    locker.unlock("ann")
    wait_for(lambda: any(c["path"] == "src/1.py" for c in site.json("conflicts")), "a conflict")
    assert b"return 111" in (site.trunk("src/1.py") or b"")
    assert "return 11\n" in (ben / "src/1.py").read_text()
    [conflict] = [c for c in site.json("conflicts") if c["path"] == "src/1.py"]
    site.agentfs("resolve", str(conflict["id"]), "--take", "mine")


def test_what_was_held_goes_by_itself_when_the_lock_expires(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/2.py::f", ttl=0.5)
    try_to_write(ben / "src/2.py", "return 1", "return 11")
    wait_for(lambda: b"return 11" in (site.trunk("src/2.py") or b""), "it is published")


def test_what_was_held_is_not_published_if_another_takes_the_lock_next(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/3.py::f")
    try_to_write(ben / "src/3.py", "return 1", "return 11")
    assert locker.ask("cam", "src/3.py", wait=60, stay=True)
    locker.unlock("ann")
    assert leases(site)["src/3.py"].agent == "cam"
    write(ben / "src/4.py", "return 1", "return 11")
    site.settle()
    assert site.trunk("src/3.py") == TEXT.encode()
    locker.unlock("cam")
    wait_for(lambda: b"return 11" in (site.trunk("src/3.py") or b""), "it is published")


def test_who_takes_its_change_back_holds_nothing_up(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/5.py::f")
    try_to_write(ben / "src/5.py", "return 1", "return 11")
    (ben / "src/5.py").write_text(TEXT)
    assert [row for row in site.json("status")["held"] if row["path"] == "src/5.py"] == []
    # What is left of a change that was taken back in part is published at once.
    try_to_write(ben / "src/5.py", "return 1", "return 11")
    try_to_write(ben / "src/5.py", "return 11", "return 1 + 0")
    locker.unlock("ann")
    wait_for(lambda: b"return 1 + 0" in (site.trunk("src/5.py") or b""), "it is published")


def test_a_later_save_beside_it_does_not_take_what_is_held_along(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/6.py::f")
    try_to_write(ben / "src/6.py", "return 1", "return 11")
    write(ben / "src/6.py", "return 2", "return 22")
    write(ben / "src/7.py", "return 1", "return 11")
    wait_for(lambda: b"return 11" in (site.trunk("src/7.py") or b""), "the other file is published")
    assert site.trunk("src/6.py") == TEXT.encode()
    locker.unlock("ann")
    wait_for(lambda: b"return 22" in (site.trunk("src/6.py") or b""), "it is published")


def test_a_renamed_file_and_its_old_name_wait_together(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    """The lock comes between the rename and its publishing; nothing is lost meanwhile."""
    (ben / "src/8.py").rename(ben / "src/8b.py")
    locker.lock("ann", "src/8b.py::f")
    try_to_write(ben / "src/8b.py", "return 1", "return 11")
    site.settle()
    assert site.trunk("src/8.py") is not None or site.trunk("src/8b.py") is not None
    locker.unlock("ann")
    wait_for(lambda: b"return 11" in (site.trunk("src/8b.py") or b""), "it is published")
    assert site.trunk("src/8.py") is None


def test_an_editor_that_keeps_a_backup_is_judged_by_what_it_writes(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    def edit(old: str, new: str) -> None:
        file = ben / "src/9.py"
        text = file.read_text()
        file.rename(ben / "src/9.py~")
        file.write_text(text.replace(old, new))

    locker.lock("ann", "src/9.py::f")
    edit("return 2", "return 22")
    wait_for(lambda: b"return 22" in (site.trunk("src/9.py") or b""), "it is published")
    with pytest.raises(PermissionError):
        edit("return 1", "return 11")
    site.settle()
    assert b"return 11" not in (site.trunk("src/9.py") or b"")
    locker.unlock("ann")
    wait_for(lambda: b"return 11" in (site.trunk("src/9.py") or b""), "it is published")


def test_a_backup_of_what_is_held_as_a_whole_is_not_begun(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/10.py")
    with pytest.raises(PermissionError):
        (ben / "src/10.py").rename(ben / "src/10.py~")
    assert (ben / "src/10.py").read_text() == TEXT


def test_a_file_without_a_grammar_is_one_piece(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "notes.txt::Chapter")
    try_to_write(ben / "notes.txt", "two", "three")
    locker.unlock("ann")
    wait_for(lambda: site.trunk("notes.txt") == b"one\nthree\n", "it is published")


# --- who holds on


def test_a_lock_is_renewed_while_its_agent_has_the_file_open(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    [first] = locker.lock("ann", "src/11.py::f", ttl=2)
    [other] = locker.lock("ann", "src/12.py", ttl=2)
    with (ann / "src/11.py").open():
        wait_for(lambda: time.time_ns() > first.expires_ns + 10**9, "its time has passed")
        assert leases(site)["src/11.py::f"].token == first.token
        assert str(other.scope) not in leases(site)
        try_to_write(ben / "src/11.py", "return 1", "return 11")
    wait_for(lambda: "src/11.py::f" not in leases(site), "it expires")


def test_a_save_that_began_under_a_lock_that_is_gone_is_checked_as_any(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ben", "src/13.py", ttl=600)
    file = (ben / "src/13.py").open("r+")
    file.write(TEXT.replace("return 1", "return 11"))
    locker.unlock("ben")
    locker.lock("ann", "src/13.py")
    with pytest.raises(PermissionError):
        file.close()
    assert site.trunk("src/13.py") == TEXT.encode()


# --- who is told


def test_who_saves_what_another_just_saved_is_told(site: Site, ann: Path, ben: Path) -> None:
    write(ann / "src/14.py", "return 1", "return 11")
    wait_for(lambda: "return 11" in (ben / "src/14.py").read_text(), "ben's view has it")
    write(ben / "src/14.py", "return 2", "return 22")
    write(ben / "src/14.py", "return 11", "return 12")
    noticed = [event for event in site.events() if isinstance(event, Noticed)]
    [told] = [event for event in noticed if event.path == b"src/14.py"]
    assert (told.agent, told.other, told.symbols) == ("ben", "ann", ("f",))
    status = json.loads((ben / ".agentfs/status.json").read_text())
    assert "src/14.py" in [each["path"] for each in status["notices"]]


def test_the_status_says_what_was_refused(site: Site, ann: Path, ben: Path, locker: Locker) -> None:
    locker.lock("ann", "src/15.py", why="big plans")
    with pytest.raises(PermissionError):
        (ben / "src/15.py").unlink()
    found = os.getxattr(ben / "src/15.py", "user.agentfs.refused").decode()
    assert "ann holds src/15.py" in found
    assert '"big plans"' in found
    assert found in site.agentfs("status")
    locker.unlock("ann")
    (ben / "src/15.py").unlink()
    assert found not in site.agentfs("status")
    with pytest.raises(OSError, match="No data available"):
        os.getxattr(ben / "src/16.py", "user.agentfs.refused")


# --- the control folder


def ask(view: Path, line: str) -> None:
    with (view / ".agentfs/locks").open("w") as file:
        file.write(line)


def test_an_agent_with_nothing_but_files_can_use_all_of_it(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    assert (ann / ".agentfs/agent").read_text() == "ann\n"
    ask(ann, "src/17.py::f 60 # to fix it\n")
    rows = [line.split("\t") for line in (ben / ".agentfs/locks").read_text().splitlines()[1:]]
    [row] = [row for row in rows if row[0] == "src/17.py::f"]
    assert row[1:3] + row[5:] == ["ann", "exclusive", "to fix it"]
    with pytest.raises(PermissionError):
        ask(ben, "src/17.py")
    assert "ann holds src/17.py::f" in (ben / ".agentfs/last_refusal").read_text()
    with pytest.raises(OSError, match="Invalid argument"):
        ask(ben, "/etc/passwd\n")
    with pytest.raises(PermissionError):
        ask(ben, "-src/17.py::f\n")
    ask(ann, "src/17.py::f 60 shared\n")
    ask(ben, "src/17.py 60 shared\n")
    ask(ann, "-src/17.py::f\n")
    with pytest.raises(PermissionError):
        ask(ann, "src/17.py 60 wait # my turn next\n")
    assert "place 1 in the queue" in (ann / ".agentfs/last_refusal").read_text()
    ask(ben, "-*\n")
    assert leases(site)["src/17.py"].agent == "ann"
    ask(ann, "-*\n")
    assert "src/17.py" not in (ben / ".agentfs/locks").read_text()


def test_what_was_refused_can_be_taken_up_again(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/18.py::f")
    fresh = ben / "src/18.py.tmp.1"
    fresh.write_text(TEXT.replace("return 1", "return 11"))
    with pytest.raises(PermissionError):
        fresh.rename(ben / "src/18.py")
    fresh.unlink()
    kept = max((ben / ".agentfs/rejected").iterdir(), key=lambda folder: int(folder.name))
    assert json.loads((kept / "info").read_text())["path"] == "src/18.py"
    locker.unlock("ann")
    (ben / "src/18.py").write_bytes((kept / "18.py").read_bytes())
    wait_for(lambda: b"return 11" in (site.trunk("src/18.py") or b""), "it is published")


def test_git_does_not_see_the_control_folder(site: Site, ann: Path) -> None:
    assert site.git("status", "--short", cwd=ann) == ""
    assert ".agentfs" in os.listdir(ann)
    for change in ("touch .agentfs/x", "rm .agentfs/agent", "mv README .agentfs", "rmdir .agentfs"):
        assert subprocess.run(change, shell=True, cwd=ann, stderr=-1, check=False).returncode


def test_a_view_cannot_speak_for_another_agent(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    """A view's process takes requests for its own agent alone from whatever writes to it."""
    ask(ben, "src/19.py")
    assert leases(site)["src/19.py"].agent == "ben"
    with pytest.raises(PermissionError):
        ask(ann, "src/19.py")


# --- the commands


def test_the_agent_is_that_of_the_view_one_stands_in(site: Site, ann: Path, ben: Path) -> None:
    site.agentfs("lock", "20.py", "--why", "look", cwd=ann / "src")
    assert leases(site)["src/20.py"].agent == "ann"
    refused = site.try_agentfs("lock", "src/20.py::f", cwd=ben)
    assert refused.returncode == 101
    assert "ann holds src/20.py" in refused.stderr
    assert site.try_agentfs("unlock", "src/20.py", cwd=ben).returncode == 103
    assert "look" in site.agentfs("locks")
    site.agentfs("unlock", "src/20.py", "--force", cwd=ben)
    assert "src/20.py" not in leases(site)


def test_a_lock_is_held_and_renewed_for_a_command(site: Site, ann: Path, ben: Path) -> None:
    show = "agentfs.cli.main locks; sleep 1; $PY -m agentfs.cli.main locks; exit 7"
    done = subprocess.run(
        [
            "sh",
            "-c",
            f'$PY -m agentfs.cli.main lock src/21.py --ttl 300ms -- sh -c "$PY -m {show}"',
        ],
        cwd=ann,
        env={**site.environment, "PY": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7
    assert done.stdout.count("src/21.py") == 2
    assert "src/21.py" not in leases(site)


def test_who_has_it(site: Site, ann: Path, ben: Path, locker: Locker) -> None:
    locker.lock("ann", "src/22.py::f")
    write(ann / "src/22.py", "return 1", "return 11")
    with (ben / "src/22.py").open():
        found = json.loads(site.agentfs("who", "src/22.py::f", "--json"))
    assert [lease["agent"] for lease in found["holds"]] == ["ann"]
    assert found["changed"]["agent"] == "ann"
    assert [(each["agent"], each["pid"]) for each in found["open"]] == [("ben", os.getpid())]
    assert json.loads(site.agentfs("who", "src/22.py::g", "--json"))["changed"] is None


def test_a_folder_is_all_that_is_in_it(site: Site, ann: Path, ben: Path) -> None:
    site.agentfs("lock", "src", cwd=ann)
    assert "src/**" in leases(site)
    with pytest.raises(PermissionError):
        (ben / "src/fresh.py").write_text("")
    site.agentfs("unlock", "src", cwd=ann)
    assert leases(site) == {}


def test_two_that_wait_for_each_other_are_told(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/23.py")
    locker.lock("ben", "src/24.py")
    waits = subprocess.Popen(
        [sys.executable, "-m", "agentfs.cli.main", "lock", "src/24.py", "--wait", "1m"],
        cwd=ann,
        env=site.environment,
    )
    wait_for(lambda: json.loads(site.agentfs("locks", "--json"))["waiting"], "ann waits")
    told = site.try_agentfs("lock", "src/23.py", "--wait", "1m", cwd=ben)
    assert told.returncode == 102
    locker.unlock("ben")
    assert waits.wait(20) == 0
    assert leases(site)["src/24.py"].agent == "ann"


def test_who_hangs_up_leaves_the_queue(site: Site, ann: Path, locker: Locker) -> None:
    locker.lock("ann", "src/25.py")
    waits = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "agentfs.cli.main",
            "lock",
            "src/25.py",
            "--wait",
            "1m",
            "--agent=ben",
        ],
        cwd=site.repo,
        env=site.environment,
    )
    wait_for(lambda: json.loads(site.agentfs("locks", "--json"))["waiting"], "ben waits")
    waits.kill()
    waits.wait()
    wait_for(lambda: not json.loads(site.agentfs("locks", "--json"))["waiting"], "ben is gone")


def test_an_intent_gets_a_place_and_alternatives(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "src/26.py::f", why="first")
    told = site.try_agentfs("intent", "src/26.py::f", "--why", "make g faster", "--json", cwd=ben)
    assert told.returncode == 101
    found = json.loads(told.stdout)
    assert (found["reason"], found["place"]) == ("queued", 1)
    assert found["alternatives"] == ["src/26.py::g"]
    assert found["holders"][0]["agent"] == "ann"
    assert found["expected_seconds"] > 500
    assert "make g faster" in site.agentfs("locks")
    locker.unlock("ann")
    assert leases(site)["src/26.py::f"].agent == "ben"


def test_events_say_what_was_refused(site: Site) -> None:
    """Of all refusals above: each says who, what, and in words that a user can act on."""
    refused = [event for event in site.events() if isinstance(event, Refused)]
    assert len(refused) > 10
    for event in refused:
        assert event.holders
        assert event.scopes
        assert event.sentence.startswith(event.holders[0])
        assert "until" in event.sentence
