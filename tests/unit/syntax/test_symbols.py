"""What a save did to the definitions of a file."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.model.changes import ParseState, SymbolChange
from agentfs.model.ids import RepoPath
from agentfs.syntax.symbols import SymbolReader, enclosing, parse, symbol_changes

PATH = RepoPath(b"src/auth.py")
AUTH = b'''\
"""Sessions."""
import os

from time import time

LIMIT = 10


def connect(host):
    return host


# Refreshed by
# the client.
@dataclass
class Session:
    """One login."""

    token = None

    def refresh(self):
        self.token = time()

    @property
    def age(self):
        return 1

    @age.setter
    def age(self, value):
        pass


if os.name == "nt":

    def connect(host):
        return None
'''


def changes(base: bytes | None, new: bytes | None, path: RepoPath = PATH) -> list[tuple[str, str]]:
    return [(change.symbol, change.how) for change in symbol_changes(path, base, new)[0]]


def changed(old: bytes, new: bytes) -> list[tuple[str, str]]:
    """What replacing `old` in AUTH reports."""
    assert AUTH.count(old) == 1
    return changes(AUTH, AUTH.replace(old, new))


def test_definitions_have_the_text_from_their_comments_to_their_end() -> None:
    parsed = parse(PATH, AUTH)
    assert [(each.symbol, each.kind) for each in parsed.definitions] == [
        ("connect", "function"),
        ("Session", "class"),
        ("Session.refresh", "function"),
        ("Session.age", "function"),
        ("Session.age#2", "function"),
        ("connect#2", "function"),
    ]
    session, setter = parsed.definitions[1], parsed.definitions[4]
    assert AUTH[session.start : session.end].startswith(b"# Refreshed by\n# the client.\n@data")
    assert (session.start_line, session.end_line) == (13, 30)
    assert AUTH[setter.start : setter.end] == (
        b"@age.setter\n    def age(self, value):\n        pass"
    )
    assert [AUTH[span.start : span.end] for span in parsed.imports] == [
        b"import os",
        b"from time import time",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"self.token = time()", b"self.token = 1", [("Session.refresh", "changed")]),
        (b"token = None", b"token = 0", [("Session", "changed")]),
        (b"One login", b"A login", [("Session", "changed")]),
        (b"@property", b"@cached_property", [("Session.age", "changed")]),
        (b"@dataclass\n", b"", [("Session", "changed")]),
        (b"# the client", b"# a client", [("Session", "changed")]),
        (b"LIMIT = 10", b"LIMIT = 11", [("<module>", "changed")]),
        (b"import os\n", b"import os\nimport re\n", [("<imports>", "changed")]),
        (b"return None", b"return 1", [("connect#2", "changed")]),
        (b"LIMIT = 10\n", b"LIMIT = 10\n\n\ndef new():\n    pass\n", [("new", "added")]),
        (
            b"def refresh",
            b"def renew",
            [("Session.renew", "renamed"), ("Session.refresh", "deleted")],
        ),
        (b"    return host\n", b"    return host  \r\n", []),
        (b"LIMIT = 10\n", b"LIMIT = 10\n\n\n", []),
        (b"self.token = time()", b"self.token = time()\n", []),
        (
            b"self.token = time()",
            b"\n        self.token = time()",
            [("Session.refresh", "changed")],
        ),
    ],
)
def test_an_edit_names_just_what_it_changed(
    old: bytes, new: bytes, expected: list[tuple[str, str]]
) -> None:
    assert changed(old, new) == expected


def test_adding_the_first_member_changes_no_one_else() -> None:
    base = b"class A:\n    x = 1\n\n\nclass B:\n    y = 1\n"
    new = base.replace(b"x = 1\n", b"x = 1\n\n    def f(self):\n        pass\n")
    assert changes(base, new) == [("A.f", "added")]


def test_what_moved_as_it_was_has_not_changed() -> None:
    first, second = b"def f():\n    return 1\n", b"def g():\n    return 2\n"
    assert changes(first + b"\n\n" + second, second + b"\n\n" + first) == []


def test_what_was_moved_or_renamed_says_what_it_was_and_names_that_too() -> None:
    new = AUTH.replace(b"class Session", b"class Login").replace(b"def connect", b"def dial", 1)
    found, _ = symbol_changes(PATH, AUTH, new)
    assert [(each.was, each.symbol, each.how) for each in found] == [
        ("connect", "dial", "renamed"),
        ("Session", "Login", "renamed"),
        ("Session.refresh", "Login.refresh", "renamed"),
        ("Session.age", "Login.age", "renamed"),
        ("Session.age#2", "Login.age#2", "renamed"),
        # What was the second of that name.
        ("", "connect", "changed"),
        ("", "Session", "deleted"),
        ("", "Session.refresh", "deleted"),
        ("", "Session.age", "deleted"),
        ("", "Session.age#2", "deleted"),
        ("", "connect#2", "deleted"),
    ]


def test_a_record_from_before_there_were_moves_is_read() -> None:
    old = msgspec.msgpack.encode(["f", "added"])
    assert msgspec.msgpack.decode(old, type=SymbolChange) == SymbolChange("f", "added")


def test_a_new_file_adds_and_a_deleted_one_deletes() -> None:
    text = b"import os\n\n\ndef f():\n    pass\n\n\nX = 1\n"
    names = ["<imports>", "f", "<module>"]
    assert sorted(changes(None, text)) == sorted((name, "added") for name in names)
    assert sorted(changes(text, None)) == sorted((name, "deleted") for name in names)
    assert symbol_changes(PATH, text, None)[1] is ParseState.NONE


def test_the_state_is_that_of_the_new_text() -> None:
    good, bad = b"def f():\n    pass\n", b"def f(:\n    pass\n"
    assert symbol_changes(PATH, good, bad)[1] is ParseState.ERRORS
    assert symbol_changes(PATH, bad, good)[1] is ParseState.CLEAN
    assert symbol_changes(PATH, good, good) == ((), ParseState.CLEAN)


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (b"notes.txt", b"def f(): pass\n"),
        (b"a.py", b"x = '\0'\n"),
        (b"a.py", b"x = 1\n" * 200_000),
        (b"data.json", b"{}\n"),
    ],
)
def test_what_is_not_parsed_is_one_symbol(path: bytes, content: bytes) -> None:
    where = RepoPath(path)
    assert parse(where, content).state is ParseState.NONE
    assert symbol_changes(where, None, content)[1] is ParseState.NONE
    assert changes(None, content, where) == [("<file>", "added")]
    assert changes(content, None, where) == [("<file>", "deleted")]
    assert changes(content, b"x = 1\n", where) == [("<file>", "changed")]
    assert enclosing(parse(where, content), 1) == "<file>"


def test_bytes_that_are_not_utf8_do_no_harm() -> None:
    text = b"def f():\n    return '\xff'\n"
    assert changes(text, text.replace(b"\xff", b"\xfe")) == [("f", "changed")]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (
            b"a.py",
            b"".join(b" " * depth + b"if x:\n" for depth in range(900)) + b" " * 900 + b"x\n",
        ),
        (b"a.py", b"(" * 20_000),
        (b"a.rb", b"a(" * 3_000 + b")" * 3_000),
        (b"a.c", b"#if A\n" + b"#elif B\n" * 3_000 + b"#endif\n"),
        (b"a.go", b"package p\nfunc (a " + b"*" * 3_000 + b"A) m() {}\n"),
    ],
    ids=["ifs", "brackets", "calls", "elifs", "pointers"],
)
def test_text_as_deep_as_only_programs_write_it_is_parsed(path: bytes, content: bytes) -> None:
    assert parse(RepoPath(path), content).state is not ParseState.NONE


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        (1, "<module>"),
        (2, "<imports>"),
        (6, "<module>"),
        (9, "connect"),
        (11, "<module>"),
        (13, "Session"),
        (19, "Session"),
        (22, "Session.refresh"),
        (24, "Session.age"),
        (30, "Session.age#2"),
        (31, "<module>"),
        (36, "connect#2"),
        (99, "<module>"),
    ],
)
def test_a_line_is_in_the_innermost_definition(line: int, symbol: str) -> None:
    assert enclosing(parse(PATH, AUTH), line) == symbol


LOADS = """
import agentfs.syntax.symbols as symbols

def loaded(name):
    return name in open("/proc/self/maps").read()

assert not loaded("language_pack")
symbols.parse(b"a.txt", b"")
assert not loaded("language_pack")
symbols.parse(b"a.py", b"")
assert loaded("language_pack/bindings/python.")
assert not loaded("c_sharp")
assert not loaded("yaml")
"""


def test_importing_loads_no_grammar() -> None:
    subprocess.run([sys.executable, "-c", LOADS], check=True)


@given(st.lists(st.sampled_from([b"", b"x = 1\n", b"def f():\n    return 1\n", b"def (\n"])))
def test_who_remembers_says_the_same(pieces: list[bytes]) -> None:
    """A run of saves, each made from the one before, or from an older one."""
    reader = SymbolReader()
    contents = [b"".join(pieces[:size]) for size in range(len(pieces) + 1)]
    for at, new in enumerate(contents):
        for base in (None, contents[at - 1], contents[0]):
            assert reader.changes(PATH, base, new) == symbol_changes(PATH, base, new)
