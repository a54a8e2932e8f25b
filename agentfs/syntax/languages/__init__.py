"""The languages that are known, one module each, and which of them a file is in."""

from __future__ import annotations

import re
from typing import Final

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
LANGUAGES: Final[tuple[Profile, ...]] = tuple(
    profile for module in _MODULES for profile in module.PROFILES
)

_BY_SUFFIX: Final = {suffix: each for each in LANGUAGES for suffix in each.suffixes}
_BY_NAME: Final = {whole: each for each in LANGUAGES for whole in each.names}
_BY_STEM: Final = {stem + b".": each for each in LANGUAGES for stem in each.stems}
_BY_INTERPRETER: Final = {tool: each for each in LANGUAGES for tool in each.interpreters}

_CPP_HEADER: Final = re.compile(
    rb"^[ \t]*(?:namespace\b|template[ \t]*<|class[ \t]+\w+|(?:public|private|protected)[ \t]*:)",
    re.MULTILINE,
)


def language_of(path: RepoPath, content: bytes) -> Profile | None:
    """By the file's name, else by its ``#!`` line; None if it is in no known language."""
    last = name(path)
    dot = last.rfind(b".")
    if dot > 0 and (found := _BY_SUFFIX.get(last[dot:])):
        # A header says nothing of which of the two languages it is in; C++ in it does.
        if last.endswith(b".h") and _CPP_HEADER.search(content):
            return _BY_SUFFIX[b".hpp"]
        return found
    if last in _BY_NAME:
        return _BY_NAME[last]
    for stem, found in _BY_STEM.items():
        if last.startswith(stem):
            return found
    return _BY_INTERPRETER.get(_interpreter(content)) if dot < 0 else None


def _interpreter(content: bytes) -> bytes:
    """The program that a ``#!`` line runs, without folder and version; empty if there is none."""
    if not content.startswith(b"#!"):
        return b""
    words = content[2:].split(b"\n", 1)[0].split()
    programs = [word.rpartition(b"/")[2] for word in words if not word.startswith(b"-")]
    if programs[:1] == [b"env"]:
        del programs[0]
    return programs[0].rstrip(b"0123456789.") if programs else b""
