"""Publishes each view's saves when it has settled, and again if that failed.

One task a changeset; the publisher lets one of them at a time at the trunk.  A publish that
fails loses nothing: the saves stay unpublished in the log, and it is tried again, less and
less often.  This is an edge: no exception of a publish goes further.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Final, Protocol

import outcome
import structlog
import trio

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import AgentName
from agentfs.pipeline.settle import Settler

FIRST_PAUSE: Final = 0.25
LONGEST_PAUSE: Final = 30.0
ALIGN_EVERY: Final = 1.0
"""Seconds between two looks at whether somebody moved the trunk's branch with git."""
ATTEMPTS: Final = 100
"""Of publishing at once for an agent that goes on saving."""
_log = structlog.get_logger()


class PublishingWaits(AgentfsError):
    """The world's: the trunk cannot be written now.  The saves are safe in the log."""

    code = "publishing-waits"


class Publisher(Protocol):
    """`pipeline.publish.Publisher`."""

    problem: str

    async def publish(self, agent: AgentName) -> bool: ...
    async def align(self) -> None: ...


class Publishing:
    """Call `saved`, `activity` and `wake` as things happen; times are trio's."""

    def __init__(
        self,
        publisher: Publisher,
        settler: Settler,
        unpublished: Callable[[], Iterable[AgentName]],
    ) -> None:
        """`unpublished` gives the agents that have saves that are neither published nor held."""
        self._publisher = publisher
        self._settler = settler
        self._unpublished = unpublished
        self._wake = trio.Event()
        self._pauses: dict[AgentName, float] = {}
        self._problem = ""

    @property
    def problem(self) -> str:
        """Why publishing waits, in one sentence; empty if it does not."""
        return self._publisher.problem or self._problem

    def saved(self, agent: AgentName) -> None:
        self._settler.saved(agent, now=trio.current_time())
        self._wake.set()

    def activity(self, agent: AgentName, *, writing: bool) -> None:
        self._settler.activity(agent, writing=writing, now=trio.current_time())
        self._wake.set()

    def wake(self, agent: AgentName) -> None:
        """Publish for the agent soon, settled or not."""
        self._settler.retry(agent, at=trio.current_time())
        self._wake.set()

    def wake_all(self) -> None:
        """At start: what was unpublished when the last coordinator ended."""
        for agent in self._unpublished():
            self.wake(agent)

    async def publish_now(self, agent: AgentName) -> None:
        """Returns when all that the agent has saved is published or held.

        Raises PublishingWaits, or what the publisher raises; it is then tried again later.
        """
        for _ in range(ATTEMPTS):
            self._settler.published(agent)
            if await self._tried(agent):
                return
            if self._publisher.problem:
                raise PublishingWaits(
                    self._publisher.problem, hint="nothing that was saved is lost"
                )
        raise PublishingWaits(f"{agent} saves faster than it can be published")

    async def publish_all(self) -> None:
        """Publish what can be.  What cannot stays in the log."""
        for agent in self._unpublished():
            await self._publish(agent)

    async def serve(self) -> None:
        """Until cancelled.  A publish that is under way then is finished by the next start."""
        async with trio.open_nursery() as nursery:
            nursery.start_soon(self._align)
            while True:
                for agent in self._settler.due(trio.current_time()):
                    nursery.start_soon(self._publish, agent)
                await self._wait_for_next()

    async def _wait_for_next(self) -> None:
        self._wake = trio.Event()
        deadline = self._settler.next_deadline()
        with trio.CancelScope(deadline=math.inf if deadline is None else deadline):
            await self._wake.wait()

    async def _tried(self, agent: AgentName) -> bool:
        """Publish once; whether nothing is left.  If something is, it is tried again later."""
        done = False
        try:
            done = await self._publisher.publish(agent)
        finally:
            if done:
                self._pauses.pop(agent, None)
            else:
                self._try_later(agent)
        return done

    async def _publish(self, agent: AgentName) -> None:
        result = await outcome.acapture(self._tried, agent)
        if isinstance(result, outcome.Error):
            self._report(result.error)
        elif result.value:
            self._problem = ""

    async def _align(self) -> None:
        while True:
            result = await outcome.acapture(self._publisher.align)
            if isinstance(result, outcome.Error):
                self._report(result.error)
            await trio.sleep(ALIGN_EVERY)

    def _try_later(self, agent: AgentName) -> None:
        pause = self._pauses.get(agent, FIRST_PAUSE)
        self._pauses[agent] = min(2 * pause, LONGEST_PAUSE)
        self._settler.retry(agent, at=trio.current_time() + pause)
        self._wake.set()

    def _report(self, error: BaseException) -> None:
        """Log it once, however often it comes.  Cancellation, and worse, is not ours."""
        if not isinstance(error, Exception):
            raise error
        problem = str(error) or type(error).__name__
        if problem != self._problem:
            _log.error("publishing failed", exc_info=error)
        self._problem = problem
