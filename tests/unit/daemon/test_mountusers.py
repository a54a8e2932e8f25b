"""Who uses a folder, from a made-up /proc and from the real one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agentfs.daemon.mountusers import User, users_of

VIEW = Path("/views/a")


def add(proc: Path, pid: int, *, cwd: str = "/", fds: tuple[str, ...] = (), maps: str = "") -> None:
    process = proc / str(pid)
    (process / "fd").mkdir(parents=True)
    (process / "cwd").symlink_to(cwd)
    (process / "root").symlink_to("/")
    for number, path in enumerate(fds):
        (process / "fd" / str(number)).symlink_to(path)
    (process / "maps").write_text(maps)
    (process / "comm").write_text(f"tool{pid}\n")


@pytest.mark.parametrize(
    ("used", "uses"),
    [
        ({"cwd": "/views/a"}, True),
        ({"cwd": "/views/a/src"}, True),
        ({"cwd": "/views/a/gone (deleted)"}, True),
        ({"cwd": "/views/ab"}, False),
        ({"cwd": "/views"}, False),
        ({"fds": ("/dev/null", "socket:[1]", "/views/a/x")}, True),
        ({"maps": "7f-80 r--s 00 00:32 9      /views/a/lib.so\n"}, True),
        ({"maps": "7f-80 r--s 00 00:32 9      /views/b/lib.so\n55-56 rw-p 0 0:0 0\n"}, False),
    ],
)
def test_every_way_to_use_a_mount_is_seen(tmp_path: Path, used: dict[str, str], uses: bool) -> None:
    add(tmp_path, 70)
    add(tmp_path, 7, **used)  # type: ignore[arg-type]
    (tmp_path / "self").mkdir()
    assert users_of(VIEW, tmp_path) == ([User(7, "tool7")] if uses else [])


def test_a_process_that_ends_meanwhile_is_no_user(tmp_path: Path) -> None:
    (tmp_path / "7").mkdir()
    assert users_of(VIEW, tmp_path) == []


def test_a_real_process_is_found(tmp_path: Path) -> None:
    wait = "import sys; print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", wait],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        command = Path(f"/proc/{process.pid}/comm").read_text().strip()
        assert users_of(Path(os.path.realpath(tmp_path))) == [User(process.pid, command)]
        assert process.stdin is not None
        process.stdin.close()
