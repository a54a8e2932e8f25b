"""Sites whose processes die.  Every test ends with `soundness.assert_sound`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agentfs.pipeline.faults import VARIABLE
from tests.crash.soundness import assert_sound
from tests.support.site import Site, wait_for

FUNCTIONS = 12
MODULE = "\n\n".join(f"def f{n}():\n    a = {n}\n    return a\n" for n in range(FUNCTIONS))
FILES: dict[str, str | bytes] = {
    ".gitignore": "build/\n*.tmp\n",
    "README": "hello\n",
    "src/a.py": MODULE,
    "src/b.py": MODULE,
    "src/c.py": MODULE,
}


class Faults:
    """Has one process of the site die at a named point."""

    def __init__(self, site: Site) -> None:
        """Before anything of the site runs."""
        self._file = site.folder / "armed"
        site.environment[VARIABLE] = f"@{self._file}"

    def arm(self, point: str) -> None:
        """The next process that reaches it dies there."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(point)
        fresh.replace(self._file)

    def wait_until_hit(self) -> None:
        wait_for(lambda: not self._file.exists(), "the fault point is reached")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One for all tests of a module: each uses paths of its own."""
    site = Site(tmp_path_factory.mktemp("site"), FILES)
    try:
        yield site
    finally:
        site.close()


@pytest.fixture(scope="module")
def faults(site: Site) -> Faults:
    return Faults(site)


@pytest.fixture(scope="module")
def ready(site: Site, faults: Faults) -> Site:
    site.agentfs("init")
    return site


@pytest.fixture(scope="module")
def ann(ready: Site) -> Path:
    """Ann's view."""
    return ready.mount("ann")


@pytest.fixture(scope="module")
def ben(ready: Site) -> Path:
    """Ben's view."""
    return ready.mount("ben")


@pytest.fixture(autouse=True)
def sound(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "ready" in request.fixturenames:
        assert_sound(request.getfixturevalue("ready"))
