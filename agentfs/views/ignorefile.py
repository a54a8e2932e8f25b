"""The lines of one `.gitignore` (or `info/exclude`) as rules, in the syntax of gitignore(5).

Knows nothing of folders: paths are relative to where the file stands.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from agentfs.model.wildmatch import Matcher, matcher

_BOM: Final = b"\xef\xbb\xbf"


class Rule(NamedTuple):
    matches: Matcher
    negated: bool
    dirs_only: bool
    by_name: bool
    """Tested against the last component, at any depth; else against the relative path."""


Rules = tuple[Rule, ...]
"""Last line first, because the last line that matches decides."""


def parse_rules(content: bytes) -> Rules:
    """Never fails: what git cannot make sense of matches nothing."""
    lines = content.removeprefix(_BOM).split(b"\n")
    rules = [rule for line in lines if (rule := _rule(line.removesuffix(b"\r")))]
    return tuple(reversed(rules))


def decide(rules: Rules, name: bytes, path: bytes, is_dir: bool) -> bool | None:
    """Whether `rules` ignore `path`, whose last component is `name`; None: they don't say."""
    for matches, negated, dirs_only, by_name in rules:
        if (is_dir or not dirs_only) and matches(name if by_name else path):
            return not negated
    return None


def _rule(line: bytes) -> Rule | None:
    if line.startswith(b"#"):
        return None
    glob = _trimmed(line.partition(b"\0")[0])  # git reads lines as C strings
    negated = glob.startswith(b"!")
    glob = glob[negated:]
    dirs_only = glob.endswith(b"/")
    glob = glob[: len(glob) - dirs_only]
    by_name = b"/" not in glob
    glob = glob.removeprefix(b"/")
    if not glob:
        return None
    return Rule(matcher(glob, by_name=by_name), negated, dirs_only, by_name)


def _trimmed(line: bytes) -> bytes:
    """Without trailing blanks (not tabs); a backslash keeps the blank behind it."""
    bare = line.rstrip(b" ")
    backslashes = len(bare) - len(bare.rstrip(b"\\"))
    quoted = backslashes % 2 == 1 and len(bare) < len(line)
    return bare + b" " if quoted else bare
