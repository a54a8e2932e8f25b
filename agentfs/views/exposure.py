"""Which version of a path each process of the view has read last.

The base of a save is what its writer had read, not what the path happens to show when it
writes: DESIGN §5.3.  A process is its thread group id; ids are used again, so an entry
counts only for a process that was already running when the entry was made.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from agentfs.model.ids import RepoPath
from agentfs.model.versions import Version


@dataclass(frozen=True, slots=True)
class Reading:
    """A process saw `version` of a path (None: that it was not there) at `at_ns`."""

    version: Version | None
    at_ns: int


class Exposures:
    """The newest reading of each process and path; the oldest ones are forgotten.

    Times are nanoseconds since boot, the clock in which process start times are told.
    """

    def __init__(self, capacity: int = 8192) -> None:
        self._readings: OrderedDict[tuple[int, RepoPath], Reading] = OrderedDict()
        self._capacity = capacity

    def saw(self, process: int, path: RepoPath, version: Version | None, at_ns: int) -> None:
        key = (process, path)
        self._readings[key] = Reading(version, at_ns)
        self._readings.move_to_end(key)
        if len(self._readings) > self._capacity:
            self._readings.popitem(last=False)

    def last(self, process: int, path: RepoPath) -> Reading | None:
        """The caller compares `at_ns` with the start of the process."""
        return self._readings.get((process, path))

    def forget(self, path: RepoPath) -> None:
        """The path was deleted by this view: what is written there next is new."""
        for key in [key for key in self._readings if key[1] == path]:
            del self._readings[key]
