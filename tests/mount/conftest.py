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


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    site = Site(tmp_path, FILES)
    try:
        site.agentfs("init")
        yield site
        site.settle()
        site.fsck()
    finally:
        site.close()


@pytest.fixture
def ann(site: Site) -> Path:
    """Ann's view."""
    return site.mount("ann")


@pytest.fixture
def ben(site: Site) -> Path:
    """Ben's view."""
    return site.mount("ben")
