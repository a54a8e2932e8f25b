"""Merges of edits whose sum is known: what two people did to a program, and what one who had done
both would have.

An operation says where in base it does what, so the operations of both sides can be done to base
in one go.  That text is the only right merge, if no two of them touch.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, assume, given, note, settings
from hypothesis import strategies as st
from tree_sitter import Node

from agentfs.merge.merge3 import merge3
from agentfs.syntax.grammars import parse_tree
from tests.support.programs import profile_of

PROGRAMS: Final = {
    "python": b"""\
import os


# Reads all that is there.
def load(path, size):
    store = open_store(path, "read")
    first = store.take(10)
    check(first, "first", 3)
    return store


def save(path, items):
    store = open_store(path, "write")
    for item in items:
        store.put(item, 20)
        check(item, "item", 4)
    return store


def drop(path):
    check(path, "path", 5)
    os.remove(path)
    report("gone", 6)
""",
    "typescript": b"""\
import { open } from "store";

// Reads all that is there.
function load(path: string): Store {
    const store = open(path, "read");
    check(store.take(10), "first", 3);
    return store;
}

function save(path: string, items: string[]): Store {
    const store = open(path, "write");
    for (const item of items) {
        store.put(item, 20);
        check(item, "item", 4);
    }
    return store;
}

function drop(path: string): void {
    check(path, "path", 5);
    report("gone", 6);
}
""",
    "java": b"""\
class Keeper {
    /** Reads all that is there. */
    @Override
    Store load(String path) {
        Store store = open(path, "read");
        check(store.take(10), "first", 3);
        return store;
    }

    @Override
    Store save(String path, List<String> items) {
        Store store = open(path, "write");
        for (String item : items) {
            store.put(item, 20);
            check(item, "item", 4);
        }
        return store;
    }

    void drop(String path) {
        check(path, "path", 5);
        report("gone", 6);
    }
}
""",
    "go": b"""\
package keeper

// load reads all that is there.
func load(path string) *Store {
	store := open(path, "read")
	check(store.take(10), "first", 3)
	return store
}

func save(path string, items []string) *Store {
	store := open(path, "write")
	for _, item := range items {
		store.put(item, 20)
		check(item, "item", 4)
	}
	return store
}

