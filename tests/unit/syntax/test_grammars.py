"""Parsing again must give what parsing afresh gives, whatever the edits were."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentfs.syntax.definitions import definitions_in
from agentfs.syntax.edits import edits
from agentfs.syntax.grammars import (
    ERRATIC,
    GrammarMissing,
    parse_again,
    parse_tree,
    trees_kept,
)
from agentfs.syntax.languages import LANGUAGES

PYTHON = LANGUAGES[0]
SOURCE = inspect.getsource(textwrap).encode()
LINES = SOURCE.splitlines(keepends=True)

added = st.lists(
    st.one_of(
        st.sampled_from(LINES),
        st.sampled_from(
            [b"def f():\n", b"    pass\n", b"class A:\n", b"\n", b'"""\n', b"(\n", b"@x\n"]
        ),
    ),
    max_size=4,
)
changes = st.lists(
    st.tuples(st.integers(0, len(LINES)), st.integers(0, 5), added), min_size=1, max_size=5
)


def edited(made: list[tuple[int, int, list[bytes]]]) -> bytes:
    lines = list(LINES)
    for at, removed, put in made:
        lines[at : at + removed] = put
    return b"".join(lines)


texts = st.one_of(
    st.lists(st.sampled_from([b"a\n", b"b\n", b"\n", b"a"]), max_size=8).map(b"".join),
    changes.map(edited),
)


@settings(max_examples=100, deadline=None)
@given(new=changes.map(edited))
def test_parsing_again_finds_the_same_definitions(new: bytes) -> None:
    again = parse_again("python", parse_tree("python", SOURCE), SOURCE, new)
    afresh = parse_tree("python", new)
    assert definitions_in(again.root_node, new, PYTHON) == definitions_in(
        afresh.root_node, new, PYTHON
    )
    assert str(again.root_node) == str(afresh.root_node)


@given(old=texts, new=texts)
def test_edits_make_the_new_text_of_the_old(old: bytes, new: bytes) -> None:
    made, at = [], 0
    for edit in edits(old, new):
        assert at <= edit.start <= edit.end
        made += [old[at : edit.start], edit.added]
        at = edit.end
    assert b"".join(made) + old[at:] == new


def test_edits_far_apart_stay_apart() -> None:
    new = b"import x\n" + SOURCE + b"y = 1\n"
    assert sum(edit.end - edit.start + len(edit.added) for edit in edits(SOURCE, new)) < 200


HOSTILE = (
    b"def one(a):\n    return [a, {'b': 1}]\n\n\nclass Two:\n    three = (4,\n",
    b"three = (4,\n<four five='6'>&amp;\n",
    b"fn a( { [[x]] #| ${ <<E `\nseven: {\n  - eight\n",
)
SHAPES = f"""
from agentfs.syntax.grammars import parse_tree
from agentfs.syntax.languages import LANGUAGES
for grammar in sorted({{language.grammar for language in LANGUAGES}} - {{""}}):
    print(grammar, *(parse_tree(grammar, text).root_node for text in {HOSTILE!r}))
"""


def shapes(filler: int) -> set[str]:
    """The trees of broken texts in each grammar, where fresh memory is full of that byte."""
    fresh = {"MALLOC_PERTURB_": str(filler), "GLIBC_TUNABLES": "glibc.malloc.tcache_count=0"}
    made = subprocess.run(
        [sys.executable, "-c", SHAPES],
        env=os.environ | fresh,
        check=True,
        capture_output=True,
        text=True,
    )
    return set(made.stdout.splitlines())


def test_what_a_grammar_makes_of_errors_does_not_depend_on_what_memory_held() -> None:
    differing = {line.split()[0] for line in shapes(1) ^ shapes(255)}
    assert differing == ERRATIC


def test_a_grammar_that_is_not_installed_is_named() -> None:
    with pytest.raises(GrammarMissing, match="klingon"):
        parse_tree("klingon", b"")


def test_trees_are_kept_for_a_while_and_no_longer() -> None:
    text = b"def f():\n    return 1\n"
    with trees_kept():
        first = parse_tree("python", text)
        with trees_kept():
            assert parse_tree("python", text) is first
        assert parse_tree("python", text) is first
        assert parse_tree("starlark", text) is not first
    assert parse_tree("python", text) is not first
