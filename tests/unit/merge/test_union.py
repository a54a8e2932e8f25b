"""The union of two sides, compared with ``git merge-file --union``."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from agentfs.merge.union import merge_union

LOG = b"# Changes\n\n- one\n- two\n"
LONG = b"".join(b"same %d\n" % number for number in range(5))
CASES = {
    "both add at the end": (LOG, LOG + b"- left\n", LOG + b"- right\n"),
    "both add at the start": (LOG, b"l\n" + LOG, b"r\n" + LOG),
    "both change a line": (b"a\nb\nc\n", b"a\nB\nc\n", b"a\n2\nc\n"),
    "both add the same": (LOG, LOG + b"- x\n", LOG + b"- x\n"),
    "far apart": (LOG, b"l\n" + LOG, LOG + b"r\n"),
    "few shared lines": (b"", b"- a\n\n- b\n", b"- c\n\n- d\n"),
    "many shared lines": (b"", b"a\n" + LONG + b"b\n", b"c\n" + LONG + b"d\n"),
    "no newline at the end": (b"a\n", b"a\nl", b"a\nr"),
    "crlf, no newline at the end": (b"a\r\nx", b"a\r\nk\r\nl", b"a\r\nr"),
    "one deletes, the other changes": (b"a\nb\nc\n", b"a\nc\n", b"a\nB\nc\n"),
    "empty": (b"", b"", b""),
}


@pytest.mark.parametrize("case", CASES)
def test_as_git(case: str, tmp_path: Path) -> None:
    base, left, right = CASES[case]
    for name, text in (("l", left), ("b", base), ("r", right)):
        (tmp_path / name).write_bytes(text)
    command = ["git", "merge-file", "-p", "--union", "l", "b", "r"]
    expected = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True).stdout
    result = merge_union(base, left, right)
    assert result.clean
    assert result.text_with("left") == expected
