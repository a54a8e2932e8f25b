"""Patterns of modules: which paths one matches, and whether two have a path in common.

A pattern is compared component by component; ``**`` stands for any number of them.  Both
questions are answered exactly, by stepping through both sides at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from agentfs.model.ids import ROOT, RepoPath

T = TypeVar("T")

_ANY: Final = b"**"
_TOKEN: Final = re.compile(rb"\\.|.", re.DOTALL)
_STAR: Final = b"*"
_ONE: Final = b"?"


@lru_cache(maxsize=4096)
def anchor(pattern: RepoPath) -> RepoPath:
    """The folder that everything it matches is in: its components up to the first with a
    wildcard."""
    literal: list[bytes] = []
    for part in pattern.split(b"/")[:-1]:
        tokens = _tokens(part)
        if _STAR in tokens or _ONE in tokens:
            break
        literal.append(b"".join(token[-1:] for token in tokens))
    return RepoPath(b"/".join(literal)) if literal else ROOT


def matches(pattern: RepoPath, path: RepoPath) -> bool:
    return _expression(pattern).fullmatch(path) is not None


@lru_cache(maxsize=65536)
def have_common(one: RepoPath, other: RepoPath) -> bool:
    """Whether some path is matched by both."""
    return _meet(_parts(one), _parts(other), lambda part: part == _ANY, _parts_meet)


@lru_cache(maxsize=65536)
def includes(outer: RepoPath, inner: RepoPath) -> bool:
    """Whether `outer` matches all that `inner` does.  Says no where that takes more than a
    look: for folders it is exact."""
    if outer in (inner, _ANY):
        return True
    folder = anchor(outer) + b"/"
    is_folder = outer.endswith(b"/**") and folder == _plain(outer.removesuffix(b"**"))
    return is_folder and (anchor(inner) + b"/").startswith(folder)


@lru_cache(maxsize=4096)
def _expression(pattern: RepoPath) -> re.Pattern[bytes]:
    text = b""
    parts = pattern.split(b"/")
    for at, part in enumerate(parts):
        last = at == len(parts) - 1
        if part == _ANY:
            text += rb".+" if last else rb"(?:[^/]+/)*"
            continue
        text += b"".join(map(_expression_of, _tokens(part))) + (b"" if last else b"/")
    return re.compile(text, re.DOTALL)


def _expression_of(token: bytes) -> bytes:
    if token == _STAR:
        return rb"[^/]*"
    return rb"[^/]" if token == _ONE else re.escape(token[-1:])


def _parts(pattern: RepoPath) -> list[bytes]:
    """``**`` at the end stands for one component at least: a folder is not in itself."""
    parts = pattern.split(b"/")
    return [*parts, _STAR] if parts[-1] == _ANY else parts


@lru_cache(maxsize=65536)
def _parts_meet(one: bytes, other: bytes) -> bool:
    return _meet(_tokens(one), _tokens(other), lambda token: token == _STAR, _tokens_meet)


def _tokens_meet(one: bytes, other: bytes) -> bool:
    return _ONE in (one, other) or one[-1:] == other[-1:]


def _meet(
    one: Sequence[T], other: Sequence[T], is_run: Callable[[T], bool], same: Callable[[T, T], bool]
) -> bool:
    """Whether two sequences, in which a run stands for any number of anything, can be the same.

    Goes through all pairs of positions that can be reached.
    """
    seen: set[tuple[int, int]] = set()
    waiting = [(0, 0)]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        i, j = at
        if i == len(one) and j == len(other):
            return True
        left, right = i < len(one), j < len(other)
        if left and is_run(one[i]):
            waiting += [(i + 1, j), (i, j + 1)] if right else [(i + 1, j)]
        if right and is_run(other[j]):
            waiting += [(i, j + 1), (i + 1, j)] if left else [(i, j + 1)]
        if (
            left
            and right
            and not is_run(one[i])
            and not is_run(other[j])
            and same(one[i], other[j])
        ):
            waiting.append((i + 1, j + 1))
    return False


def _tokens(part: bytes) -> list[bytes]:
    return _TOKEN.findall(part)


def _plain(folder: bytes) -> bytes:
    return re.sub(rb"\\(.)", rb"\1", folder, flags=re.DOTALL)
