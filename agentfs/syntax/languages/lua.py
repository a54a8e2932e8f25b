"""Lua."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

PROFILES: Final = (
    Profile(
        name="lua",
        grammar="lua",
        suffixes=(b".lua",),
        interpreters=(b"lua", b"luajit"),
        definitions={"function_declaration": "function", "assignment_statement": "function"},
        inside=frozenset(),
        through=frozenset(),
        wrappers=frozenset({"variable_declaration"}),
        name_places={"assignment_statement": "variable_list"},
        steps={"variable_list": "name", "expression_list": "value"},
        value_places={"assignment_statement": "expression_list"},
        values=frozenset({"function_definition"}),
    ),
)
