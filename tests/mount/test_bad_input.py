"""What bad input gets: a line on stderr and a status of its own, and nothing half done.

Each test runs the real command.  `refused` is what a user would check: one line that says
what to do, and everything as it was before.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import lmdb
import pytest

from agentfs.cli.exits import STATUS
from agentfs.eventlog import schema
from tests.mount.conftest import FILES
from tests.support.site import LIMIT, Site, wait_for

NOBODY: Final = 65534
MARK: Final = "AGENTFS_TEST_SITE"

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may do this")


@pytest.fixture(scope="module", autouse=True)
def marked(site: Site) -> None:
    mark(site)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Site]:
    """A repository for one test, which is not yet ready."""
    with closing(Site(tmp_path, FILES)) as site:
        yield site


@contextlib.contextmanager
def closing(site: Site) -> Iterator[Site]:
    """At the end all is taken down, and nothing is left but a sound repository."""
    mark(site)
    try:
        yield site
        assert_no_traceback(site)
    finally:
        site.close()
    assert processes(site) == set()
    assert site.mounts() == []


@pytest.fixture(autouse=True)
def no_traceback(site: Site) -> Iterator[None]:
    yield
    assert_no_traceback(site)


def mark(site: Site) -> None:
    """Every process that its commands start can be told by this."""
    site.environment[MARK] = str(site.folder)


def processes(site: Site) -> set[int]:
    return {int(name) for name in os.listdir("/proc") if name.isdigit() and _is_of(site, name)}


def _is_of(site: Site, pid: str) -> bool:
    try:
        variables = Path("/proc", pid, "environ").read_bytes().split(b"\0")
    except OSError:
        return False
    return f"{MARK}={site.folder}".encode() in variables


def assert_no_traceback(site: Site) -> None:
    for log in [site.state / "run/coordinator.log", *site.state.glob("views/*/log")]:
        if log.exists():
            assert "Traceback" not in log.read_text(), log


def traces(site: Site) -> object:
    """What a command that is refused must leave as it is."""
    folders = [site.folder, *site.folder.glob("*-views"), site.repo, site.git_dir]
    return (
        {folder: sorted(os.listdir(folder)) for folder in folders},
        site.git("for-each-ref"),
        site.git("status", "--porcelain"),
        site.mounts(),
        said(site),
    )


def said(site: Site) -> object:
    """What the log says; without a coordinator, down to the last byte."""
    if (site.state / "run/socket").exists():
        return site.events()
    data = site.state / "log/data.mdb"
    return data.read_bytes() if data.exists() else None


def refused(site: Site, code: str, *command: str, cwd: Path | None = None) -> str:
    """The line that the command says."""
    before = traces(site)
    done = site.try_agentfs(*command, cwd=cwd)
    line = line_of(done)
    assert done.returncode == STATUS[code], (command, line)
    assert traces(site) == before
    return line


def line_of(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of an error, which has a hint."""
    assert done.stdout == ""
    assert done.stderr.startswith("agentfs: ")
    assert done.stderr.find("(") > 0, done.stderr
    assert done.stderr.find("\n") == len(done.stderr) - 1
    return done.stderr


def kill_coordinator(site: Site, number: signal.Signals = signal.SIGKILL) -> None:
    """Returns when it has ended."""
    pid = int((site.state / "run/pid").read_text())
    pidfd = os.pidfd_open(pid)
    os.kill(pid, number)
    wait_for(lambda: _has_ended(pidfd), "the coordinator has ended")
    os.close(pidfd)


def _has_ended(pidfd: int) -> bool:
    try:
        signal.pidfd_send_signal(pidfd, 0)
    except ProcessLookupError:
        return True
    return False


# --- which repository


@pytest.mark.parametrize("command", [["init"], ["up"], ["status"], ["mount", "ann"]])
def test_not_a_repository(site: Site, tmp_path: Path, command: list[str]) -> None:
    line = refused(site, "not-a-repository", "-C", str(tmp_path), *command)
    assert "git init" in line
    assert os.listdir(tmp_path) == []


def test_a_repository_that_is_not_there(site: Site, tmp_path: Path) -> None:
    refused(site, "not-a-repository", "init", str(tmp_path / "none"))
    assert os.listdir(tmp_path) == []


def test_no_commit_yet(own: Site) -> None:
    empty = own.folder / "empty"
    own.git("init", "-q", str(empty))
    before = sorted(os.listdir(empty / ".git"))
    assert "git commit --allow-empty" in refused(own, "no-commit", "init", str(empty))
    assert sorted(os.listdir(empty / ".git")) == before
    own.git("commit", "-q", "--allow-empty", "-m", "start", cwd=empty)
    own.agentfs("init", cwd=empty)


