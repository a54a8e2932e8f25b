"""Our index, judged by git itself."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.model.ids import BlobId, RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.trunk.gitindex import (
    IndexEntry,
    Stat,
    UnreadableIndex,
    index_bytes,
    names_version,
    packed,
    parse_index,
)

VERSION = Version(BlobId("ab" * 20), Mode.EXECUTABLE)
names = st.binary(min_size=1, max_size=20).map(lambda b: b.replace(b"\0", b"x").replace(b"/", b"y"))
paths = st.lists(names, min_size=1, max_size=3).map(lambda parts: RepoPath(b"/".join(parts)))
stats = st.none() | st.builds(
    Stat,
    st.integers(0, 2**32 * 10**9 - 1),
    st.integers(0, 2**40),
    st.integers(0, 2**31),
    st.integers(0, 2**31),
    st.integers(0, 2**40),
)


@given(st.dictionaries(paths, stats, max_size=20))
def test_what_is_written_is_read(files: dict[RepoPath, Stat | None]) -> None:
    entries = {path: packed(IndexEntry(VERSION, stat), path) for path, stat in files.items()}
    assert parse_index(index_bytes(entries)) == entries
    assert all(names_version(raw, VERSION) for raw in entries.values())
    assert not any(names_version(raw, Version(VERSION.blob, Mode.FILE)) for raw in entries.values())


def test_git_reads_it(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    names = [b"a", b"a-b", b"a/b", b"caf\xe9", b"long/" + b"n" * 250, b"z" * 5]
    entries = {
        RepoPath(name): packed(IndexEntry(VERSION, Stat(7, 1, 2, 3, 4)), RepoPath(name))
        for name in names
    }
    (tmp_path / ".git/index").write_bytes(index_bytes(entries))
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--stage"], cwd=tmp_path, check=True, capture_output=True
    ).stdout
    expected = [b"100755 " + b"ab" * 20 + b" 0\t" + name for name in sorted(names)]
    assert listed.split(b"\0")[:-1] == expected


def test_gits_own_is_read_and_a_merge_is_left_alone(tmp_path: Path) -> None:
    def git(*arguments: str, check: bool = True) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
        subprocess.run(
            ["git", *identity, *arguments], cwd=tmp_path, check=check, capture_output=True
        )

    git("init", "-q", "-b", "main")
    (tmp_path / "f").write_text("1\n")
    git("add", "f")
    git("commit", "-qm", "1")
    assert list(parse_index((tmp_path / ".git/index").read_bytes())) == [b"f"]
    for branch, text in (("other", "2\n"), ("main", "3\n")):
        git("checkout", "-q", *(["-b"] if branch == "other" else []), branch)
        (tmp_path / "f").write_text(text)
        git("commit", "-qam", branch)
    git("merge", "other", check=False)
    with pytest.raises(UnreadableIndex):
        parse_index((tmp_path / ".git/index").read_bytes())


@pytest.mark.parametrize(
    "content", [b"", b"DIRC", b"x" * 100, b"DIRC\0\0\0\2\0\0\0\5" + b"\0" * 30]
)
def test_garbage_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableIndex):
        parse_index(content)
