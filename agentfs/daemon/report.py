"""Where a daemon says what happens to it: a file for people to read.

A report that cannot be written, because the disk is full, is lost, and nothing else is:
no caller ever sees an error of its file.
"""

from __future__ import annotations

import structlog

from agentfs.daemon.reportfile import ReportFile


def report_to(fd: int) -> None:
    """From now on this process's structlog writes to `fd`, a line an event."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=structlog.WriteLoggerFactory(ReportFile(fd)),  # type: ignore[arg-type]
        cache_logger_on_first_use=False,
    )
