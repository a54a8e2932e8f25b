"""What each event does to the state, as the tables show it."""

from __future__ import annotations

import pytest

from agentfs.eventlog import EventLog
from agentfs.model.events import HoldReason, ViewMode
from agentfs.model.ids import RepoPath, Seq, SessionId
from agentfs.model.rows import Head, KeptRow, MoveRow, PathRow, PendingRow, ViewRow
from tests.support.events import (
    ANN,
    BEN,
    COMMITS,
    TREE,
    V0,
    V1,
    V2,
    V3,
    F,
    G,
    adopted,
    append,
    conflict,
    held,
    initialized,
    mounted,
    published,
    resolved,
    saved,
    unmounted,
)


def row(log: EventLog, path: RepoPath = F) -> PendingRow | None:
    with log.snapshot() as tables:
        return tables.pending(ANN, path)


def chain(log: EventLog, path: RepoPath = F) -> list[tuple[object, object, tuple[int, ...]]]:
    """Base, version and saves of each segment."""
    found = row(log, path)
    return [(s.base, s.version, s.saves) for s in found.segments] if found else []


class TestSaves:
    def test_saves_that_follow_each_other_are_one_segment(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V1, V2))
        assert chain(log) == [(V0, V2, (1, 2))]

    def test_a_save_from_another_base_is_a_segment_of_its_own(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V2, V3))
        assert chain(log) == [(V0, V1, (1,)), (V2, V3, (2,))]

    def test_a_change_taken_back_leaves_nothing(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V1, V0))
        assert row(log) is None

    def test_created_and_deleted_leaves_nothing(self, log: EventLog) -> None:
        append(log, saved(None, V1), saved(V1, None))
        assert row(log) is None

    def test_a_deletion_of_what_is_there_extends(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V1, None))
        assert chain(log) == [(V0, None, (1, 2))]

    def test_deleted_and_made_anew_from_an_older_text_undoes_nothing(self, log: EventLog) -> None:
        """A tool read V3, the row moved on to V1, and the tool replaces the file by unlink."""
        append(log, saved(V0, V1), saved(V3, None), saved(None, V2))
        assert chain(log) == [(V0, V1, (1,)), (V3, V2, (2, 3))]

    def test_deleted_and_written_anew_is_a_change_of_the_old(self, log: EventLog) -> None:
        append(log, saved(V0, None), saved(None, V1))
        assert chain(log) == [(V0, V1, (1, 2))]

    def test_deleted_and_written_from_what_was_read_counts_from_that(self, log: EventLog) -> None:
        append(log, saved(V0, None), saved(V2, V1))
        assert chain(log) == [(V2, V1, (1, 2))]

    def test_deleted_and_another_file_renamed_onto_it_stays_a_rename(self, log: EventLog) -> None:
        append(log, saved(V0, None), saved(V2, V2, origin=G))
        assert chain(log) == [(V2, V2, (1, 2))]
        found = row(log)
        assert found is not None
        assert found.segments[0].origin == G

    def test_a_rename_without_a_change_is_unpublished_all_the_same(self, log: EventLog) -> None:
        append(log, saved(V0, None), saved(V0, V0, path=G, origin=F))
        assert chain(log) == [(V0, None, (1,))]
        assert chain(log, G) == [(V0, V0, (2,))]

    def test_the_rows_of_other_agents_and_paths_are_apart(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V0, V2, agent=BEN), saved(V0, V3, path=G))
        with log.snapshot() as tables:
            assert [r.path for r in tables.pending_of(ANN)] == [F, G]
            assert [r.shown for r in tables.pending_of(BEN)] == [V2]
            assert len(list(tables.pending_all())) == 3

    def test_a_save_of_a_held_path_is_tried_again(self, log: EventLog) -> None:
        append(log, saved(V0, V1), held(Seq(1), conflicts=(conflict(1),)), saved(V1, V2))
        found = row(log)
        assert found is not None
        assert found.held is None
        assert found.conflicts == (1,)
        assert chain(log) == [(V0, V2, (1, 3))]

    def test_a_held_path_put_back_is_no_conflict_any_more(self, log: EventLog) -> None:
        append(log, saved(V0, V1), held(Seq(1), conflicts=(conflict(1),)), saved(V1, V0))
        assert row(log) is None
        with log.snapshot() as tables:
            assert list(tables.conflicts()) == []
            assert tables.held_on(F) == []


