"""The overlay's counts must be what a walk over all its entries would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.model import paths
from agentfs.model.ids import BlobId, RepoPath
from agentfs.model.versions import Mode, Version
from agentfs.views.overlay import Entry, Overlay

VERSION = Version(BlobId("a" * 40), Mode.FILE)
PATHS = [RepoPath(p) for p in (b"a", b"b/c", b"b/d", b"b/e/f", b"b/e/g", b"h/i/j")]
FOLDERS = {folder for path in PATHS for folder in paths.ancestors(path)}
steps = st.lists(
    st.tuples(st.sampled_from(PATHS), st.sampled_from(["live", "deleted", "none"])), max_size=30
)


def entry(kind: str) -> Entry | None:
    return {"live": Entry(VERSION, 1), "deleted": Entry(None, 1), "none": None}[kind]


@given(steps)
def test_folders_are_counted_as_entries_come_and_go(changes: list[tuple[RepoPath, str]]) -> None:
    overlay = Overlay()
    model: dict[RepoPath, Entry] = {}
    for path, kind in changes:
        overlay.set(path, entry(kind))
        model.pop(path, None)
        if (new := entry(kind)) is not None:
            model[path] = new
    for folder in FOLDERS:
        inside = {path: e for path, e in model.items() if paths.is_under(path, folder)}
        live = {p for p, e in inside.items() if e.version is not None}
        skip = len(paths.parts(folder))
        assert overlay.children(folder) == {paths.parts(p)[skip] for p in live}
        assert overlay.deletes_under(folder) == (len(live) != len(inside))
    assert {path: overlay.get(path) for path in overlay.paths()} == model