func drop(path string) {
	check(path, "path", 5)
	report("gone", 6)
}
""",
}
NEW_FUNCTIONS: Final = {
    "python": b"\n\ndef %s(value):\n    return value * %d\n",
    "typescript": b"\nfunction %s(value: number) {\n    return value * %d;\n}\n",
    "java": b"\n    int %s(int value) {\n        return value * %d;\n    }\n",
    "go": b"\nfunc %s(value int) int {\n\treturn value * %d\n}\n",
}
DECORATORS: Final = {"python": b"@cached", "java": b"@Deprecated"}
LITERALS: Final = frozenset(
    {"string", "string_literal", "interpreted_string_literal", "integer", "number"}
    | {"int_literal", "decimal_integer_literal"}
)
FUNCTIONS: Final = frozenset({"function_definition", "function_declaration", "method_declaration"})
CALLS: Final = (b"check(", b"report(", b"store.put(")
EXAMPLES: Final = 50


@dataclass(frozen=True)
class Edit:
    """`new` stands instead of what is from `start` to `end` of base."""

    start: int
    end: int
    new: bytes

    def touches(self, other: Edit) -> bool:
        return self.start <= other.end and other.start <= self.end


Swap = tuple[int, int, int, int]
"""Where two neighbours are that change places: both begin and end at lines."""


@dataclass(frozen=True)
class Program:
    language: str
    text: bytes

    def nodes(self) -> Iterator[Node]:
        waiting = [parse_tree(profile_of(self.language).grammar, self.text).root_node]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)

    def literals(self) -> list[Node]:
        return [node for node in self.nodes() if node.type in LITERALS]

    def functions(self) -> list[tuple[int, int]]:
        """From the first line of what belongs to each to its last, all lines whole."""
        found = []
        for node in self.nodes():
            if node.type in FUNCTIONS:
                start, end = self.line(node.start_byte), self.text.index(b"\n", node.end_byte) + 1
                above = self.text[:start].splitlines(keepends=True)
                while above[-1].strip().startswith((b"#", b"/")):
                    start -= len(above.pop())
                found.append((start, end))
        return found

    def statements(self) -> list[int]:
        """Where lines begin that are nothing but a call."""
        starts = (node.start_byte for node in self.nodes() if node.is_named)
        calls = {start for start in starts if self.text.startswith(CALLS, start)}
        return sorted(start for start in calls if not self.text[self.line(start) : start].strip())

    def line(self, at: int) -> int:
        return self.text.rfind(b"\n", 0, at) + 1


@st.composite
def edits(draw: st.DrawFn, program: Program, number: int) -> list[Edit]:
    """One operation; its number is in all that it puts in."""
    text, word = program.text, b"new%d" % number
    ends = b"" if program.language in {"python", "go"} else b";"
    what = draw(st.sampled_from(("literal", "literal", "statement", "function", "decorator")))
    if what == "literal":
        node = draw(st.sampled_from(program.literals()))
        is_text = text[node.start_byte : node.start_byte + 1] == b'"'
        new = b'"%s"' % word if is_text else b"9%d" % number
        return [Edit(node.start_byte, node.end_byte, new)]
    if what == "statement":
        at = draw(st.sampled_from(program.statements()))
        indent = text[program.line(at) : at]
        return [Edit(at, at, b"%s(%d)%s\n%s" % (word, number, ends, indent))]
    start, end = draw(st.sampled_from(program.functions()))
    if what == "function":
        return [Edit(end, end, NEW_FUNCTIONS[program.language] % (word, number))]
    assume(program.language in DECORATORS)
    head = next(line for line in text[start:end].splitlines(keepends=True) if b"(" in line)
    indent = head[: len(head) - len(head.lstrip())]
    at = text.index(head, start)
    return [Edit(at, at, indent + DECORATORS[program.language] + b"\n")]


@st.composite
def swaps(draw: st.DrawFn, program: Program) -> Swap | None:
    pairs = program.functions()
    at = draw(st.sampled_from(range(-1, len(pairs) - 1)))
    return None if at < 0 else (*pairs[at], *pairs[at + 1])


def done(text: bytes, edits: Sequence[Edit], swap: Swap | None) -> bytes:
    """All of it done to a text."""
    if swap is None:
        return _edited(text, edits, 0, len(text))
    start, end, start_two, end_two = swap
    spans = ((0, start), (start_two, end_two), (end, start_two), (start, end), (end_two, len(text)))
    return b"".join(_edited(text, edits, *span) for span in spans)


def _edited(text: bytes, edits: Sequence[Edit], start: int, end: int) -> bytes:
    pieces = []
    at = start
    for edit in sorted(edits, key=lambda each: each.start):
        if start <= edit.start < end:
            pieces += [text[at : edit.start], edit.new]
            at = edit.end
    return b"".join([*pieces, text[at:end]])


@st.composite
def operations(draw: st.DrawFn, program: Program) -> tuple[list[Edit], list[Edit], list[Edit]]:
    """Those of left, of right, and of both."""
    drawn = [draw(edits(program, number)) for number in range(1, draw(st.integers(2, 5)) + 1)]
    flat = [edit for each in drawn for edit in each]
    assume(not any(one.touches(other) for one in flat for other in flat if one is not other))
    owners = [draw(st.sampled_from(("left", "right", "left", "right", "both"))) for _ in drawn]
    left, right, both = (
        [edit for owner, each in zip(owners, drawn, strict=True) if owner == name for edit in each]
        for name in ("left", "right", "both")
    )
    return left, right, both


def without_blank_lines(text: bytes) -> list[bytes]:
    return [line for line in text.splitlines() if line.strip()]


@pytest.mark.parametrize("language", PROGRAMS)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_two_people_make_what_one_had_made(language: str, data: st.DataObject) -> None:
    program = Program(language, PROGRAMS[language])
    ours, theirs, both = data.draw(operations(program))
    swap = data.draw(swaps(program))
    edges = set(swap or ())
    assume(not any(edit.start in edges or edit.end in edges for edit in (*ours, *theirs, *both)))
    texts = (
        program.text,
        done(program.text, [*ours, *both], swap),
        done(program.text, [*theirs, *both], None),
    )
    for name, text in zip(("base", "left", "right"), texts, strict=True):
        note(f"--- {name}\n{text.decode()}")
    result = merge3(*texts, profile_of(language))
    made = result.text_with("left")
    note(f"--- result\n{made.decode()}")
    assert result.clean
    wanted = done(program.text, [*ours, *theirs, *both], swap)
    assert without_blank_lines(made) == without_blank_lines(wanted)
