"""What can be wrong with a mount path: each its own error, and nothing changed by it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from agentfs.daemon import mountpoint, mounts
from agentfs.daemon.mounts import Mount
from agentfs.model.errors import AgentfsError


@pytest.fixture(autouse=True)
def machine_is_fine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "machine" not in request.node.name:
        monkeypatch.setattr(mountpoint, "check_machine", lambda: None)


def refusal(path: Path) -> AgentfsError:
    with pytest.raises(AgentfsError) as caught:
        mountpoint.prepare(path)
    assert "\n" not in str(caught.value)
    return caught.value


def test_an_empty_folder_is_taken_and_left_there(tmp_path: Path) -> None:
    point = mountpoint.prepare(tmp_path)
    assert (point.path, point.made) == (tmp_path.resolve(), False)
    mountpoint.release(point)
    assert tmp_path.is_dir()


def test_a_missing_folder_is_made_and_removed_again(tmp_path: Path) -> None:
    point = mountpoint.prepare(tmp_path / "view")
    assert point.path.is_dir()
    mountpoint.release(point)
    assert not point.path.exists()


def test_a_folder_that_we_made_and_somebody_filled_is_left(tmp_path: Path) -> None:
    point = mountpoint.prepare(tmp_path / "view")
    (point.path / "mine").touch()
    mountpoint.release(point)
    assert (point.path / "mine").exists()


def test_a_folder_that_is_gone_is_there_again_for_a_view_that_is_mounted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = [Mount(tmp_path / "view", mounts.FSTYPE)] * 2
    monkeypatch.setattr(mounts, "mounts", lambda: list(here))
    monkeypatch.setattr(mounts, "_take_away", lambda path, lazily: here.pop())
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    mountpoint.clear(tmp_path / "view")
    assert here, "root mounts over what is dead: the bare folder never shows"
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    mountpoint.clear(tmp_path / "view")
    assert not here
    assert (tmp_path / "view").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(mountpoint.MountPointForbidden):
        mountpoint.clear(tmp_path / "file" / "view")


def test_symlinks_are_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert mountpoint.prepare(tmp_path / "link").path == tmp_path.resolve() / "real"
    assert mountpoint.prepare(tmp_path / "link" / "x").path == tmp_path.resolve() / "real" / "x"


def test_a_relative_path_is_refused() -> None:
    assert refusal(Path("view")).code == "mount-path-not-absolute"


def test_a_missing_parent_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path / "no" / "view")
    assert error.code == "mount-parent-missing"
    assert error.hint == f"mkdir -p {tmp_path / 'no'}"


@pytest.mark.parametrize("path", ["file", "file/view"])
def test_a_file_is_refused(tmp_path: Path, path: str) -> None:
    (tmp_path / "file").touch()
    assert refusal(tmp_path / path).code == "mount-point-is-file"


def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    assert refusal(tmp_path).code == "mount-point-not-empty"


def test_another_mount_is_refused() -> None:
    assert refusal(Path("/proc")).code == "mount-point-in-use"


def test_a_path_in_a_view_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view = Mount(tmp_path.resolve(), mounts.FSTYPE)
    monkeypatch.setattr(mounts, "mounts", lambda: [view])
    error = refusal(tmp_path / "inner")
    assert error.code == "mount-point-in-view"
    assert not (tmp_path / "inner").exists()


def test_a_live_view_is_refused_and_a_dead_ones_mount_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = [Mount(tmp_path.resolve(), mounts.FSTYPE)]
    monkeypatch.setattr(mounts, "mounts", lambda: list(here))
    assert refusal(tmp_path).code == "mount-point-in-use"

    def dead(path: object) -> None:
        raise OSError(errno.ENOTCONN, "dead")

    with monkeypatch.context() as patch:
        patch.setattr(os, "statvfs", dead)
        patch.setattr(mounts, "detach", lambda path: here.clear())
        assert mountpoint.prepare(tmp_path).path == tmp_path.resolve()


def test_a_folder_that_may_not_be_written_to_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert refusal(tmp_path).code == "mount-point-forbidden"


def test_a_machine_without_fuse_is_refused(tmp_path: Path) -> None:
    with pytest.raises(mountpoint.NoFuseDevice, match="has no"):
        mountpoint.check_machine(tmp_path / "fuse")


def test_a_machine_that_denies_fuse_is_refused(tmp_path: Path) -> None:
    with pytest.raises(mountpoint.NoFuseDevice, match="cannot be used"):
        mountpoint.check_machine(tmp_path)


def test_a_machine_without_fusermount3_serves_root_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    mountpoint.check_machine(Path(os.devnull), root=True)
    with pytest.raises(mountpoint.NoFusermount) as caught:
        mountpoint.check_machine(Path(os.devnull), root=False)
    assert caught.value.hint == "install the package fuse3"
