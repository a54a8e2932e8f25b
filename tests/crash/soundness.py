"""What holds after any crash, once everything runs again and is quiet."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections import Counter
from pathlib import Path

from agentfs.model.events import Published, Saved, ViewMode
from agentfs.model.ids import Seq
from agentfs.pipeline.replay import replay
from agentfs.trunk.objects import ObjectStore
from tests.support.site import LIMIT, Site, wait_for

_PRIVATE = [f"--exclude={each}" for each in ("./.git", "./.agentfs", "./build", "*.tmp")]
Files = dict[str, tuple[bytes, str]]
"""By path: content (a symlink's target), and "file", "program" or "link"."""


def assert_sound(site: Site) -> None:
    """Everything that was saved is published or held, and nothing disagrees about it."""
    site.agentfs("up")
    site.settle()
    site.fsck()
    assert_no_save_twice(site)
    assert_replays(site)
    assert_views_show_the_trunk(site)


def assert_no_save_twice(site: Site) -> None:
    saves = [event for event in site.events() if isinstance(event, Saved)]
    requests = Counter((save.agent, save.session, save.request, save.path) for save in saves)
    assert [request for request, times in requests.items() if times > 1] == []


def assert_replays(site: Site) -> None:
    """Into an empty repository the log gives the same commits."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "init", "-q", "--bare", folder], check=True, timeout=LIMIT)
        target = ObjectStore(Path(folder))
        with site.log.snapshot() as tables:
            made = list(replay(tables, ObjectStore(site.git_dir), target))
            events = list(tables.events(Seq(0)))
    published = [event for event in events if isinstance(event, Published)]
    ours = [event.commit for event in published if event.commit != event.parent]
    line = site.git("rev-list", "--first-parent", "--reverse", "trunk").split()
    assert made[-1][1] == line[-1]
    assert line[-len(ours) :] == ours if ours else True


def assert_views_show_the_trunk(site: Site) -> None:
    """Each live view that is mounted, but for what is held back in it."""
    with site.log.snapshot() as tables:
        views = [row for row in tables.views() if row.mounted and row.mode is ViewMode.LIVE]
        held = {
            row.agent: {row.path.decode() for row in tables.pending_of(row.agent)} for row in views
        }
    trunk = files_of_trunk(site)
    for view in views:
        _wait_until_shown(Path(view.path), trunk, held[view.agent])


def _wait_until_shown(view: Path, trunk: Files, skip: set[str]) -> None:
    wrong: list[str] = []

    def shown() -> bool:
        wrong[:] = differing(view, trunk, skip)
        return not wrong

    try:
        wait_for(shown, f"{view} shows the trunk")
    except AssertionError as error:
        raise AssertionError(f"{error}, but for {wrong}") from None


def differing(view: Path, trunk: Files, skip: set[str]) -> list[str]:
    shown = files_of(view)
    paths = (trunk.keys() | shown.keys()) - skip
    return sorted(path for path in paths if trunk.get(path) != shown.get(path))


def files_of_trunk(site: Site) -> Files:
    return _unpacked(["git", "archive", "trunk"], site.repo)


def files_of(view: Path) -> Files:
    """Tracked files of a view; read by a program that can be given up if the view hangs."""
    return _unpacked(["tar", "-cf", "-", *_PRIVATE, "."], view)


def _unpacked(command: list[str], cwd: Path) -> Files:
    done = subprocess.run(command, cwd=cwd, capture_output=True, timeout=LIMIT, check=True)
    files: Files = {}
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        for member in archive:
            name = member.name.removeprefix("./")
            if member.issym():
                files[name] = (member.linkname.encode(), "link")
            elif member.isfile():
                content = archive.extractfile(member)
                assert content is not None
                kind = "program" if member.mode & 0o100 else "file"
                files[name] = (content.read(), kind)
    return files
