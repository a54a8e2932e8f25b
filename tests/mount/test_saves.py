"""What counts as a save, and what each one says in the log."""

from __future__ import annotations

import errno
import itertools
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from agentfs.model.changes import SaveKind
from tests.support.site import LIMIT, Site, wait_for

WRITE, CREATE, DELETE = SaveKind.WRITE, SaveKind.CREATE, SaveKind.DELETE
MODE, RENAME, SYMLINK = SaveKind.MODE, SaveKind.RENAME, SaveKind.SYMLINK


def kinds(site: Site, path: str) -> list[SaveKind]:
    return [save.kind for save in site.saves(path)]


def put(site: Site, view: Path, path: str, text: str = "one\ntwo\n") -> Path:
    """A file that is in the trunk."""
    (view / path).write_text(text)
    site.settle()
    return view / path


def test_a_close_is_durable_when_it_returns(site: Site, ann: Path) -> None:
    (ann / "close").write_text("x\n")
    [save] = site.saves("close")
    assert (save.kind, save.base, save.agent) == (CREATE, None, "ann")


def test_a_shell_redirection_is_one_save(site: Site, ann: Path) -> None:
    file = put(site, ann, "redirect")
    subprocess.run(["sh", "-c", f"echo new > {file}"], check=True, timeout=LIMIT)
    subprocess.run(["sh", "-c", f"/bin/echo newer > {file}"], check=True, timeout=LIMIT)
    subprocess.run(["sh", "-c", f"(echo a; sleep 0; echo b) > {file}"], check=True, timeout=LIMIT)
    site.settle()
    assert site.trunk("redirect") == b"a\nb\n"
    assert kinds(site, "redirect") == [CREATE, WRITE, WRITE, WRITE]


def test_a_file_emptied_halfway_is_never_saved(site: Site, ann: Path) -> None:
    file = put(site, ann, "halfway")
    with file.open("w") as out:
        # A child that inherited the file and exits closes it once more.
        subprocess.run(["true"], stdout=out, check=True, timeout=LIMIT)
        assert kinds(site, "halfway") == [CREATE]
        out.write("whole\n")
    assert kinds(site, "halfway") == [CREATE, WRITE]


def test_a_childs_close_does_not_end_its_parents_write(site: Site, ann: Path) -> None:
    file = put(site, ann, "parent")
    with file.open("w") as out:
        out.write("first\n")
        out.flush()
        subprocess.run(["true"], stdout=out, check=True, timeout=LIMIT)
        assert kinds(site, "parent") == [CREATE]
        out.write("second\n")
    assert kinds(site, "parent") == [CREATE, WRITE]
    site.settle()
    assert site.trunk("parent") == b"first\nsecond\n"


def test_a_file_handed_to_a_child_is_the_childs_to_finish(site: Site, ann: Path) -> None:
    file = ann / "handed"
    with file.open("w") as out:
        program = "import sys; sys.stdin.read(); print('done')"
        child = subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=out)
    assert kinds(site, "handed") == []
    child.communicate(timeout=LIMIT)
    assert kinds(site, "handed") == [CREATE]
    site.settle()
    assert site.trunk("handed") == b"done\n"


def test_fsync_saves_what_is_there(site: Site, ann: Path) -> None:
    with (ann / "synced").open("w") as out:
        out.write("one\n")
        out.flush()
        os.fsync(out.fileno())
        assert kinds(site, "synced") == [CREATE]
        out.write("two\n")
    assert kinds(site, "synced") == [CREATE, WRITE]


def test_an_empty_file_is_a_save(site: Site, ann: Path) -> None:
    subprocess.run(["touch", ann / "empty"], check=True, timeout=LIMIT)
    assert kinds(site, "empty") == [CREATE]
    site.settle()
    assert site.trunk("empty") == b""


def test_writing_the_same_again_is_none(site: Site, ann: Path) -> None:
    file = put(site, ann, "same", "x\n")
    file.write_text("x\n")
    subprocess.run(["touch", file], check=True, timeout=LIMIT)
    assert kinds(site, "same") == [CREATE]


