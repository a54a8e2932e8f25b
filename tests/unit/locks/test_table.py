"""Granting, waiting, giving back: one case each, with a clock that stands still."""

from __future__ import annotations

import pytest

from agentfs.locks.errors import LeaseGone, NotTheHolder
from agentfs.locks.table import Answer, LockTable, Wanted
from agentfs.model.ids import AgentName
from agentfs.model.lockevents import Dequeued, Expired, Granted
from agentfs.model.locks import Lease, Left, LockMode
from agentfs.model.scopes import parse_scope

ANN, BEN, CAM = (AgentName(name) for name in ("ann", "ben", "cam"))
SHARED = LockMode.SHARED


class Desk:
    """A table, a clock, and requests in few words."""

    def __init__(self) -> None:
        self.table = LockTable()
        self.now = 0

    def ask(
        self, agent: AgentName, *scopes: str, shared: bool = False, wait: int | None = None
    ) -> Answer:
        mode = SHARED if shared else LockMode.EXCLUSIVE
        until = None if wait is None else self.now + wait
        wanted = Wanted(agent, tuple(map(parse_scope, scopes)), mode, 30, wait_until_ns=until)
        return self.table.request(wanted, self.now)

    def lock(self, agent: AgentName, *scopes: str, shared: bool = False) -> Lease:
        """Granted, the only one or the last."""
        answer = self.ask(agent, *scopes, shared=shared)
        assert answer.granted
        return answer.leases[-1]

    def wait(self, agent: AgentName, *scopes: str, shared: bool = False) -> None:
        answer = self.ask(agent, *scopes, shared=shared, wait=1000)
        assert answer.wait is not None

    def unlock(self, agent: AgentName, *scopes: str) -> None:
        self.table.release(agent, [parse_scope(scope) for scope in scopes] or None, self.now)

    def held(self, agent: AgentName) -> set[str]:
        return {str(lease.scope) for lease in self.table.book.leases_of(agent)}

    def left(self) -> list[tuple[AgentName, Left]]:
        """Who left the queue since last asked, and why."""
        events = self.table.take().events
        return [(each.agent, each.reason) for each in events if isinstance(each, Dequeued)]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_collision_is_never_called_granted(desk: Desk) -> None:
    lease = desk.lock(ANN, "a.py::C")
    for scope in ("a.py::C.m", "a.py::C", "a.py", "**", "*.py"):
        answer = desk.ask(BEN, scope)
        assert not answer.granted
        assert answer.holders == (lease,)
    assert desk.lock(BEN, "a.py::D")


def test_several_scopes_are_granted_whole_or_not_at_all(desk: Desk) -> None:
    desk.lock(ANN, "b.py")
    assert not desk.ask(BEN, "a.py", "b.py", "c.py").granted
    assert desk.held(BEN) == set()
    assert desk.lock(CAM, "a.py")


def test_to_ask_again_renews_and_keeps_the_token(desk: Desk) -> None:
    first = desk.lock(ANN, "a.py")
    desk.now = 10
    again = desk.lock(ANN, "a.py")
    assert again.token == first.token
    assert again.expires_ns == 40


def test_sharers_hold_it_together_and_an_exclusive_request_waits_for_all(desk: Desk) -> None:
    desk.lock(ANN, "a.py", shared=True)
    desk.lock(BEN, "a.py", shared=True)
    desk.wait(CAM, "a.py")
    desk.unlock(ANN)
    assert desk.held(CAM) == set()
    desk.unlock(BEN)
    assert desk.held(CAM) == {"a.py"}


def test_who_comes_later_does_not_overtake(desk: Desk) -> None:
    desk.lock(ANN, "a.py", shared=True)
    desk.wait(BEN, "a.py")
    answer = desk.ask(CAM, "a.py", shared=True, wait=1000)
    assert [wait.agent for wait in answer.ahead] == [BEN]
    desk.unlock(ANN)
    assert desk.held(BEN) == {"a.py"}
    assert desk.held(CAM) == set()
    desk.unlock(BEN)
    assert desk.held(CAM) == {"a.py"}


