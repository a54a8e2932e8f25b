"""What a save touches: from two texts to scopes."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.model.changes import SaveKind
from agentfs.model.ids import AgentName, RepoPath
from agentfs.model.rows import PendingRow, Segment
from agentfs.model.versions import Mode, Version
from agentfs.pipeline.admit import WorkingSave, admit, version_of
from agentfs.pipeline.moves import moved_symbols
from agentfs.pipeline.touching import touched_by, touched_by_row
from agentfs.syntax.symbols import SymbolReader, parse

PATH = RepoPath(b"a.py")
CLASS = '''class C:
    """A class."""

    def m(self):
        return 1

    def n(self):
        return 2


def f():
    return 3


def g():
    return 4
'''


def save(base: str | None, new: str | None, **how: object) -> set[str]:
    """The scopes that it touches; ``!`` behind a file says that it is touched as such."""
    texts = {text.encode(): None for text in (base, new) if text is not None}
    by_blob = {version_of(text, Mode.FILE).blob: text for text in texts}
    kind = SaveKind.DELETE if new is None else SaveKind.WRITE
    working = WorkingSave(
        kind,
        PATH,
        version_of(base.encode(), Mode.FILE) if base is not None else None,
        new.encode() if new is not None else None,
        **how,  # type: ignore[arg-type]
    )
    found = admit(working, lambda v: by_blob[v.blob], SymbolReader(), is_locked=True)
    touched = touched_by(found)
    return {str(scope).removeprefix("a.py::") for scope in touched.symbols} | {
        f"{scope}!" for scope in touched.whole
    }


def edit(old: str, new: str) -> set[str]:
    assert old in CLASS
    return save(CLASS, CLASS.replace(old, new))


def test_a_change_is_of_its_symbol_alone() -> None:
    assert edit("return 1", "return 9") == {"C.m"}
    assert edit("A class", "One class") == {"C"}
    assert edit("return 1\n", "return 1\n\n    def o(self): ...\n") == {"C.o"}
    assert edit("def m", "def mm") == {"C.m", "C.mm"}
    assert edit("\n\n\ndef f", "\n# note\n\n\n\ndef f") == {"<module>"}
    assert edit("\n\n\ndef f", "\n\n\n\n\n\ndef f") == set()


def test_a_file_that_comes_is_its_symbols_and_one_that_goes_is_all() -> None:
    assert save(None, "import os\n\n\ndef f(): ...\n") == {"<imports>", "f"}
    assert save(CLASS, None) == {"a.py!"}


def test_mode_link_and_rename_are_of_the_whole() -> None:
    assert save(CLASS, CLASS, mode=Mode.EXECUTABLE) == {"a.py!"}
    assert save(CLASS, CLASS, origin=RepoPath(b"b.py")) == {"a.py!"}


def test_what_was_deleted_a_moment_before_is_what_it_is_compared_with() -> None:
    made_from = version_of(CLASS.encode(), Mode.FILE)
    content = CLASS.replace("return 1", "return 9").encode()
    texts = {made_from.blob: CLASS.encode()}
    working = WorkingSave(SaveKind.CREATE, PATH, None, content, made_from=made_from)
    found = admit(working, lambda v: texts[v.blob], SymbolReader())
    assert [change.symbol for change in found.symbols] == ["C.m"]


@pytest.mark.parametrize("broken", ["return (3", "return '''3", "if :\n    return 3"])
def test_a_text_that_does_not_parse_is_looked_at_by_lines(broken: str) -> None:
    assert edit("return 3", broken) <= {"f", "<module>"}
    assert "f" in edit("return 3", broken)
    back = save(CLASS.replace("return 3", broken), CLASS)
    assert "C.m" not in back


def test_lines_next_to_a_change_count_where_a_text_does_not_parse() -> None:
    assert "g" in edit("def f():\n    return 3\n\n\n", "def f(:\n    return 3\n")


def test_a_symbol_that_stands_elsewhere_is_moved() -> None:
    f, g = "def f():\n    return 3\n", "def g():\n    return 4\n"
    members = CLASS[: CLASS.index("def f")]
    assert save(CLASS, f + "\n\n" + members + g) == {"f"}
    # Of two that changed places either may have moved.
    assert save(CLASS, members + g + "\n\n" + f) == {"f", "g"}


def moved(order: list[int]) -> set[int]:
    def text(names: list[int]) -> bytes:
        return "\n".join(f"def d{name}(): ..." for name in names).encode()

    before, after = parse(PATH, text(sorted(order))), parse(PATH, text(order))
    return {int(symbol.removeprefix("d")) for symbol in moved_symbols(before, after)}


@given(st.permutations(range(6)))
def test_what_stayed_is_in_every_longest_row_that_kept_its_order(order: list[int]) -> None:
    rows = [
        set(row)
        for size in range(len(order), 0, -1)
        for row in itertools.combinations(order, size)
        if list(row) == sorted(row)
    ]
    longest = [row for row in rows if len(row) == len(rows[0])]
    assert moved(order) == set(order) - set.intersection(*longest)


def test_a_row_is_what_its_segments_come_to_together() -> None:
    texts: dict[str, bytes] = {}

    def version(text: str) -> Version:
        made = version_of(text.encode(), Mode.FILE)
        texts[made.blob] = text.encode()
        return made

    def touched(*parts: tuple[str | None, str | None]) -> set[str]:
        segments = tuple(
            Segment(version(old) if old else None, version(new) if new else None, (), 0)
            for old, new in parts
        )
        row = PendingRow(AgentName("ann"), PATH, segments, None, ())
        found = touched_by_row(row, lambda v: texts[v.blob])
        return {str(each) for each in (*found.symbols, *found.whole)}

    changed = CLASS.replace("return 1", "return 9")
    assert touched((CLASS, changed)) == {"a.py::C.m"}
    assert touched((CLASS, CLASS)) == set()
    assert touched((CLASS, changed), (CLASS, CLASS.replace("return 3", "return 33"))) == {
        "a.py::C.m",
        "a.py::f",
    }
    assert touched((CLASS, None)) == {"a.py"}
    assert touched((None, None)) == set()
