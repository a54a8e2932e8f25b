"""Attributes of paths, compared with ``git check-attr``."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agentfs.model.ids import RepoPath
from agentfs.trunk.attributes import Attributes, Value

NAMES = (b"merge", b"conflict-marker-size", b"diff", b"text", b"mine")
PATHS = (b"a", b"a.py", b"d/a.py", b"d/e/a.py", b"d/b c", b"build/x.o", b"[attr]", b'q"x')
FOLDERS = (b"", b"d", b"d/e")


class Git:
    """A repository that has nothing but files of attributes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        subprocess.run(["git", "init", "-q", str(folder)], check=True)

    def values(
        self, files: Mapping[bytes, bytes], info: bytes, user: bytes
    ) -> dict[bytes, dict[bytes, Value]]:
        for folder in FOLDERS:
            place = self.folder / os.fsdecode(folder) / ".gitattributes"
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(files.get(folder, b""))
        (self.folder / ".git/info/attributes").write_bytes(info)
        (self.folder / "user").write_bytes(user)
        command = ["git", "-c", f"core.attributesFile={self.folder / 'user'}", "check-attr"]
        done = subprocess.run(
            [*command, "-z", "--stdin", *(each.decode() for each in NAMES)],
            input=b"".join(path + b"\0" for path in PATHS),
            cwd=self.folder,
            env={**os.environ, "HOME": str(self.home), "GIT_ATTR_NOSYSTEM": "1"},
            capture_output=True,
            check=True,
        )
        words = iter(done.stdout.split(b"\0")[:-1])
        found: dict[bytes, dict[bytes, Value]] = {path: {} for path in PATHS}
        special = {b"set": True, b"unset": False, b"unspecified": None}
        for path, name, value in zip(words, words, words, strict=True):
            found[path][name] = special.get(value, value)
        return found


def ours(files: Mapping[bytes, bytes], info: bytes, user: bytes) -> dict[bytes, object]:
    attributes = Attributes(files.get, info=info, user=user)
    return {path: attributes.of(RepoPath(path), NAMES) for path in PATHS}


@pytest.fixture(scope="module")
def git(tmp_path_factory: pytest.TempPathFactory) -> Git:
    return Git(tmp_path_factory.mktemp("attributes"))


@pytest.mark.parametrize(
    ("files", "info", "user"),
    [
        ({b"": b"*.py merge=union\n"}, b"", b""),
        ({b"": b"*.py merge=union", b"d": b"*.py -merge"}, b"", b""),
        ({b"": b"*.py merge=union"}, b"*.py merge=binary", b"* merge=text"),
        ({b"": b"*.py merge=union\n"}, b"", b"* merge=text conflict-marker-size=9"),
        ({b"": b"*.o binary\n"}, b"", b""),
        ({b"": b"[attr]mine merge=union diff\na mine\na.py -mine"}, b"", b""),
        ({b"": b"[attr]binary text\n*.py binary"}, b"", b""),
        ({b"d": b"[attr]mine merge=union\n*.py mine"}, b"", b""),
        ({b"": b"[attr]mine merge=x\n[attr]diff mine\na diff"}, b"", b""),
        ({b"": b"d/*.py merge=x\n/a merge=y"}, b"", b""),
        ({b"": b"d/**/a.py merge=x", b"d": b"/e/a.py merge=y"}, b"", b""),
        ({b"": b'"d/b c" merge=x\n"q\\"x" merge=y\n"\\141" merge=z'}, b"", b""),
        ({b"": b"!a merge=x\nd/ merge=y\nbuild merge=z"}, b"", b""),
        ({b"": b"a merge=x -bad!name\na.py merge= diff"}, b"", b""),
        ({b"": b"a merge=x !merge\na.py !merge merge=x"}, b"", b""),
        ({b"": b"* merge=x\na.py !merge"}, b"", b"a.py merge=y"),
        ({b"": b"# a merge=x\n\n  a.py\tmerge=y  \r\n"}, b"", b""),
        ({b"": b"\xef\xbb\xbfa merge=x\n"}, b"", b""),
        ({b"": b"a " + b"x" * 2050 + b" merge=x\na.py merge=y\n"}, b"", b""),
        ({b"": b"[attr] merge=x\n"}, b"", b""),
        ({b"": b"* merge=x -merge=y -diff=z"}, b"", b""),
    ],
)
def test_as_git(git: Git, files: Mapping[bytes, bytes], info: bytes, user: bytes) -> None:
    assert ours(files, info, user) == git.values(files, info, user)


globs = st.sampled_from(
    [
        "*",
        "a",
        "*.py",
        "d/*",
        "/d/**",
        "**/a.py",
        "e/a.py",
        "[attr]m",
        "[attr]mine",
        '"d/b c"',
        "!a",
    ]
)
words = st.sampled_from(
    [
        *("merge", "-merge", "!merge", "merge=union", "diff", "-diff", "mine", "m", "-mine"),
        *("binary", "conflict-marker-size=9", "conflict-marker-size", "text=auto", "merge=a=b"),
        *("-", "=x", "é"),
    ]
)
lines = st.builds(lambda glob, rest: " ".join([glob, *rest]), globs, st.lists(words, max_size=3))
contents = st.lists(lines, max_size=4).map(lambda some: "\n".join(some).encode())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(files={b"": b"[attr]m merge=x", b"d": b"* m"}, info=b"", user=b"[attr]m -merge")
@given(files=st.dictionaries(st.sampled_from(FOLDERS), contents), info=contents, user=contents)
def test_as_git_on_anything(
    git: Git, files: Mapping[bytes, bytes], info: bytes, user: bytes
) -> None:
    assert ours(files, info, user) == git.values(files, info, user)
