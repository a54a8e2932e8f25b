"""Named points at which a test can make the process die, as by kill -9.

``AGENTFS_FAULT=name`` in the environment at the process's start kills it where `fault(name)`
is reached, ``AGENTFS_FAULT=name:3`` when that happens for the third time.  With
``AGENTFS_FAULT=@FILE`` it is the file that names the point, whenever it is there; who dies
of it removes it first, so one process dies, once, however many inherit the variable.
Without the variable a fault point costs one comparison.
"""

from __future__ import annotations

import os
import signal
from typing import Final

VARIABLE: Final = "AGENTFS_FAULT"


class FaultPlan:
    """Which point kills, and how often it is still passed before it does."""

    def __init__(self, text: str) -> None:
        """`text` as in the variable.  Raises ValueError for a count that is no number."""
        self._file = text[1:] if text.startswith("@") else ""
        self.name, _, count = text.partition(":")
        self._left = int(count) if count and not self._file else 1

    def reached(self, name: str) -> bool:
        """Whether to die here and now."""
        if self._file:
            return self._is_named_by_file(name)
        if name != self.name:
            return False
        self._left -= 1
        return self._left <= 0

    def _is_named_by_file(self, name: str) -> bool:
        try:
            with open(self._file, encoding="utf-8") as file:
                named = file.read()
            if named == name:
                os.unlink(self._file)
        except FileNotFoundError:
            # Not armed, or another process was sooner.
            return False
        return named == name


_PLAN: Final = FaultPlan(os.environ.get(VARIABLE, ""))


def fault(name: str) -> None:
    """Die here if the environment says so."""
    if _PLAN.reached(name):
        os.kill(os.getpid(), signal.SIGKILL)