def test_before_init(own: Site) -> None:
    for command in (["up"], ["mount", "ann"], ["run", "ann", "true"], ["status"], ["down"]):
        assert "agentfs init" in refused(own, "not-initialized", *command)
    assert processes(own) == set()


def test_a_path_that_is_not_utf8(own: Site) -> None:
    odd = Path(os.fsdecode(os.fsencode(own.folder) + b"/caf\xe9"))
    own.git("clone", "-q", ".", str(odd))
    before = sorted(os.listdir(odd / ".git"))
    assert "not UTF-8" in refused(own, "unsupported-path", "init", cwd=odd)
    assert sorted(os.listdir(odd / ".git")) == before


# --- the agent


@pytest.mark.parametrize("name", ["", "Ann", "../ann"])
def test_a_bad_agent_name(site: Site, name: str) -> None:
    refused(site, "bad-agent-name", "mount", "--", name)


def test_bad_agent_names_everywhere(site: Site) -> None:
    for command in (["unmount", "Ann"], ["run", "Ann", "true"], ["log", "--agent", "Ann"]):
        refused(site, "bad-agent-name", *command)


def test_a_second_mount_of_an_agent(site: Site, ann: Path) -> None:
    assert str(ann) in refused(site, "already-mounted", "mount", "ann")
    refused(site, "already-mounted", "mount", "ann", "../elsewhere")
    assert (ann / "README").exists()


def test_what_is_not_mounted_cannot_be_unmounted(site: Site, ann: Path) -> None:
    refused(site, "not-mounted", "unmount", "nobody")


# --- the mount point


def test_mount_points_that_cannot_be(site: Site, ann: Path) -> None:
    file = site.folder / "file"
    full = site.folder / "full"
    file.touch()
    full.mkdir()
    (full / "mine").touch()
    for code, path in (
        ("mount-parent-missing", site.folder / "none/here"),
        ("mount-point-not-empty", full),
        ("mount-point-in-use", ann),
        ("mount-point-in-view", ann / "src/inner"),
        ("mount-point-is-file", file),
        ("mount-point-is-file", file / "inner"),
        ("mount-point-forbidden", site.git_dir / "view"),
        ("bad-path", Path(f"{site.folder}/caf\udce9")),
    ):
        refused(site, code, "mount", "ben", str(path))
    assert not (ann / "src/inner").exists()
    file.unlink()
    shutil.rmtree(full)


def test_a_revision_that_is_none(site: Site) -> None:
    refused(site, "bad-revision", "mount", "ben", "--pinned", "no-such")


def test_a_view_that_is_in_use(site: Site) -> None:
    view = site.mount("cleo")
    with subprocess.Popen(["sleep", "60"], cwd=view) as user:
        assert f"{user.pid} (sleep)" in refused(site, "mount-busy", "unmount", "cleo")
        (view / "still").write_text("works\n")
        site.agentfs("unmount", "cleo", "--force")
        user.kill()
    assert not view.exists()
    site.settle()
    assert site.trunk("still") == b"works\n"


# --- the machine


def without_fuse(site: Site, *command: str) -> subprocess.CompletedProcess[str]:
    """Run the command where it, and the coordinator that it starts, see a poorer /dev."""
    fresh = site.folder / "dev"
    fresh.mkdir()
    setup = (
        'mount -t tmpfs none "$1" && mkdir "$1/shm" && '
        'for name in null zero random urandom; do touch "$1/$name" && '
        'mount --bind "/dev/$name" "$1/$name" || exit; done; '
        'mount --rbind "$1" /dev && shift && exec "$@"'
    )
    namespace = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "-r"]
    done = started(site, [*namespace, "sh", "-ec", setup, "sh", str(fresh), *command])
    fresh.rmdir()
    return done


AGENTFS: Final = [sys.executable, "-m", "agentfs.cli.main"]


def test_no_dev_fuse(own: Site) -> None:
    own.agentfs("init")
    done = without_fuse(own, *AGENTFS, "mount", "ann")
    assert "this machine has no /dev/fuse" in line_of(done)
    assert done.returncode == STATUS["no-fuse"]
    assert sorted(os.listdir(own.folder)) == ["repo"]
    assert len(own.events()) == 1
    own.agentfs("down")
    assert own.mount("ann").joinpath("README").exists()


def without_fusermount(site: Site) -> subprocess.CompletedProcess[str]:
    """`agentfs mount ann` of someone who is not root, and has an empty PATH."""
    command = ["env", f"PATH={site.folder}", *AGENTFS, "mount", "ann"]
    if os.geteuid() != 0:
        return started(site, command)
    # Somebody else, who may open what root may: where the tests lie says nothing of others.
    rights = "+dac_override,+dac_read_search"
    user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    user += [f"--inh-caps={rights}", f"--ambient-caps={rights}"]
    subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", site.folder], check=True, timeout=LIMIT)
    return started(site, [*user, *command])