def test_appending(site: Site, ann: Path) -> None:
    file = put(site, ann, "append", "x\n")
    with file.open("a") as out:
        out.write("y\n")
    site.settle()
    assert site.trunk("append") == b"x\ny\n"


def test_truncate_by_path_and_by_handle(site: Site, ann: Path) -> None:
    file = put(site, ann, "cut", "0123456789")
    os.truncate(file, 4)
    assert file.read_text() == "0123"
    with file.open("r+") as out:
        out.truncate(2)
    assert kinds(site, "cut") == [CREATE, WRITE, WRITE]
    site.settle()
    assert site.trunk("cut") == b"01"


def test_only_the_x_bit_is_a_save(site: Site, ann: Path) -> None:
    file = put(site, ann, "bits")
    file.chmod(0o600)
    assert file.stat().st_mode & 0o777 == 0o600
    assert kinds(site, "bits") == [CREATE]
    file.chmod(0o755)
    assert kinds(site, "bits") == [CREATE, MODE]
    site.settle()
    assert site.git("ls-tree", "trunk", "bits").startswith("100755")


def test_unlink_and_making_anew(site: Site, ann: Path) -> None:
    file = put(site, ann, "gone")
    file.unlink()
    assert kinds(site, "gone") == [CREATE, DELETE]
    assert not file.exists()
    site.settle()
    assert site.trunk("gone") is None
    put(site, ann, "gone", "again\n")
    assert site.trunk("gone") == b"again\n"


def test_a_symlink(site: Site, ann: Path) -> None:
    (ann / "link").symlink_to("README")
    assert kinds(site, "link") == [SYMLINK]
    assert (ann / "link").read_text() == (ann / "README").read_text()
    site.settle()
    assert site.git("ls-tree", "trunk", "link").startswith("120000")


def test_a_hard_link_is_refused(ann: Path) -> None:
    with pytest.raises(PermissionError) as caught:
        (ann / "hard").hardlink_to(ann / "README")
    assert caught.value.errno == errno.EPERM


def test_a_temporary_name_never_reaches_the_trunk(site: Site, ann: Path) -> None:
    file = put(site, ann, "target")
    (ann / "sedAbCdEf").write_text("new\n")
    (ann / "sedAbCdEf").rename(file)
    site.settle()
    assert site.trunk("target") == b"new\n"
    assert "sedAbCdEf" not in site.git("log", "--name-only", "--format=", "trunk")


def test_a_rename_keeps_the_files_history(site: Site, ann: Path) -> None:
    put(site, ann, "old name", "text\n" * 20)
    (ann / "old name").rename(ann / "new name")
    assert [save.origin for save in site.saves("new name")] == [b"old name"]
    site.settle()
    assert site.trunk("old name") is None
    assert site.trunk("new name") == b"text\n" * 20


def test_a_folder_is_renamed_whole(site: Site, ann: Path) -> None:
    for name in ("moved/x", "moved/in/y", "moved/in/z.o"):
        (ann / name).parent.mkdir(parents=True, exist_ok=True)
        (ann / name).write_text(name)
    site.settle()
    (ann / "moved").rename(ann / "there")
    site.settle()
    assert not (ann / "moved").exists()
    assert (ann / "there/in/z.o").read_text() == "moved/in/z.o"
    files = [name for name in site.trunk_files() if name.startswith(("moved", "there"))]
    assert files == ["there/in/y", "there/x"]


def test_rename_without_replacing(ann: Path, site: Site) -> None:
    put(site, ann, "stays")
    put(site, ann, "mover")
    done = subprocess.run(["mv", "-n", ann / "mover", ann / "stays"], timeout=LIMIT, check=False)
    assert done.returncode in (0, 1)
    assert (ann / "mover").exists()


def test_removing_a_folder(site: Site, ann: Path) -> None:
    for name in ("tree/a", "tree/b/c", "tree/b/d.o"):
        (ann / name).parent.mkdir(parents=True, exist_ok=True)
        (ann / name).write_text(name)
    site.settle()
    with pytest.raises(OSError, match="not empty"):
        (ann / "tree").rmdir()
    subprocess.run(["rm", "-r", ann / "tree"], check=True, timeout=LIMIT)
    assert not (ann / "tree").exists()
    site.settle()
    assert not [name for name in site.trunk_files() if name.startswith("tree")]


