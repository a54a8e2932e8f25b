"""What can be wrong with the log as a whole, one class for each meaning."""

from __future__ import annotations

from agentfs.model.errors import AgentfsError


class LogError(AgentfsError):
    """The machine's: the log could not be read or written, for a reason no subclass names."""

    code = "log-failed"


class LogMissing(LogError):
    """The caller's: there is no log at this place."""

    code = "log-missing"


class LogDamaged(LogError):
    """The disk's, or that of someone who wrote to the log's files: they are not a log."""

    code = "log-damaged"


class LogTooNew(LogError):
    """The user's: the log was written by a later release."""

    code = "log-too-new"


class LogTooOld(LogError):
    """Nobody's: an earlier release wrote the log; the coordinator brings it up to date."""

    code = "log-too-old"


class LogFull(LogError):
    """The disk's: no space for what was to be written.  The log is as it was before."""

    code = "disk-full"