def started(site: Site, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=site.repo,
        env=site.environment,
        capture_output=True,
        text=True,
        timeout=LIMIT,
        check=False,
    )


def test_no_fusermount(own: Site) -> None:
    """Root needs none, as `test_root_needs_no_fusermount` shows."""
    own.agentfs("init")
    done = without_fusermount(own)
    assert "install the package fuse3" in line_of(done)
    assert done.returncode == STATUS["no-fusermount"]
    assert own.mounts() == []
    assert not own.folder.joinpath("repo-views").exists()


@as_root
def test_root_needs_no_fusermount(own: Site) -> None:
    own.agentfs("init")
    own.environment["PATH"] = str(own.folder)
    view = own.mount("ann")
    (view / "new").write_text("x\n")
    own.agentfs("unmount", "ann")
    assert not view.exists()
    own.agentfs("down")
    own.environment["PATH"] = os.environ["PATH"]
    assert own.trunk("new") == b"x\n"


# --- the trunk's branch


def test_init_with_the_users_branch_as_trunk(own: Site) -> None:
    assert "checked out" in refused(own, "trunk-checked-out", "init", "--trunk", "main")
    assert "check-ref-format" in refused(own, "bad-branch-name", "init", "--trunk", "a..b")
    assert not own.state.exists()
    own.agentfs("init", "--trunk", "other")
    refused(own, "another-trunk", "init", "--trunk", "trunk")


def test_the_user_checks_the_trunk_out(site: Site, ann: Path) -> None:
    """Saves go on, publishing waits and says why, and goes on when the user switches away."""
    site.settle()
    site.git("checkout", "-q", "trunk")
    before = site.git("rev-parse", "trunk")
    try:
        done = site.try_agentfs("run", "ann", "--", "sh", "-c", "echo paused > paused")
        assert "checked out" in line_of(done)
        assert done.returncode == STATUS["publishing-waits"]
        assert (ann / "paused").read_text() == "paused\n"
        status = site.json("status")
        assert str(site.repo) in status["coordinator"]["problem"]
        assert [row["path"] for row in status["unpublished"]] == ["paused"]
        shown = site.agentfs("status")
        assert shown.count("publishing waits: the trunk's branch is checked out") == 1
        assert (site.git("rev-parse", "trunk"), site.git("status", "--porcelain")) == (before, "")
    finally:
        site.git("checkout", "-q", "main")
    site.agentfs("run", "ann", "true")
    assert site.trunk("paused") == b"paused\n"
    assert site.json("status")["coordinator"]["problem"] == ""


def test_the_trunk_is_checked_out_when_it_starts(own: Site) -> None:
    own.agentfs("init")
    own.git("checkout", "-q", "trunk")
    before = own.git("rev-parse", "trunk")
    assert "checked out" in own.agentfs("up")
    view = own.mount("ann")
    (view / "new").write_text("x\n")
    assert "Not published: 1 path" in own.agentfs("down")
    assert (own.git("rev-parse", "trunk"), own.git("status", "--porcelain")) == (before, "")
    own.git("checkout", "-q", "main")
    own.agentfs("up")
    own.settle()
    assert own.trunk("new") == b"x\n"
    own.fsck()


# --- the disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "none", disk], check=True)
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True, timeout=LIMIT)


