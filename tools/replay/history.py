"""The files that a merge commit had to merge: what both sides changed, each in its own way.

Renames are not followed: base, both sides and the result have the file under one path.
"""

from __future__ import annotations

import random
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pygit2
from pygit2.enums import FileMode

from tools.rig.git import Git

LONGEST: Final = 2_000_000
"""Bytes; generated data that is longer says nothing of an engine."""
_REGULAR: Final = (FileMode.BLOB, FileMode.BLOB_EXECUTABLE)
_LISTING_SECONDS: Final = 600.0


@dataclass(frozen=True, slots=True)
class Case:
    """One file of one merge commit; four texts."""

    commit: str
    path: str
    base: bytes
    left: bytes
    """The first parent's."""
    right: bytes
    human: bytes

    @property
    def suffix(self) -> str:
        """`.py`; the whole name of a file whose name has no dot."""
        name = self.path.rpartition("/")[2]
        dot = name.rfind(".")
        return name[dot:] if dot > 0 else name


def merges_of(repository: Path, limit: int | None, seed: int) -> list[str]:
    """Commits with two parents, of all refs, newest first; a sample if there are more than `limit`.

    Raises ProgramFailed.
    """
    listing = ("rev-list", "--all", "--min-parents=2", "--max-parents=2")
    commits = Git(repository)(*listing, seconds=_LISTING_SECONDS).decode().split()
    if limit is None or len(commits) <= limit:
        return commits
    chosen = sorted(random.Random(seed).sample(range(len(commits)), limit))
    return [commits[at] for at in chosen]


def cases_of(repository: Path, commit: str, suffixes: Sequence[str]) -> Iterator[Case]:
    """The text files that commit merged, all of them without `suffixes`, by path.

    None if its parents have no merge base, or several.
    """
    repo = pygit2.Repository(repository)
    parents = [str(parent) for parent in repo[commit].peel(pygit2.Commit).parent_ids]
    bases = _merge_bases(repository, parents)
    if len(bases) != 1:
        return
    trees = [repo[name].peel(pygit2.Tree) for name in (bases[0], *parents, commit)]
    for path, ids in _changed_by_both(trees, b""):
        shown = path.decode("utf-8", "replace")
        if suffixes and not shown.endswith(tuple(suffixes)):
            continue
        texts = [_text(repo, name) for name in ids]
        if all(text is not None and b"\0" not in text for text in texts):
            base, ours, theirs, human = (text or b"" for text in texts)
            yield Case(commit, shown, base, ours, theirs, human)


def _merge_bases(repository: Path, commits: Sequence[str]) -> list[str]:
    program = ("git", "merge-base", "--all", *commits)
    # Exit status 1 is git's way to say that there are none.
    done = subprocess.run(program, cwd=repository, capture_output=True, check=False)
    return done.stdout.decode().split()


def _text(repo: pygit2.Repository, name: pygit2.Oid) -> bytes | None:
    """None if it is too long, or not in the repository, as in a partial clone."""
    blob = repo.get(name)
    if not isinstance(blob, pygit2.Blob) or blob.size > LONGEST:
        return None
    return blob.data


def _changed_by_both(
    trees: Sequence[pygit2.Tree], folder: bytes
) -> Iterator[tuple[bytes, list[pygit2.Oid]]]:
    """Base, left, right and result: the ids of what differs in each of the first three."""
    entries = [{entry.raw_name or b"": entry for entry in tree} for tree in trees]
    for name in sorted(set.intersection(*(set(each) for each in entries))):
        four = [each[name] for each in entries]
        if len({entry.id for entry in four[:3]}) < 3:
            continue
        path = folder + name
        if all(isinstance(entry, pygit2.Tree) for entry in four):
            yield from _changed_by_both(
                [entry for entry in four if isinstance(entry, pygit2.Tree)], path + b"/"
            )
        elif all(entry.filemode in _REGULAR for entry in four):
            yield path, [entry.id for entry in four]
