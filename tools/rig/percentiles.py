"""Percentiles of measured times."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """`milliseconds` are in ascending order."""

    milliseconds: Sequence[float]

    @classmethod
    def of(cls, milliseconds: Iterable[float]) -> Times:
        return cls(sorted(milliseconds))

    def percentile(self, percent: float) -> float:
        """The smallest time that at least `percent` of all do not exceed; nan of none."""
        if not self.milliseconds:
            return math.nan
        rank = math.ceil(len(self.milliseconds) * percent / 100)
        return self.milliseconds[max(0, rank - 1)]

    def to_json(self) -> dict[str, float | int | None]:
        """Null stands for "nothing was measured"."""
        if not self.milliseconds:
            return {"samples": 0, "p50": None, "p99": None, "max": None}
        return {
            "samples": len(self.milliseconds),
            "p50": round(self.percentile(50), 3),
            "p99": round(self.percentile(99), 3),
            "max": round(self.milliseconds[-1], 3),
        }