@contextlib.contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Without any space left."""
    ballast = disk / "ballast"
    try:
        with ballast.open("wb", buffering=0) as file:
            while accepted(lambda: file.write(bytes(4096))):
                pass
        yield
    finally:
        ballast.unlink()


def accepted(change: Callable[[], object]) -> bool:
    """Or refused, for want of space."""
    try:
        change()
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        return False
    return True


def write_all(file: io.FileIO, content: bytes) -> None:
    """A write at the end of a disk may be a short one; the next is refused."""
    while content:
        content = content[file.write(content) :]


@as_root
def test_a_full_disk(small_disk: Path) -> None:
    with closing(Site(small_disk, FILES)) as site:
        site.agentfs("init")
        ann = site.mount("ann")
        (ann / "kept").write_text("before\n")
        site.settle()
        with (ann / "grows").open("wb", buffering=0) as writer:
            writer.write(b"begun\n")
            with filled(small_disk):
                assert not accepted(lambda: write_all(writer, bytes(1 << 20)))
                assert not accepted(lambda: (ann / "kept").write_text("x" * 100_000))
                assert not accepted(lambda: (ann / "fresh").write_text("x"))
                assert (ann / "kept").read_text() == "before\n"
                assert not (ann / "fresh").exists()
                # The log may have room left for something small.
                removed = accepted((ann / "README").unlink)
                linked = accepted(lambda: (ann / "link").symlink_to("kept"))
                assert ((ann / "README").exists(), (ann / "link").is_symlink()) == (
                    not removed,
                    linked,
                )
                cannot_mount(site)
                # What is not lost by then must not be now.
                kill_coordinator(site)
                site.agentfs("up")
                assert (ann / "kept").read_text() == "before\n"
            writer.seek(6)
            writer.truncate()
            writer.write(b"ended\n")
        (ann / "kept").write_text("after\n")
        site.mount("ben")
        site.agentfs("run", "ann", "true")
        assert site.trunk("kept") == b"after\n"
        assert site.trunk("grows") == b"begun\nended\n"
        assert (site.trunk("README") is None, site.trunk("link") is not None) == (removed, linked)
        site.fsck()


def cannot_mount(site: Site) -> None:
    mounts, events = site.mounts(), len(site.events())
    done = site.try_agentfs("mount", "ben")
    assert "space" in line_of(done)
    if done.returncode != STATUS["mount-failed"]:
        # The log was what had no space.
        assert done.returncode == STATUS["disk-full"]
        assert len(site.events()) == events
    assert site.mounts() == mounts
    assert not (site.folder / "repo-views/ben").exists()


# --- the log


def _cut(data: Path) -> None:
    os.truncate(data, data.stat().st_size // 2)


def _cut_short(data: Path) -> None:
    os.truncate(data, 100)


def _scribble(data: Path) -> None:
    data.write_bytes(b"not a log\n" * (data.stat().st_size // 10))


def _wipe(data: Path) -> None:
    """All but the pages that LMDB reads first."""
    with data.open("r+b") as file:
        file.seek(8192)
        file.write(bytes(data.stat().st_size - 8192))


def _from_the_future(data: Path) -> None:
    with lmdb.open(str(data.parent), max_dbs=32, map_size=1 << 30) as log:
        meta = log.open_db(b"meta")
        with log.begin(write=True) as txn:
            txn.put(schema.META_FORMAT, schema.format_value(schema.FORMAT + 1), db=meta)


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A repository whose log has something to lose, and no coordinator."""
    with closing(Site(tmp_path_factory.mktemp("logged"), FILES)) as site:
        site.agentfs("init")
        site.agentfs("run", "ann", "--", "sh", "-c", "echo x > saved")
        site.agentfs("down")
        yield site
        assert site.agentfs("run", "ann", "cat", "saved") == "x\n"
        site.fsck()


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (_cut, "log-damaged"),
        (_cut_short, "log-damaged"),
        (_scribble, "log-damaged"),
        (_wipe, "log-damaged"),
        (_from_the_future, "log-too-new"),
    ],
)
def test_a_log_that_cannot_be_used(logged: Site, damage: Callable[[Path], None], code: str) -> None:
    data = logged.state / "log/data.mdb"
    whole = data.read_bytes()
    try:
        damage(data)
        for command in (["mount", "ann"], ["status"], ["init"]):
            refused(logged, code, *command)
        before = data.read_bytes()
        done = subprocess.run(
            [sys.executable, "-m", "agentfs.daemon.coordinator", logged.git_dir],
            env=logged.environment,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
        line_of(done)
        assert done.returncode == 1
        assert data.read_bytes() == before
        assert processes(logged) == set()
    finally:
        data.write_bytes(whole)


# --- what the dead leave


def test_a_socket_left_by_a_dead_coordinator(own: Site) -> None:
    """And a pid file, whose pid is somebody else's by now.  Nobody notices."""
    own.agentfs("init")
    own.agentfs("up")
    kill_coordinator(own)
    (own.state / "run/pid").write_text(f"{os.getpid()}\n")
    assert (own.state / "run/socket").is_socket()
    assert not own.json("status")["coordinator"]["running"]
    assert own.agentfs("down") == "No coordinator was running.\n"
    done = own.try_agentfs("mount", "ann")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_save_starts_the_coordinator_that_it_needs(site: Site, ann: Path) -> None:
    kill_coordinator(site)
    (ann / "on").write_text("and on\n")
    site.settle()
    assert site.trunk("on") == b"and on\n"


def test_down_takes_the_views_of_a_dead_coordinator_down(own: Site) -> None:
    own.agentfs("init")
    view = own.mount("ann")
    kill_coordinator(own)
    own.agentfs("down")
    assert not view.exists()
    assert processes(own) == set()


def test_a_command_is_never_run_in_the_bare_folder(own: Site) -> None:
    """After a coordinator that was told to end, or a reboot, the log says that the view is
    mounted, and at its mount point is an empty folder."""
    own.agentfs("init")
    view = own.mount("ann")
    kill_coordinator(own, signal.SIGTERM)
    assert os.listdir(view) == []
    own.agentfs("run", "ann", "--", "sh", "-c", "cat README > made")
    assert own.trunk("made") == b"hello\n"
    own.agentfs("down")
    assert not view.exists()
