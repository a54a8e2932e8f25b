"""Who dies is replaced, and the user hardly notices: views, coordinator, zygote, power."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.crash import victims
from tests.crash.conftest import MODULE
from tests.crash.victims import Victim, wait_until_back
from tests.support.site import LIMIT, Site, wait_for


def kill(victim: Victim | None) -> None:
    assert victim is not None
    assert victims.kill(victim)


def test_a_killed_view_is_mounted_again_at_once(ready: Site, ann: Path) -> None:
    took = []
    for _ in range(3):
        begun = time.monotonic()
        kill(victims.view(ready, "ann"))
        wait_until_back(ann)
        took.append(time.monotonic() - begun)
    sys.stdout.write(f"mounted again after {', '.join(f'{t:.3f} s' for t in took)}\n")
    assert min(took) < 1.0
    (ann / "again").write_text("again\n")
    ready.settle()
    assert ready.trunk("again") == b"again\n"


def test_also_when_the_zygote_died_with_it(ready: Site, ben: Path) -> None:
    kill(victims.zygote(ready))
    kill(victims.view(ready, "ben"))
    wait_until_back(ben)


def test_an_unfinished_write_is_shown_and_not_saved(ready: Site, ann: Path, ben: Path) -> None:
    path, file = "src/a.py", ann / "src/a.py"
    text = file.read_text()
    out = os.open(file, os.O_RDWR)
    os.pwrite(out, b"a = 6\n", text.index("a = 5\n"))
    kill(victims.view(ready, "ann"))
    with pytest.raises(OSError, match=r"."):
        os.close(out)
    wait_until_back(ann)
    assert "a = 6\n    return a\n\n\ndef f6" in file.read_text()
    assert ready.saves(path) == []
    # Meanwhile somebody else changes the file; this view shows what its agent wrote.
    (ben / path).write_text(MODULE.replace("a = 11", "a = 110"))
    ready.settle()
    assert "a = 110" not in file.read_text()
    # The next finished write is saved, as what it was made from: nobody's work is undone.
    with file.open("r+") as out:
        out.seek(text.index("a = 0\n"))
        out.write("a = 9\n")
    ready.settle()
    [_, save] = ready.saves(path)
    assert save.agent == "ann"
    trunk = (ready.trunk(path) or b"").decode()
    assert [line for line in ("a = 9\n", "a = 6\n", "a = 110\n") if line not in trunk] == []
    wait_for(lambda: file.read_text() == trunk, "ann sees the trunk")


def test_an_unfinished_write_in_a_folder_that_was_renamed(ready: Site) -> None:
    eve = ready.mount("eve")
    (eve / "here").mkdir()
    (eve / "here/file").write_text("old\n")
    out = os.open(eve / "here/file", os.O_RDWR)
    (eve / "here").rename(eve / "there")
    os.pwrite(out, b"new\n", 0)
    kill(victims.view(ready, "eve"))
    with pytest.raises(OSError, match=r"."):
        os.close(out)
    wait_until_back(eve)
    assert (eve / "there/file").read_text() == "new\n"
    assert not (eve / "here").exists()
    (eve / "there/file").write_text("newest\n")
    ready.settle()
    assert ready.trunk("there/file") == b"newest\n"


def test_a_program_that_had_read_a_file_before_its_view_died(ready: Site, ben: Path) -> None:
    """An editor with the file in its buffer.  It writes back what it made of what it read."""
    cat = ready.mount("cat")
    path, file = "src/b.py", cat / "src/b.py"
    text = file.read_text()
    kill(victims.view(ready, "cat"))
    wait_until_back(cat)
    (ben / path).write_text(MODULE.replace("a = 11", "a = 110"))
    ready.settle()
    wait_for(lambda: is_as_big(file, MODULE.replace("a = 11", "a = 110")), "the view follows")
    file.write_text(text.replace("a = 5\n", "a = 50\n"))
    ready.settle()
    trunk = (ready.trunk(path) or b"").decode()
    assert ("a = 50\n" in trunk, "a = 110\n" in trunk) == (True, True)


def is_as_big(file: Path, text: str) -> bool:
    """Looks without reading: what this process reads last is what it writes from."""
    return file.stat().st_size == len(text.encode())


def test_private_files_and_unpublished_saves_outlive_it(ready: Site) -> None:
    dan = ready.mount("dan")
    (dan / "build").mkdir(exist_ok=True)
    (dan / "build/out.o").write_bytes(b"\0private")
    # A writer at work holds publishing up, so what is saved meanwhile is unpublished.
    busy = os.open(dan / "busy", os.O_WRONLY | os.O_CREAT)
    os.write(busy, b"unfinished\n")
    (dan / "saved").write_text("saved\n")
    kill(victims.view(ready, "dan"))
    wait_until_back(dan)
    with pytest.raises(OSError, match=r"."):
        os.fsync(busy)
    with pytest.raises(OSError, match=r"."):
        os.close(busy)
    assert (dan / "saved").read_text() == "saved\n"
    assert (dan / "build/out.o").read_bytes() == b"\0private"
    assert (dan / "busy").read_text() == "unfinished\n"
    (dan / "busy").unlink()
    ready.settle()
    assert ready.trunk("saved") == b"saved\n"
    assert ready.trunk("busy") is None


def test_a_save_waits_for_the_next_coordinator(ready: Site, ann: Path, ben: Path) -> None:
    kill(victims.coordinator(ready))
    begun = time.monotonic()
    (ann / "waited").write_text("waited\n")
    sys.stdout.write(f"the save took {time.monotonic() - begun:.3f} s\n")
    assert victims.coordinator(ready) is not None
    assert len(ready.saves("waited")) == 1


def test_the_next_command_starts_a_coordinator(ready: Site, ann: Path, ben: Path) -> None:
    """Also with the dead one's socket in its place, and no view that is alive."""
    ready.agentfs("up")
    with ThreadPoolExecutor() as pool:
        views = ready.json("status")["views"]
        list(pool.map(lambda view: unmount(ready, view["agent"]), views))
    kill(victims.coordinator(ready))
    assert victims.coordinator(ready) is None
    assert (ready.state / "run/socket").is_socket()
    ready.agentfs("mount", "ann")
    ready.agentfs("mount", "ben")


