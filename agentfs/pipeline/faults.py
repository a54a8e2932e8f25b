"""Named points at which a test can make the process die, as by kill -9.

``AGENTFS_FAULT=name`` in the environment at the process's start kills it where `fault(name)`
is reached, ``AGENTFS_FAULT=name:3`` when that happens for the third time.  Without the
variable a fault point costs one comparison.
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
        self.name, _, count = text.partition(":")
        self._left = int(count) if count else 1

    def reached(self, name: str) -> bool:
        """Whether to die here and now."""
        if name != self.name:
            return False
        self._left -= 1
        return self._left <= 0


_PLAN: Final = FaultPlan(os.environ.get(VARIABLE, ""))


def fault(name: str) -> None:
    """Die here if the environment says so."""
    if _PLAN.reached(name):
        os.kill(os.getpid(), signal.SIGKILL)