class TestRequests:
    def test_a_request_is_remembered_with_all_its_saves(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V0, V1, path=G), saved(V1, V2, request=2))
        with log.snapshot() as tables:
            assert tables.request(ANN, SessionId("session"), 1) == (1, 2)
            assert tables.request(ANN, SessionId("session"), 2) == (3,)
            assert tables.request(ANN, SessionId("session"), 3) is None
            assert tables.request(ANN, SessionId("other"), 1) is None
            assert tables.request(BEN, SessionId("session"), 1) is None

    def test_only_the_newest_are_kept_of_each_agent(self, log: EventLog) -> None:
        many = [saved(V0, V1, session=SessionId(f"s{n % 3}"), request=n) for n in range(300)]
        append(log, saved(V0, V1, agent=BEN), *many)
        with log.snapshot() as tables:
            known = [tables.request(ANN, SessionId(f"s{n % 3}"), n) for n in range(300)]
            assert [seqs is not None for seqs in known] == [n >= 44 for n in range(300)]
            assert tables.request(BEN, SessionId("session"), 1) == (1,)

    def test_a_session_id_of_any_length_will_do(self, log: EventLog) -> None:
        long = SessionId("x" * 5000)
        append(log, saved(V0, V1, session=long))
        with log.snapshot() as tables:
            assert tables.request(ANN, long, 1) == (1,)


class TestPublished:
    def test_what_is_published_is_not_pending(self, log: EventLog) -> None:
        append(log, initialized(), saved(V0, V1), published(Seq(2)))
        assert row(log) is None
        with log.snapshot() as tables:
            assert tables.head() == Head(COMMITS[1], TREE, Seq(3))
            assert tables.path_row(F) == PathRow(F, V1, 77, ANN, Seq(3))

    def test_a_save_made_meanwhile_goes_on_from_the_published_one(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V1, V2), published(Seq(1)))
        assert chain(log) == [(V1, V2, (2,))]

    def test_a_change_taken_back_meanwhile_is_still_to_be_published(self, log: EventLog) -> None:
        """Not the way back to the old base, but to what was published: nothing is left."""
        append(log, saved(V0, V1), saved(V1, V2), saved(V2, V1), published(Seq(1)))
        assert row(log) is None

    def test_a_segment_of_another_base_stays(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V2, V3), published(Seq(1)))
        assert chain(log) == [(V2, V3, (2,))]

    def test_saves_of_others_stay(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V0, V2, agent=BEN), published(Seq(1), Seq(2)))
        with log.snapshot() as tables:
            assert tables.pending(BEN, F) is not None

    def test_its_conflicts_end(self, log: EventLog) -> None:
        append(
            log,
            saved(V0, V1),
            held(Seq(1), conflicts=(conflict(1),)),
            saved(V1, V2),
            published(Seq(1), Seq(3)),
        )
        with log.snapshot() as tables:
            assert list(tables.conflicts()) == []
            assert list(tables.pending_all()) == []

    def test_a_rename_is_known_by_the_old_path(self, log: EventLog) -> None:
        append(log, published(path=G, before=None, moved=((F, G),)))
        with log.snapshot() as tables:
            assert tables.moved(F) == MoveRow(F, G, Seq(1))
            assert tables.moved(G) is None

    def test_a_deleted_path_has_a_row_that_says_so(self, log: EventLog) -> None:
        append(log, saved(V0, None), published(Seq(1), after=None))
        with log.snapshot() as tables:
            assert tables.path_row(F) == PathRow(F, None, 77, ANN, Seq(2))


class TestHeld:
    def test_the_row_is_as_held_says(self, log: EventLog) -> None:
        append(log, saved(V0, V1), held(Seq(1), base=V2, to=V3, conflicts=(conflict(4),)))
        found = row(log)
        assert found is not None
        assert (found.held, found.conflicts) == (HoldReason.CONFLICT, (4,))
        assert chain(log) == [(V2, V3, (1,))]
        with log.snapshot() as tables:
            assert tables.held_on(F) == [found]
            assert tables.held_on(G) == []
            assert tables.conflict(conflict(4).id) == conflict(4)

    def test_the_time_is_that_of_its_saves(self, log: EventLog) -> None:
        append(log, saved(V0, V1))
        append(log, held(Seq(1)))
        found = row(log)
        assert found is not None
        with log.snapshot() as tables:
            assert found.segments[0].time_ns == tables.event(Seq(1)).time_ns

    def test_a_second_one_replaces_the_first(self, log: EventLog) -> None:
        append(
            log,
            saved(V0, V1),
            held(Seq(1), conflicts=(conflict(1), conflict(2))),
            held(Seq(1), base=V2, conflicts=(conflict(2), conflict(3))),
        )
        with log.snapshot() as tables:
            assert [one.id for one in tables.conflicts()] == [2, 3]
            assert tables.next_conflict_id() == 4

    def test_a_save_that_it_does_not_know_is_merged_soon(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V1, V2), held(Seq(1), base=V3, conflicts=(conflict(1),)))
        assert chain(log) == [(V3, V2, (1, 2))]
        with log.snapshot() as tables:
            assert tables.held_on(F) == []
            assert [one.id for one in tables.conflicts()] == [1]

    def test_of_saves_that_were_taken_back_nothing_is_held(self, log: EventLog) -> None:
        append(log, saved(V0, V1), saved(V1, V0), held(Seq(1), conflicts=(conflict(1),)))
        assert row(log) is None
        with log.snapshot() as tables:
            assert list(tables.conflicts()) == []

    def test_a_rename_that_changed_nothing_can_be_held(self, log: EventLog) -> None:
        append(log, saved(V0, V0, origin=G), held(Seq(1), base=V0, to=V0))
        found = row(log)
        assert found is not None
        assert found.held is HoldReason.CONFLICT

    def test_an_id_is_never_used_again(self, log: EventLog) -> None:
        append(log, saved(V0, V1), held(Seq(1), conflicts=(conflict(7),)), published(Seq(1)))
        with log.snapshot() as tables:
            assert list(tables.conflicts()) == []
            assert tables.next_conflict_id() == 8


