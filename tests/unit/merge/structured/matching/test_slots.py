"""The things of a list that is merged, and their numbers."""

from __future__ import annotations

from agentfs.merge.structured.matching.slot import Slot
from agentfs.merge.structured.matching.slots import slots_of, slots_of_two
from agentfs.merge.structured.trees.items import bare_items
from tests.support.trees import items, slots


def shown(slot: Slot) -> tuple[str | None, ...]:
    return tuple(item.text.decode() if item is not None else None for item in slot)


def test_things_of_base_have_its_numbers_and_what_is_new_comes_after() -> None:
    found = slots("a()\nb()\n", "a()\nx(1, 2)\nb()\n", "b()\n")
    assert (found.base, found.left, found.right) == ([0, 1], [0, 2, 1], [1])
    assert shown(found.things[0]) == ("a()", "a()", None)
    assert shown(found.things[2]) == (None, "x(1, 2)", None)


def test_two_additions_of_one_definition_are_one_thing() -> None:
    found = slots("", "def f(): a\n", "def f(): b\n")
    assert [shown(slot) for slot in found.things] == [(None, "def f(): a", "def f(): b")]


def test_two_additions_of_one_statement_are_two_until_they_are_united() -> None:
    found = slots("a()\n", "a()\nx()\n", "a()\nx()\n")
    assert (found.left, found.right) == ([0, 1], [0, 2])
    found.unite(1, 2)
    assert shown(found.things[1]) == (None, "x()", "x()")


def test_a_thing_added_twice_under_one_key_is_united_once() -> None:
    found = slots("", "def f(): a\ndef f(): b\n", "def f(): c\ndef f(): d\n")
    both = [slot for slot in found.things if slot.left is not None and slot.right is not None]
    assert len(both) == 1
    assert len(found.things) == 3


def test_places_say_where_a_thing_is_in_each_version() -> None:
    found = slots("def f(): a\nb()\n", "import x\nb()\n", "b()\ndef f(): a\n")
    assert found.places == ({0: 0, 1: 1}, {2: 0, 1: 1}, {1: 0, 0: 1})


def test_what_is_pinned_is_one_whatever_it_looks_like() -> None:
    lists = [bare_items(items(text)[0].parts) for text in ("# c\nf()\n", "# c\ng = h\n", "f()\n")]
    pinned = Slot(lists[0][1], lists[1][1], lists[2][0])
    found = slots_of((lists[0], lists[1], lists[2]), pinned)
    assert pinned in found.things


def test_two_lists_without_a_base_have_in_common_what_is_in_order() -> None:
    left = items("from m import a, b\n", "import_from_statement")
    right = items("from m import b, c\n", "import_from_statement")
    found = slots_of_two(left, right)
    common = [shown(found.things[number])[1] for number in found.base]
    assert common == ["from", "m", "import", "b"]
    assert [shown(slot)[1:] for slot in found.things[len(found.base) :]] == [
        ("a", None),
        (None, "c"),
    ]


def test_a_deletion_is_one_sides_and_a_change_the_others() -> None:
    one, other = items("f(1)\nf(2)\n")
    assert Slot(one, None, other).deleted_and_changed
    assert not Slot(one, None, one).deleted_and_changed
    assert not Slot(None, None, other).deleted_and_changed
    assert not Slot(one, None, None).deleted_and_changed
