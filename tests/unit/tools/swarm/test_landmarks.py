from __future__ import annotations

import pytest

from tools.swarm.landmarks import find, landmarks

CODE = b"""\
class One:
    def go(self, a,
           b):
        return (
            a
        )

    def short(self):
        return 1


class Two:
    def same(self):
        a = 1
        b = 2
        return a


def same(self):
    a = 1
    b = 2
    return a


async def wait(x):
    a = 1
    b = 2
    return a
"""


def test_functions_that_are_long_enough_in_order() -> None:
    found = [(mark.opening, mark.line, mark.last) for mark in landmarks("a.py", CODE)]
    assert found == [
        ("    def go(", 2, 6),
        ("    def same(", 13, 16),
        ("def same(", 19, 22),
        ("async def wait(", 25, 28),
    ]


def test_an_opening_that_is_there_twice_is_no_landmark() -> None:
    assert [mark.opening for mark in landmarks("a.py", CODE + b"\n\n" + CODE)] == []


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.py", CODE[:-1]),
        ("a.py", CODE.replace(b"\n", b"\r\n")),
        ("a.py", CODE + b"# \xff\n"),
        ("a.py", CODE + b"def broken(:\n"),
        ("a.png", CODE),
        ("py", CODE),
    ],
)
def test_what_tools_would_not_agree_on_has_no_landmarks(path: str, content: bytes) -> None:
    assert landmarks(path, content) == []


def test_a_landmark_is_found_where_it_is_now() -> None:
    edited = b"# new\n" + CODE.replace(b"def same(self):\n    a", b"def same(self):  # x\n    a")
    found = find("a.py", edited, "def same(")
    assert (found.line, found.last) == (20, 23)


def test_a_landmark_that_is_gone() -> None:
    with pytest.raises(LookupError, match="0 lines"):
        find("a.py", CODE, "def gone(")


def test_elsewhere_single_lines_are_landmarks() -> None:
    text = "".join(f"line number {n}\n" for n in range(20)).encode()
    assert [mark.line for mark in landmarks("a.md", text)] == [1, 9, 17]
    assert find("a.md", b"new\n" + text, "line number 7").line == 9