class TestResolved:
    def test_what_is_decided_is_merged_again(self, log: EventLog) -> None:
        append(
            log,
            saved(V0, V1),
            held(Seq(1), conflicts=(conflict(1), conflict(2))),
            resolved(1, base=V3, to=V2),
        )
        found = row(log)
        assert found is not None
        assert (found.held, found.conflicts) == (None, (2,))
        assert chain(log) == [(V3, V2, (1,))]
        with log.snapshot() as tables:
            assert [one.id for one in tables.conflicts()] == [2]

    def test_taking_all_of_the_trunk_leaves_nothing(self, log: EventLog) -> None:
        append(
            log,
            saved(V0, V1),
            held(Seq(1), conflicts=(conflict(1),)),
            resolved(1, base=V3, to=V3),
        )
        assert row(log) is None

    def test_of_a_path_without_saves_it_changes_nothing(self, log: EventLog) -> None:
        append(log, resolved(1, base=V3, to=V2))
        assert row(log) is None


class TestTrunkAndViews:
    def test_the_trunk_begins(self, log: EventLog) -> None:
        with log.snapshot() as tables:
            assert (tables.head(), tables.initialized()) == (None, None)
        append(log, initialized())
        with log.snapshot() as tables:
            began = tables.initialized()
            assert began is not None
            assert began.trunk_ref == "refs/heads/trunk"
            assert tables.head() == Head(COMMITS[0], TREE, Seq(1))

    def test_adopted_commits_are_nobody_s(self, log: EventLog) -> None:
        append(log, initialized(), adopted())
        with log.snapshot() as tables:
            assert tables.path_row(F) == PathRow(F, V1, 88, None, Seq(2))
            assert tables.head() == Head(COMMITS[2], TREE, Seq(2))

    def test_views(self, log: EventLog) -> None:
        append(log, mounted(), mounted(BEN, COMMITS[3]), unmounted(BEN))
        with log.snapshot() as tables:
            assert list(tables.views()) == [
                ViewRow(ANN, "/views/ann", ViewMode.LIVE, None, True, Seq(1)),
                ViewRow(BEN, "/views/ben", ViewMode.PINNED, COMMITS[3], False, Seq(3)),
            ]

    def test_a_pinned_view_keeps_what_it_published(self, log: EventLog) -> None:
        append(log, mounted(pin=COMMITS[3]), saved(V0, V1), published(Seq(2)))
        with log.snapshot() as tables:
            assert tables.kept_of(ANN) == [KeptRow(ANN, F, V1, 77)]

    @pytest.mark.parametrize(
        ("event", "kept"),
        [
            (mounted(pin=COMMITS[3]), 1),
            (mounted(pin=COMMITS[4]), 0),
            (mounted(), 0),
            (unmounted(), 0),
            (mounted(BEN, COMMITS[4]), 1),
        ],
    )
    def test_it_keeps_it_as_long_as_its_pin(self, log: EventLog, event, kept: int) -> None:  # type: ignore[no-untyped-def]
        append(log, mounted(pin=COMMITS[3]), saved(V0, V1), published(Seq(2)), event)
        with log.snapshot() as tables:
            assert len(tables.kept_of(ANN)) == kept

    def test_a_live_view_keeps_nothing(self, log: EventLog) -> None:
        append(log, mounted(), saved(V0, V1), published(Seq(2)))
        with log.snapshot() as tables:
            assert tables.kept_of(ANN) == []
