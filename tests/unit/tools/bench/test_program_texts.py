from __future__ import annotations

import ast

import pytest

from agentfs.merge.lines import merge_lines
from tools.bench.program_texts import texts_of


@pytest.mark.parametrize("lines", [1_000, 5_000])
@pytest.mark.parametrize("conflicts", [False, True])
def test_texts_are_what_they_are_measured_as(lines: int, conflicts: bool) -> None:
    texts = texts_of(lines, conflicts=conflicts)
    for text in (texts.base, texts.left, texts.right):
        ast.parse(text)
        assert abs(text.count(b"\n") - lines) < lines / 10
    clashes = len(merge_lines(texts.base, texts.left, texts.right).clashes)
    assert clashes >= lines / 300 if conflicts else clashes == 0
    assert texts_of(lines, conflicts=conflicts) == texts
