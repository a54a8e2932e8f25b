"""What becomes of one spot of a list, for each thing that sides can do there."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.matching.moves import Moves
from agentfs.merge.structured.order.regions import regions
from agentfs.merge.structured.order.spots import decide
from agentfs.model.conflicts import ConflictKind
from tests.support.trees import slots

Verdict = list[str] | ConflictKind


def verdicts(
    base: str, left: str, right: str, kind: str = "", language: str = "python"
) -> list[Verdict]:
    """What is decided of each spot where there is something to decide."""
    found = slots(base, left, right, kind, language)
    shown: list[Verdict] = []
    for region in regions(found.base, found.left, found.right):
        if region.base or region.left or region.right:
            spot = decide(region, found, Moves())
            if spot.order is None:
                shown.append(spot.kind)
            else:
                things = [found.things[number].items[0] for number in spot.order]
                shown.append([item.core.text.decode() for item in things])
    return shown


def verdict(base: str, left: str, right: str, kind: str = "", language: str = "python") -> Verdict:
    (found,) = verdicts(base, left, right, kind, language)
    return found


# --- one side, or both alike


def test_what_only_one_side_did_is_done() -> None:
    assert verdict("a()\nb()\n", "a()\nx = 1\nb()\n", "a()\nb()\n") == ["x = 1"]
    assert verdict("a()\nx = 1\nb()\n", "a()\nx = 1\nb()\n", "a()\nb()\n") == []


def test_equal_insertions_go_in_once() -> None:
    both = "a()\nx = 1\ny = 2\nb()\n"
    assert verdict("a()\nb()\n", both, both) == ["x = 1", "y = 2"]


def test_equal_insertions_may_have_other_blanks() -> None:
    assert verdict("a()\n", "a()\nx = f(1,2)\n", "a()\nx = f(1, 2)\n") == ["x = f(1,2)"]


def test_what_both_inserted_twice_goes_in_twice() -> None:
    both = "a()\ng()\ng()\nb()\n"
    assert verdict("a()\nb()\n", both, both) == ["g()", "g()"]


def test_deletions_of_both_are_both_done() -> None:
    base = "one()\nx = 1\ndel y\nend()\n"
    assert verdict(base, "one()\ndel y\nend()\n", "one()\nx = 1\nend()\n") == []


def test_one_did_all_that_the_other_did_and_more() -> None:
    base = "a()\nx = 1\nz()\n"
    assert verdict(base, "a()\nz()\n", "a()\nimport y\nz()\n") == ["import y"]


# --- both, each its own


@pytest.mark.parametrize(
    ("left", "right"),
    [("x = 1", "y = 2"), ("import x", "y()"), ("x = f()", "def f(): pass")],
)
def test_two_things_of_which_nobody_knows_the_order(left: str, right: str) -> None:
    found = verdict("a()\n", f"a()\n{left}\n", f"a()\n{right}\n")
    assert found is ConflictKind.ADD_ADD


def test_one_thing_replaced_by_both() -> None:
    found = verdict("a()\nx = 1\nb()\n", "a()\ndel y\nb()\n", "a()\nimport z\nb()\n")
    assert found is ConflictKind.EDIT_EDIT


def test_a_definition_replaced_by_both_is_no_addition_of_two() -> None:
    found = verdict("def f(): a\n", "def g(): pass\n", "class H: pass\n")
    assert found is ConflictKind.EDIT_EDIT


def test_a_deletion_against_a_change_says_which_side_deleted() -> None:
    base, changed = "a()\ndef f(): x\n", "a()\ndef f(): y\n"
    assert verdict(base, "a()\n", changed) is ConflictKind.DELETE_EDIT
    assert verdict(base, changed, "a()\n") is ConflictKind.EDIT_DELETE


def test_definitions_are_both_kept_the_left_ones_first() -> None:
    base = "def a(): pass\n"
    found = verdict(base, base + "def z(): pass\n", base + "def b(): pass\nclass C: pass\n")
    assert found == ["def z(): pass", "def b(): pass", "class C: pass"]


def test_definitions_of_one_name_and_two_kinds_are_not() -> None:
    found = verdict("a()\n", "a()\ndef F(): pass\n", "a()\nclass F: pass\n")
    assert found is ConflictKind.ADD_ADD


def test_imports_stand_before_definitions() -> None:
    found = verdict("a()\n", "a()\ndef f(): pass\n", "a()\nimport x\n")
    assert found == ["import x", "def f(): pass"]


def test_what_right_put_behind_its_own_neighbour_stays_behind_it() -> None:
    base = "{'a': 1, 'b': 2, 'c': 3}\n"
    left = "{'a': 1, 'x': 0, 'c': 3}\n"
    right = "{'a': 1, 'b': 2, 'y': 0, 'c': 3}\n"
    assert verdict(base, left, right, "dictionary") == ["'x': 0", "'y': 0"]


def test_a_deletion_and_an_insertion_beside_it_of_what_has_no_order() -> None:
    base = "{'a': 1, 'b': 2}\n"
    found = verdict(base, "{'a': 1}\n", "{'a': 1, 'b': 2, 'c': 3}\n", "dictionary")
    assert found == ["'c': 3"]


def test_a_deletion_and_an_insertion_beside_it_of_what_has_one() -> None:
    base = "a()\nx = 1\nb()\n"
    found = verdict(base, "a()\nb()\n", "a()\nx = 1\ndel y\nb()\n")
    assert found is ConflictKind.EDIT_EDIT


# --- sorted lists


def test_a_sorted_list_stays_sorted() -> None:
    base = "['ant', 'bee', 'cow']\n"
    found = verdict(
        base, "['ant', 'bee', 'cow', 'pig']\n", "['ant', 'bee', 'cow', 'fox']\n", "list"
    )
    assert found == ["'fox'", "'pig'"]


def test_a_list_that_was_not_sorted_is_not_sorted_now() -> None:
    base = "['cow', 'ant', 'bee']\n"
    found = verdict(
        base, "['cow', 'ant', 'bee', 'pig']\n", "['cow', 'ant', 'bee', 'fox']\n", "list"
    )
    assert found == ["'pig'", "'fox'"]


def test_a_list_that_is_too_short_to_tell_is_not_sorted() -> None:
    found = verdict("['a']\n", "['a', 'z']\n", "['a', 'y']\n", "list")
    assert found == ["'z'", "'y'"]


def test_a_blank_line_ends_what_is_sorted() -> None:
    base = "import z\n\nimport a\nimport b\n"
    assert verdict(base, base + "import d\n", base + "import c\n") == ["import c", "import d"]


# --- what cannot be there together


def modifiers(left: str, right: str) -> Verdict:
    texts = (f"class A {{ {each} void f() {{}} }}" for each in ("strictfp", left, right))
    return verdict(*texts, kind="modifiers", language="java")  # type: ignore[misc]


def test_modifiers_that_exclude_each_other_do_not_go_together() -> None:
    assert modifiers("strictfp public", "strictfp private") is ConflictKind.ADD_ADD
    assert modifiers("strictfp public", "strictfp static") == ["public", "static"]


def test_two_entries_of_one_key_are_one_thing() -> None:
    """To be merged, and not to be there twice."""
    found = verdict("{'a': 1}\n", "{'a': 1, 'b': 2}\n", "{'a': 1, 'b': 3}\n", "dictionary")
    assert found == ["'b': 2"]


def test_two_imports_of_one_name_are_not_both_kept() -> None:
    found = verdict("f()\n", "f()\nfrom a import x\n", "f()\nfrom b import x\n")
    assert found is ConflictKind.ADD_ADD


# --- moves


def test_a_thing_that_one_side_moved_and_the_other_left_moves() -> None:
    base = "{'a': 1, 'b': 2, 'c': 3}\n"
    moved = "{'c': 3, 'a': 1, 'b': 2}\n"
    assert verdicts(base, moved, base, "dictionary") == [["'c': 3"], []]
    assert verdicts(base, base, moved, "dictionary") == [["'c': 3"], []]


def test_a_statement_that_was_moved_was_deleted_and_inserted() -> None:
    base = "one()\nx = 1\ndel y\nimport z\n"
    found = slots(base, "x = 1\none()\ndel y\nimport z\n", base)
    assert len(found.things) == 5