def test_a_request_that_leaves_lets_those_behind_it_through(desk: Desk) -> None:
    desk.lock(ANN, "a.py", shared=True)
    desk.wait(BEN, "a.py")
    desk.wait(CAM, "a.py", shared=True)
    [wait] = desk.table.book.waits_of(BEN)
    desk.table.withdraw(wait.ticket, desk.now)
    assert desk.held(CAM) == {"a.py"}


def test_a_request_that_gives_up_lets_those_behind_it_through(desk: Desk) -> None:
    desk.table.request(Wanted(ANN, (parse_scope("a.py"),), SHARED, 1000), 0)
    desk.ask(BEN, "a.py", wait=5)
    desk.wait(CAM, "a.py", shared=True)
    desk.table.tick(4)
    assert desk.held(CAM) == set()
    desk.table.tick(5)
    assert desk.held(CAM) == {"a.py"}
    assert desk.left() == [(BEN, Left.TIMEOUT)]


def test_an_expired_lease_protects_nothing_even_before_it_is_cleared_away(desk: Desk) -> None:
    desk.lock(ANN, "a.py")
    scope = parse_scope("a.py::f")
    assert desk.table.check(BEN, [scope], [], 29)
    assert desk.table.is_free(BEN, scope, 29) is False
    assert desk.table.check(BEN, [scope], [], 30) == []
    assert desk.table.is_free(BEN, scope, 30)


def test_what_waits_gets_what_expired_in_its_last_moment(desk: Desk) -> None:
    first = desk.lock(ANN, "a.py")
    desk.ask(BEN, "a.py", wait=30)
    desk.table.tick(1000)
    assert desk.held(BEN) == {"a.py"}
    _, _, expired, granted = desk.table.take().events
    assert isinstance(expired, Expired)
    assert isinstance(granted, Granted)
    assert granted.leases[0].token > first.token
    assert granted.leases[0].expires_ns == 1030


def test_two_that_wait_for_each_other_are_a_deadlock_for_the_younger(desk: Desk) -> None:
    desk.lock(ANN, "a.py")
    desk.lock(BEN, "b.py")
    desk.wait(ANN, "b.py")
    answer = desk.ask(BEN, "a.py", wait=1000)
    assert answer.deadlock
    assert [lease.agent for lease in answer.holders] == [ANN]
    assert desk.left() == [(BEN, Left.DEADLOCK)]
    desk.unlock(BEN)
    assert desk.held(ANN) == {"a.py", "b.py"}


def test_a_circle_of_three_goes_through_the_queue_too(desk: Desk) -> None:
    desk.lock(ANN, "a.py", shared=True)
    desk.lock(CAM, "c.py")
    desk.wait(BEN, "a.py")  # waits for ann
    desk.wait(CAM, "a.py", shared=True)  # waits for ben, who came first
    answer = desk.ask(ANN, "c.py", wait=1000)  # waits for cam
    assert answer.deadlock


def test_the_youngest_of_a_circle_need_not_be_who_closed_it(desk: Desk) -> None:
    """A lease that changes hands closes circles between requests that are there."""
    lease = desk.lock(ANN, "a.py")
    desk.lock(BEN, "b.py")
    desk.wait(CAM, "b.py")  # the older
    desk.wait(BEN, "a.py")  # the younger
    desk.table.take()
    desk.table.transfer(ANN, lease.token, CAM, desk.now)
    assert desk.left() == [(BEN, Left.DEADLOCK)]


def test_two_sharers_that_both_want_it_alone_are_a_deadlock(desk: Desk) -> None:
    desk.lock(ANN, "a.py", shared=True)
    desk.lock(BEN, "a.py", shared=True)
    desk.wait(ANN, "a.py")
    assert desk.ask(BEN, "a.py", wait=1000).deadlock
    desk.unlock(BEN)
    [lease] = desk.table.book.leases_of(ANN)
    assert lease.mode is LockMode.EXCLUSIVE


