"""Looks on from a view that nobody writes in, and says when an edit can be seen there.

    python -m tools.swarm.observer VIEW

Reads a Watched a line, writes a Seen for each when its marker is in the file (or, if the path
itself has the marker in it, when there is such a file).  Ends when its input does.  It looks
at each file's status 200 times a second, which costs the view nothing while nothing changes,
and reads a file again only when that is different.
"""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import msgspec

from tools.swarm.messages import Seen, Watched

LOOK_SECONDS: Final = 0.005

_Status = tuple[int, int, int]


class Observer:
    def __init__(self, view: Path) -> None:
        self._view = view
        self._wanted: dict[str, set[str]] = {}
        """Path to markers."""
        self._known: dict[str, _Status | None] = {}

    def watch(self, watched: Watched) -> None:
        self._wanted.setdefault(watched.path, set()).add(watched.marker)
        self._known.pop(watched.path, None)

    def look(self) -> Iterable[Seen]:
        """What is there that was not when it was last looked for."""
        for path, markers in list(self._wanted.items()):
            status = self._status(path)
            if path in self._known and self._known[path] == status:
                continue
            self._known[path] = status
            found = self._markers_at(path, markers, status)
            now = time.time_ns()
            for marker in found:
                markers.discard(marker)
                yield Seen(marker, now)
            if not markers:
                del self._wanted[path]

    def _status(self, path: str) -> _Status | None:
        try:
            found = (self._view / path).stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns

    def _markers_at(self, path: str, markers: set[str], status: _Status | None) -> list[str]:
        if status is None:
            return []
        named = [marker for marker in markers if marker in path]
        if len(named) == len(markers):
            return named
        try:
            content = (self._view / path).read_bytes()
        except OSError:
            self._known.pop(path, None)
            return named
        return named + [marker for marker in markers if marker.encode() in content]


def main() -> None:
    observer, pending = Observer(Path(sys.argv[1])), b""
    while True:
        ready, _, _ = select.select([0], [], [], LOOK_SECONDS)
        if ready:
            data = os.read(0, 1 << 16)
            if not data:
                return
            *whole, pending = (pending + data).split(b"\n")
            for line in whole:
                observer.watch(msgspec.json.decode(line, type=Watched))
        for seen in observer.look():
            print(msgspec.json.encode(seen).decode(), flush=True)


if __name__ == "__main__":
    main()
