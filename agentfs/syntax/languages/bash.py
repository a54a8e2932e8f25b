"""Bash."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import COMMAND, OPTION
from agentfs.syntax.profile import Call, Profile, Unordered

_WORDS: Final = frozenset({"word", "string", "raw_string"})

PROFILES: Final = (
    Profile(
        name="bash",
        grammar="bash",
        suffixes=(b".sh", b".bash", b".ebuild"),
        names=(b".bashrc", b".bash_profile", b".bash_aliases", b".profile", b"PKGBUILD"),
        interpreters=(b"sh", b"bash", b"dash"),
        definitions={"function_definition": "function"},
        inside=frozenset(),
        anywhere=frozenset({"function_definition"}),
        through=frozenset({"if_statement", "else_clause"}),
        # An argument that stands by itself is the end of the way to a name.
        steps={each: each for each in _WORDS | {"concatenation"}},
        calls=(
            Call(
                node="command",
                callee="command_name",
                kinds={b"source": "import", b".": "import"},
                name="argument",
            ),
            # ``alias name=…``
            Call(
                node="command",
                callee="command_name",
                kinds={b"alias": ""},
                name="concatenation/word",
            ),
        ),
        # Parts of a word stand together without blanks.
        atomic=_WORDS
        | {"concatenation", "expansion", "simple_expansion", "ansi_c_string"}
        | {"heredoc_body", "regex"},
        unordered=(
            Unordered(
                parents=frozenset({"array"}),
                items=_WORDS,
                alone=True,
                not_after=COMMAND,
                not_with=OPTION,
            ),
        ),
        keys={**dict.fromkeys(_WORDS, ()), "case_item": ("value",)},
        # One that is given a value with its old one in it is there without: ``PATH=$PATH:bin``.
        mentions=(
            (
                re.compile(rb"\$\{?[#!]?([A-Za-z_]\w*)\b(?!:?[-=+?])"),
                re.compile(
                    rb"(?m)(?:^|(?<=[\s;&|(`\"']))([A-Za-z_]\w*)"
                    rb"(?:(?:\[[^]\n]*\])?\+?=(?!\S*\$\{?\1\b)|(?=[ \t]+in\b))"
                ),
            ),
            (
                re.compile(
                    rb"(?m)(?:^[ \t]*(?![\w-]+\))"
                    rb"|(?:[;&|!]|\b(?:if|then|elif|else|do|while|until))[ \t]+|\$\()"
                    rb"([A-Za-z_][\w-]*)(?=[ \t]*(?:$|[;&|)]|[ \t][^ \t(=]))"
                ),
                re.compile(
                    rb"(?m)(?:^[ \t]*function[ \t]+|^[ \t]*(?=[\w-]+[ \t]*\())([A-Za-z_][\w-]*)"
                ),
            ),
        ),
        unique=frozenset({"case_item"}),
        distinct={"case_item": ("value*",)},
    ),
)
