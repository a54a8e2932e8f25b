"""One merge of three files as a user or git asks for it: from bytes to bytes.

Reads and writes nothing, but for what a merge driver of the user's does.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from agentfs.backing.mergedrivers import DriverInput, run_driver
from agentfs.merge.markers import Labels, Region, Style, rendering
from agentfs.merge.policy import MergePolicy, Way
from agentfs.merge.union import united
from agentfs.merge.values import Clash, Clean, MergeResult
from agentfs.model.ids import RepoPath
from agentfs.standalone.merging import merged
from agentfs.standalone.outline import outline
from agentfs.syntax.profile import Profile
from agentfs.syntax.symbols import enclosing

__all__ = ["Favour", "Labels", "MergePolicy", "Outcome", "Region", "Style", "ThreeFiles", "merge"]


class Favour(enum.Enum):
    """Whose lines to take where both changed them, so that there is no conflict."""

    OURS = "left"
    THEIRS = "right"
    UNION = "union"


@dataclass(frozen=True, kw_only=True)
class ThreeFiles:
    """`path` and `folder` are for a merge driver: where the result will be, and below what."""

    base: bytes
    left: bytes
    right: bytes
    language: Profile | None
    policy: MergePolicy
    path: RepoPath
    folder: Path
    labels: Labels = field(default_factory=Labels)
    style: Style = Style.MERGE
    favour: Favour | None = None


@dataclass(frozen=True)
class Outcome:
    text: bytes
    """With conflict markers, if there are conflicts."""
    conflicts: int
    regions: tuple[Region, ...]
    """The conflicts one by one; empty if a merge driver made them."""
    how: str
    note: str = ""


def merge(file: ThreeFiles) -> Outcome:
    """Raises NotMergeable, MergeDriverFailed, GrammarMissing."""
    if file.policy.way is Way.DRIVER:
        return _driven(file)
    result = merged(file.base, file.left, file.right, file.policy, file.language)
    if file.favour is not None:
        result = _decided(result, file.favour)
    if not result.clean:
        result = replace(result, chunks=tuple(_named(result, file)))
    shown = rendering(
        result, labels=file.labels, style=file.style, marker_size=file.policy.marker_size
    )
    return Outcome(shown.text, len(shown.regions), shown.regions, result.how.value, result.note)


def _named(result: MergeResult, file: ThreeFiles) -> Iterator[Clean | Clash]:
    """The chunks, each clash with the symbol that it is in on the left side."""
    left = outline(file.path, result.text_with("left"), file.language)
    line = 1
    for chunk in result.chunks:
        if isinstance(chunk, Clean):
            yield chunk
            line += chunk.text.count(b"\n")
        else:
            yield replace(chunk, symbol=chunk.symbol or enclosing(left, line))
            line += chunk.left.count(b"\n")


def _decided(result: MergeResult, favour: Favour) -> MergeResult:
    if favour is Favour.UNION:
        return united(result)
    text = result.text_with("left" if favour is Favour.OURS else "right")
    return MergeResult((Clean(text),) if text else (), result.how, result.note)


def _driven(file: ThreeFiles) -> Outcome:
    labels = (file.labels.left, file.labels.base, file.labels.right)
    size = file.policy.marker_size
    given = DriverInput(file.base, file.left, file.right, file.path, size, labels)
    done = run_driver(file.policy.command, given, file.folder)
    return Outcome(done.text, 0 if done.clean else 1, (), f"driver {file.policy.driver}")
