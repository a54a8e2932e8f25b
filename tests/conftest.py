"""What holds for every test: marks, and the count of FUSE tests that really ran."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more of the machine than of the code.
settings.register_profile("agentfs", deadline=None)
settings.load_profile("agentfs")

HERE = Path(__file__).parent
MOUNTING = (HERE / "mount", HERE / "crash")


def why_no_fuse() -> str:
    """Why this machine cannot mount; empty if it can."""
    if shutil.which("fusermount3") is None:
        return "fusermount3 is not installed"
    try:
        os.close(os.open("/dev/fuse", os.O_RDWR))
    except OSError as error:
        return f"/dev/fuse: {error.strerror}"
    return ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if any(folder in item.path.parents for folder in MOUNTING):
            item.add_marker("fuse")
    reason = why_no_fuse()
    if reason:
        for item in items:
            if item.get_closest_marker("fuse"):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    if item.get_closest_marker("fuse"):
        report.user_properties.append(("fuse", True))
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """`.ci/run` reads this line."""
    fuse_tests = {
        outcome: {
            report.nodeid
            for report in terminalreporter.getreports(outcome)
            # A module that cannot be imported has a report of another kind.
            if ("fuse", True) in getattr(report, "user_properties", ())
        }
        for outcome in ("passed", "failed", "error", "skipped")
    }
    skipped = fuse_tests.pop("skipped")
    ran = set().union(*fuse_tests.values())
    terminalreporter.write_line(f"FUSE tests: {len(ran)} ran, {len(skipped)} skipped")
