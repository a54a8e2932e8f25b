"""The object store against what the git command reads and writes, and against damage."""

from __future__ import annotations

import os
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from agentfs.model.ids import BlobId, TreeId
from agentfs.trunk.objects import (
    EMPTY_TREE,
    BrokenObject,
    MissingObject,
    ObjectNotWritten,
    ObjectStore,
    StorageFull,
)
from agentfs.trunk.treeformat import TreeEntry
from tests.unit.trunk.realgit import Git

CONTENTS = [b"", b"hello\n", b"\0\xff\r\n" * 1000, os.urandom(300_000)]
NOWHERE = BlobId("1" * 40)


def loose_file(git: Git, object_id: str) -> Path:
    return git.git_dir / "objects" / object_id[:2] / object_id[2:]


def damage(path: Path, content: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(content)


@pytest.mark.parametrize("data", CONTENTS, ids=["empty", "text", "binary", "large"])
def test_blobs_are_what_git_has(git: Git, store: ObjectStore, data: bytes) -> None:
    blob = store.write_blob(data)
    assert blob == git("hash-object", "--stdin", stdin=data) == ObjectStore.blob_id(data)
    assert git.raw("cat-file", "blob", blob) == data == store.read_blob(blob)
    assert store.size(blob) == len(data)
    assert store.has(blob)
    assert store.verify(blob)


def test_computing_an_id_writes_nothing(store: ObjectStore) -> None:
    assert not store.has(ObjectStore.blob_id(b"never written"))


def test_objects_that_others_write_later_are_seen(git: Git, store: ObjectStore) -> None:
    assert not store.has(NOWHERE)
    blob = BlobId(git("hash-object", "-w", "--stdin", stdin=b"theirs"))
    assert store.read_blob(blob) == b"theirs"


def test_reads_go_on_through_repacking_by_others(git: Git, store: ObjectStore) -> None:
    first = git.commit(a="1\n" * 500, b="2\n" * 500)
    git("gc", "-q")
    assert store.read(first, "commit")
    # A second repack removes the pack that the store has open.
    second = git.commit(a="1\n" * 500 + "x", c="3\n")
    git("repack", "-adq")
    git("prune-packed", "-q")
    assert git("count-objects") == "0 objects, 0 kilobytes"
    for commit in (first, second):
        for _, blob in git.listing(commit).values():
            assert store.read_blob(BlobId(blob)) == git.raw("cat-file", "blob", blob)
    blob = store.write_blob(b"after the repack")
    assert git.raw("cat-file", "blob", blob) == b"after the repack"


def test_an_object_of_a_pack_is_not_written_twice(git: Git, store: ObjectStore) -> None:
    git.commit(a="packed\n")
    git("gc", "-q")
    blob = store.write_blob(b"packed\n")
    assert not loose_file(git, blob).exists()


def test_objects_of_an_alternate_are_read(git: Git, tmp_path: Path) -> None:
    git.commit(a="borrowed\n")
    git("clone", "-q", "--shared", "--bare", ".", str(tmp_path / "borrower"))
    store = ObjectStore(tmp_path / "borrower")
    assert store.read_blob(ObjectStore.blob_id(b"borrowed\n")) == b"borrowed\n"
    assert not list((tmp_path / "borrower/objects").glob("??/*"))


def test_missing_objects(store: ObjectStore) -> None:
    for ask in (store.read_blob, store.size):
        with pytest.raises(MissingObject, match=NOWHERE) as caught:
            ask(NOWHERE)
        assert caught.value.code == "object-missing"
    assert not store.has(NOWHERE)
    assert not store.verify(NOWHERE)


def test_an_object_of_another_kind(store: ObjectStore) -> None:
    tree = store.write_tree({b"a": TreeEntry(0o100644, store.write_blob(b"a"))})
    with pytest.raises(BrokenObject, match="is a tree, not a blob"):
        store.read_blob(BlobId(tree))
    with pytest.raises(BrokenObject, match="is a blob, not a tree"):
        store.read_tree(TreeId(store.write_blob(b"a")))


def damaged(how: str, good: bytes, other: bytes) -> bytes:
    return {
        "empty": b"",
        "cut": good[:200],
        "cut in the header": good[:3],
        "garbage": b"?" * 99,
        "too short": zlib.compress(b"blob 9\0" + b"short"),
        "another's": other,
    }[how]


BROKEN = ["empty", "cut", "cut in the header", "garbage", "too short", "another's"]


@pytest.mark.parametrize("how", BROKEN)
def test_broken_files_are_found_and_repaired(git: Git, store: ObjectStore, how: str) -> None:
    data = bytes(range(256)) * 40
    blob = store.write_blob(data)
    path = loose_file(git, blob)
    other = loose_file(git, store.write_blob(b"another's"))
    damage(path, damaged(how, path.read_bytes(), other.read_bytes()))
    assert store.has(blob)
    assert not store.verify(blob)
    if how != "another's":
        with pytest.raises(BrokenObject, match=blob) as caught:
            store.read_blob(blob)
        assert caught.value.code == "object-broken"

    assert store.rewrite("blob", data) == blob
    assert store.verify(blob)
    assert store.read_blob(blob) == data
    assert path.stat().st_mode & 0o777 == 0o444
    assert list(path.parent.iterdir()) == [path]
    git.assert_sound()


@pytest.mark.parametrize("how", ["empty", "cut in the header", "garbage"])
def test_size_of_a_broken_file(git: Git, store: ObjectStore, how: str) -> None:
    blob = store.write_blob(b"data" * 100)
    damage(loose_file(git, blob), damaged(how, loose_file(git, blob).read_bytes(), b""))
    with pytest.raises(BrokenObject, match=blob):
        store.size(blob)


def test_an_empty_file_is_written_over_by_any_write(git: Git, store: ObjectStore) -> None:
    blob = store.write_blob(b"power cut")
    damage(loose_file(git, blob), b"")
    store.write_blob(b"power cut")
    assert store.read_blob(blob) == b"power cut"
    git.assert_sound()


def test_a_broken_file_beside_a_good_pack(git: Git, store: ObjectStore) -> None:
    git.commit(a="twice\n")
    blob = ObjectStore.blob_id(b"twice\n")
    git("repack", "-aq")
    damage(loose_file(git, blob), b"?")
    assert store.read_blob(blob) == b"twice\n"
    store.rewrite("blob", b"twice\n")
    git.assert_sound()


def test_writing_again_spares_the_object_from_pruning(git: Git, store: ObjectStore) -> None:
    blob = store.write_blob(b"old")
    os.utime(loose_file(git, blob), (1_000_000_000, 1_000_000_000))
    store.write_blob(b"old")
    git("prune", "--expire=1.hour.ago")
    assert store.read_blob(blob) == b"old"


def test_rewriting_makes_what_is_missing_and_leaves_what_is_good(
    git: Git, store: ObjectStore
) -> None:
    blob = store.rewrite("blob", b"new")
    assert git.raw("cat-file", "blob", blob) == b"new"
    inode = loose_file(git, blob).stat().st_ino
    store.rewrite("blob", b"new")
    assert loose_file(git, blob).stat().st_ino == inode


def test_damage_inside_a_pack_is_found_and_repaired_beside_it(git: Git) -> None:
    data = b"packed\n" * 100
    git.commit(a=data.decode())
    blob = ObjectStore.blob_id(data)
    git("gc", "-q")
    (pack,) = (git.git_dir / "objects/pack").glob("*.pack")
    offset = next(
        int(line.split()[4])
        for line in git("verify-pack", "-v", str(pack.with_suffix(".idx"))).splitlines()
        if line.startswith(blob)
    )
    raw = bytearray(pack.read_bytes())
    raw[offset + 2 : offset + 12] = b"\xff" * 10
    damage(pack, bytes(raw))
    store = ObjectStore(git.git_dir)
    with pytest.raises(BrokenObject, match=blob):
        store.read_blob(blob)
    store.rewrite("blob", data)
    assert store.read_blob(blob) == data
    assert git.raw("cat-file", "blob", blob) == data


def test_what_cannot_be_written_is_an_error_of_ours(git: Git, store: ObjectStore) -> None:
    blob = ObjectStore.blob_id(b"blocked")
    loose_file(git, blob).parent.touch()
    with pytest.raises(ObjectNotWritten):
        store.write_blob(b"blocked")
    with pytest.raises(ObjectNotWritten):
        store.rewrite("blob", b"blocked")
    assert store.write_blob(b"else")


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KB."""
    place = tmp_path / "tiny"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False).returncode != 0:
        pytest.skip("needs the right to mount a tmpfs")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_full_disk(tiny_disk: Path) -> None:
    git = Git.init(tiny_disk / "repository", "--bare")
    store = ObjectStore(git.git_dir)
    small = store.write_blob(b"fits")
    large = os.urandom(400_000)
    for write in (store.write_blob, lambda data: store.rewrite("blob", data)):
        with pytest.raises(StorageFull) as caught:
            write(large)
        assert caught.value.code == "disk-full"
    assert not list(git.git_dir.rglob("tmp_obj*"))
    assert store.read_blob(small) == b"fits"
    assert store.write_blob(b"still fits")
    git.assert_sound()


NASTY_NAMES = [b"a", b"a.b", b"a-b", b"a0", b"ab", b"B", b"\xff\xfe", b"\xc3\xa9", b"x y\n\t", b" "]


def test_trees_are_in_the_order_of_git(git: Git, store: ObjectStore) -> None:
    blob = store.write_blob(b"x")
    folder = store.write_tree({b"f": TreeEntry(0o100644, blob)})
    entries = {name: TreeEntry(0o100644, blob) for name in NASTY_NAMES}
    entries[b"a"] = TreeEntry(0o040000, folder)
    entries[b"link"] = TreeEntry(0o120000, blob)
    entries[b"module"] = TreeEntry(0o160000, "2" * 40)
    listing = b"".join(
        b"%o %s %s\t%s\0" % (e.mode, kind(e), e.id.encode(), name) for name, e in entries.items()
    )
    tree = store.write_tree(entries)
    assert tree == git("mktree", "-z", "--missing", stdin=listing)
    git("fsck", "--strict", "--no-dangling", tree)
    store.release()
    found = store.read_tree(tree)
    assert found == entries
    names = [line.partition(b"\t")[2] for line in git.raw("ls-tree", "-z", tree).split(b"\0")[:-1]]
    assert list(found) == names


def kind(entry: TreeEntry) -> bytes:
    return {0o040000: b"tree", 0o160000: b"commit"}.get(entry.mode, b"blob")


@pytest.mark.parametrize(
    "raw",
    [
        b"garbage",
        b"100644 a\0" + b"1" * 19,
        b"100644 a\0" + b"1" * 20 + b"!",
        b"!" + b"100644 a\0" + b"1" * 20,
        b"100644 \0" + b"1" * 20,
        b"100844 a\0" + b"1" * 20,
    ],
)
def test_malformed_trees(git: Git, store: ObjectStore, raw: bytes) -> None:
    tree = git("hash-object", "-t", "tree", "-w", "--stdin", "--literally", stdin=raw)
    with pytest.raises(BrokenObject, match=tree):
        store.read_tree(TreeId(tree))


def test_the_empty_tree_is_known_without_a_file(git: Git, store: ObjectStore) -> None:
    git.commit()
    loose_file(git, EMPTY_TREE).unlink()
    assert store.read_tree(EMPTY_TREE) == {}
    assert store.write_tree({}) == EMPTY_TREE == git("rev-parse", "HEAD^{tree}")


def test_a_written_tree_is_not_changed_by_its_maker(store: ObjectStore) -> None:
    entries = {b"a": TreeEntry(0o100644, store.write_blob(b"a"))}
    tree = store.write_tree(entries)
    entries[b"b"] = entries[b"a"]
    assert list(store.read_tree(tree)) == [b"a"]
