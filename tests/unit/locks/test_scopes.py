"""How scopes are written, and how they stand to each other."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentfs.locks import patterns
from agentfs.locks.meeting import contains, meet
from agentfs.model.ids import RepoPath
from agentfs.model.scopes import BadScope, Scope, of_file, of_module, of_symbol, parse_scope


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("src/auth.py", Scope(RepoPath(b"src/auth.py"))),
        ("./src//auth.py", Scope(RepoPath(b"src/auth.py"))),
        ("src/auth.py::Session", Scope(RepoPath(b"src/auth.py"), "Session")),
        ("src/a.rs::Session::refresh", Scope(RepoPath(b"src/a.rs"), "Session.refresh")),
        ("a.py::<imports>", Scope(RepoPath(b"a.py"), "<imports>")),
        ("a.txt::<file>", Scope(RepoPath(b"a.txt"))),
        ("a.py::f#2", Scope(RepoPath(b"a.py"), "f")),
        ("src/auth/**", Scope(RepoPath(b"src/auth/**"), module=True)),
        ("src/auth/", Scope(RepoPath(b"src/auth/**"), module=True)),
        (".", Scope(RepoPath(b"**"), module=True)),
        ("src/**/**/x.py", Scope(RepoPath(b"src/**/x.py"), module=True)),
        ("app/[id].tsx", Scope(RepoPath(b"app/[id].tsx"))),
        (r"odd/a\*b", Scope(RepoPath(b"odd/a*b"))),
        (r"odd/a\::b", Scope(RepoPath(b"odd/a::b"))),
    ],
)
def test_a_scope_is_read(text: str, scope: Scope) -> None:
    assert parse_scope(text) == scope
    assert parse_scope(str(scope)) == scope


@pytest.mark.parametrize("text", ["", "/", "/etc/passwd", "../x", "a/../b", "a.py::", "src/*::f"])
def test_what_is_no_scope_is_refused(text: str) -> None:
    with pytest.raises(BadScope):
        parse_scope(text)


def scopes(*texts: str) -> list[Scope]:
    return [parse_scope(text) for text in texts]


def test_a_symbol_is_in_its_class_its_file_and_its_module() -> None:
    chain = scopes("**", "src/**", "src/a.py", "src/a.py::C", "src/a.py::C.m", "src/a.py::C.m.x")
    for outer, inner in itertools.combinations(chain, 2):
        assert contains(outer, inner)
        assert not contains(inner, outer)
        assert meet(outer, inner)
        assert meet(inner, outer)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.py::C", "a.py::D"),
        ("a.py::C", "a.py::Cat"),
        ("a.py::C.m", "a.py::C.n"),
        ("a.py::<imports>", "a.py::<module>"),
        ("a.py", "b.py"),
        ("src/**", "src"),
        ("src/**", "srcs/a.py"),
        ("src/*.py", "src/deep/a.py"),
        ("src/*.py", "src/*.js"),
        ("src/a/**", "src/b/**"),
        ("?", "a/**"),
    ],
)
def test_what_lies_side_by_side_does_not_meet(one: str, other: str) -> None:
    left, right = scopes(one, other)
    assert not meet(left, right)
    assert not meet(right, left)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("src/*.py", "src/test_*"),
        ("**/test_*.py", "src/auth/**"),
        ("src/**", "**/x"),
        ("a?c", "?b*"),
        ("src/*/deep/*.py", "src/x/**"),
    ],
)
def test_patterns_that_share_a_path_meet_and_neither_contains_the_other(
    one: str, other: str
) -> None:
    left, right = scopes(one, other)
    assert meet(left, right)
    assert meet(right, left)
    assert not contains(left, right)
    assert not contains(right, left)


def test_a_folder_with_odd_letters_is_a_module_of_its_own() -> None:
    module = of_module(RepoPath(b"a*b"))
    assert meet(module, of_file(RepoPath(b"a*b/x")))
    assert not meet(module, of_file(RepoPath(b"aab/x")))
    assert contains(module, of_module(RepoPath(b"a*b/c")))


def test_a_second_definition_counts_as_the_first() -> None:
    path = RepoPath(b"a.py")
    assert of_symbol(path, "C#2.m#3") == of_symbol(path, "C.m")


PARTS = st.sampled_from([b"**", b"*", b"?", b"a", b"b", b"a*", b"*b", b"ab"])
PATTERNS = st.lists(PARTS, min_size=1, max_size=4).map(lambda parts: RepoPath(b"/".join(parts)))


def paths(names: list[bytes], deepest: int) -> list[RepoPath]:
    return [
        RepoPath(b"/".join(parts))
        for depth in range(1, deepest + 1)
        for parts in itertools.product(names, repeat=depth)
    ]


PATHS = paths([b"a", b"b", b"c", b"ab", b"ba"], 5)
# A name for whatever two parts have in common; as deep as one pattern's parts below the other's.
WITNESSES = paths([b"a", b"b", b"ab"], 7)


@settings(max_examples=150, deadline=None)
@given(PATTERNS, PATTERNS)
def test_two_patterns_have_common_what_both_match(one: RepoPath, other: RepoPath) -> None:
    both = any(patterns.matches(one, path) and patterns.matches(other, path) for path in WITNESSES)
    assert patterns.have_common(one, other) == both
    if patterns.includes(one, other):
        inside = (path for path in PATHS if patterns.matches(other, path))
        assert all(patterns.matches(one, path) for path in inside)
