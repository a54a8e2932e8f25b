"""A process dies at each named point of a save's way; the save is then there once or not at all.

The writer is an ordinary one: when its close fails, it writes the same again.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.conftest import MODULE, Faults
from tests.support.site import Site, wait_for

NEW = MODULE.replace("a = 5", "a = 50")
IN_RECORD = (
    "record.before-commit",
    "record.after-commit",
    "record.before-bell",
    "server.before-reply",
)
IN_PUBLISH = (
    "publish.merged",
    "publish.objects-written",
    "publish.recorded",
    "publish.ref-moved",
)
IN_VIEW = ("view.admitted", "view.recorded", "view.followed")


def begin(site: Site, view: Path, name: str) -> tuple[str, Path]:
    """A file of the test's own, in the trunk: its path there, and in the view."""
    path = f"src/{name.replace('.', '-')}.py"
    (view / path).write_text(MODULE)
    site.settle()
    return path, view / path


def write(file: Path, text: str) -> bool:
    """Whether its close says that it is saved."""
    try:
        file.write_text(text)
    except OSError:
        return False
    return True


def move(old: Path, new: Path) -> bool:
    try:
        old.replace(new)
    except OSError:
        return False
    return True


def commits(site: Site) -> int:
    return int(site.git("rev-list", "--count", "trunk"))


def write_until_saved(file: Path, text: str) -> None:
    wait_for(lambda: write(file, text), f"{file} takes a save")


@pytest.mark.parametrize("point", IN_RECORD)
def test_the_coordinator_dies_while_it_records(
    ready: Site, faults: Faults, ann: Path, point: str
) -> None:
    path, file = begin(ready, ann, point)
    faults.arm(point)
    assert write(file, NEW)
    faults.wait_until_hit()
    assert len(ready.saves(path)) == 2
    ready.settle()
    assert ready.trunk(path) == NEW.encode()


@pytest.mark.parametrize("point", IN_PUBLISH)
def test_the_coordinator_dies_while_it_publishes(
    ready: Site, faults: Faults, ann: Path, ben: Path, point: str
) -> None:
    path, file = begin(ready, ann, point)
    before = commits(ready)
    faults.arm(point)
    assert write(file, NEW)
    faults.wait_until_hit()
    # It is started again by the next save of any view, and publishes what waited.
    assert write(ben / f"{point}.txt", "ben\n")
    ready.settle()
    assert ready.trunk(path) == NEW.encode()
    assert len(ready.saves(path)) == 2
    assert commits(ready) == before + 2


@pytest.mark.parametrize("point", IN_VIEW)
def test_the_view_dies_while_it_saves(ready: Site, faults: Faults, ann: Path, point: str) -> None:
    path, file = begin(ready, ann, point)
    faults.arm(point)
    assert not write(file, NEW)
    faults.wait_until_hit()
    assert len(ready.saves(path)) == (1 if point == "view.admitted" else 2)
    write_until_saved(file, NEW)
    assert len(ready.saves(path)) == 2
    ready.settle()
    assert ready.trunk(path) == NEW.encode()


@pytest.mark.parametrize("point", IN_VIEW)
def test_the_view_dies_while_it_renames(ready: Site, faults: Faults, ben: Path, point: str) -> None:
    path, file = begin(ready, ben, f"{point}-renames")
    fresh = file.with_suffix(".tmp")
    fresh.write_text(NEW)
    faults.arm(point)
    assert not move(fresh, file)
    faults.wait_until_hit()
    # The private file is still there, so whoever renames it once more succeeds.
    wait_for(lambda: move(fresh, file), "the view is back")
    assert len(ready.saves(path)) <= 3
    ready.settle()
    assert ready.trunk(path) == NEW.encode()
    assert not fresh.exists()


@pytest.mark.parametrize("point", ["recover.projected", "recover.ref-moved"])
def test_the_coordinator_dies_while_it_recovers(
    ready: Site, faults: Faults, ann: Path, point: str
) -> None:
    path, file = begin(ready, ann, point)
    assert write(file, NEW)
    faults.arm("publish.recorded")
    faults.wait_until_hit()
    faults.arm(point)
    ready.try_agentfs("up")
    faults.wait_until_hit()
    ready.agentfs("up")
    assert ready.trunk(path) == NEW.encode()


def test_the_coordinator_dies_at_its_checkpoint(ready: Site, faults: Faults, ann: Path) -> None:
    path, file = begin(ready, ann, "checkpoint")
    assert write(file, NEW)
    faults.arm("publish.synced")
    ready.try_agentfs("down")
    faults.wait_until_hit()
    assert ready.trunk(path) == NEW.encode()
    ready.mount("ann")


def test_the_coordinator_dies_while_it_mounts(ready: Site, faults: Faults) -> None:
    ready.agentfs("up")
    faults.arm("mount.recorded")
    assert ready.try_agentfs("mount", "cat").returncode
    faults.wait_until_hit()
    ready.agentfs("up")
    # What it recorded is what is made true.
    [cat] = [view for view in ready.json("status")["views"] if view["agent"] == "cat"]
    write_until_saved(Path(cat["path"]) / "cat", "cat\n")


def test_the_coordinator_dies_while_it_unmounts(ready: Site, faults: Faults) -> None:
    dan = ready.mount("dan")
    assert write(dan / "dan", "dan\n")
    faults.arm("unmount.taken-down")
    assert ready.try_agentfs("unmount", "dan").returncode
    faults.wait_until_hit()
    # That it is unmounted was never recorded, so it is mounted again; and can be unmounted.
    ready.agentfs("up")
    wait_for(lambda: str(dan) in ready.mounts(), "the view is back")
    write_until_saved(dan / "dan", "dan again\n")
    ready.agentfs("unmount", "dan")
    ready.settle()
    assert ready.trunk("dan") == b"dan again\n"


@pytest.mark.parametrize("point", ["init.trunk-made", "init.log-made"])
def test_init_dies_and_is_done_again(tmp_path: Path, point: str) -> None:
    site = Site(tmp_path, {"README": "hello\n"})
    faults = Faults(site)
    faults.arm(point)
    try:
        assert site.try_agentfs("init").returncode
        faults.wait_until_hit()
        site.agentfs("init")
        assert write(site.mount("ann") / "README", "hello again\n")
        site.settle()
        site.fsck()
    finally:
        site.close()
