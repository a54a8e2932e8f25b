"""A merge that conflicts, as the values that are stored and listed.  Pure.

Lines are counted in the text that the view will show.  A region is named by the definition
that the merge says it is about, else by the one that its first line is in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from agentfs.merge.values import Clash, MergeResult
from agentfs.model.conflicts import Conflict, ConflictKind
from agentfs.model.ids import AgentName, ConflictId, RepoPath
from agentfs.model.versions import Version
from agentfs.pipeline.integration.merging import Stand, Texts
from agentfs.syntax.symbols import FILE, enclosing, parse

LARGEST_REGION: Final = 1 << 20
"""Bytes of a side that a conflict holds itself; of a larger one it gives only the name."""
NEW: Final = ConflictId(0)

Agents = tuple[AgentName, ...]


def conflicts_of(
    stand: Stand,
    path: RepoPath,
    agents: Agents,
    texts: Texts,
    listed: Sequence[Conflict] = (),
) -> tuple[Conflict, ...]:
    """One conflict for each region of `stand`, or one for the whole path.

    `listed` are those that were found when the agent's text was the same: a file that many
    change is merged again with each of its conflicts, and need not be parsed again for each.
    """
    assert stand.kind is not None
    if stand.lines is None:
        return (_whole(stand, stand.kind, path, agents, texts),)
    regions = list(located(stand.lines))
    symbols = _symbols(regions, path, stand, texts, listed)
    return tuple(
        Conflict(
            id=NEW,
            path=path,
            agents=agents,
            kind=_kind(clash, stand.kind),
            symbol=symbol,
            line=line,
            lines=_count(clash.right),
            base=region_value(clash.base),
            trunk=region_value(clash.left),
            mine=region_value(clash.right),
            reason=clash.reason,
        )
        for (line, clash), symbol in zip(regions, symbols, strict=True)
    )


def _symbols(
    regions: Sequence[tuple[int, Clash]],
    path: RepoPath,
    stand: Stand,
    texts: Texts,
    listed: Sequence[Conflict],
) -> list[str]:
    known = {conflict.mine: conflict.symbol for conflict in listed}
    if len(known) == len(listed) and all(region_value(c.right) in known for _, c in regions):
        return [known[region_value(clash.right)] for _, clash in regions]
    if all(clash.symbol for _, clash in regions):
        return [clash.symbol for _, clash in regions]
    parsed = parse(path, texts.of(stand.mine))
    return [clash.symbol or enclosing(parsed, line) for line, clash in regions]


def _kind(clash: Clash, whole: ConflictKind) -> ConflictKind:
    """Of a file that both sides made, all is."""
    return whole if whole is ConflictKind.ADD_ADD else clash.kind


def located(lines: MergeResult) -> Iterator[tuple[int, Clash]]:
    """Each clash with its first line, from 1, in the text that has the right sides."""
    line = 1
    for chunk in lines.chunks:
        if isinstance(chunk, Clash):
            yield line, chunk
            line += _count(chunk.right)
        else:
            line += _count(chunk.text)


def _whole(
    stand: Stand, kind: ConflictKind, path: RepoPath, agents: Agents, texts: Texts
) -> Conflict:
    base, trunk, mine = (
        _content(side, texts) for side in (stand.was or stand.base, stand.trunk, stand.mine)
    )
    return Conflict(
        id=NEW,
        path=path,
        agents=agents,
        kind=kind,
        symbol=FILE,
        line=1,
        lines=_count(mine or b""),
        base=base,
        trunk=trunk,
        mine=mine,
    )


def _content(version: Version | None, texts: Texts) -> bytes | None:
    return None if version is None else region_value(texts.of(version), version)


def region_value(content: bytes, version: Version | None = None) -> bytes:
    """A side as a conflict holds it; `version` names what is too large."""
    if len(content) <= LARGEST_REGION:
        return content
    name = b" of blob " + version.blob.encode() if version is not None else b""
    return b"(%d bytes%s)\n" % (len(content), name)


def _count(text: bytes) -> int:
    return text.count(b"\n") + (not text.endswith(b"\n") if text else 0)
