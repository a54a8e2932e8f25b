"""The processes of one site: found by its own pid files, killed, and seen to be dead.

Nothing is ever killed by name, nor by a number that may have become another process's.
"""

from __future__ import annotations

import os
import select
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agentfs.daemon import pidfile
from agentfs.model.ids import AgentName
from agentfs.trunk.layout import StateDir
from tests.support.site import Site, wait_for

SECONDS: Final = 5.0
"""Asserted of what is to take one second on a machine that does nothing else."""
ZYGOTE: Final = b"agentfs.daemon.zygote"


@dataclass(frozen=True)
class Victim:
    """`file` is locked by the process as long as it lives; None for the zygote."""

    name: str
    pid: int
    file: Path | None


def coordinator(site: Site) -> Victim | None:
    """None: none runs just now."""
    return _holder("coordinator", StateDir(site.state).pid)


def view(site: Site, agent: str) -> Victim | None:
    return _holder(agent, StateDir(site.state).view(AgentName(agent)).root / "pid")


def zygote(site: Site) -> Victim | None:
    parent = coordinator(site)
    if parent is None:
        return None
    for pid in _children(parent.pid):
        if ZYGOTE in _command(pid):
            return Victim("zygote", pid, None)
    return None


def kill(victim: Victim) -> bool:
    """SIGKILL, and wait for the end.  False if it had ended, or ended up as another, before."""
    try:
        pidfd = os.pidfd_open(victim.pid)
    except ProcessLookupError:
        return False
    try:
        if not _is_still(victim) or select.select([pidfd], [], [], 0)[0]:
            return False
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
        wait_for(lambda: _has_ended(victim.pid, pidfd), f"{victim} dies")
        return True
    finally:
        os.close(pidfd)


def stop(victim: Victim) -> None:
    """SIGSTOP: it does nothing more, and can still be killed."""
    try:
        pidfd = os.pidfd_open(victim.pid)
    except ProcessLookupError:
        return
    try:
        if _is_still(victim):
            signal.pidfd_send_signal(pidfd, signal.SIGSTOP)
    except ProcessLookupError:
        pass
    finally:
        os.close(pidfd)


def wait_until_back(view: Path, seconds: float = SECONDS) -> None:
    """Asks for what the kernel cannot answer for a dead view."""

    def is_back() -> bool:
        try:
            os.statvfs(view)
        except OSError:
            return False
        return (view / "README").exists()

    wait_for(is_back, f"{view} is mounted again", seconds)


def _has_ended(pid: int, pidfd: int) -> bool:
    """Or runs no more, but hangs in the kernel until the coordinator helps it to die."""
    if select.select([pidfd], [], [], 1.0)[0]:
        return True
    try:
        return b") Z " in Path(f"/proc/{pid}/stat").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return True


def _is_still(victim: Victim) -> bool:
    if victim.file is None:
        return ZYGOTE in _command(victim.pid)
    return pidfile.holder(victim.file) == victim.pid


def _holder(name: str, file: Path) -> Victim | None:
    pid = pidfile.holder(file)
    return Victim(name, pid, file) if pid else None


def _children(pid: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""
