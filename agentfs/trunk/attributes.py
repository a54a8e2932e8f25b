"""Attributes of paths, by the rules of gitattributes(5): lines of `.gitattributes` files.

Pure: contents come through `read` and as arguments, so that the files of a tree, of a
working tree or of a view are read alike.  libgit2 is not asked: it looks into the user's
index and working tree, and those of the trunk are neither.  Tested against ``git
check-attr``.

Invariant: never fails over content; a line that git refuses says nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from agentfs.model.ids import ROOT, RepoPath
from agentfs.model.paths import ancestors, name
from agentfs.model.wildmatch import Matcher, matcher

FILE_NAME: Final = b".gitattributes"
Value = bytes | bool | None
"""Set or unset, or a text; None is "unspecified"."""

_BOM: Final = b"\xef\xbb\xbf"
_BLANK: Final = b" \t\r\n"
_LONGEST_LINE: Final = 2048
_MACRO: Final = b"[attr]"
_NAME: Final = re.compile(rb"(?!-)[-A-Za-z0-9_.]+")
_QUOTED: Final = re.compile(rb'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE: Final = re.compile(rb"\\([0-3][0-7]{2}|.)", re.DOTALL)
_ESCAPED: Final = dict(zip(b'abfnrtv\\"', b'\a\b\f\n\r\t\v\\"', strict=True))
_BUILT_IN: Final = b"[attr]binary -diff -merge -text\n"


class Setting(NamedTuple):
    name: bytes
    value: Value


class Rule(NamedTuple):
    macro: bytes
    """The name of the macro that it defines; empty for a rule about paths."""
    matches: Matcher
    by_name: bool
    """Tested against the last component, at any depth; else against the relative path."""
    settings: tuple[Setting, ...]
    """Last first, because the last one decides."""


Rules = tuple[Rule, ...]
"""Last line first."""


class Attributes:
    """`read` gives the content of the `.gitattributes` in a folder, None if there is none.

    `info` is the content of `info/attributes`, `user` that of the user's own file, `system`
    that of the system's.
    """

    def __init__(
        self,
        read: Callable[[RepoPath], bytes | None],
        *,
        info: bytes = b"",
        user: bytes = b"",
        system: bytes = b"",
    ) -> None:
        self._read = read
        self._above = parse_attributes(info, macros=True)
        self._below = tuple(
            parse_attributes(each, macros=True) for each in (user, system, _BUILT_IN)
        )

    def of(self, path: RepoPath, names: Iterable[bytes]) -> dict[bytes, Value]:
        """What a file's attributes of these names are."""
        found = dict(self._decided(path))
        return {each: found.get(each) for each in names}

    def _decided(self, path: RepoPath) -> Mapping[bytes, Value]:
        files = list(self._files(path))
        macros: dict[bytes, Rule] = {}
        for rules, _ in files:
            for rule in rules:
                if rule.macro:
                    macros.setdefault(rule.macro, rule)
        decided: dict[bytes, Value] = {}
        last = name(path)
        for rules, relative in files:
            for rule in rules:
                if not rule.macro and rule.matches(last if rule.by_name else relative):
                    _settle(rule, macros, decided)
        return decided

    def _files(self, path: RepoPath) -> Iterator[tuple[Rules, bytes]]:
        """All files that may say something, the one that has the last word first; and
        `path` as seen from each."""
        yield self._above, path
        for folder in ancestors(path):
            content = self._read(folder)
            if content:
                relative = path[len(folder) + 1 :] if folder else path
                yield parse_attributes(content, macros=folder == ROOT), relative
        for rules in self._below:
            yield rules, path


def _settle(rule: Rule, macros: Mapping[bytes, Rule], decided: dict[bytes, Value]) -> None:
    for setting in rule.settings:
        if setting.name not in decided:
            decided[setting.name] = setting.value
            if setting.value is True and setting.name in macros:
                _settle(macros[setting.name], macros, decided)


@functools.lru_cache(maxsize=256)
def parse_attributes(content: bytes, *, macros: bool) -> Rules:
    """`macros`: whether the file may define some; not one in a folder below the root."""
    lines = content.removeprefix(_BOM).split(b"\n")
    rules = [
        rule
        for line in lines
        if len(line) < _LONGEST_LINE and (rule := _rule(line.partition(b"\0")[0]))
    ]
    return tuple(rule for rule in reversed(rules) if macros or not rule.macro)


def _rule(line: bytes) -> Rule | None:
    line = line.strip(_BLANK)
    if not line or line.startswith(b"#"):
        return None
    glob, words = _split(line)
    settings = [_setting(word) for word in words]
    valid = tuple(setting for setting in reversed(settings) if setting is not None)
    if len(valid) < len(settings):
        return None
    if glob.startswith(_MACRO) and len(glob) > len(_MACRO):
        macro = glob.removeprefix(_MACRO)
        return Rule(macro, matcher(b"", by_name=True), True, valid) if _is_name(macro) else None
    if glob.startswith(b"!") or glob.endswith(b"/"):
        # One is not allowed, the other is about folders, which have no attributes.
        return None
    by_name = b"/" not in glob
    return Rule(b"", matcher(glob.removeprefix(b"/"), by_name=by_name), by_name, valid)


def _split(line: bytes) -> tuple[bytes, list[bytes]]:
    """The pattern, which may be quoted, and the words behind it."""
    quoted = _QUOTED.match(line)
    if quoted is not None:
        glob = _unquoted(quoted[1])
        if glob is not None:
            return glob, _words(line[quoted.end() :])
    first, *rest = _words(line)
    return first, rest


def _words(text: bytes) -> list[bytes]:
    return [word for word in re.split(rb"[ \t\r\n]+", text) if word]


def _unquoted(text: bytes) -> bytes | None:
    """None if an escape is none that git knows."""
    out = []
    at = 0
    for found in _ESCAPE.finditer(text):
        out.append(text[at : found.start()])
        code = found[1]
        if len(code) == 1 and code[0] not in _ESCAPED:
            return None
        out.append(bytes([int(code, 8) if len(code) > 1 else _ESCAPED[code[0]]]))
        at = found.end()
    return b"".join(out) + text[at:]


def _setting(word: bytes) -> Setting | None:
    """None if git calls it invalid."""
    sign = word[:1] if word[:1] in (b"-", b"!") else b""
    key, equals, text = word.removeprefix(sign).partition(b"=")
    if not _is_name(key):
        return None
    if sign:
        return Setting(key, False if sign == b"-" else None)
    return Setting(key, text if equals else True)


def _is_name(text: bytes) -> bool:
    return _NAME.fullmatch(text) is not None
