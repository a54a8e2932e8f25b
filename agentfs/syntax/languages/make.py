"""Makefiles."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered, Worded

_INNER: Final = rb"(?:[^()]|\([^()]*\))*"
_WORDS: Final = Worded(
    word=re.compile(
        rb"""(?:\$\(%s\)|\$\{[^{}]*\}|"[^"\n]*"|'[^'\n]*'|\\[^\n]|[^\s\\"'$]|\$[^\s({])+""" % _INNER
    ),
    unordered=re.compile(
        rb"(?:[\w./%+-]|\$[({]\w+[)}])*\.(?:c|cc|cpp|cxx|h|hh|hpp|S|s|o|lo|java|py)"
        rb"|(-O)\w*|-(?:W[a-z][\w-]*|D\w+|f[a-z][\w-]*|g|pedantic|pipe|pthread)"
    ),
)
"""What a variable is.  Files that are compiled are put together in any order, and warnings and
other things are asked for in any."""
_PREREQUISITE: Final = (
    # A recipe, a comment, a variable and the targets are gone past; what is no file has no dot.
    re.compile(rb"(?m)^(?:\t.*|[^:=\n]*[:?+!]*=.*|[^:#\n]*:)|[#;].*|(?<![^\s:|])([\w-]+)(?!\S)"),
    re.compile(rb"(?m)(?<!\S)([\w-]+)(?=(?:[ \t]+[^\s:=]+){0,7}[ \t]*:(?!:?:?=))"),
)
"""What a rule waits for, and the rule of that name."""

PROFILES: Final = (
    Profile(
        name="make",
        grammar="make",
        suffixes=(b".mk", b".mak", b".make"),
        names=(b"Makefile", b"makefile", b"GNUmakefile", b"Kbuild"),
        stems=(b"Makefile", b"GNUmakefile"),
        interpreters=(b"make",),
        definitions={"rule": "rule", "define_directive": "macro"},
        inside=frozenset(),
        through=frozenset({"conditional", "else_directive", "elsif_directive"}),
        imports=frozenset({"include_directive"}),
        name_places={"rule": "targets"},
        # .PHONY may stand there again and again; what it names first tells one from another.
        overloads={"rule": ".[targets=.PHONY]/normal/word"},
        atomic=frozenset({"shell_text", "text", "raw_text"}),
        worded={"text": (_WORDS,)},
        unordered=(
            Unordered(parents=frozenset({"prerequisites"}), items=frozenset({"word"}), keys=()),
            Unordered(
                parents=frozenset({"makefile", "conditional"}),
                items=frozenset({"variable_assignment"}),
            ),
            Unordered(
                parents=frozenset({"makefile", "conditional"}),
                items=frozenset({"export_directive", "override_directive"}),
                having=frozenset({"variable_assignment"}),
            ),
        ),
        keys={
            "variable_assignment": ("name",),
            **dict.fromkeys(
                ("export_directive", "override_directive"), ("variable_assignment/name",)
            ),
        },
        indented=True,
        mentions=(
            _PREREQUISITE,
            (
                re.compile(rb"\$[({]([\w.-]+)[)}]"),
                re.compile(
                    rb"(?m)^[ \t]*(?:export[ \t]+|override[ \t]+|define[ \t]+)*([\w.-]+)"
                    rb"(?=[ \t]*[:?+!]*=|[ \t]*$)"
                ),
            ),
        ),
    ),
)
