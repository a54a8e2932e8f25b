"""Ancestry against `git merge-base --is-ancestor`."""

from __future__ import annotations

import itertools

import pytest

from agentfs.model.ids import CommitId
from agentfs.trunk.ancestry import is_ancestor
from agentfs.trunk.commits import CommitSpec, write_commit
from agentfs.trunk.kinds import Kind
from agentfs.trunk.objects import EMPTY_TREE, ObjectStore
from tests.unit.trunk.realgit import Git

GRAPH = {
    # commit: (parents, seconds); two roots, a criss-cross merge, equal and backward clocks
    "a": ("", 100), "b": ("a", 100), "c": ("a", 90), "d": ("bc", 120), "e": ("cb", 120),
    "f": ("de", 130), "r": ("", 200), "s": ("rf", 210), "t": ("e", 500), "u": ("t", 140),
}  # fmt: skip


@pytest.fixture
def graph(git: Git, store: ObjectStore) -> dict[str, CommitId]:
    store.write_tree({})
    made: dict[str, CommitId] = {}
    for name, (parents, seconds) in GRAPH.items():
        above = tuple(made[parent] for parent in parents)
        made[name] = write_commit(store, CommitSpec(EMPTY_TREE, above, "a", "a@b", seconds, name))
        git("update-ref", f"refs/heads/{name}", made[name])
    return made


def test_every_pair_as_git_has_it(git: Git, store: ObjectStore, graph: dict[str, CommitId]) -> None:
    for old, new in itertools.product(graph.values(), repeat=2):
        expected = not git.fails("merge-base", "--is-ancestor", old, new)
        assert is_ancestor(store, old, new) is expected


def test_what_is_unknown_is_contained_in_nothing(
    store: ObjectStore, graph: dict[str, CommitId]
) -> None:
    unknown = CommitId("1" * 40)
    assert not is_ancestor(store, unknown, graph["f"])
    assert not is_ancestor(store, graph["f"], unknown)
    assert not is_ancestor(store, unknown, unknown)


class CountingStore(ObjectStore):
    reads = 0

    def read(self, name: str, kind: Kind) -> bytes:
        self.reads += 1
        return super().read(name, kind)


def test_only_what_has_parted_is_read(git: Git, store: ObjectStore) -> None:
    """A branch that was moved aside must not cost a walk to the first commit."""
    store.write_tree({})
    tip: tuple[CommitId, ...] = ()
    for seconds in range(200):
        tip = (write_commit(store, CommitSpec(EMPTY_TREE, tip, "a", "a@b", seconds, "m")),)
    left, right = (
        write_commit(store, CommitSpec(EMPTY_TREE, tip, "a", "a@b", 1000, side))
        for side in ("left", "right")
    )
    counting = CountingStore(git.git_dir)
    assert not is_ancestor(counting, left, right)
    assert counting.reads < 10


def test_history_ends_where_a_shallow_clone_does(git: Git, store: ObjectStore) -> None:
    store.write_tree({})
    old = write_commit(store, CommitSpec(EMPTY_TREE, (CommitId("1" * 40),), "a", "a@b", 1, "m"))
    new = write_commit(store, CommitSpec(EMPTY_TREE, (old,), "a", "a@b", 2, "m"))
    assert is_ancestor(store, old, new)
    assert not is_ancestor(store, new, old)
