"""What was written since the last checkpoint is lost or torn; the log is not, and mends it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash import victims
from tests.crash.victims import wait_until_back
from tests.support.site import Site

Damage = Callable[[Site, list[Path]], None]


def roll_back(site: Site, fresh: list[Path]) -> None:
    site.git("update-ref", "refs/heads/trunk", "main")


def zeroed_ref(site: Site, fresh: list[Path]) -> None:
    (site.git_dir / "refs/heads/trunk").write_bytes(bytes(41))


def no_ref(site: Site, fresh: list[Path]) -> None:
    (site.git_dir / "refs/heads/trunk").unlink()


def no_objects(site: Site, fresh: list[Path]) -> None:
    for file in fresh:
        file.unlink()


def zeroed_objects(site: Site, fresh: list[Path]) -> None:
    for file in fresh:
        overwrite(file, bytes(file.stat().st_size))


def cut_objects(site: Site, fresh: list[Path]) -> None:
    for file in fresh:
        overwrite(file, file.read_bytes()[:-5])


def all_of_it(site: Site, fresh: list[Path]) -> None:
    zeroed_objects(site, fresh[::4])
    cut_objects(site, fresh[1::4])
    no_objects(site, fresh[2::4])
    for file in fresh[3::4]:
        overwrite(file, b"")
    ref = site.git_dir / "refs/heads/trunk"
    ref.write_bytes(b"")
    lock = ref.with_suffix(".lock")
    lock.touch()
    os.utime(lock, (0, 0))


def overwrite(file: Path, content: bytes) -> None:
    file.chmod(0o600)
    file.write_bytes(content)
    file.chmod(0o444)


@pytest.mark.parametrize(
    "damage",
    [roll_back, zeroed_ref, no_ref, no_objects, zeroed_objects, cut_objects, all_of_it],
)
def test_a_power_cut(ready: Site, ann: Path, ben: Path, damage: Damage) -> None:
    name = damage.__name__
    before = loose(ready)
    for view in (ann, ben):
        (view / f"{view.name}-{name}").write_text(f"{name}\n")
        ready.settle()
    (ann / f"unpublished-{name}").write_text(f"{name}\n")
    no_power(ready)
    head = ready.git("rev-parse", "trunk").strip()
    damage(ready, sorted(loose(ready) - before))
    ready.agentfs("up")
    assert ready.git("merge-base", "--is-ancestor", head, "trunk") == ""
    wait_until_back(ann)
    wait_until_back(ben)
    ready.settle()
    for path in (f"ann-{name}", f"ben-{name}", f"unpublished-{name}"):
        assert ready.trunk(path) == f"{name}\n".encode()


def no_power(site: Site) -> None:
    """All at once: who is left for a moment starts the others again, who is stopped does not."""
    for _ in range(20):
        found = [victims.coordinator(site), *(victims.view(site, a) for a in ("ann", "ben"))]
        alive = [victim for victim in found if victim is not None]
        if not alive:
            return
        for victim in alive:
            victims.stop(victim)
        for victim in alive:
            victims.kill(victim)
    raise AssertionError("somebody is still alive")


def loose(site: Site) -> set[Path]:
    return {file for file in (site.git_dir / "objects").glob("??/*") if file.is_file()}
