"""What holds for every merge, whatever the programs are: laws over generated programs and edits."""

from __future__ import annotations

import ast
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from agentfs.merge.merge3 import merge3
from agentfs.merge.values import How, MergeResult
from agentfs.merge.verify import verify
from agentfs.syntax.grammars import parse_tree
from tests.support.programs import (
    LANGUAGES,
    Definition,
    Program,
    definition_lines,
    edited_definition,
    functions,
    profile_of,
    programs,
    text_of,
    three_programs,
)

Three = tuple[Program, Program, Program]
Texts = tuple[bytes, bytes, bytes]

EXAMPLES: Final = 15
WITH_BRACES: Final = tuple(language for language in LANGUAGES if language != "json")

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def law(examples: int = EXAMPLES) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The number of examples is for each language; the same programs in every run of a version.

    They are small to begin with, and each is merged many times: shrinking would take minutes.
    """
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )


def texts_of(three: Three, language: str) -> Texts:
    base, left, right = (text_of(program, language) for program in three)
    for name, text in (("base", base), ("left", left), ("right", right)):
        note(f"--- {name}\n{text.decode()}")
    return base, left, right


def merge(texts: Texts, language: str) -> MergeResult:
    return merge3(*texts, profile_of(language))


@in_each_language
@law()
@given(three=three_programs())
def test_a_side_that_did_nothing_has_no_say(language: str, three: Three) -> None:
    base, side, _ = texts_of(three, language)
    for texts in ((base, base, side), (base, side, base), (base, side, side)):
        result = merge(texts, language)
        assert result.clean
        assert result.text_with("left") == side


@in_each_language
@law()
@given(three=three_programs())
def test_sides_are_equal(language: str, three: Three) -> None:
    check_sides(texts_of(three, language), language)


FOUND: Final[dict[str, tuple[str, Texts]]] = {
    "a class renamed, a member renamed, a definition above": (
        "python",
        (
            b'class Step0:\n    def part0():\n        two = load("red")\n',
            b'class Step0_new:\n    def part0():\n        two = load("red")\n',
            (
                b'def alpha():\n    two = load("red")\n'
                b'class Step0:\n    def part0_new():\n        two = load("red")\n'
            ),
        ),
    ),
    "an owner renamed, a comment deleted": (
        "go",
        (
            (
                b"package some\n\ntype A struct {\n    size int\n}\n// Of it.\n"
                b'func (self A) part0() {\n    one = load("blue")\n}\n'
            ),
            (
                b'package some\n\nimport "cedar"\ntype A_other struct {\n    size int\n}\n'
                b'func (self A_other) part0() {\n    one = load("blue")\n}\n'
            ),
            (
                b"package some\n\ntype A struct {\n    size int\n}\n"
                b'func (self A) part0() {\n    one = load("blue")\n}\n'
            ),
        ),
    ),
}
"""Triples that broke a law, made smaller by hand."""


@pytest.mark.parametrize("what", FOUND)
def test_what_was_found_by_chance(what: str) -> None:
    language, texts = FOUND[what]
    check_sides(texts, language)


def check_sides(texts: Texts, language: str) -> None:
    """Up to the order of what both put at one spot: so lines are counted, not compared."""
    base, left, right = texts
    one = merge((base, left, right), language)
    other = merge((base, right, left), language)
    assert one.clean == other.clean
    assert Counter((clash.base, clash.left, clash.right) for clash in one.clashes) == Counter(
        (clash.base, clash.right, clash.left) for clash in other.clashes
    )
    for side, same in (("left", "right"), ("right", "left")):
        assert lines_of(one.text_with(side)) == lines_of(other.text_with(same))


@in_each_language
@law()
@given(three=three_programs())
def test_git_is_followed_where_it_is_clean_and_sound(
    language: str, three: Three, tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = texts_of(three, language)
    status, merged = git_merge(texts, tmp_path_factory.getbasetemp())
    result = merge(texts, language)
    if status == 0 and not verify(*texts, merged, profile_of(language)):
        assert result.clean
        assert result.text_with("left") == merged
    if result.how is How.LINES and result.clean:
        assert status == 0


@in_each_language
@law()
@given(three=three_programs())
def test_a_line_that_nobody_touched_stays(language: str, three: Three) -> None:
    """A line that both have once may be in a conflict, if one of them moved it; it is somewhere."""
    texts = texts_of(three, language)
    counts = [lines_of(text) for text in texts]
    kept = [line for line in counts[0] if all(count[line] == 1 for count in counts)]
    result = merge(texts, language)
    there = lines_of(result.text_with("left")) | lines_of(result.text_with("right"))
    assert [line for line in kept if not there[line]] == []


@in_each_language
@law()
@given(three=three_programs())
def test_a_clean_result_parses(language: str, three: Three) -> None:
    texts = texts_of(three, language)
    result = merge(texts, language)
    if result.clean:
        text = result.text_with("left")
        assert not parse_tree(profile_of(language).grammar, text).root_node.has_error
        if language == "python":
            ast.parse(text)


@in_each_language
@law()
@given(data=st.data())
def test_disjoint_edits_are_all_there(language: str, data: st.DataObject) -> None:
    """Each definition is one side's to edit: the text is the one that one person had made."""
    base = data.draw(programs())
    editors = [data.draw(st.sampled_from(("left", "right", ""))) for _ in base.definitions]
    edited = [data.draw(edited_definition(definition)) for definition in base.definitions]

    def with_edits_of(*sides: str) -> Program:
        pairs = zip(base.definitions, edited, editors, strict=True)
        chosen = (new if editor in sides else old for old, new, editor in pairs)
        return replace(base, definitions=tuple(chosen))

    three = (base, with_edits_of("left"), with_edits_of("right"))
    result = merge(texts_of(three, language), language)
    assert result.clean
    assert result.text_with("left") == text_of(with_edits_of("left", "right"), language)