def test_a_folder_stays_when_its_last_file_goes(site: Site, ann: Path) -> None:
    (ann / "kept").mkdir()
    put(site, ann, "kept/only")
    (ann / "kept/only").unlink()
    site.settle()
    assert os.listdir(ann / "kept") == []
    (ann / "kept").rmdir()
    assert not (ann / "kept").exists()


def test_what_is_removed_while_open_is_read_to_the_end(site: Site, ann: Path) -> None:
    file = put(site, ann, "open", "text\n")
    with file.open("r+") as handle:
        file.unlink()
        assert handle.read() == "text\n"
        handle.write("more\n")
        handle.flush()
        assert os.fstat(handle.fileno()).st_size == 10
    site.settle()
    assert kinds(site, "open") == [CREATE, DELETE]


def test_a_file_renamed_while_open_is_saved_where_it_is(site: Site, ann: Path) -> None:
    with (ann / "was").open("w") as out:
        out.write("one\n")
        out.flush()
        (ann / "was").rename(ann / "is")
        out.write("two\n")
    site.settle()
    assert site.trunk("is") == b"one\ntwo\n"
    assert site.trunk("was") is None


def test_a_private_file_renamed_onto_a_tracked_one(site: Site, ann: Path) -> None:
    file = put(site, ann, "from-private")
    (ann / "x.o").write_text("new\n")
    (ann / "x.o").rename(file)
    assert kinds(site, "from-private") == [CREATE, WRITE]
    site.settle()
    assert site.trunk("from-private") == b"new\n"


def test_a_tracked_file_renamed_to_a_private_name(site: Site, ann: Path) -> None:
    file = put(site, ann, "to-private", "text\n")
    with file.open() as reader:
        file.rename(ann / "backup.o")
        assert reader.read() == "text\n"
    assert (ann / "backup.o").read_text() == "text\n"
    site.settle()
    assert site.trunk("to-private") is None
    assert site.trunk("backup.o") is None


def test_names_that_are_not_utf8(site: Site, ann: Path) -> None:
    name = os.fsencode(ann) + b"/caf\xe9"
    with open(name, "wb") as out:
        out.write(b"x")
    site.settle()
    assert b"caf\xe9" in os.listdir(os.fsencode(ann))
    assert '"caf\\351"' in site.trunk_files()


