"""Commits against `git commit-tree`, `git log` and `git fsck --strict`."""

from __future__ import annotations

import pytest

from agentfs.model.ids import CommitId, TreeId
from agentfs.trunk.commits import (
    CommitFacts,
    CommitSpec,
    commit_bytes,
    read_commit,
    write_commit,
)
from agentfs.trunk.objects import EMPTY_TREE, BrokenObject, MissingObject, ObjectStore
from tests.unit.trunk.realgit import Git

SECONDS = 1_700_000_000


def spec(
    *parents: str, author: str = "Ann Author", email: str = "ann@example.org", message: str = "m"
) -> CommitSpec:
    return CommitSpec(
        tree=EMPTY_TREE,
        parents=tuple(map(CommitId, parents)),
        author=author,
        email=email,
        seconds=SECONDS,
        message=message,
    )


@pytest.fixture(autouse=True)
def empty_tree(store: ObjectStore) -> TreeId:
    return store.write_tree({})


def test_equal_to_the_commit_that_git_makes(git: Git, store: ObjectStore) -> None:
    message = "Änderung\n\nzweite Zeile\n"
    first = write_commit(store, spec(message=message))
    assert first == git("commit-tree", EMPTY_TREE, "-F", "-", stdin=message.encode())
    second = write_commit(store, spec(first, message=message))
    third = write_commit(store, spec(first, second, message=message))
    assert third == git(
        "commit-tree", EMPTY_TREE, "-p", first, "-p", second, "-F", "-", stdin=message.encode()
    )
    git("update-ref", "refs/heads/main", third)
    git.assert_sound()
    assert read_commit(store, third) == CommitFacts(EMPTY_TREE, (first, second), SECONDS)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert commit_bytes(spec("1" * 40)) == commit_bytes(spec("1" * 40))
    assert commit_bytes(spec(message="end")) == commit_bytes(spec(message="end\n"))


@pytest.mark.parametrize(
    ("author", "email", "shown"),
    [
        ("a<b>c", "x<y>@z", "abc <xy@z>"),
        ("two\nlines", "a\n@b", "twolines <a@b>"),
        ("", "", "unknown <>"),
        ("<>", "  ", "unknown <>"),
        (" . Dr. No, ", "no@isle", "Dr. No <no@isle>"),
        ("nul\0", "n\0@x", "nul <n@x>"),
        ("Zoë ☃", "zoë@example.org", "Zoë ☃ <zoë@example.org>"),
        ("not-utf8-\udcff", "a@b", "not-utf8-\\udcff <a@b>"),
    ],
)
def test_any_identity_makes_a_sound_commit(
    git: Git, store: ObjectStore, author: str, email: str, shown: str
) -> None:
    commit = write_commit(store, spec(author=author, email=email))
    git("update-ref", "refs/heads/main", commit)
    git.assert_sound()
    assert git("log", "--format=%an <%ae>|%cn <%ce>|%at|%ai") == (
        f"{shown}|{shown}|{SECONDS}|2023-11-14 22:13:20 +0000"
    )


@pytest.mark.parametrize(
    ("message", "shown"),
    [("", ""), ("\n\nx", "x"), ("nul \0 inside", "nul \\0 inside"), ("bad \udc80", "bad \\udc80")],
)
def test_any_message_makes_a_sound_commit(
    git: Git, store: ObjectStore, message: str, shown: str
) -> None:
    git("update-ref", "refs/heads/main", write_commit(store, spec(message=message)))
    git.assert_sound()
    assert git("log", "--format=%B") == shown


def test_commits_that_others_made_are_read(git: Git, store: ObjectStore) -> None:
    tree = git("rev-parse", f"{git.commit(a='a')}^{{tree}}")
    raw = (
        f"tree {tree}\nparent {'1' * 40}\nparent {'2' * 40}\n"
        "author A > B <a@b> 5 +0100\ncommitter C <c@d> 1234567890 -0800\n"
        "encoding latin-1\ngpgsig -----BEGIN\n parent of none\n -----END\n\n"
        "parent in the message\ncommitter too\n"
    ).encode("latin-1")
    commit = git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", stdin=raw)
    assert read_commit(store, CommitId(commit)) == CommitFacts(
        TreeId(tree), (CommitId("1" * 40), CommitId("2" * 40)), 1_234_567_890
    )


@pytest.mark.parametrize("raw", [b"", b"no commit", b"tree 1\n\n", b"tree 1\ncommitter x\n\n"])
def test_malformed_commits(git: Git, store: ObjectStore, raw: bytes) -> None:
    commit = git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", stdin=raw)
    with pytest.raises(BrokenObject, match=commit):
        read_commit(store, CommitId(commit))


def test_no_such_commit(store: ObjectStore) -> None:
    with pytest.raises(MissingObject):
        read_commit(store, CommitId("1" * 40))
