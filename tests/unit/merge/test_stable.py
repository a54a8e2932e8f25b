"""A conflict that is merged again is the same conflict, until someone decides it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agentfs.merge import stable
from agentfs.merge.merge3 import merge3
from agentfs.merge.stable import merge_stably
from agentfs.merge.values import SIDES, Clash, Clean, MergeResult
from agentfs.model.conflicts import ConflictKind
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of

Texts = tuple[bytes, bytes, bytes]

# --- programs, as a list of things that each side changes in its own way

Thing = tuple[str, tuple[str, ...]]
"""A name and statements."""


def _python(things: list[Thing]) -> bytes:
    functions = [f"def {name}(a):\n" + _lines("    ", body) for name, body in things]
    return ("import os\n\n\n" + "\n\n".join(functions)).encode()


def _go(things: list[Thing]) -> bytes:
    functions = [f"func {name}(a int) {{\n" + _lines("\t", body) + "}\n" for name, body in things]
    return ("package p\n\n" + "\n".join(functions)).encode()


def _json(things: list[Thing]) -> bytes:
    return (json.dumps({name: list(body) for name, body in things}, indent=2) + "\n").encode()


def _lines(indent: str, body: tuple[str, ...]) -> str:
    return "".join(f"{indent}{line}\n" for line in body or ("return",))


WRITERS: dict[str, Callable[[list[Thing]], bytes]] = {
    "x.py": _python,
    "x.go": _go,
    "x.json": _json,
    "x.txt": _python,
}

# Few, so that lines repeat and both sides often write the same.
_BODIES = st.lists(st.sampled_from(["f(a)", "g(a)", "h(a)", "return"]), max_size=4).map(tuple)
_NAMES = st.sampled_from(["one", "two", "three", "four"])
_THINGS = st.lists(st.tuples(_NAMES, _BODIES), max_size=4, unique_by=lambda thing: thing[0])


@st.composite
def _edited(draw: st.DrawFn, things: list[Thing]) -> list[Thing]:
    """`things` with up to three of them changed, renamed, added, deleted or moved."""
    things = list(things)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(things)))
        kind = draw(st.sampled_from(["insert", "change", "rename", "delete", "move"]))
        if kind == "insert" or at == len(things):
            things.insert(at, (draw(_NAMES), draw(_BODIES)))
        elif kind == "change":
            things[at] = (things[at][0], draw(_BODIES))
        elif kind == "rename":
            things[at] = (draw(_NAMES), things[at][1])
        elif kind == "delete":
            del things[at]
        else:
            things.insert(0, things.pop(at))
    return things


@st.composite
def _triples(draw: st.DrawFn) -> tuple[str, Texts]:
    name = draw(st.sampled_from(sorted(WRITERS)))
    write = WRITERS[name]
    base = draw(_THINGS)
    left, right = draw(_edited(base)), draw(_edited(base))
    return name, (write(base), write(left), write(right))


def _texts(result: MergeResult) -> Texts:
    base, left, right = (result.text_with(side) for side in SIDES)
    return base, left, right


def _told(result: MergeResult) -> list[tuple[bytes, ...]]:
    return [
        (chunk.text,) if isinstance(chunk, Clean) else (chunk.base, chunk.left, chunk.right)
        for chunk in result.chunks
    ]


@settings(deadline=None)
@given(_triples())
def test_it_comes_up_again(made: tuple[str, Texts]) -> None:
    name, texts = made
    language = language_of(RepoPath(name.encode()), texts[1])
    result = merge_stably(*texts, language)
    if result.clean:
        assert result == merge3(*texts, language)
    else:
        assert _told(merge_stably(*_texts(result), language)) == _told(result)


# --- what is done about a merge that is not stable

BASE = b"a\nb\nc\nd\ne\n"
LEFT = BASE.replace(b"c", b"left").replace(b"a", b"A")
RIGHT = BASE.replace(b"c", b"right").replace(b"e", b"E")


class Wavering:
    """An engine that gives what it is told to, one after another, and then the last for ever."""

    def __init__(self, *results: MergeResult) -> None:
        self.results = list(results)

    def __call__(self, *_: object) -> MergeResult:
        return self.results.pop(0) if len(self.results) > 1 else self.results[0]


def _with(*clash: bytes) -> MergeResult:
    base, left, right = clash
    return MergeResult((Clean(b"A\n"), Clash(base, left, right, 2), Clean(b"E\n")))


CLEAN = MergeResult((Clean(b"whatever\n"),))
SMALL = _with(b"c\n", b"left\n", b"right\n")
LARGE = _with(b"b\nc\n", b"b\nleft\n", b"b\nright\n")


def test_what_it_settles_on_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stable, "merge3", Wavering(SMALL, LARGE, LARGE))
    assert _told(merge_stably(BASE, LEFT, RIGHT, None)) == _told(LARGE)


def test_another_symbol_is_another_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    clash = Clash(b"c\n", b"left\n", b"right\n", 2, symbol="f")
    named = MergeResult((Clean(b"A\n"), clash, Clean(b"E\n")))
    monkeypatch.setattr(stable, "merge3", Wavering(SMALL, named, named))
    assert merge_stably(BASE, LEFT, RIGHT, None).clashes[0].symbol == "f"


def test_one_that_vanishes_is_a_conflict_of_all_that_was_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same texts lead to it again, since they are those that were given."""
    before, after = b"same\n" * 4, b"same too\n" * 4
    texts = [before + text + after for text in (BASE, LEFT, RIGHT)]
    monkeypatch.setattr(stable, "merge3", Wavering(SMALL, CLEAN, SMALL, CLEAN))
    result = merge_stably(*texts, None)
    (clash,) = result.clashes
    assert (clash.base, clash.left, clash.right) == (BASE, LEFT, RIGHT)
    assert clash.kind is ConflictKind.UNSURE
    assert clash.reason
    assert list(_texts(result)) == texts
