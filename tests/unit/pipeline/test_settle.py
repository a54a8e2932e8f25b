"""When a view is due.  The time is whatever the test says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agentfs.model.ids import AgentName
from agentfs.pipeline.settle import CAP, QUIET, Settler

A, B = AgentName("a"), AgentName("b")


def save(settler: Settler, agent: AgentName, *, writing: bool, now: float) -> None:
    """As the coordinator does it."""
    settler.activity(agent, writing=writing, now=now)
    settler.saved(agent, now=now)


def test_a_view_without_saves_is_never_due() -> None:
    settler = Settler()
    settler.activity(A, writing=True, now=0)
    settler.activity(A, writing=False, now=1)
    assert settler.next_deadline() is None
    assert settler.due(1000) == []


def test_a_quiet_view_is_due_once() -> None:
    settler = Settler()
    save(settler, A, writing=False, now=10)
    assert settler.next_deadline() == 10 + QUIET
    assert settler.due(10 + QUIET - 0.01) == []
    assert settler.due(10 + QUIET) == [A]
    assert settler.due(10 + QUIET) == []


def test_each_save_puts_it_off_but_not_for_ever() -> None:
    settler = Settler()
    now = 0.0
    while not settler.due(now):
        save(settler, A, writing=False, now=now)
        now += QUIET / 2
    assert CAP <= now < CAP + QUIET


def test_an_open_writer_puts_it_off_to_the_cap() -> None:
    settler = Settler()
    save(settler, A, writing=True, now=0)
    assert settler.next_deadline() == CAP


def test_the_end_of_writing_begins_the_quiet_time() -> None:
    settler = Settler()
    save(settler, A, writing=True, now=0)
    settler.activity(A, writing=False, now=1)
    assert settler.next_deadline() == 1 + QUIET


def test_writing_is_remembered_from_one_changeset_to_the_next() -> None:
    settler = Settler()
    settler.activity(A, writing=True, now=0)
    save(settler, A, writing=True, now=5)
    assert settler.due(5 + CAP) == [A]
    save(settler, A, writing=True, now=8)
    assert settler.next_deadline() == 8 + CAP


def test_views_do_not_hold_each_other_up() -> None:
    settler = Settler()
    save(settler, A, writing=True, now=0)
    save(settler, B, writing=False, now=0.1)
    assert settler.due(0.1 + QUIET) == [B]
    assert settler.due(CAP) == [A]


def test_the_longest_waiting_comes_first() -> None:
    settler = Settler()
    save(settler, B, writing=False, now=0)
    save(settler, A, writing=False, now=1)
    save(settler, B, writing=False, now=1.1)
    assert settler.due(5) == [B, A]


def test_a_failed_publish_is_tried_again() -> None:
    settler = Settler()
    save(settler, A, writing=False, now=0)
    assert settler.due(1) == [A]
    settler.retry(A, at=3)
    assert settler.due(2.9) == []
    assert settler.due(3) == [A]


def test_a_save_after_a_failure_needs_not_wait_for_the_retry() -> None:
    settler = Settler()
    settler.retry(A, at=30)
    save(settler, A, writing=False, now=1)
    assert settler.next_deadline() == 1 + QUIET


def test_what_was_published_otherwise_is_not_due() -> None:
    settler = Settler()
    save(settler, A, writing=False, now=0)
    settler.published(A)
    assert settler.next_deadline() is None


STEPS = st.lists(
    st.tuples(st.sampled_from([A, B]), st.booleans(), st.booleans(), st.floats(0, 3)), max_size=30
)


@given(STEPS)
def test_no_save_waits_longer_than_the_cap(
    steps: list[tuple[AgentName, bool, bool, float]],
) -> None:
    settler = Settler()
    waiting: dict[AgentName, float] = {}
    now = 0.0
    for agent, is_save, writing, pause in steps:
        if is_save:
            save(settler, agent, writing=writing, now=now)
            waiting.setdefault(agent, now)
        else:
            settler.activity(agent, writing=writing, now=now)
        deadline = settler.next_deadline()
        assert (deadline is None) == (not waiting)
        if deadline is not None:
            assert deadline <= min(waiting.values()) + CAP
        now += pause
        for published in settler.due(now):
            del waiting[published]
