"""Commands whose exit status says something else than which error it was."""

from __future__ import annotations

from typing import Any

import click

from agentfs.cli.exits import speaking


class SpeakingCommand(click.Command):
    """Any error has the status `failure`, a command line that makes no sense `usage`."""

    def __init__(self, *args: Any, usage: int, failure: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._statuses = speaking(usage=usage, failure=failure)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with self._statuses:
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with self._statuses:
            return super().invoke(ctx)
