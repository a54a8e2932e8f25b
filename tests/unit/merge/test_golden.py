"""Merges written by hand, in every language: ``tests/golden/merge/<language>/<case>/``.

Each holds base, left, right and what is expected of them, conflicts and all.  The expectations
say what a careful engineer would do; none of them was made by the engine.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from agentfs.merge.markers import Labels, Style, render
from agentfs.merge.merge3 import merge3
from agentfs.merge.values import MergeResult
from agentfs.merge.verify import verify
from agentfs.syntax.languages import LANGUAGES
from agentfs.syntax.profile import Profile

ROOT = Path(__file__).parents[2] / "golden" / "merge"
PROFILES = {profile.name: profile for profile in LANGUAGES}
FIRST = frozenset(
    {"python", "javascript", "jsx", "typescript", "tsx", "java"}
    | {"kotlin", "scala", "csharp", "go", "rust", "c"}
)
"""Languages that most programs are written in: their cases are many."""


@dataclass(frozen=True)
class Case:
    folder: Path

    @property
    def language(self) -> Profile:
        return PROFILES[self.folder.parent.name]

    def text(self, name: str) -> bytes:
        (path,) = self.folder.glob(f"{name}.*")
        return path.read_bytes()

    @property
    def texts(self) -> tuple[bytes, bytes, bytes]:
        return self.text("base"), self.text("left"), self.text("right")

    def merged(self) -> MergeResult:
        return merge3(*self.texts, self.language)

    def swapped(self) -> MergeResult:
        base, left, right = self.texts
        return merge3(base, right, left, self.language)


CASES = [Case(folder) for folder in sorted(ROOT.glob("*/*"))]


def of(case: Case) -> str:
    return f"{case.folder.parent.name}-{case.folder.name}"


@pytest.mark.parametrize("case", CASES, ids=of)
def test_a_merge_is_what_a_careful_engineer_makes_of_it(case: Case) -> None:
    labels = Labels(left="left", right="right")
    rendered = render(case.merged(), labels=labels, style=Style.MERGE, marker_size=7)
    assert rendered.decode(errors="backslashreplace") == case.text("expected").decode(
        errors="backslashreplace"
    )
    assert rendered == case.text("expected")


@pytest.mark.parametrize("case", CASES, ids=of)
def test_what_is_expected_to_be_clean_can_be_accounted_for(case: Case) -> None:
    """It is the expectation that is judged here, whatever the engine makes of the case."""
    expected = case.text("expected")
    if not has_conflict(case):
        assert verify(*case.texts, expected, case.language) == ()


@pytest.mark.parametrize("case", CASES, ids=of)
def test_the_order_of_sides_decides_nothing(case: Case) -> None:
    one, other = case.merged(), case.swapped()
    assert other.clean == one.clean
    assert len(other.clashes) == len(one.clashes)


def test_every_language_has_its_cases() -> None:
    there = Counter(case.folder.parent.name for case in CASES)
    assert there.keys() <= PROFILES.keys(), f"of no language: {there.keys() - PROFILES.keys()}"
    few = [
        f"{name} has {there[name]}"
        for name in PROFILES
        if there[name] < (12 if name in FIRST else 5)
    ]
    assert PROFILES.keys() >= FIRST
    assert not few, ", ".join(few)


def test_a_quarter_of_the_cases_conflict() -> None:
    conflicts = sum(map(has_conflict, CASES))
    assert conflicts >= len(CASES) / 4, f"{conflicts} of {len(CASES)}"


def has_conflict(case: Case) -> bool:
    """Whether it expects more markers than its sides have in their own text."""
    marker = b"<<<<<<< left"
    texts = [case.text("left"), case.text("right")]
    return case.text("expected").count(marker) > max(text.count(marker) for text in texts)