def test_a_lone_sharer_upgrades_past_those_who_wait_for_it(desk: Desk) -> None:
    shared = desk.lock(ANN, "a.py", shared=True)
    desk.wait(BEN, "a.py")
    alone = desk.lock(ANN, "a.py")
    assert alone.token > shared.token
    assert [lease.mode for lease in desk.table.book.leases_of(ANN)] == [LockMode.EXCLUSIVE]


def test_an_upgrade_that_closes_a_circle_is_seen(desk: Desk) -> None:
    """Ben waits to share what Ann shares, for Cam's sake alone, until Ann wants it alone."""
    desk.lock(BEN, "b.py")
    desk.lock(CAM, "c.py")
    desk.lock(ANN, "a.py", shared=True)
    desk.wait(BEN, "a.py", "c.py", shared=True)
    desk.wait(ANN, "b.py")
    desk.lock(ANN, "a.py")
    assert desk.left() == [(ANN, Left.DEADLOCK)]


def test_a_downgrade_lets_sharers_in(desk: Desk) -> None:
    desk.lock(ANN, "a.py")
    desk.wait(BEN, "a.py::f", shared=True)
    desk.lock(ANN, "a.py", shared=True)
    assert desk.held(BEN) == {"a.py::f"}


def test_only_its_holder_gives_a_lock_back(desk: Desk) -> None:
    desk.lock(ANN, "a.py")
    with pytest.raises(NotTheHolder):
        desk.unlock(BEN, "a.py")
    assert desk.held(ANN) == {"a.py"}
    desk.table.release(BEN, [parse_scope("a.py")], desk.now, force=True)
    assert desk.held(ANN) == set()
    desk.unlock(ANN, "a.py")  # what it no longer has is no error
    desk.lock(ANN, "b.py")
    desk.lock(BEN, "c.py")
    desk.table.release(CAM, None, desk.now, force=True)
    assert (desk.held(ANN), desk.held(BEN)) == (set(), set())


def test_a_late_holder_is_told(desk: Desk) -> None:
    old = desk.lock(ANN, "a.py")
    desk.now = 30
    new = desk.lock(BEN, "a.py")
    assert new.token > old.token
    assert desk.table.renew(ANN, [old.token], desk.now) == []
    with pytest.raises(LeaseGone):
        desk.table.transfer(ANN, old.token, CAM, desk.now)


def test_a_lease_changes_hands_with_the_time_that_is_left(desk: Desk) -> None:
    lease = desk.lock(ANN, "a.py")
    desk.now = 10
    given = desk.table.transfer(ANN, lease.token, BEN, desk.now)
    assert (given.agent, given.expires_ns) == (BEN, 30)
    assert desk.held(ANN) == set()
    with pytest.raises(NotTheHolder):
        desk.table.transfer(ANN, given.token, CAM, desk.now)


def test_part_of_what_one_holds_twice_cannot_be_given_away(desk: Desk) -> None:
    desk.lock(ANN, "a.py")
    inner = desk.lock(ANN, "a.py::f")
    with pytest.raises(NotTheHolder):
        desk.table.transfer(ANN, inner.token, BEN, desk.now)


def test_a_save_touches_symbols_and_a_removal_all_that_is_in_the_file(desk: Desk) -> None:
    desk.lock(ANN, "a.py::C.m")
    klass, member, file = map(parse_scope, ("a.py::C", "a.py::C.m.x", "a.py"))
    assert desk.table.check(BEN, [klass], [], 0) == []
    assert desk.table.check(BEN, [member], [], 0)
    assert desk.table.check(BEN, [], [file], 0)
    assert desk.table.check(ANN, [member], [file], 0) == []
