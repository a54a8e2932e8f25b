"""Who may speak for whom."""

from __future__ import annotations

from typing import Any

import pytest

from agentfs.daemon.server import Peer
from agentfs.daemon.service import NotYourAgent, Service
from agentfs.model.ids import AgentName, SessionId
from agentfs.wire.messages import Activity, Lock, Ping, Save, Unlock

ANN, BEN = AgentName("ann"), AgentName("ben")
VIEW_OF_ANN, SOMEONE = 100, 200


class Parts:
    """Stands for everything that the service hands requests to; knows one view's process."""

    def agent_of(self, pid: int) -> AgentName | None:
        return ANN if pid == VIEW_OF_ANN else None

    def submit(self, *_: object) -> str:
        return "passed on"

    def activity(self, *_: object, **__: object) -> None:
        pass


def service() -> Service:
    parts: Any = Parts()
    return Service(
        recorder=parts,
        locks=parts,
        locking=parts,
        settings=parts,
        held_for_lock=parts.activity,
        publishing=parts,
        supervisor=parts,
        store=parts,
        stop=parts.activity,
    )


FOR_BEN = (
    Lock(agent=BEN, scopes=()),
    Unlock(agent=BEN, scopes=None, force=True),
    Save(agent=BEN, session=SessionId("s"), request=1, paths=(), writing=False),
    Activity(agent=BEN, session=SessionId("s"), writing=False),
)


@pytest.mark.parametrize("body", FOR_BEN, ids=lambda body: type(body).__name__)
def test_a_view_cannot_speak_for_another_agent(body: Any) -> None:
    with pytest.raises(NotYourAgent, match="view of ann cannot speak for ben"):
        service().handle(body, Peer(VIEW_OF_ANN, 0))


def test_a_view_speaks_for_its_own_and_others_of_the_user_for_any() -> None:
    passed: Any = service().handle(Lock(agent=ANN, scopes=()), Peer(VIEW_OF_ANN, 0))
    assert passed == "passed on"
    passed = service().handle(Lock(agent=BEN, scopes=()), Peer(SOMEONE, 0))
    assert passed == "passed on"


async def test_what_is_for_nobody_may_come_from_anyone() -> None:
    answer = service().handle(Ping(), Peer(VIEW_OF_ANN, 0))
    answer.close()  # type: ignore[attr-defined]
