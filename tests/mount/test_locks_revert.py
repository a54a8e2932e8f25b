"""`on_violation = "revert"`: the accepted version is put back, the content kept aside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.locker import Locker
from tests.support.site import Site, wait_for

TEXT = "def f():\n    return 1\n\n\ndef g():\n    return 2\n"
CHANGED = TEXT.replace("return 1", "return 11")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    site = Site(tmp_path_factory.mktemp("site"), {"a.py": TEXT, "b.py": TEXT, "c.py": TEXT})
    try:
        site.agentfs("init")
        config = site.state / "config.toml"
        config.write_text(config.read_text().replace('"hold"', '"revert"'))
        yield site
    finally:
        site.close()


@pytest.fixture(scope="module")
def locker(site: Site, ann: Path, ben: Path) -> Locker:
    return Locker(site)


def test_the_accepted_version_is_back_and_the_content_aside(
    site: Site, ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "a.py::f")
    (ben / "a.py").read_text()
    with pytest.raises(PermissionError):
        (ben / "a.py").write_text(CHANGED)
    assert (ben / "a.py").read_text() == TEXT
    [kept] = (ben / ".agentfs/rejected").iterdir()
    assert (kept / "a.py").read_text() == CHANGED
    assert site.json("status")["held"] == []
    (ben / "a.py").write_text(TEXT.replace("return 2", "return 22"))
    wait_for(lambda: b"return 22" in (site.trunk("a.py") or b""), "what is beside it is published")


def test_a_handle_that_stays_open_reads_the_accepted_version(
    ann: Path, ben: Path, locker: Locker
) -> None:
    locker.lock("ann", "b.py::f")
    with (ben / "b.py").open("r+", buffering=1) as file:
        file.write(CHANGED)
        with pytest.raises(PermissionError):
            os.fsync(file.fileno())
        wait_for(lambda: (ben / "b.py").read_text() == TEXT, "it is put back")


def test_a_new_file_goes(site: Site, ann: Path, ben: Path, locker: Locker) -> None:
    locker.lock("ann", "new.py::f")
    with pytest.raises(PermissionError):
        (ben / "new.py").write_text(TEXT)
    wait_for(lambda: not (ben / "new.py").exists(), "it is gone")
    locker.unlock("ann")
    (ben / "new.py").write_text(TEXT)
    wait_for(lambda: site.trunk("new.py") == TEXT.encode(), "now it is published")