def test_a_long_name_is_refused_and_a_deep_path_is_not(site: Site, ann: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        (ann / ("n" * 256)).write_text("")
    deep = ann / "/".join(["d" * 100] * 8)
    deep.mkdir(parents=True)
    (deep / "f").write_text("x\n")
    site.settle()
    assert site.trunk(os.fspath((deep / "f").relative_to(ann))) == b"x\n"


def test_a_big_file(site: Site, ann: Path) -> None:
    content = os.urandom(1 << 20) * 24
    (ann / "big").write_bytes(content)
    assert (ann / "big").read_bytes() == content
    site.settle()
    assert site.trunk("big") == content


def test_the_command_waits_until_all_is_published(site: Site) -> None:
    done = site.try_agentfs("run", "cleo", "--", "sh", "-c", "echo run > ran; : > nothing; exit 7")
    assert done.returncode == 7
    assert site.trunk("ran") == b"run\n"
    assert site.trunk("nothing") == b""
    wait_for(site.published, "published")


def test_a_save_moves_the_files_time(site: Site, ann: Path) -> None:
    file = put(site, ann, "timed", "old\n")
    os.utime(file, ns=(1, 1_000_000_000))
    with file.open("r+") as out:
        out.write("new\n")
        out.flush()
        os.fsync(out.fileno())
        # Saved, and still open: the kernel keeps what it is told now.
        assert os.fstat(out.fileno()).st_mtime_ns > 1_000_000_000
    assert file.stat().st_mtime_ns > 1_000_000_000


def test_an_open_that_writes_nothing_leaves_the_files_time(site: Site, ann: Path) -> None:
    file = put(site, ann, "untimed")
    os.utime(file, ns=(1, 1_000_000_000))
    file.open("r+").close()
    os.chmod(file, 0o600)  # has the kernel ask for the attributes again
    assert file.stat().st_mtime_ns == 1_000_000_000


def test_a_private_folder_moved_to_where_git_looks(site: Site, ann: Path) -> None:
    (ann / "build/gen/deep").mkdir(parents=True)
    (ann / "build/gen/deep/made.py").write_text("made\n")
    (ann / "build/gen/left.o").write_text("object\n")
    with pytest.raises(OSError, match=os.strerror(errno.EXDEV)):
        (ann / "build/gen").rename(ann / "gen")
    subprocess.run(["mv", ann / "build/gen", ann / "gen"], check=True, timeout=LIMIT)
    site.settle()
    assert site.trunk("gen/deep/made.py") == b"made\n"
    assert site.trunk("gen/left.o") is None
    assert (ann / "gen/left.o").read_text() == "object\n"
    assert not (ann / "build/gen").exists()


def test_a_private_folder_moves_whole_where_it_stays_private(site: Site, ann: Path) -> None:
    for folder, rules in (("build/one", ""), ("build/own", "*\n")):
        (ann / folder).mkdir(parents=True)
        (ann / folder / ".gitignore").write_text(rules)
        (ann / folder / "kept.o").write_text("kept\n")
    (ann / "build/one").rename(ann / "build/two")
    (ann / "build/own").rename(ann / "own")
    (ann / "own/more").write_text("more\n")
    assert (ann / "build/two/kept.o").read_text() == "kept\n"
    assert (ann / "own/kept.o").read_text() == "kept\n"
    site.settle()
    assert [path for path in site.trunk_files() if path.startswith("own/")] == []


def test_a_removed_private_file_is_not_its_successor(site: Site, ann: Path) -> None:
    file = ann / "build/gone"
    file.parent.mkdir(exist_ok=True)
    fd = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        file.unlink()
        os.fchmod(fd, 0o640)
        os.utime(fd, ns=(1, 1))
        file.write_text("its successor\n")
        before = file.stat()
        os.fchmod(fd, 0o400)
        os.utime(fd, ns=(2, 2_000_000_000))
        os.ftruncate(fd, 3)
        again = os.open(f"/proc/self/fd/{fd}", os.O_WRONLY)
        os.write(again, b"old")
        os.close(again)
        assert os.pread(fd, 9, 0) == b"old"
        assert os.fstat(fd).st_mode & 0o777 == 0o400
    finally:
        os.close(fd)
    file.rename(ann / "build/after")  # has the kernel ask for the attributes again
    after = (ann / "build/after").stat()
    assert (after.st_mode, after.st_mtime_ns) == (before.st_mode, before.st_mtime_ns)
    assert (ann / "build/after").read_text() == "its successor\n"


def test_removing_files_of_a_folder_that_is_being_renamed(site: Site, ann: Path) -> None:
    (ann / "moving/in").mkdir(parents=True)
    for number in range(150):
        (ann / f"moving/in/{number}").write_text(f"{number}\n")
    site.settle()
    folder = os.open(ann / "moving/in", os.O_RDONLY)
    names, links = ["moving", "moved"] * 4, iter(range(1000))
    with ThreadPoolExecutor(1) as other:
        for here, there in itertools.pairwise(names):
            renamed = other.submit((ann / here).rename, ann / there)
            while not renamed.done():
                link = next(links)
                os.symlink("target", f"link{link}", dir_fd=folder)
                os.unlink(f"link{link}", dir_fd=folder)
            renamed.result()
    os.close(folder)
    assert not (ann / names[-2]).exists()
    assert len(os.listdir(ann / names[-1] / "in")) == 150


def test_a_tracked_file_goes_private_while_it_is_written(site: Site, ann: Path) -> None:
    work = site.state / "views/ann/work"
    with put(site, ann, "goes", "1\n").open("a") as out:
        out.write("2\n")
        out.flush()
        (ann / "goes").rename(ann / "goes.o")
        out.write("3\n")
        out.flush()
        (ann / "goes.o").rename(ann / "came")
        out.write("4\n")
    site.settle()
    assert site.trunk("came") == b"1\n2\n3\n4\n"
    wait_for(lambda: not list(work.iterdir()), "no working copy is left, and no note")