def unmount(site: Site, agent: str) -> None:
    site.agentfs("unmount", agent, "--force")


def test_views_that_died_with_the_coordinator_come_back(ready: Site, ann: Path, ben: Path) -> None:
    kill(victims.coordinator(ready))
    for agent in ("ann", "ben"):
        victim = victims.view(ready, agent)
        if victim is not None:
            victims.kill(victim)
    ready.agentfs("up")
    wait_until_back(ann)
    wait_until_back(ben)


def test_many_commands_at_once_start_one_coordinator(ready: Site, ann: Path, ben: Path) -> None:
    ready.agentfs("down")
    with ThreadPoolExecutor(4) as pool:
        ups = list(pool.map(lambda _: ready.json("up"), range(4)))
    assert len({up["pid"] for up in ups}) == 1
    assert [up["started"] for up in ups].count(True) >= 1
    ready.agentfs("mount", "ann")
    ready.agentfs("mount", "ben")


def test_a_view_that_is_killed_while_it_waits_for_its_own_answer(
    ready: Site, ann: Path, ben: Path
) -> None:
    """Ann's rename holds the lock of its folder and waits for the coordinator, which is
    stopped; her view waits for that lock to tell the kernel of Ben's save."""
    (ann / "src/held.tmp").write_text("held\n")
    listing = [entry.stat().st_size for entry in (ann / "src").iterdir()]
    assert listing
    victim, keeper = victims.view(ready, "ann"), victims.coordinator(ready)
    assert victim is not None
    assert keeper is not None
    with stopped(victim):
        (ben / "src/c.py").write_text(MODULE.replace("a = 3", "a = 30"))
        ready.settle()
        mover = subprocess.Popen(
            ["mv", ann / "src/held.tmp", ann / "src/held"], stderr=subprocess.DEVNULL
        )
        wait_for(lambda: in_kernel(mover.pid, "request_wait_answer"), "mv waits for the view")
        os.kill(keeper.pid, signal.SIGSTOP)
    try:
        wait_for(lambda: in_kernel(victim.pid, "fuse_reverse_inval_entry"), "the view waits for mv")
        os.kill(victim.pid, signal.SIGKILL)
    finally:
        os.kill(keeper.pid, signal.SIGCONT)
    wait_until_back(ann)
    assert mover.wait(LIMIT)
    (ann / "src/held.tmp").replace(ann / "src/held")


@contextmanager
def stopped(victim: Victim) -> Iterator[None]:
    os.kill(victim.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(victim.pid, signal.SIGCONT)


def in_kernel(pid: int, function: str) -> bool:
    """Whether a thread of the process waits in that function of the kernel."""
    waits = [(task / "wchan").read_text() for task in Path(f"/proc/{pid}/task").iterdir()]
    return function in waits
