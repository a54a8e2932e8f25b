"""Which version of a path each process of the view has read last.

The base of a save is what its writer had read, not what the path happens to show when it
writes: DESIGN §5.3.  A process is its thread group id; ids are used again, so an entry
counts only for a process that was already running when the entry was made.  A journal keeps
the readings for the next process of the view, if this one dies.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from agentfs.model.ids import RepoPath
from agentfs.model.versions import Version


@dataclass(frozen=True, slots=True)
class Reading:
    """A process saw `version` of a path (None: that it was not there) at `at_ns`."""

    version: Version | None
    at_ns: int


Record = tuple[int, RepoPath, Version | None, int]
"""Process, path, version, at_ns; process 0: no earlier reading of the path counts."""


class Journal(Protocol):
    """As `backing/readings.py` keeps it."""

    def add(self, process: int, path: RepoPath, version: Version | None, at_ns: int) -> bool:
        """Whether it has become long."""

    def rewrite(self, records: Iterable[Record]) -> None: ...


class Exposures:
    """The newest reading of each process and path, of the greatest readers not all.

    Times are nanoseconds since boot, the clock in which process start times are told.
    """

    def __init__(self, capacity: int = 8192) -> None:
        self._readings: OrderedDict[tuple[int, RepoPath], Reading] = OrderedDict()
        self._capacity = capacity
        self._journal: Journal | None = None

    def resume(self, records: Iterable[Record], journal: Journal) -> None:
        """At the start: take in what an earlier process of the view noted, and note on."""
        for process, path, version, at_ns in records:
            if process:
                self.saw(process, path, version, at_ns)
            else:
                self.forget(path)
        self._journal = journal
        journal.rewrite(self._records())

    def saw(self, process: int, path: RepoPath, version: Version | None, at_ns: int) -> None:
        key = (process, path)
        self._readings[key] = Reading(version, at_ns)
        self._readings.move_to_end(key)
        if len(self._readings) > self._capacity:
            self._make_room()
        self._note(process, path, version, at_ns)

    def last(self, process: int, path: RepoPath) -> Reading | None:
        """The caller compares `at_ns` with the start of the process."""
        return self._readings.get((process, path))

    def forget(self, path: RepoPath) -> None:
        """The path was deleted by this view: what is written there next is new."""
        for key in [key for key in self._readings if key[1] == path]:
            del self._readings[key]
        self._note(0, path, None, 0)

    def _make_room(self) -> None:
        """Drop the older half of what the process that read most has read: one that reads a
        whole repository must not push out what an editor has open."""
        greatest, count = Counter(process for process, _ in self._readings).most_common(1)[0]
        theirs = (key for key in list(self._readings) if key[0] == greatest)
        for key in islice(theirs, (count + 1) // 2):
            del self._readings[key]

    def _note(self, process: int, path: RepoPath, version: Version | None, at_ns: int) -> None:
        if self._journal is not None and self._journal.add(process, path, version, at_ns):
            self._journal.rewrite(self._records())

    def _records(self) -> Iterable[Record]:
        for (process, path), reading in self._readings.items():
            yield process, path, reading.version, reading.at_ns
