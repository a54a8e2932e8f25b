"""Unix sockets at a path of any length.

The kernel takes 107 bytes for the name of a socket, and a repository may lie deeper than
that.  So the folder is opened, and the socket named through its descriptor.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from agentfs.model.errors import AgentfsError

BACKLOG: Final = 1024
"""Every view of a repository reconnects at once after the coordinator was restarted."""


class NoCoordinator(AgentfsError):
    """Nobody listens at the socket: none was started, or the last one died."""

    code = "no-coordinator"


def connect(path: Path) -> socket.socket:
    """A blocking connection to the socket at `path`.  Raises NoCoordinator."""
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    try:
        with _short(path) as name:
            connection.connect(name)
    except (FileNotFoundError, ConnectionRefusedError) as error:
        connection.close()
        raise NoCoordinator("no coordinator runs", hint="start it with `agentfs up`") from error
    except BaseException:
        connection.close()
        raise
    return connection


def listen(path: Path) -> socket.socket:
    """Listen at `path`, mode 0600, in place of a socket that a dead process left there.

    The name appears when the socket already listens, so a client sees either no socket
    or one that answers.  The caller sees to it that only one process does this at a time.
    """
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_CLOEXEC)
    try:
        with _short(fresh) as name:
            listener.bind(name)
            os.chmod(name, 0o600)
        listener.listen(BACKLOG)
        fresh.replace(path)
    except BaseException:
        listener.close()
        raise
    return listener


@contextlib.contextmanager
def _short(path: Path) -> Iterator[str]:
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
