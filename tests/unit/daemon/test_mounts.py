"""Reading the kernel's table, and what a refused unmount says."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from agentfs.daemon import mounts, mountusers
from agentfs.daemon.mounts import Mount
from agentfs.daemon.mountusers import User

TABLE = rb"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
90 22 0:50 / /home/a\040view rw,nosuid - fuse.agentfs agentfs rw,user_id=0
91 22 0:51 / /back\134slash rw shared:2 master:1 - tmpfs none rw
92 22 0:52 / /not-utf-8-\303 rw - fuse.agentfs agentfs rw
"""


def test_the_table_is_read() -> None:
    assert mounts.mounts(TABLE) == [
        Mount(Path("/"), "ext4", 1),
        Mount(Path("/home/a view"), "fuse.agentfs", 50),
        Mount(Path("/back\\slash"), "tmpfs", 51),
        Mount(Path(os.fsdecode(b"/not-utf-8-\xc3")), "fuse.agentfs", 52),
    ]


def test_the_real_table_has_proc() -> None:
    assert mounts.mounted_at(Path("/proc"))


def test_nothing_mounted_is_nothing_to_unmount(tmp_path: Path) -> None:
    mounts.unmount(tmp_path)
    mounts.detach(tmp_path)


class Kernel:
    """Has one view mounted; `refuse` is the errno of the next unmounts."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.table = [Mount(path, mounts.FSTYPE)]
        self.refuse = 0
        self.calls: list[bool] = []
        monkeypatch.setattr(mounts, "mounts", lambda: self.table)
        monkeypatch.setattr(mounts, "_take_away", self._take_away)

    def _take_away(self, path: Path, *, lazily: bool) -> None:
        self.calls.append(lazily)
        if self.refuse:
            raise OSError(self.refuse, os.strerror(self.refuse))
        self.table.pop()


def test_a_busy_mount_is_refused_with_the_names_of_its_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel = Kernel(tmp_path, monkeypatch)
    kernel.refuse = errno.EBUSY
    users = [User(pid, f"tool{pid}") for pid in range(1, 8)]
    monkeypatch.setattr(mountusers, "users_of", lambda path: users)
    with pytest.raises(mounts.MountBusy) as caught:
        mounts.unmount(tmp_path)
    assert "1 (tool1), 2 (tool2)" in caught.value.message
    assert "and 2 more" in caught.value.message
    assert kernel.calls == [False]


def test_another_refusal_is_told_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = Kernel(tmp_path, monkeypatch)
    kernel.refuse = errno.EPERM
    with pytest.raises(mounts.UnmountFailed, match="not permitted"):
        mounts.unmount(tmp_path)
    with pytest.raises(mounts.UnmountFailed, match="not permitted"):
        mounts.detach(tmp_path)


def test_detaching_takes_every_layer_and_only_views(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel = Kernel(tmp_path, monkeypatch)
    kernel.table *= 3
    mounts.detach(tmp_path)
    assert (kernel.table, kernel.calls) == ([], [True] * 3)
    kernel.table.append(Mount(tmp_path, "tmpfs"))
    mounts.detach(tmp_path)
    assert len(kernel.table) == 1


def test_a_connection_is_broken_off_by_its_control_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "50").mkdir()
    (tmp_path / "50/abort").touch()
    monkeypatch.setattr(mounts, "CONNECTIONS", tmp_path)
    here = [Mount(tmp_path, mounts.FSTYPE, 49), Mount(tmp_path, mounts.FSTYPE, 50)]
    monkeypatch.setattr(mounts, "mounted_at", lambda path: here)
    mounts.abort(tmp_path)
    assert (tmp_path / "50/abort").read_bytes() == b"1"
