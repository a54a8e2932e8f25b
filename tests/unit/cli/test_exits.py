from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import agentfs
from agentfs.cli.exits import INTERNAL, STATUS, exit_status
from agentfs.model.errors import AgentfsError
from agentfs.wire.errors import RemoteError


def error_classes(kind: type[AgentfsError] = AgentfsError) -> Iterator[type[AgentfsError]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from error_classes(sub)


def test_every_error_of_ours_has_a_status() -> None:
    for module in pkgutil.walk_packages(agentfs.__path__, "agentfs."):
        importlib.import_module(module.name)
    # Other tests have errors of their own; a RemoteError has the code of what it stands for.
    ours = [kind for kind in error_classes() if kind.__module__.startswith("agentfs.")]
    codes = {kind.code for kind in ours if kind is not RemoteError}
    assert len(codes) > 40
    assert codes == STATUS.keys() - {"internal", "system"}


def test_statuses_are_distinct_and_leave_clicks_and_the_signals_alone() -> None:
    assert len(set(STATUS.values())) == len(STATUS)
    assert all(status == 1 or 2 < status < 128 for status in STATUS.values())


def test_code_that_is_not_known_here() -> None:
    assert exit_status("from-the-future") == INTERNAL
