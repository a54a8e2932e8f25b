"""What a view shows: the trunk as it moves, its own saves, its private files."""

from __future__ import annotations

import mmap
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.site import LIMIT, Site, wait_for

TEXT = "\n\n".join(f"def f{n}():\n    return {n}\n" for n in range(1, 6))


def put(site: Site, view: Path, path: str, text: str = TEXT) -> Path:
    """A file that is in the trunk."""
    (view / path).parent.mkdir(parents=True, exist_ok=True)
    (view / path).write_text(text)
    site.settle()
    return view / path


def shows(view: Path, path: str, text: str) -> None:
    def there() -> bool:
        try:
            return (view / path).read_text() == text
        except FileNotFoundError:
            return False

    wait_for(there, f"{view.name} shows {path}")


def test_others_see_a_save(site: Site, ann: Path, ben: Path) -> None:
    assert not (ben / "seen").exists()
    put(site, ann, "seen", "1\n")
    shows(ben, "seen", "1\n")
    put(site, ben, "seen", "2\n")
    shows(ann, "seen", "2\n")
    (ann / "seen").unlink()
    wait_for(lambda: not (ben / "seen").exists(), "the file is gone for ben")


def test_folders_come_and_go(site: Site, ann: Path, ben: Path) -> None:
    assert not (ben / "come").exists()
    put(site, ann, "come/in/file", "1\n")
    shows(ben, "come/in/file", "1\n")
    assert os.listdir(ben / "come") == ["in"]
    subprocess.run(["rm", "-r", ann / "come"], check=True, timeout=LIMIT)
    wait_for(lambda: not (ben / "come").exists(), "the folder is gone for ben")


def test_an_open_file_keeps_its_version(site: Site, ann: Path, ben: Path) -> None:
    put(site, ann, "snapshot", "old\n" * 2000)
    shows(ben, "snapshot", "old\n" * 2000)
    with (ben / "snapshot").open() as reader, (ben / "snapshot").open("rb") as mapped:
        view = mmap.mmap(mapped.fileno(), 0, prot=mmap.PROT_READ)
        assert reader.readline() == "old\n"
        put(site, ann, "snapshot", "new\n")
        shows(ben, "snapshot", "new\n")
        assert reader.read() == "old\n" * 1999
        assert view[-4:] == b"old\n"
        view.close()
    assert (ben / "snapshot").stat().st_size == 4


def test_a_new_version_is_a_new_inode(site: Site, ann: Path, ben: Path) -> None:
    put(site, ann, "inode", "1\n")
    shows(ben, "inode", "1\n")
    before = (ben / "inode").stat()
    put(site, ann, "inode", "2\n")
    shows(ben, "inode", "2\n")
    after = (ben / "inode").stat()
    assert after.st_ino != before.st_ino
    assert after.st_mtime_ns > before.st_mtime_ns


