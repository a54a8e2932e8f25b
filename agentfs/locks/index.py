"""Scopes by what they meet, so that a look among very many of them visits few.

A file's scopes stand under its path, by symbol and by every symbol around it; modules stand
under the folder that all they match is in.  What a look costs is what it finds, plus the
depth of the path; a module also looks at each file below its folder that has scopes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from agentfs.locks import patterns
from agentfs.model.ids import RepoPath
from agentfs.model.paths import ancestors
from agentfs.model.scopes import Scope, outer_symbols

K = TypeVar("K")
Keys = dict[K, None]
"""A set that keeps the order in which its members came."""


class _File(Generic[K]):
    """The scopes of one path.  `below` has those strictly inside of a symbol."""

    __slots__ = ("at", "below")

    def __init__(self) -> None:
        self.at: dict[str, Keys[K]] = {}
        self.below: dict[str, Keys[K]] = {}


class ScopeIndex(Generic[K]):
    """A map of keys, each of one scope, that is asked by scope."""

    def __init__(self) -> None:
        self._files: dict[RepoPath, _File[K]] = {}
        self._files_below: dict[RepoPath, Keys[RepoPath]] = {}
        self._modules: dict[RepoPath, dict[RepoPath, Keys[K]]] = {}
        """Anchor, pattern, keys."""
        self._anchors_below: dict[RepoPath, Keys[RepoPath]] = {}

    def add(self, scope: Scope, key: K) -> None:
        if scope.module:
            self._add_module(scope.path, key)
            return
        file = self._files.get(scope.path)
        if file is None:
            file = self._files[scope.path] = _File()
            for folder in ancestors(scope.path):
                self._files_below.setdefault(folder, {})[scope.path] = None
        around = outer_symbols(scope.symbol)
        file.at.setdefault(around[0], {})[key] = None
        for symbol in around[1:]:
            file.below.setdefault(symbol, {})[key] = None

    def remove(self, scope: Scope, key: K) -> None:
        """What is there; raises KeyError otherwise."""
        if scope.module:
            self._remove_module(scope.path, key)
            return
        file = self._files[scope.path]
        around = outer_symbols(scope.symbol)
        _discard(file.at, around[0], key)
        for symbol in around[1:]:
            _discard(file.below, symbol, key)
        if not file.at:
            del self._files[scope.path]
            for folder in ancestors(scope.path):
                _discard(self._files_below, folder, scope.path)

    def meeting(self, scope: Scope) -> Iterator[K]:
        """Keys whose scope meets `scope`, each once."""
        if scope.module:
            yield from self._meeting_module(scope.path)
            return
        yield from self.covering(scope)
        file = self._files.get(scope.path)
        if file is not None:
            yield from file.below.get(scope.symbol, ())

    def covering(self, scope: Scope) -> Iterator[K]:
        """Keys whose scope contains `scope`, which is no module."""
        file = self._files.get(scope.path)
        if file is not None:
            for symbol in outer_symbols(scope.symbol):
                yield from file.at.get(symbol, ())
        if self._modules:
            yield from self.modules_over(scope.path)

    def modules_over(self, path: RepoPath) -> Iterator[K]:
        """Keys of modules that match `path`."""
        for folder in ancestors(path):
            for pattern, keys in self._modules.get(folder, {}).items():
                if patterns.matches(pattern, path):
                    yield from keys

    def _meeting_module(self, pattern: RepoPath) -> Iterator[K]:
        anchor = patterns.anchor(pattern)
        for folder in (anchor, *ancestors(anchor), *self._anchors_below.get(anchor, ())):
            for other, keys in self._modules.get(folder, {}).items():
                if patterns.have_common(pattern, other):
                    yield from keys
        for path in self._files_below.get(anchor, ()):
            if patterns.matches(pattern, path):
                for keys in self._files[path].at.values():
                    yield from keys

    def _add_module(self, pattern: RepoPath, key: K) -> None:
        anchor = patterns.anchor(pattern)
        if anchor not in self._modules:
            for folder in ancestors(anchor):
                self._anchors_below.setdefault(folder, {})[anchor] = None
        self._modules.setdefault(anchor, {}).setdefault(pattern, {})[key] = None

    def _remove_module(self, pattern: RepoPath, key: K) -> None:
        anchor = patterns.anchor(pattern)
        _discard(self._modules[anchor], pattern, key)
        if not self._modules[anchor]:
            del self._modules[anchor]
            for folder in ancestors(anchor):
                _discard(self._anchors_below, folder, anchor)


A = TypeVar("A")


def _discard(sets: dict[A, Keys[K]], name: A, member: K) -> None:
    members = sets[name]
    del members[member]
    if not members:
        del sets[name]
