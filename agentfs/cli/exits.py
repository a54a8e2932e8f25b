"""Exit statuses of the command: one for each meaning of an error, stable across releases.

0 is success, 2 is click's for a command line that makes no sense, 128 + n is a signal.
`run` passes on its command's own status.  `speaking` is for commands whose status means
something else: a number of conflicts, say.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Final

import click

INTERNAL: Final = 1
INTERRUPTED: Final = 130
"""Also what a shell says of a command that Ctrl-C ended."""
BROKEN_PIPE: Final = 141

STATUS: Final[Mapping[str, int]] = {
    "internal": INTERNAL,
    "system": 3,  # not an AgentfsError: what the operating system refused
    # Which repository, which trunk, which agent.
    "unsupported-path": 9,
    "not-a-repository": 10,
    "no-commit": 11,
    "unsupported-object-format": 12,
    "not-initialized": 13,
    "another-trunk": 14,
    "bad-branch-name": 15,
    "trunk-checked-out": 16,
    "bad-revision": 17,
    "bad-agent-name": 18,
    "bad-path": 19,
    # Mounting.
    "no-fuse": 20,
    "no-fusermount": 21,
    "already-mounted": 22,
    "not-mounted": 23,
    "mount-failed": 24,
    "mount-busy": 25,
    "unmount-failed": 26,
    "view-hangs": 27,
    "mount-path-not-absolute": 70,
    "mount-parent-missing": 71,
    "mount-point-is-file": 72,
    "mount-point-not-empty": 73,
    "mount-point-in-use": 74,
    "mount-point-in-view": 75,
    "mount-point-forbidden": 76,
    # The log.
    "log-failed": 30,
    "log-missing": 31,
    "log-damaged": 32,
    "log-too-new": 33,
    "disk-full": 34,
    "log-too-old": 35,
    # Git's objects and refs.
    "object-missing": 40,
    "object-broken": 41,
    "object-not-written": 42,
    "unstorable-path": 43,
    "trunk-moved": 44,
    "trunk-locked": 45,
    "ref-not-written": 46,
    "projection-differs": 47,
    "publishing-waits": 48,
    "changeset-stale": 49,
    "unreadable-index": 90,
    # The coordinator.
    "no-coordinator": 50,
    "coordinator-failed": 51,
    "coordinator-silent": 52,
    "connection-lost": 53,
    "bad-message": 54,
    "message-too-large": 55,
    "already-runs": 56,
    "cannot-fork": 57,
    # Conflicts.
    "no-such-conflict": 60,
    "bad-choice": 61,
    "conflict-unsettled": 62,
    "no-room": 63,
    # Locks.
    "bad-scope": 100,
    "locked": 101,
    "deadlock": 102,
    "not-the-holder": 103,
    "lease-gone": 104,
    "no-agent": 105,
    "not-your-agent": 106,
    "refused": 107,
    "bad-setting": 108,
    "bad-request": 109,
    # This installation.
    "grammar-missing": 80,
    # Merging on its own.  Commands that speak as git's or diff's have statuses of their own.
    "unknown-language": 81,
    "not-mergeable": 82,
    "merge-driver-failed": 83,
    "git-refused": 84,
    # The command of `agentfs run`, as a shell says it.
    "cannot-execute": 126,
    "command-not-found": 127,
}


def exit_status(code: str) -> int:
    """The status for an error's `code`; a code that a newer coordinator sent is INTERNAL."""
    return STATUS.get(code, INTERNAL)


class speaking:  # noqa: N801 - reads as a verb where it is used
    """A block of which every error has one status: `usage` for a command line that makes no
    sense, `failure` for all else."""

    def __init__(self, *, usage: int, failure: int) -> None:
        self._usage = usage
        self._failure = failure

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if isinstance(error, click.UsageError):
            vars(error)["exit_code"] = self._usage
        elif isinstance(error, Exception):
            vars(error)["exit_status"] = self._failure


def spoken_status(error: Exception, otherwise: int) -> int:
    """The status that a `speaking` block gave to `error`."""
    status = vars(error).get("exit_status", otherwise)
    assert isinstance(status, int)
    return status
