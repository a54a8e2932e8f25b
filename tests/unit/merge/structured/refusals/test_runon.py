"""Cases that one side made run on into the next, while the other put another one there."""

from __future__ import annotations

import pytest

from agentfs.merge.structured.refusals.runon import runs_on_anew
from tests.support.trees import slots

LEFT_BY_BREAK = ("javascript", "switch_body", "case 1: g(); break;", "case 1: g();")
RUN_ON_BY_WORD = (
    *("go", "expression_switch_statement", "case 1:\n g()\n", "case 1:\n g()\n fallthrough\n"),
)


def of(language: str, kind: str, *bodies: str) -> bool:
    head, tail = (
        ("switch (x) {", "}")
        if language == "javascript"
        else (
            "package a\nfunc f(x int) {\nswitch x {\n",
            "}\n}\n",
        )
    )
    base, left, right = (f"{head}{body}{tail}" for body in bodies)
    return runs_on_anew(slots(base, left, right, kind, language))


@pytest.mark.parametrize(("language", "kind", "ends", "goes_on"), [LEFT_BY_BREAK, RUN_ON_BY_WORD])
def test_another_case_behind_one_that_runs_on(
    language: str, kind: str, ends: str, goes_on: str
) -> None:
    last, new = "case 9:\n h()\n", "case 5:\n k()\n"
    texts = (ends + last, goes_on + last, ends + new + last)
    assert of(language, kind, *texts)
    assert of(language, kind, texts[0], texts[2], texts[1])


@pytest.mark.parametrize(("language", "kind", "ends", "goes_on"), [LEFT_BY_BREAK, RUN_ON_BY_WORD])
def test_another_case_elsewhere_or_behind_one_that_ran_on_before(
    language: str, kind: str, ends: str, goes_on: str
) -> None:
    last, new = "case 9:\n h()\n", "case 5:\n k()\n"
    assert not of(language, kind, ends + last, goes_on + last, ends + last + new)
    assert not of(language, kind, goes_on + last, goes_on + last, goes_on + new + last)
    assert not of(language, kind, ends + last, ends + last, ends + new + last)
