"""The search for a way to account for a result.

Lines and words that are there several times can be matched in several ways, and whoever merged
may have done it otherwise.  So a result is amiss only if in each of the ways that are tried
here there is something to find; what is reported is the least of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from agentfs.merge.verify.inputs.texts import Lines, depths_of, lines_of
from agentfs.merge.verify.words.accounts import Trouble, troubles
from agentfs.merge.verify.words.counts import miscounted
from agentfs.merge.verify.words.expected import Region, spanned, suspects
from agentfs.merge.verify.words.moves import carried

BUDGET: Final = 1_500
"""Lines, of all four texts, that are matched again and again before it is given up."""
HOPELESS: Final = 20
"""Words that are not there as often as asked for."""


def least(base: Lines, left: Lines, right: Lines, text: bytes) -> list[list[Trouble]]:
    """By region of the result, `text`; empty if there is a way to account for everything."""
    result = lines_of(text)
    search = _Search(text, result, (base, left, right))
    for regions in search.attempts(base, left, right):
        judged = [found for found in regions if found]
        if not judged:
            return []
        if not search.fewest:
            search.fewest = judged
        if sum(map(len, judged)) < sum(map(len, search.fewest)):
            search.fewest = judged
        if search.spent > BUDGET or search.hopeless:
            break
    return search.fewest


@dataclass(slots=True)
class _Search:
    text: bytes
    result: Lines
    inputs: tuple[Lines, Lines, Lines]
    hopeless: bool | None = None
    """Not known before something is found."""
    depths: list[int] = field(default_factory=list)
    spent: int = 0
    fewest: list[list[Trouble]] = field(default_factory=list)

    def attempts(self, base: Lines, left: Lines, right: Lines) -> Iterator[list[list[Trouble]]]:
        for setting in _settings(base, left, right):
            known: dict[Region, list[Trouble]] = {}
            for regions in self._divisions(*setting):
                for region in regions:
                    if region not in known:
                        known[region] = self._judged(region, *setting)
                yield [known[region] for region in regions]

    def _divisions(self, base: Lines, left: Lines, right: Lines) -> Iterator[list[Region]]:
        for margin, patient in ((False, True), (False, False), (True, True), (True, False)):
            regions = suspects(base, left, right, self.result, patient=patient, margin=margin)
            yield regions
            if len(regions) > 1:
                yield [spanned(regions[0], regions[-1])]

    def _judged(self, region: Region, base: Lines, left: Lines, right: Lines) -> list[Trouble]:
        texts = (
            base[slice(*region.base)],
            left[slice(*region.left)],
            right[slice(*region.right)],
            self.result[slice(*region.result)],
        )
        self.depths = self.depths or depths_of(self.text)
        depths = self.depths[slice(*region.result)]
        found = troubles(*texts, depths, thorough=False)
        if found and self.hopeless is None:
            self.hopeless = len(miscounted(*self.inputs, self.result)) >= HOPELESS
        if found and not self.hopeless and self.spent <= BUDGET:
            found = troubles(*texts, depths)
        self.spent += sum(map(len, texts)) if found else 0
        return [replace(each, line=each.line + region.result[0]) for each in found]


def _settings(base: Lines, left: Lines, right: Lines) -> Iterator[tuple[Lines, Lines, Lines]]:
    """The inputs as they are, and with what sides moved where it was moved to; at last with the
    comments that the other side put above that."""
    yield base, left, right
    for led in (False, True):
        moved = base, left, right
        if there := carried(moved[0], moved[1], moved[2], led=led):
            moved = there[0], moved[1], there[1]
            yield moved
        if there := carried(moved[0], moved[2], moved[1], led=led):
            moved = there[0], there[1], moved[2]
            yield moved
