"""The log: an append-only row of events in LMDB, and the state that folds from them.

`schema` describes the tables, `fold` the rules, `log` is the door.
"""

from agentfs.eventlog.codec import blob_id, compress, decompress
from agentfs.eventlog.errors import (
    LogDamaged,
    LogError,
    LogFull,
    LogMissing,
    LogTooNew,
    LogTooOld,
)
from agentfs.eventlog.log import Appender, EventLog
from agentfs.eventlog.pending import covers
from agentfs.eventlog.tables import Sizes, Tables

__all__ = [
    "Appender",
    "EventLog",
    "LogDamaged",
    "LogError",
    "LogFull",
    "LogMissing",
    "LogTooNew",
    "LogTooOld",
    "Sizes",
    "Tables",
    "blob_id",
    "compress",
    "covers",
    "decompress",
]
