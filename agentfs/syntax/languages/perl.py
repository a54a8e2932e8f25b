"""Perl."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Worded

_EXPORTED: Final = re.compile(rb"[$@%&:]?\w+")
_IMPORTED: Final = re.compile(rb"[$@%&:]?[a-z_]\w*|[$@%&:]\w+|[A-Z0-9_]{2,}")
"""Functions, variables and constants, but no class: of parents the first is asked first."""

PROFILES: Final = (
    Profile(
        name="perl",
        grammar="perl",
        suffixes=(b".pl", b".pm", b".t", b".psgi"),
        names=(b"cpanfile",),
        interpreters=(b"perl",),
        definitions={"subroutine_declaration_statement": "function"},
        inside=frozenset(),
        through=frozenset({"block"}),
        attached=frozenset({"comment", "pod"}),
        imports=frozenset({"use_statement"}),
        comments=frozenset({"comment", "pod"}),
        atomic=frozenset(
            {"string_literal", "interpolated_string_literal", "heredoc_content"}
            | {"quoted_regexp", "match_regexp", "substitution_regexp", "transliteration_expression"}
        ),
        worded={
            "string_content": (
                # What a module exports, and what one imports of it.
                Worded(
                    word=re.compile(rb"\S+"),
                    unordered=_EXPORTED,
                    named=frozenset({b"EXPORT", b"EXPORT_OK"}),
                    name_place="../../left/variable/varname",
                ),
                Worded(
                    word=re.compile(rb"\S+"),
                    unordered=_IMPORTED,
                    named=frozenset({b"use"}),
                    name_place="../../use",
                ),
                # The words of any other list have an order.
                Worded(word=re.compile(rb"\S+"), named=frozenset({b"qw"}), name_place="../qw"),
            ),
        },
        keys={"use_statement": ("module",)},
    ),
)
