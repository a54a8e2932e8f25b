"""For a view's `Channel`: connect to the coordinator, and start it if none runs, without
blocking the loop."""

from __future__ import annotations

import functools
import os

import trio

from agentfs.pipeline.faults import VARIABLE
from agentfs.trunk.layout import StateDir
from agentfs.wire import address
from agentfs.wire.address import NoCoordinator
from agentfs.wire.channel import Connect
from agentfs.wire.start import ensure_coordinator


def connector(state: StateDir) -> Connect:
    """What `Channel` connects by.  Raises what `ensure_coordinator` raises."""
    reach = functools.partial(
        ensure_coordinator, state.git_dir, state.run, environment=_environment()
    )

    async def connect() -> trio.abc.Stream:
        try:
            # At once or not at all.  A thread would cost each idle view half a megabyte.
            connection = address.connect(state.socket)
        except NoCoordinator:
            connection = await trio.to_thread.run_sync(reach, abandon_on_cancel=True)
        return trio.SocketStream(trio.socket.from_stdlib_socket(connection))

    return connect


def _environment() -> dict[str, str]:
    """Ours, but that the coordinator which replaces one killed by a fault point must not die of
    it too.  (A file that names the point is gone by then.)"""
    environment = dict(os.environ)
    if not environment.get(VARIABLE, "").startswith("@"):
        environment.pop(VARIABLE, None)
    return environment
