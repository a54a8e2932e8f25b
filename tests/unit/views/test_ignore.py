"""Ignore rules: by hand, and against ``git check-ignore`` on generated trees."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agentfs.model.ids import RepoPath
from agentfs.views.ignore import IgnoreRules

Files = Mapping[bytes, bytes]


def rules(files: Files, exclude: bytes = b"") -> IgnoreRules:
    """Rules over `.gitignore` contents by folder."""
    return IgnoreRules(files.get, exclude)


def ignored(content: bytes, path: bytes, *, is_dir: bool = False) -> bool:
    return rules({b"": content}).is_ignored(RepoPath(path), is_dir)


@pytest.mark.parametrize(
    ("content", "path", "is_dir", "expected"),
    [
        (b"*.o", b"a/b.o", False, True),
        (b"*.o\n!b.o", b"a/b.o", False, False),
        (b"!b.o\n*.o", b"b.o", False, True),
        (b"/a", b"b/a", False, False),
        (b"b/a", b"c/b/a", False, False),
        (b"build/", b"build", False, False),
        (b"build/", b"build", True, True),
        (b"build/", b"x/build/y", False, True),
        (b"build/\n!build/keep", b"build/keep", False, True),
        (b"build/*\n!build/keep", b"build/keep", False, False),
        (b"a/**/z", b"a/z", False, True),
        (b"a/**/z", b"a/b/c/z", False, True),
        (b"# a\n\\#b", b"#b", False, True),
        (b"\\!b", b"!b", False, True),
        (b"a  \r\n", b"a", False, True),
        (b"a\\ \n", b"a ", False, True),
        (b"a\t\n", b"a", False, False),
        (b"\xef\xbb\xbfa", b"a", False, True),
        (b"a\\", b"a\\", False, False),
        (b"[z-a]x", b"zx", False, True),
        (b"[z-a]x", b"ax", False, False),
        (b"x[!a]y", b"x/y", False, False),
        (b"[[:digit:]]x", b"4x", False, True),
        (b"[[:nonsense:]]x", b"nx", False, False),
        (b"\xff*", b"\xff\xfe", False, True),
        (b"", b"", True, False),
        (b"*", b"", True, False),
    ],
)
def test_a_line_means_what_it_means_to_git(
    content: bytes, path: bytes, is_dir: bool, expected: bool
) -> None:
    assert ignored(content, path, is_dir=is_dir) is expected


def test_the_nearest_file_decides_then_those_above_then_exclude() -> None:
    files = {b"": b"*.log\n", b"a": b"!*.log\n", b"a/b": b"x.log\n"}
    look = rules(files, exclude=b"*.txt\n!z.log\n")
    verdicts = {
        path: look.is_ignored(RepoPath(path), False)
        for path in (b"z.log", b"a/z.log", b"a/b/x.log", b"a/b/z.log", b"a/q.txt")
    }
    assert verdicts == {
        b"z.log": True,
        b"a/z.log": False,
        b"a/b/x.log": True,
        b"a/b/z.log": False,
        b"a/q.txt": True,
    }


def test_a_file_in_an_ignored_folder_is_never_read() -> None:
    asked: list[RepoPath] = []

    def read(folder: RepoPath) -> bytes | None:
        asked.append(folder)
        return b"out/\n" if folder == b"" else b"!*\n"

    assert IgnoreRules(read).is_ignored(RepoPath(b"out/deep/x"), False)
    assert asked == [b""]


@pytest.mark.parametrize(
    "path",
    [
        *(
            b".git",
            b"a/.git",
            b".GIT/x",
            b"a/.Git/b",
            b".git. ",
            b"git~1",
            b".g\xe2\x80\x8cit",
            b"x\\.git",
        ),
        *(
            b".agentfs",
            b".agentfs/locks",
            b"a/.x.py.swp",
            b"a/.x.py.swx",
            b"4913",
            b"x.py~",
            b".#x.py",
        ),
        *(
            b"#x.py#",
            b".x.kate-swp",
            b"x.py.tmp.4711.1700000000",
            b".nfs00a1",
            b".goutputstream-A1",
        ),
        *(b"a/__pycache__/x.txt", b"a/x.pyc"),
    ],
)
def test_git_the_control_folder_and_temporaries_are_private(path: bytes) -> None:
    assert ignored(b"", path)


@pytest.mark.parametrize(
    "path",
    [
        *(
            b".github/x",
            b".gitignore",
            b"a/.gitmodules",
            b"git",
            b"x.git",
            b".gitx",
            b"a/.agentfs/x",
        ),
        *(
            b"x.swp.py",
            b"a/x.tmp",
            b"#x",
            b"x.swap",
            b"49130",
            b"sediments",
            b"\xd0\xb3it",
            b"x.pyi",
        ),
    ],
)
def test_what_looks_like_them_is_tracked(path: bytes) -> None:
    assert not ignored(b"", path)


def test_a_repository_may_track_names_of_temporaries_but_never_git() -> None:
    look = rules({b"": b"!*\n"})
    assert not look.is_ignored(RepoPath(b"x.py~"), False)
    assert look.is_ignored(RepoPath(b"a/.git"), True)


def test_a_changed_file_counts_after_forget() -> None:
    files = {b"a": b"x\n"}
    look = rules(files)
    inside = RepoPath(b"a/b/x")
    assert look.is_ignored(inside, False)
    files[b"a"] = b"y\n"
    look.forget(RepoPath(b"a"))
    assert not look.is_ignored(inside, False)
    files[b""] = b"a/\n"
    look.forget(RepoPath(b""))
    assert look.is_ignored(inside, False)


def test_content_is_read_once_for_a_folder() -> None:
    asked: list[RepoPath] = []

    def read(folder: RepoPath) -> bytes | None:
        asked.append(folder)
        return b"*.o\n"

    look = IgnoreRules(read)
    for number in range(50):
        look.is_ignored(RepoPath(b"a/b/%d.c" % number), False)
    assert asked == [b"", b"a", b"a/b"]


def test_a_path_of_a_thousand_folders_is_answered() -> None:
    assert ignored(b"z", b"/".join([b"d"] * 2000 + [b"z"]))


@pytest.mark.timeout(10)
def test_a_hostile_glob_ends_soon() -> None:
    assert not ignored(b"*a*a*a*a*a*a*a*a*b", b"a" * 255)


# --- against git -------------------------------------------------------------------------

NAMES = (
    b"a",
    b"b",
    b"ab",
    b"A",
    b"a b",
    b"b ",
    b"!a",
    b"#a",
    b"a]",
    b"-",
    b"a\\",
    b"\xff",
    b"1.o",
    b"b.o",
)
FOLDERS = (b"a", b"b", b"a/b", b"ab", b"a/a", b"a/b/ab", b"\xff")

GLOBBING = rb"a b A 1 .o * ** *** ? / / \ ! # - ] [ [ab] [!a] [^b] [a-b] []-] [[:alpha:]] [\]a]"
ODD = rb"[b-a] [!-z] [/] [[:x:]] [[:] /** **/"
BYTES = (b" ", b"\r", b"\t", b"\xff", b"\xef\xbb\xbf", b"\0")

atoms = st.sampled_from((*GLOBBING.split(), *ODD.split(), *BYTES))
lines = st.lists(atoms, max_size=6).map(b"".join)
polarity = st.sampled_from([b"", b"", b"", b"!"])
contents = st.lists(st.builds(bytes.__add__, polarity, lines), max_size=5).map(b"\n".join)
trees = st.dictionaries(st.sampled_from([b"", b"a", b"a/b", b"ab"]), contents, max_size=3)


class Checkout:
    """A folder with the same files in each of a few folders, and git to ask about them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths = self._populate()
        subprocess.run(["git", "init", "-q", str(root)], check=True)
        self.exclude = root / ".git" / "info" / "exclude"

    def _populate(self) -> list[tuple[RepoPath, bool]]:
        for folder in FOLDERS:
            self.at(folder).mkdir(parents=True, exist_ok=True)
        paths = [(RepoPath(folder), True) for folder in FOLDERS]
        for folder in (b"", *FOLDERS):
            for name in NAMES:
                path = RepoPath(folder + b"/" + name if folder else name)
                if path not in FOLDERS:
                    self.at(path).touch()
                    paths.append((path, False))
        return paths

    def at(self, path: bytes) -> Path:
        return self.root / path.decode(errors="surrogateescape")

    def ignored(self, files: Files, exclude: bytes) -> set[bytes]:
        """What git ignores of all paths when the folders have these `.gitignore` files."""
        for folder in (b"", *FOLDERS):
            file = self.at(folder) / ".gitignore"
            if folder in files:
                file.write_bytes(files[folder])
            else:
                file.unlink(missing_ok=True)
        self.exclude.write_bytes(exclude)
        command = ["git", "-C", str(self.root), "check-ignore", "--stdin", "-z", "--no-index"]
        asked = b"\0".join(path for path, _ in self.paths)
        done = subprocess.run(command, input=asked, stdout=subprocess.PIPE, check=False)
        assert done.returncode in (0, 1)
        return set(done.stdout.split(b"\0")) - {b""}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checkout]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")  # no excludesFile of whoever runs this
        patch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
        yield Checkout(tmp_path_factory.mktemp("checkout"))


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(files=trees, exclude=contents)
@example(files={b"": b"a**/b"}, exclude=b"")
@example(files={b"": b"*\n!*/\n!*.o"}, exclude=b"")
@example(files={b"": b"/*\n!/a\n/a/*\n!/a/b/"}, exclude=b"a")
@example(files={b"": b"**\\/b\n\xff/**/\n"}, exclude=b"*\\")
@example(files={b"": b"a", b"a": b"!a\n!b"}, exclude=b"/**/ab/**")
def test_git_says_the_same(checkout: Checkout, files: Files, exclude: bytes) -> None:
    look = rules(files, exclude)
    ours = {path for path, is_dir in checkout.paths if look.is_ignored(path, is_dir)}
    assert ours == checkout.ignored(files, exclude)
