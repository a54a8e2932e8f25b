"""A cache of parsed trees, least recently used out first, bounded by their entries.

The newest value stays even if it alone is beyond the bound: a folder of 100,000 names is
looked up name by name, and must not be parsed anew for each.
"""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

V = TypeVar("V")


class TreeCache(Generic[V]):
    """`limit` is the greatest sum of weights kept.  May be used by several threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._values: dict[str, tuple[V, int]] = {}
        """Oldest use first: a dict keeps the order in which keys came."""
        self._weight = 0

    def get(self, key: str) -> V | None:
        with self._lock:
            found = self._values.pop(key, None)
            if found is None:
                return None
            self._values[key] = found
            return found[0]

    def put(self, key: str, value: V, weight: int) -> None:
        """`weight` is made at least 1, so that empty trees count too."""
        weight = max(weight, 1)
        with self._lock:
            self._drop(key)
            self._values[key] = (value, weight)
            self._weight += weight
            while self._weight > self._limit and len(self._values) > 1:
                self._drop(next(iter(self._values)))

    def clear(self) -> None:
        with self._lock:
            self._values.clear()
            self._weight = 0

    def _drop(self, key: str) -> None:
        found = self._values.pop(key, None)
        if found is not None:
            self._weight -= found[1]
