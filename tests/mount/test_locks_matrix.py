"""Every way to change a tracked file × every way in which something of it can be locked.

Ben does it, Ann holds the lock (or Ben).  Each case has a folder of its own with a file in it.
What comes of it is one of three things:

- ``saved``: it works, and the trunk gets it;
- ``refused``: EACCES, the view is as it was, what was tried is in `.agentfs/rejected`;
- ``held``: EACCES, the view has it, the trunk gets it when the lock is gone and not before.
"""

from __future__ import annotations

import contextlib
import errno
import mmap
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from agentfs.model.events import HoldReason, Refused, Saved
from agentfs.model.ids import AgentName
from tests.support.locker import Locker
from tests.support.site import Site, wait_for

TEXT = '''import os


class C:
    """A class."""

    def m(self):
        return 1

    def n(self):
        return 2


def f():
    return 3
'''
CHANGED = TEXT.replace("return 1", "return 11")
SAVED, REFUSED, HELD = "saved", "refused", "held"

Change = Callable[[Path], None]


def in_place(file: Path) -> None:
    with file.open("r+") as handle:
        handle.write(CHANGED)


def rewritten(file: Path) -> None:
    file.write_text(CHANGED)


def appended(file: Path) -> None:
    with file.open("a") as handle:
        handle.write("\n\nclass C:\n    pass\n")


def synced(file: Path) -> None:
    with file.open("r+") as handle:
        handle.write(CHANGED)
        handle.flush()
        os.fsync(handle.fileno())


def mapped(file: Path) -> None:
    with file.open("r+b") as handle, mmap.mmap(handle.fileno(), 0) as pages:
        at = pages.find(b"return 1")
        pages[at : at + 8] = b"return 7"
        pages.flush()


def truncated(file: Path) -> None:
    os.truncate(file, 20)


def renamed_onto(file: Path) -> None:
    fresh = file.with_name("a.py.tmp.1")
    fresh.write_text(CHANGED)
    fresh.rename(file)


def renamed_onto_tracked(file: Path) -> None:
    fresh = file.with_name("sedXYZ")
    fresh.write_text(CHANGED)
    fresh.rename(file)


def unlinked(file: Path) -> None:
    file.unlink()


def renamed_away(file: Path) -> None:
    file.rename(file.with_name("b.py"))


def renamed_to_private(file: Path) -> None:
    file.rename(file.with_name("a.o"))


def folder_renamed(file: Path) -> None:
    file.parent.rename(file.parent.with_name(file.parent.name + "-moved"))


def folder_removed(file: Path) -> None:
    shutil.rmtree(file.parent)


def made_executable(file: Path) -> None:
    file.chmod(0o755)


def made_a_symlink(file: Path) -> None:
    link = file.with_name("a.py.tmp.1")
    link.symlink_to("elsewhere")
    link.rename(file)


def beside(file: Path) -> None:
    file.write_text(TEXT.replace("return 3", "return 33"))


def comment_beside(file: Path) -> None:
    file.write_text(TEXT.replace("\n\ndef f", "\n\n# a comment\n\n\n\ndef f"))


def member_added(file: Path) -> None:
    file.write_text(TEXT.replace("\n\ndef f", "\n    def o(self):\n        return 4\n\n\ndef f"))


def broken_beside(file: Path) -> None:
    file.write_text(TEXT.replace("return 3", "return (3"))


def broken_inside(file: Path) -> None:
    file.write_text(TEXT.replace("return 1", "return (1"))


def symbol_renamed(file: Path) -> None:
    file.write_text(TEXT.replace("def m(", "def mm("))


def member_moved(file: Path) -> None:
    first, second = "    def m(self):\n        return 1\n", "    def n(self):\n        return 2\n"
    file.write_text(TEXT.replace(f"{first}\n{second}", f"{second}\n{first}"))


def new_file(file: Path) -> None:
    file.with_name("new.py").write_text("def g():\n    return 5\n")


def new_symlink(file: Path) -> None:
    file.with_name("link").symlink_to("a.py")


# What it comes to if Ann holds: the method C.m, the class C, the file, the module around it.
OPERATIONS: dict[Change, tuple[str, str, str, str]] = {
    in_place: (HELD, HELD, REFUSED, REFUSED),
    rewritten: (HELD, HELD, REFUSED, REFUSED),
    appended: (SAVED, HELD, REFUSED, REFUSED),
    synced: (HELD, HELD, REFUSED, REFUSED),
    mapped: (HELD, HELD, REFUSED, REFUSED),
    truncated: (HELD, HELD, REFUSED, REFUSED),
    renamed_onto: (REFUSED, REFUSED, REFUSED, REFUSED),
    renamed_onto_tracked: (REFUSED, REFUSED, REFUSED, REFUSED),
    unlinked: (REFUSED, REFUSED, REFUSED, REFUSED),
    renamed_away: (REFUSED, REFUSED, REFUSED, REFUSED),
    renamed_to_private: (REFUSED, REFUSED, REFUSED, REFUSED),
    folder_renamed: (REFUSED, REFUSED, REFUSED, REFUSED),
    folder_removed: (REFUSED, REFUSED, REFUSED, REFUSED),
    made_executable: (REFUSED, REFUSED, REFUSED, REFUSED),
    made_a_symlink: (REFUSED, REFUSED, REFUSED, REFUSED),
    beside: (SAVED, SAVED, REFUSED, REFUSED),
    comment_beside: (SAVED, SAVED, REFUSED, REFUSED),
    member_added: (SAVED, HELD, REFUSED, REFUSED),
    broken_beside: (SAVED, SAVED, REFUSED, REFUSED),
    broken_inside: (HELD, HELD, REFUSED, REFUSED),
    member_moved: (HELD, HELD, REFUSED, REFUSED),
    symbol_renamed: (HELD, HELD, REFUSED, REFUSED),
    new_file: (SAVED, SAVED, SAVED, REFUSED),
    new_symlink: (SAVED, SAVED, SAVED, REFUSED),
}
SCOPES = ("a.py::C.m", "a.py::C", "a.py", "**")
HARMLESS = ("mine", "expired", "none")
CASES = [
    (change, lock, result)
    for change, results in OPERATIONS.items()
    for lock, result in (
        *zip(("method", "class", "file", "module"), results, strict=True),
        # Shared with Ann alone, and by both: nobody saves while others share.
        ("shared", results[0]),
        ("shared by both", results[0]),
        *((each, SAVED) for each in HARMLESS),
    )
]


