"""A definition and what it is wrapped in are two things."""

from __future__ import annotations

from agentfs.merge.structured.matching.slot import Slot
from agentfs.merge.structured.reshaped.wrappers import Unwrapped, is_wrapped_anew, unwrapped
from tests.support.trees import items, texts

PLAIN = "function f() {}\n"


def slot(*versions: str, language: str = "javascript") -> Slot:
    base, left, right = (items(text, language=language)[0] for text in versions)
    return Slot(base, left, right)


def taken_apart(*versions: str, language: str = "javascript") -> Unwrapped:
    found = unwrapped(slot(*versions, language=language))
    assert found is not None
    return found


def test_only_what_is_not_wrapped_alike_everywhere_is_wrapped_anew() -> None:
    assert is_wrapped_anew(slot(PLAIN, "export " + PLAIN, PLAIN))
    assert not is_wrapped_anew(slot(PLAIN, PLAIN.replace("f", "g"), PLAIN))
    assert not is_wrapped_anew(slot(PLAIN, "export class f {}\n", PLAIN))


def test_what_a_side_wraps_is_the_definition_that_the_other_has() -> None:
    changed = "function f() { a() }\n"
    found = taken_apart(PLAIN, "export " + PLAIN, changed)
    assert texts(found.inner.items) == [PLAIN.strip(), PLAIN.strip(), changed.strip()]
    assert found.outer.text == b"export function f() {}"
    assert texts(found.path) == [PLAIN.strip()]


def test_what_a_side_took_out_is_wrapped_in_nothing() -> None:
    found = taken_apart("@a\ndef f(): b\n", "@a\ndef f(): c\n", "def f(): b\n", language="python")
    assert texts(found.inner.items) == ["def f(): b", "def f(): c", "def f(): b"]
    assert found.path == []


def test_two_wrappers_for_one_definition_are_none() -> None:
    assert unwrapped(slot(PLAIN, "export " + PLAIN, "export default " + PLAIN)) is None