def test_ones_own_save_keeps_its_inode_when_it_is_published(site: Site, ann: Path) -> None:
    file = put(site, ann, "keeps", "1\n")
    before = file.stat()
    wait_for(site.published, "published")
    again = file.stat()
    assert (again.st_ino, again.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


IN_PLACE = "open(name, 'w').write(text)"
BY_RENAME = "open(name + '.new', 'w').write(text); os.replace(name + '.new', name)"


@pytest.mark.parametrize("write", [IN_PLACE, BY_RENAME], ids=["in place", "by rename"])
def test_a_stale_writer_undoes_nobody(site: Site, ann: Path, ben: Path, write: str) -> None:
    """An agent reads v1, v2 comes, and it writes a whole file that it made from v1."""
    name = f"stale{len(write)}.py"
    put(site, ann, name)
    shows(ben, name, TEXT)
    program = (
        "import os, sys; name = sys.argv[1]; text = open(name).read();"
        "print(flush=True); sys.stdin.readline();"
        f"text = text.replace('return 5', 'return 50'); {write}"
    )
    agent = subprocess.Popen(
        [sys.executable, "-c", program, name],
        cwd=ben,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert agent.stdout is not None
    agent.stdout.readline()
    second = TEXT.replace("return 1", "return 10")
    put(site, ann, name, second)
    shows(ben, name, second)
    agent.communicate("\n", timeout=LIMIT)
    assert agent.returncode == 0
    site.settle()
    both = second.replace("return 5", "return 50")
    assert site.trunk(name) == both.encode()
    shows(ben, name, both)


def test_an_append_builds_on_what_is_shown(site: Site, ann: Path, ben: Path) -> None:
    put(site, ann, "log.txt", "1\n")
    shows(ben, "log.txt", "1\n")
    put(site, ann, "log.txt", "1\n2\n")
    shows(ben, "log.txt", "1\n2\n")
    with (ben / "log.txt").open("a") as out:
        out.write("3\n")
    site.settle()
    assert site.trunk("log.txt") == b"1\n2\n3\n"


def test_edits_side_by_side_are_merged(site: Site, ann: Path, ben: Path) -> None:
    put(site, ann, "both.py")
    shows(ben, "both.py", TEXT)
    (ann / "both.py").write_text(TEXT.replace("return 1", "return 10"))
    (ben / "both.py").write_text(TEXT.replace("return 5", "return 50"))
    site.settle()
    both = TEXT.replace("return 1", "return 10").replace("return 5", "return 50")
    assert site.trunk("both.py") == both.encode()
    shows(ann, "both.py", both)
    shows(ben, "both.py", both)


def test_an_edit_follows_a_rename(site: Site, ann: Path, ben: Path) -> None:
    put(site, ann, "before.py")
    shows(ben, "before.py", TEXT)
    with (ben / "before.py").open("r+") as file:
        text = file.read()
        (ann / "before.py").rename(ann / "after.py")
        wait_for(site.published, "published")
        file.seek(0)
        file.write(text.replace("return 3", "return 30"))
        file.truncate()
    site.settle()
    assert site.trunk("before.py") is None
    assert site.trunk("after.py") == TEXT.replace("return 3", "return 30").encode()


def test_private_files_stay_in_their_view(site: Site, ann: Path, ben: Path) -> None:
    (ann / "build").mkdir()
    (ann / "build/out").write_text("x")
    (ann / "x.o").write_text("x")
    os.symlink("out", ann / "build/link")
    os.mkfifo(ann / "build/pipe")
    assert sorted(os.listdir(ann / "build")) == ["link", "out", "pipe"]
    assert (ann / "build/link").read_text() == "x"
    assert stat.S_ISFIFO((ann / "build/pipe").lstat().st_mode)
    assert not (ben / "build").exists()
    assert not site.saves("x.o")
    os.truncate(ann / "x.o", 0)
    assert (ann / "x.o").stat().st_size == 0
    subprocess.run(["rm", "-r", ann / "build"], check=True, timeout=LIMIT)


def test_xattrs_are_for_private_files(site: Site, ann: Path) -> None:
    (ann / "attr.o").write_text("x")
    os.setxattr(ann / "attr.o", "user.note", b"value")
    assert os.getxattr(ann / "attr.o", "user.note") == b"value"
    assert os.listxattr(ann / "attr.o") == ["user.note"]
    os.removexattr(ann / "attr.o", "user.note")
    tracked = put(site, ann, "attr.txt")
    assert os.listxattr(tracked) == []
    with pytest.raises(OSError, match="not supported"):
        os.setxattr(tracked, "user.note", b"value")


def test_ignore_rules_change_what_is_tracked(site: Site, ann: Path) -> None:
    put(site, ann, "rules/.gitignore", "*.log\n!keep.log\n")
    put(site, ann, "rules/a.log", "x")
    put(site, ann, "rules/keep.log", "x")
    put(site, ann, "rules/sub/b.log", "x")
    assert [n for n in site.trunk_files() if n.startswith("rules/")] == [
        "rules/.gitignore",
        "rules/keep.log",
    ]
    put(site, ann, "rules/.gitignore", "")
    put(site, ann, "rules/c.log", "x")
    assert site.trunk("rules/c.log") == b"x"


def test_what_is_tracked_stays_so(site: Site, ann: Path) -> None:
    put(site, ann, "forced.txt", "1\n")
    put(site, ann, ".gitignore", "*.o\nbuild/\nforced.txt\n")
    put(site, ann, "forced.txt", "2\n")
    assert site.trunk("forced.txt") == b"2\n"
    put(site, ann, ".gitignore", "*.o\nbuild/\n")


def test_times_can_be_set(site: Site, ann: Path) -> None:
    file = put(site, ann, "times", "x\n")
    os.utime(file, ns=(10**18, 10**18))
    assert file.stat().st_mtime_ns == 10**18
    (ann / "t.o").write_text("x")
    os.utime(ann / "t.o", ns=(10**18, 10**18))
    assert (ann / "t.o").stat().st_mtime_ns == 10**18


def test_statfs_is_that_of_the_disk(site: Site, ann: Path) -> None:
    here, there = os.statvfs(ann), os.statvfs(site.repo)
    assert (here.f_frsize, here.f_blocks) == (there.f_frsize, there.f_blocks)
    assert here.f_namemax == 255


def test_a_listing_is_what_is_there(site: Site, ann: Path) -> None:
    names = [f"n{number}" for number in range(300)]
    (ann / "many").mkdir()
    for name in names:
        (ann / "many" / name).write_text(name)
    with (ann / "many/unsaved").open("w"):
        assert sorted(os.listdir(ann / "many")) == sorted([*names, "unsaved"])
    for name in names[::2]:
        (ann / "many" / name).unlink()
    assert sorted(os.listdir(ann / "many")) == sorted([*names[1::2], "unsaved"])


def test_a_pinned_view_stands_still_but_for_its_own_saves(site: Site, ann: Path) -> None:
    put(site, ann, "pin", "1\n")
    pinned = site.mount("pia", "--pinned")
    put(site, ann, "pin", "2\n")
    put(site, ann, "later", "x\n")
    assert (pinned / "pin").read_text() == "1\n"
    assert not (pinned / "later").exists()
    put(site, pinned, "mine", "m\n")
    assert (pinned / "mine").read_text() == "m\n"
    shows(ann, "mine", "m\n")
    site.agentfs("unmount", "pia")


def test_saves_and_private_files_outlive_the_mount(site: Site) -> None:
    view = site.mount("dan")
    (view / "dans").write_text("x\n")
    (view / "dans.o").write_text("private\n")
    site.agentfs("unmount", "dan")
    assert not view.exists()
    site.settle()
    assert site.trunk("dans") == b"x\n"
    view = site.mount("dan")
    assert (view / "dans.o").read_text() == "private\n"
    assert (view / "dans").read_text() == "x\n"
    site.agentfs("unmount", "dan")
