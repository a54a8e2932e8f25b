"""Perl."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

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
        keys={"use_statement": ("module",)},
    ),
)
