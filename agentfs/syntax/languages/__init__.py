"""The languages that are known, one module each, and which of them a file is in.

Those that most files are in are loaded at once, the others when the first do not claim a file:
each takes a part of a millisecond, in each process that merges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Final, overload

from agentfs.model.ids import RepoPath
from agentfs.model.paths import name
from agentfs.syntax.languages import (
    bash,
    c,
    cpp,
    csharp,
    css,
    dart,
    dockerfile,
    elixir,
    go,
    gomod,
    haskell,
    hcl,
    html,
    ini,
    java,
    javascript,
    json,
    kotlin,
    lua,
    make,
    markdown,
    ocaml,
    php,
    properties,
    protobuf,
    python,
    requirements,
    ruby,
    rust,
    scala,
    sql,
    swift,
    toml,
    typescript,
    xml,
    yaml,
    zig,
)
from agentfs.syntax.profile import Profile

_MODULES: Final = (
    python,
    javascript,
    typescript,
    java,
    kotlin,
    scala,
    csharp,
    go,
    rust,
    c,
    cpp,
    swift,
    php,
    ruby,
    lua,
    bash,
    json,
    yaml,
    toml,
    xml,
    html,
    css,
    sql,
    markdown,
    hcl,
    dockerfile,
    make,
    protobuf,
    haskell,
    ocaml,
    elixir,
    dart,
    zig,
    gomod,
    requirements,
    properties,
    ini,
)
_RARER: Final = (
    *("nix", "solidity", "starlark", "cmake", "graphql", "r", "julia", "perl", "clojure"),
    *("erlang", "elm", "gleam", "gdscript", "objc", "matlab", "fortran", "nim", "d", "scheme"),
    *("jsonnet", "json5", "vue", "svelte", "qml", "ron", "systemverilog", "devicetree", "ignore"),
)
"""Modules."""


@dataclass(frozen=True)
class _Claims:
    """Which files some languages are in."""

    suffixes: dict[bytes, Profile]
    shared: dict[bytes, list[tuple[Profile, re.Pattern[bytes]]]]
    names: dict[bytes, Profile]
    stems: dict[bytes, Profile]
    interpreters: dict[bytes, Profile]

    @classmethod
    def of(cls, profiles: Sequence[Profile]) -> _Claims:
        shared: dict[bytes, list[tuple[Profile, re.Pattern[bytes]]]] = {}
        for each in profiles:
            for suffix, told in each.shared.items():
                shared.setdefault(suffix, []).append((each, told))
        return cls(
            {suffix: each for each in profiles for suffix in each.suffixes},
            shared,
            {whole: each for each in profiles for whole in each.names},
            {stem + b".": each for each in profiles for stem in each.stems},
            {tool: each for each in profiles for tool in each.interpreters},
        )


class _Languages(Sequence[Profile]):
    """All languages, loaded by whoever looks."""

    @overload
    def __getitem__(self, index: int) -> Profile: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Profile]: ...
    def __getitem__(self, index: int | slice) -> Profile | Sequence[Profile]:
        return (*_FIRST, *_rarer())[index]

    def __len__(self) -> int:
        return len(_FIRST) + len(_rarer())


LANGUAGES: Final[Sequence[Profile]] = _Languages()
_FIRST: Final[tuple[Profile, ...]] = tuple(
    profile for module in _MODULES for profile in module.PROFILES
)
_FIRST_CLAIMS: Final = _Claims.of(_FIRST)


@cache
def _rarer() -> tuple[Profile, ...]:
    modules = [import_module(f"{__name__}.{module}") for module in _RARER]
    return tuple(profile for module in modules for profile in module.PROFILES)


@cache
def _rarer_claims() -> _Claims:
    return _Claims.of(_rarer())


def _claims() -> Iterator[_Claims]:
    yield _FIRST_CLAIMS
    yield _rarer_claims()


def language_of(path: RepoPath, content: bytes) -> Profile | None:
    """By the file's name, else by its ``#!`` line; None if it is in no known language."""
    last = name(path)
    interpreter = _interpreter(content) if b"." not in last else b""
    suffix = last[last.rfind(b".") :]
    for claims in _claims():
        if found := _claimed(last, interpreter, claims):
            for other, told in claims.shared.get(suffix, ()):
                if told.search(content):
                    return other
            return found
    return None


def _claimed(last: bytes, interpreter: bytes, claims: _Claims) -> Profile | None:
    dot = last.rfind(b".")
    if dot > 0 and (found := claims.suffixes.get(last[dot:])):
        return found
    if last in claims.names:
        return claims.names[last]
    for stem, found in claims.stems.items():
        if last.startswith(stem):
            return found
    return claims.interpreters.get(interpreter)


def _interpreter(content: bytes) -> bytes:
    """The program that a ``#!`` line runs, without folder and version; empty if there is none."""
    if not content.startswith(b"#!"):
        return b""
    words = content[2:].split(b"\n", 1)[0].split()
    programs = [word.rpartition(b"/")[2] for word in words if not word.startswith(b"-")]
    if programs[:1] == [b"env"]:
        del programs[0]
    return programs[0].rstrip(b"0123456789.") if programs else b""