def folder_of(change: Change, lock: str) -> str:
    return f"{change.__name__}/{lock.replace(' ', '-')}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    files: dict[str, str | bytes] = {".gitignore": "*.o\n"}
    for change, lock, _ in CASES:
        files[f"{folder_of(change, lock)}/a.py"] = TEXT
    site = Site(tmp_path_factory.mktemp("site"), files)
    try:
        site.agentfs("init")
        yield site
    finally:
        site.close()


@pytest.fixture(scope="module")
def locker(site: Site, ann: Path, ben: Path) -> Locker:
    return Locker(site)


def take(locker: Locker, lock: str, folder: str) -> None:
    by_name = dict(zip(("method", "class", "file", "module"), SCOPES, strict=True))
    match lock:
        case "mine":
            locker.lock("ben", f"{folder}/a.py")
        case "expired":
            locker.let_expire("ann", f"{folder}/a.py")
        case "shared" | "shared by both":
            locker.lock("ann", f"{folder}/a.py::C.m", shared=True)
            if lock != "shared":
                locker.lock("ben", f"{folder}/a.py::C.m", shared=True)
        case "none":
            pass
        case _:
            locker.lock("ann", f"{folder}/{by_name[lock]}", why="mine for now")


def contents(folder: Path) -> dict[str, object]:
    """All that a reader sees in it: texts, links, the executable bit.  A view follows the trunk
    while one looks: what goes meanwhile is not there."""
    found: dict[str, object] = {}
    # Unlike `rglob`, which raises if a folder goes, `walk` then finds nothing in it.
    walked = os.walk(folder)
    for file in sorted(Path(at, each) for at, inner, files in walked for each in (*inner, *files)):
        name = str(file.relative_to(folder))
        with contextlib.suppress(FileNotFoundError):
            if file.is_symlink():
                found[name] = os.readlink(file)
            elif file.is_file():
                found[name] = file.read_text(), bool(file.stat().st_mode & 0o100)
    return found


def in_trunk(site: Site, folder: str) -> dict[str, object]:
    found: dict[str, object] = {}
    listed = site.git("ls-tree", "-r", "trunk", f"{folder}/").splitlines()
    for line in listed:
        (mode, _, blob), path = line.split("\t")[0].split(), line.split("\t")[1]
        text = site.git("cat-file", "blob", blob)
        name = path.removeprefix(f"{folder}/")
        found[name] = text if mode == "120000" else (text, mode == "100755")
    return found


@pytest.mark.parametrize(
    ("change", "lock", "result"),
    CASES,
    ids=[f"{change.__name__}-{lock}" for change, lock, _ in CASES],
)
def test_a_change_of_what_is_locked(
    site: Site,
    ann: Path,
    ben: Path,
    locker: Locker,
    change: Change,
    lock: str,
    result: str,
) -> None:
    folder = folder_of(change, lock)
    before = contents(ben / folder)
    take(locker, lock, folder)
    events = len(site.events())

    if result == SAVED:
        change(ben / folder / "a.py")
    else:
        with pytest.raises(PermissionError) as error:
            change(ben / folder / "a.py")
        assert error.value.errno == errno.EACCES

    shown = contents(ben / folder)
    site.settle()
    stopped = [each for each in site.events()[events:] if isinstance(each, Refused)]
    if result == REFUSED:
        # The temporary file of who renames stays where it was.
        assert {k: v for k, v in shown.items() if k in before} == before
        assert in_trunk(site, folder)["a.py"] == before["a.py"]
        assert stopped
        if change is renamed_onto or (change is renamed_onto_tracked and lock != "module"):
            kept = ben / ".agentfs" / "rejected" / str(stopped[-1].seq) / "a.py"
            assert kept.read_text() == CHANGED
    if result == HELD:
        assert shown != before
        assert in_trunk(site, folder) == before
        assert contents(ann / folder) == before
        with site.log.snapshot() as tables:
            row = tables.pending(AgentName("ben"), f"{folder}/a.py".encode())  # type: ignore[arg-type]
        assert row is not None
        assert row.held is HoldReason.LOCK
    if result == SAVED:
        assert stopped == []
    else:
        assert stopped[-1].holders == ("ann",)
        assert "ann" in stopped[-1].sentence
        assert (ben / ".agentfs" / "last_refusal").read_text().strip() == stopped[-1].sentence

    locker.unlock("ann")
    locker.unlock("ben")
    tracked = {k: v for k, v in shown.items() if not k.endswith((".o", ".tmp.1"))}
    wait_for(lambda: in_trunk(site, folder) == tracked, "the trunk has what the view shows")
    wait_for(lambda: contents(ann / folder) == tracked, "so has the other view")


def test_each_save_that_was_stopped_touched_what_was_held(site: Site) -> None:
    """After all of the above: no save of Ben's was published while another held it."""
    for event in site.events():
        if isinstance(event, Saved) and event.held is not None:
            assert event.cause is not None
            cause = site.events()[event.cause - 1]
            assert isinstance(cause, Refused)
            assert cause.held
