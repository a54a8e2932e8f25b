"""Languages by the names that users write."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from agentfs.model.errors import AgentfsError
from agentfs.model.ids import RepoPath
from agentfs.syntax.languages import LANGUAGES, language_of
from agentfs.syntax.profile import Profile


class UnknownLanguage(AgentfsError):
    """The user's: a name that no language has."""

    code = "unknown-language"


@dataclass(frozen=True, slots=True)
class Language:
    """What is known of a language, for people."""

    name: str
    files: tuple[str, ...]
    """Globs of file names."""
    interpreters: tuple[str, ...]
    """What a first line ``#!`` may name."""
    merged_by: str
    """``structure``; ``entries`` of lines, where there is no grammar."""
    symbols: bool
    """Whether definitions in it are known."""


def known() -> list[Language]:
    return [_described(profile) for profile in LANGUAGES]


def named(name: str) -> Profile:
    """Raises UnknownLanguage."""
    names = {profile.name.lower(): profile for profile in LANGUAGES}
    found = names.get(name.lower())
    if found is None:
        near = difflib.get_close_matches(name.lower(), names, cutoff=0.6)
        hint = f"near it: {', '.join(near)}" if near else "`agentfs languages` lists them"
        raise UnknownLanguage(f"there is no language {name!r}", hint=hint)
    return found


def of_files(paths: list[RepoPath], texts: list[bytes]) -> Profile | None:
    """That of the first of `paths` that tells; the texts, in the same order, help."""
    for path, text in zip(paths, texts, strict=True):
        found = language_of(path, text)
        if found is not None:
            return found
    return None


def globs(profile: Profile) -> tuple[bytes, ...]:
    """Of all names of files that are in that language, or may be by what they contain."""
    stems = tuple(stem + b".*" for stem in profile.stems)
    suffixes = (*profile.suffixes, *profile.shared)
    return tuple(b"*" + suffix for suffix in suffixes) + profile.names + stems


def _described(profile: Profile) -> Language:
    return Language(
        profile.name,
        tuple(map(bytes.decode, globs(profile))),
        tuple(map(bytes.decode, profile.interpreters)),
        "entries" if profile.lines else "structure",
        bool(profile.definitions or profile.calls),
    )
