"""Locks when processes die: none that was granted is lost, none outlives its time."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agentfs.model.events import HoldReason, Refused, Saved
from agentfs.model.ids import AgentName
from agentfs.model.locks import Lease
from agentfs.query.locks import live_leases, waiting
from tests.crash.conftest import MODULE, Faults
from tests.crash.test_fault_points import IN_PUBLISH, IN_RECORD, IN_VIEW, begin
from tests.support.locker import Locker
from tests.support.site import Site, wait_for

TOUCHED = MODULE.replace("a = 5", "a = 50")
BESIDE = MODULE.replace("a = 7", "a = 70")
ANN = AgentName("ann")


@pytest.fixture(scope="module")
def locker(ready: Site, ann: Path, ben: Path) -> Locker:
    return Locker(ready)


@pytest.fixture(autouse=True)
def unlocked(ready: Site, ann: Path, ben: Path) -> Iterator[None]:
    yield
    for agent in ("ann", "ben"):
        ready.agentfs("unlock", "--all", "--agent", agent)


def kill_coordinator(site: Site, faults: Faults, view: Path) -> None:
    """While it records a save of something else; the view has it started again."""
    faults.arm("record.before-commit")
    (view / "kills.txt").write_text(str(time.time_ns()))
    faults.wait_until_hit()


def leases(site: Site, path: str) -> list[Lease]:
    with site.log.snapshot() as tables:
        live = live_leases(tables, time.time_ns())
    return [lease for lease in live if lease.scope.path == path.encode()]


def try_to_save(file: Path, text: str) -> bool:
    """False if it is refused, or held back."""
    try:
        file.write_text(text)
    except PermissionError:
        return False
    return True


def is_held(site: Site, path: str) -> bool:
    with site.log.snapshot() as tables:
        row = tables.pending(AgentName("ben"), path.encode())  # type: ignore[arg-type]
    return row is not None and row.held is HoldReason.LOCK


@pytest.mark.parametrize("point", IN_RECORD)
def test_the_coordinator_dies_between_grant_and_reply(
    ready: Site, faults: Faults, ann: Path, ben: Path, point: str
) -> None:
    path, _ = begin(ready, ann, f"grant-{point}")
    wait_for((ben / path).exists, "ben's view has it")
    faults.arm(point)
    ready.agentfs("lock", f"{path}::f5", "--ttl", "1h", "--agent", "ann")
    faults.wait_until_hit()
    [lease] = leases(ready, path)
    assert lease.expires_ns <= time.time_ns() + 3600 * 10**9
    assert not try_to_save(ben / path, TOUCHED)
    ready.settle()
    assert ready.trunk(path) == MODULE.encode()


@pytest.mark.parametrize("point", IN_RECORD)
def test_the_coordinator_dies_while_it_stops_a_save(
    ready: Site, faults: Faults, locker: Locker, ann: Path, ben: Path, point: str
) -> None:
    path, _ = begin(ready, ann, f"stop-{point}")
    wait_for((ben / path).exists, "ben's view has it")
    locker.lock("ann", f"{path}::f5")
    faults.arm(point)
    assert not try_to_save(ben / path, TOUCHED)
    faults.wait_until_hit()
    assert is_held(ready, path)
    events = ready.events()
    assert len([e for e in events if isinstance(e, Refused) and e.path == path.encode()]) == 1
    assert len([e for e in ready.saves(path) if e.held is not None]) == 1
    ready.settle()
    assert ready.trunk(path) == MODULE.encode()
    ready.agentfs("unlock", "--all", "--agent", "ann")
    wait_for(lambda: ready.trunk(path) == TOUCHED.encode(), "it is published")


def test_a_lease_keeps_the_time_that_it_has_left(
    ready: Site, faults: Faults, locker: Locker, ann: Path, ben: Path
) -> None:
    path, _ = begin(ready, ann, "time-left")
    [before] = locker.lock("ann", f"{path}::f5", ttl=600)
    kill_coordinator(ready, faults, ben)
    assert leases(ready, path) == [before]
    assert not try_to_save(ben / path, TOUCHED)
    assert try_to_save(ben / path, MODULE)
    assert try_to_save(ben / path, BESIDE)


def test_a_lock_that_ends_while_nobody_lives_lets_what_waits_go(
    ready: Site, faults: Faults, locker: Locker, ann: Path, ben: Path
) -> None:
    path, _ = begin(ready, ann, "ends-meanwhile")
    wait_for((ben / path).exists, "ben's view has it")
    [lease] = locker.lock("ann", f"{path}::f5", ttl=8)
    assert not try_to_save(ben / path, TOUCHED)
    try:
        ready.agentfs("down")
        down_ns = time.time_ns()
        wait_for(lambda: time.time_ns() > lease.expires_ns, "the lock ends")
        # On a machine that took longer than that to stop, it may have ended before.
        assert ready.trunk(path) == MODULE.encode() or down_ns > lease.expires_ns
    finally:
        ready.mount("ann")
        ready.mount("ben")
    wait_for(lambda: ready.trunk(path) == TOUCHED.encode(), "it is published")
    assert leases(ready, path) == []


def test_a_place_in_the_queue_outlives_the_coordinator(
    ready: Site, faults: Faults, locker: Locker, ann: Path, ben: Path
) -> None:
    path, _ = begin(ready, ann, "queue")
    locker.lock("ann", path)
    command = [sys.executable, "-m", "agentfs.cli.main", "lock", path, "--wait", "1m"]
    with subprocess.Popen(
        [*command, "--agent", "ben"], cwd=ready.repo, env=ready.environment
    ) as asks:
        wait_for(lambda: bool(queue(ready)), "ben waits")
        [ticket] = queue(ready)
        kill_coordinator(ready, faults, ann)
        assert queue(ready) == [ticket]
        ready.agentfs("unlock", path, "--agent", "ann")
        assert asks.wait(20) == 0
    assert [lease.agent for lease in leases(ready, path)] == ["ben"]


def queue(site: Site) -> list[int]:
    with site.log.snapshot() as tables:
        return [wait.ticket for wait in waiting(tables, time.time_ns())]


@pytest.mark.parametrize("point", IN_PUBLISH)
def test_the_coordinator_dies_while_it_publishes_what_was_held(
    ready: Site, faults: Faults, locker: Locker, ann: Path, ben: Path, point: str
) -> None:
    path, _ = begin(ready, ann, f"released-{point}")
    wait_for((ben / path).exists, "ben's view has it")
    locker.lock("ann", f"{path}::f5")
    assert not try_to_save(ben / path, TOUCHED)
    ready.settle()
    faults.arm(point)
    locker.unlock("ann")
    faults.wait_until_hit()
    ready.agentfs("up")
    wait_for(lambda: ready.trunk(path) == TOUCHED.encode(), "it is published")
    assert len(ready.saves(path)) == 2


@pytest.mark.parametrize("point", IN_VIEW)
def test_the_view_dies_while_its_save_is_stopped(
    ready: Site, faults: Faults, locker: Locker, ann: Path, ben: Path, point: str
) -> None:
    """Its writer is told of an error; what the view shows is in the log, or was never."""
    path, _ = begin(ready, ann, f"view-{point}")
    wait_for((ben / path).exists, "ben's view has it")
    locker.lock("ann", f"{path}::f5")
    faults.arm(point)
    with pytest.raises(OSError, match="Errno"):
        (ben / path).write_text(TOUCHED)
    faults.wait_until_hit()
    wait_for(lambda: reads(ben / path) is not None, "the view is back")
    saves = [save for save in ready.saves(path) if isinstance(save, Saved) and save.held]
    assert len(saves) == (0 if point == "view.admitted" else 1)
    ready.settle()
    assert ready.trunk(path) == MODULE.encode()
    locker.unlock("ann")
    wait_for(lambda: wrote(ben / path, TOUCHED), "the writer tries again")
    wait_for(lambda: ready.trunk(path) == TOUCHED.encode(), "it is published")


def reads(file: Path) -> str | None:
    try:
        return file.read_text()
    except OSError:
        return None


def wrote(file: Path, text: str) -> bool:
    try:
        file.write_text(text)
    except OSError:
        return False
    return True
