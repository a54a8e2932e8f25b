from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.unit.tools.swarm.conftest import AGENTS, SEED
from tools.swarm import plan
from tools.swarm.messages import Edit, Shape, Tool
from tools.swarm.plan import NothingToEdit, Targets


def test_each_agent_has_its_edits_and_uses_every_tool(edits: list[Edit]) -> None:
    assert Counter(edit.agent for edit in edits) == dict.fromkeys(AGENTS, 25)
    for agent in AGENTS:
        assert {edit.tool for edit in edits if edit.agent == agent} == set(Tool)


def test_no_marker_is_there_twice_or_begins_another(edits: list[Edit]) -> None:
    markers = {edit.marker for edit in edits}
    assert len(markers) == len(edits)
    assert not [a for a in markers for b in markers if a != b and a in b]


def test_the_same_repository_gives_the_same_plan(library: Path, edits: list[Edit]) -> None:
    paths = sorted(str(file.relative_to(library)) for file in library.rglob("*.py"))
    again = plan.make_plan(plan.choose(library, paths, len(AGENTS), SEED), AGENTS, 25, "tag", SEED)
    assert [edit for agent in AGENTS for edit in again[agent]] == edits


def test_agents_begin_in_pairs_on_one_line_of_one_file(edits: list[Edit]) -> None:
    first = [edit for edit in edits if edit.number == 1]
    assert all(edit.early and edit.shape is Shape.ON for edit in first)
    places = Counter((edit.path, edit.opening) for edit in first)
    assert sorted(places.values()) == [2, 2]


def test_what_is_renamed_has_no_other_editor_unless_contested(edits: list[Edit]) -> None:
    renames = [edit for edit in edits if edit.shape is Shape.RENAME]
    others = Counter(edit.path for edit in edits if edit.shape is not Shape.RENAME)
    assert max(Counter(edit.path for edit in renames).values()) == 1
    for edit in renames:
        assert others[edit.path] == (1 if edit.contested else 0)
        assert edit.marker in edit.target


def test_who_has_not_read_what_it_replaces_writes_a_file_of_its_own(edits: list[Edit]) -> None:
    blind = [edit for edit in edits if edit.tool in (Tool.COPY, Tool.APPEND)]
    assert blind
    for edit in blind:
        assert {other.agent for other in edits if other.path == edit.path} == {edit.agent}


def test_neighbours_have_functions_of_their_own(edits: list[Edit], targets: Targets) -> None:
    spots: dict[tuple[str, str], set[str]] = {}
    for edit in edits:
        if edit.path in targets.hot and edit.shape in (Shape.ABOVE, Shape.BELOW):
            spots.setdefault((edit.path, edit.opening), set()).add(edit.agent)
    assert spots
    assert all(len(agents) == 1 for agents in spots.values())


def test_a_repository_of_one_small_file_will_do(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one line of text\n")
    targets = plan.choose(tmp_path, ["a.md"], len(AGENTS), SEED)
    planned = plan.make_plan(targets, AGENTS, 25, "tag", SEED)
    assert not [e for edits in planned.values() for e in edits if e.shape is Shape.RENAME]


def test_a_repository_with_no_text_will_not(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\0")
    with pytest.raises(NothingToEdit):
        plan.choose(tmp_path, ["a.png"], 1, SEED)