@pytest.mark.parametrize("language", WITH_BRACES)
@law()
@given(data=st.data())
def test_definitions_come_and_go_beside_each_other(language: str, data: st.DataObject) -> None:
    """Each side edits, deletes and adds its own; the two never hear of each other."""
    base = data.draw(programs())
    ours: dict[str, list[Definition]] = {"left": [], "right": []}
    theirs: set[str] = set()
    for number, definition in enumerate(base.definitions):
        owner = data.draw(st.sampled_from(("left", "right")))
        other = "right" if owner == "left" else "left"
        ours[other].append(definition)
        theirs.add(definition.name)
        what = data.draw(st.sampled_from(("edit", "edit", "delete", "add after", "leave")))
        if what == "edit":
            ours[owner].append(data.draw(edited_definition(definition)))
        elif what != "delete":
            ours[owner].append(definition)
        if what == "add after":
            ours[owner].append(data.draw(functions(f"new{number}")))
    left, right = (replace(base, definitions=tuple(ours[side])) for side in ("left", "right"))
    result = merge(texts_of((base, left, right), language), language)
    assert result.clean
    text = result.text_with("left")
    for definition in expected(base, left, right):
        assert "\n".join(definition_lines(definition, language, base.style)).encode() in text


def expected(base: Program, left: Program, right: Program) -> list[Definition]:
    """Each definition that is left, as the side that changed it has it."""
    was, one, other = (
        {each.name: each for each in program.definitions} for program in (base, left, right)
    )
    kept = [name for name in was if name in one and name in other]
    changed = [other[name] if one[name] == was[name] else one[name] for name in kept]
    new = [side[name] for side in (one, other) for name in side if name not in was]
    return [*changed, *new]


def lines_of(text: bytes) -> Counter[bytes]:
    """Indentation aside, and what ends a line where a list goes on; empty ones left out."""
    stripped = (line.strip().rstrip(b",") for line in text.splitlines())
    return Counter(line for line in stripped if line)


def git_merge(texts: Texts, folder: Path) -> tuple[int, bytes]:
    for name, text in zip(("base", "left", "right"), texts, strict=True):
        (folder / name).write_bytes(text)
    program = ["git", "merge-file", "-p", "left", "base", "right"]
    done = subprocess.run(program, cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout
