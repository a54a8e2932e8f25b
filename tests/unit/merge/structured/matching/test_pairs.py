"""Which item of one list is which of another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.structured.matching.increasing import increasing
from agentfs.merge.structured.matching.likeness import similarity
from agentfs.merge.structured.matching.pairs import LARGE, match
from tests.support.trees import items


def pairs(one: str, other: str, kind: str = "", language: str = "python") -> dict[str, str]:
    """The texts of what is matched."""
    mine, theirs = items(one, kind, language), items(other, kind, language)
    found = match(mine, theirs)
    return {mine[at].text.decode(): theirs[to].text.decode() for at, to in found.items()}


def body(*statements: str) -> str:
    return "".join(f"{each}\n" for each in statements)


def test_equal_items_at_both_ends_are_matched_however_often_they_repeat() -> None:
    one, other = items(body("a()", "a()", "b()")), items(body("a()", "a()", "x()", "b()"))
    assert match(one, other) == {0: 0, 1: 1, 2: 3}


def test_a_key_is_found_wherever_it_is() -> None:
    found = pairs("def f(): a\ndef g(): b\n", "def g(): c\ndef h(): d\ndef f(): e\n")
    assert found == {"def f(): a": "def f(): e", "def g(): b": "def g(): c"}


def test_of_several_with_one_key_equal_ones_are_matched_first_and_the_rest_in_order() -> None:
    old = ["def f(): a = b + c + d + e + g", "def f(): del h, i, j, k, m, n"]
    new = ["def f(): raise X(1, 2, 3, 4, 5, 6)", "def f(): import o, p, q, r, s"]
    found = pairs(body(*old, "def f(): b", "x()"), body("y()", "def f(): b", *new))
    assert found == {"def f(): b": "def f(): b", old[0]: new[0], old[1]: new[1]}


def test_an_overload_whose_parameters_changed_is_known_by_its_name() -> None:
    found = pairs(
        "class A { void f(int a) {} void g() {} }",
        "class A { void h() {} void f(long a) {} }",
        "class_body",
        "java",
    )
    assert found["void f(int a) {}"] == "void f(long a) {}"


def test_of_two_overloads_that_changed_nobody_knows_which_is_which() -> None:
    found = pairs(
        "class A { void f(int a) { x(); } void f(char a) { x(); } }",
        "class A { void f(long a) { x(); } void f(byte a) { y(); } }",
        "class_body",
        "java",
    )
    assert len({*found.values()}) == len(found)


def test_a_statement_that_is_there_once_is_known_though_others_changed() -> None:
    found = pairs(body("a = b", "two(2)", "del c"), body("four(4)", "two(2)", "import d"))
    assert found == {"two(2)": "two(2)"}


def test_what_is_alike_between_known_ones_is_one_that_was_changed() -> None:
    found = pairs(body("a()", "x = call(one, two)", "b()"), body("a()", "x = call(one, 2)", "b()"))
    assert found["x = call(one, two)"] == "x = call(one, 2)"


def test_what_has_nothing_in_common_was_deleted_and_inserted() -> None:
    assert pairs(body("return first"), body("log(a, b, c, d, e)")) == {}


def test_a_function_that_got_another_name_is_known_by_its_body() -> None:
    lines = "\n    ".join(f"x{number} = g({number}, y)" for number in range(6))
    old, new = f"def old(y):\n    {lines}\n", f"def new(y):\n    {lines}\n"
    assert len(pairs(old, new)) == 1
    assert pairs("def old(): pass\n", "def new(): pass\n") == {}, "too small to tell"
    assert match(items(old), items(new), renames=False) == {}


def test_what_was_put_into_another_is_not_that_other() -> None:
    text = "if a:\n    x = call(one, two, three)\n"
    found = pairs(text, "if b:\n    if a:\n        x = call(one, two, three)\n")
    assert found == {}


def test_long_lists_that_are_all_the_same_are_matched_from_their_ends() -> None:
    """Alignment would take a time that grows with the square."""
    many = int(LARGE**0.5) + 10
    one = items(body("x()", *["g()"] * many, "y()", *["h()"] * many))
    other = items(body("z()", *["g()"] * (many + 3), "y()", *["h()"] * (many + 3)))
    found = match(one, other)
    assert all(one[at].text == other[to].text for at, to in found.items())
    assert len(found) >= 2 * many


def test_similarity_is_the_share_of_common_words() -> None:
    one, other = items("f(a, b)\nf(a, c)\n")
    assert 0.5 < similarity(one, other) < 1 == similarity(one, one)


NAMES = st.lists(st.sampled_from(["a()", "b()", "c()", "x = 1", "def f(): x", "def g(): x"]))


@given(NAMES, NAMES)
def test_each_item_is_matched_at_most_once_and_with_its_own_kind(
    one: list[str], other: list[str]
) -> None:
    mine, theirs = items(body(*one)), items(body(*other))
    found = match(mine, theirs)
    assert len({*found.values()}) == len(found)
    assert all(mine[at].core.type == theirs[to].core.type for at, to in found.items())


@given(NAMES)
def test_a_list_is_matched_with_itself_in_place(names: list[str]) -> None:
    mine, theirs = items(body(*names)), items(body(*names))
    assert match(mine, theirs) == {at: at for at in range(len(mine))}


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=8, unique=True))
def test_a_rising_run_rises_and_none_is_longer(found: list[tuple[int, int]]) -> None:
    ones = {one: (one, other) for one, other in found}  # each place once
    others = {other: (one, other) for one, other in ones.values()}
    run = increasing([*others.values()])
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(run))
    longest: dict[int, int] = {}
    for _, other in sorted(others.values()):
        longest[other] = 1 + max((n for at, n in longest.items() if at < other), default=0)
    assert len(run) == max(longest.values(), default=0)
