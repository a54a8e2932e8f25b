from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from agentfs.model.events import Published
from agentfs.pipeline.publication.projection import ProjectionDiffers, project
from agentfs.pipeline.replay import replay
from agentfs.trunk.objects import ObjectStore
from tests.support.world import ANN, BEN, TRUNK, World, git
from tests.unit.pipeline.conftest import TEXT


@pytest.fixture
def busy(world: World) -> World:
    """Everything that can be in a log: merges, a conflict, a rename, a mode, a user's commit."""
    world.save(ANN, "a.py", TEXT.replace("return 1", "return 10"))
    world.save(BEN, "a.py", TEXT.replace("return 1", "return 11").replace("return 3", "return 30"))
    world.rename(ANN, "b.txt", "d/b.txt")
    world.settle()
    tree = git(world.repo, "rev-parse", f"{TRUNK}~1^{{tree}}").strip()
    commit = git(world.repo, "commit-tree", tree, "-p", TRUNK, "-m", "by hand").strip()
    git(world.repo, "update-ref", TRUNK, commit)
    world.align()
    world.resolve(world.conflicts()[0].id, "mine")
    world.settle()
    return world


def test_the_log_gives_every_commit_again(busy: World, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "other")
    target = ObjectStore(tmp_path / "other")
    with busy.log.snapshot() as tables:
        commits = [commit for _, commit in replay(tables, busy.store, target)]
    listed = git(busy.repo, "rev-list", "--reverse", TRUNK).split()
    assert commits == listed
    # All that agents wrote is there, from the log alone.
    for name in ("a.py", "d/b.txt"):
        assert git(tmp_path / "other", "cat-file", "-t", f"{commits[-1]}:{name}") == "blob\n"


def test_the_state_too(busy: World) -> None:
    before = (busy.rows(), busy.conflicts(), busy.head)
    busy.log.rebuild_state()
    assert (busy.rows(), busy.conflicts(), busy.head) == before


def test_a_changed_event_is_found(busy: World) -> None:
    event = next(event for event in busy.events() if isinstance(event, Published))
    with busy.log.snapshot() as tables, pytest.raises(ProjectionDiffers):
        project(busy.store, tables.content, replace(event, author="somebody else"))
