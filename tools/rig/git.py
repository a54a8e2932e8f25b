"""Git's own command, on one repository."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.rig import programs

SECONDS: Final = 60.0
PLAIN: Final = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
"""For repositories that we make: nothing of the user's configuration reaches them."""
_IDENTITY: Final = ("-c", "user.name=agentfs demo", "-c", "user.email=demo@agentfs.invalid")


@dataclass(frozen=True)
class Git:
    folder: Path
    """The repository's working tree, or its git folder."""

    def __call__(self, *arguments: str, stdin: bytes = b"", seconds: float = SECONDS) -> bytes:
        """Raises ProgramFailed."""
        return programs.run(
            ["git", *_IDENTITY, *arguments],
            seconds=seconds,
            folder=self.folder,
            stdin=stdin,
            environment=PLAIN,
        )

    def text(self, *arguments: str, stdin: bytes = b"") -> str:
        """As a call; the output without its last newline.  Raises ProgramFailed."""
        return self(*arguments, stdin=stdin).decode("utf-8", "surrogateescape").rstrip("\n")
