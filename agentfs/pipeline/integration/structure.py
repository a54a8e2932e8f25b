"""What keeps a change out of the trunk's tree: a folder where it wants a file, or a file
where it wants a folder.  Pure over what `Known` reads.
"""

from __future__ import annotations

from collections.abc import Mapping

from agentfs.model.ids import RepoPath
from agentfs.model.paths import ancestors
from agentfs.model.versions import Version
from agentfs.pipeline.integration.known import Known
from agentfs.trunk.names import is_storable_path
from agentfs.trunk.trees import MAX_DEPTH


def blocked(edits: Mapping[RepoPath, Version | None], known: Known) -> set[RepoPath]:
    """Paths of `edits` that cannot be made, if all the others are."""
    gone = {path for path, version in edits.items() if version is None}
    added = edits.keys() - gone
    return {path for path in added if _is_blocked(path, added, gone, known)}


def in_the_way(path: RepoPath, known: Known) -> bool:
    """Whether the trunk has a folder at `path`, or a file above it."""
    return known.is_folder(path) or any(known.files_above(path))


def _is_blocked(path: RepoPath, added: set[RepoPath], gone: set[RepoPath], known: Known) -> bool:
    if path.count(b"/") >= MAX_DEPTH or not is_storable_path(path):
        return True
    if any(file not in gone for file in known.files_in(path)):
        return True
    if any(file not in gone for file in known.files_above(path)):
        return True
    # Two files of the view itself, one in the place of the other's folder: only when one of
    # them was held in the meantime.  The outer one stays out if it is blocked by the trunk.
    return any(folder in added and not known.is_folder(folder) for folder in ancestors(path))
