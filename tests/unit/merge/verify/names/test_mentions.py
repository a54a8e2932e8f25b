"""What a result mentions, and nothing in it is any more."""

from __future__ import annotations

import pytest

from agentfs.merge.verify.findings import Finding, FindingKind
from agentfs.merge.verify.names.mentions import left_undefined
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import language_of


def found(path: str, base: str, left: str, right: str, result: str) -> list[Finding]:
    profile = language_of(RepoPath(path.encode()), base.encode())
    assert profile is not None
    texts = (base.encode(), left.encode(), right.encode())
    return list(left_undefined(texts, result.encode(), profile))


def test_an_alias_of_an_anchor_that_one_side_renamed() -> None:
    base = "a: &x 1\nb: *x\nc: 2\n"
    left, right = base.replace("x", "y"), base.replace("2", "*x")
    (finding,) = found("a.yml", base, left, right, left.replace("2", "*x"))
    assert (finding.kind, finding.what, finding.line) == (FindingKind.UNDEFINED, "x", 3)
    assert found("a.yml", base, left, right, left.replace("2", "*y")) == []


@pytest.mark.parametrize(
    ("base", "left", "right"),
    [
        ("b = var.x\n", "b = var.y\n", "b = var.x\nc = var.x\n"),
        ('variable "x" {}\nb = var.x\n', "b = var.x\n", 'variable "x" {}\nb = var.x\nc = var.x\n'),
    ],
)
def test_a_name_of_another_file_is_none(base: str, left: str, right: str) -> None:
    assert found("a.tf", base, left, right, left + "c = var.x\n") == []
