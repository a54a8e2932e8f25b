"""Lines and words as the verifier sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agentfs.merge.verify.inputs.texts import depths_of, is_import, line_number, lines_of, words_in

TEXT = b"\xef\xbb\xbfa = 1\r\n\n\n\tb(2)\n  \nc"


def test_blank_lines_and_indentation_do_not_count() -> None:
    assert lines_of(TEXT) == [b"a = 1", b"b(2)", b"c"]
    assert depths_of(TEXT) == [0, 8, 0]
    assert [line_number(TEXT, index) for index in range(4)] == [1, 4, 6, 6]


def test_words() -> None:
    words = words_in([b"x += f(y_1)", "größe".encode()])
    assert words.words == [b"x", b"+", b"=", b"f", b"(", b"y_1", b")", "größe".encode()]
    assert words.lines == [0, 0, 0, 0, 0, 0, 0, 1]
    assert words.starts == [0, 7, 8]


@given(st.binary())
def test_lines_depths_and_numbers_agree(text: bytes) -> None:
    lines = lines_of(text)
    assert len(depths_of(text)) == len(lines)
    rows = text.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for index, line in enumerate(lines):
        assert rows[line_number(text, index) - 1].strip() == line


@pytest.mark.parametrize(
    "line",
    [
        *("import a.b", "from a import b", "import a from 'b';", "#include <a.h>", "use a::b;"),
        *("pub use a::{b, c};", "using A.B;", "const a = require('b');", "require 'a'"),
        *("extern crate a;", "export * from './a';", "@import 'a';", "public import A"),
    ],
)
def test_an_import_is_known(line: str) -> None:
    assert is_import(line.encode())


@pytest.mark.parametrize(
    "line", ["from a import (", "import {", "imports = 1", "x = 1", "user = a", "useful()"]
)
def test_what_is_no_whole_import(line: str) -> None:
    assert not is_import(line.encode())
