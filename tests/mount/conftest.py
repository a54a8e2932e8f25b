"""Real mounts of a small repository.  Every test ends with `Site.fsck`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.site import Site

FILES: dict[str, str | bytes] = {
    ".gitignore": "*.o\nbuild/\n",
    "README": "hello\n",
    "src/a.py": "\n\n".join(f"def f{n}():\n    return {n}\n" for n in (1, 2, 3)),
    "src/b.py": "B = 1\n",
    "src/deep/c.py": "C = 1\n",
    "run.sh": "#!/bin/sh\necho run\n",
    "data.bin": bytes(range(256)) * 40,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One for all tests of a module: each uses paths of its own."""
    site = Site(tmp_path_factory.mktemp("site"), FILES)
    try:
        site.agentfs("init")
        yield site
    finally:
        site.close()


@pytest.fixture(autouse=True)
def sound(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test: all is published or held, and everything agrees."""
    yield
    if "site" in request.fixturenames:
        site: Site = request.getfixturevalue("site")
        site.settle()
        site.fsck()


@pytest.fixture(scope="module")
def ann(site: Site) -> Path:
    """Ann's view."""
    return site.mount("ann")


@pytest.fixture(scope="module")
def ben(site: Site) -> Path:
    """Ben's view."""
    return site.mount("ben")
