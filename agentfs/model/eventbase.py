"""What every event has.

`seq` and `time_ns` (nanoseconds since 1970) are given by the log when it appends; an event
that is not yet appended has 0 in both.
"""

from __future__ import annotations

import msgspec

from agentfs.model.ids import Seq


class EventBase(msgspec.Struct, frozen=True, kw_only=True, tag_field="event"):
    seq: Seq = Seq(0)
    time_ns: int = 0
    cause: Seq | None = None
    """The event that this one follows from."""
