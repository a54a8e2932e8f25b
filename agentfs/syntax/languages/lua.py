"""Lua."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered

_TESTS: Final = (b"describe", b"context", b"it", b"spec", b"test", b"insulate", b"expose")

PROFILES: Final = (
    Profile(
        name="lua",
        grammar="lua",
        suffixes=(b".lua", b".rockspec"),
        names=(b".luacheckrc",),
        interpreters=(b"lua", b"luajit"),
        lenient=True,
        # A name that is only given a value is a global one, if nothing says that it is local.
        mentions=(
            (
                re.compile(rb"(?m)^[ \t]*([A-Za-z_]\w*)[ \t]*=(?!=)[^\n]*(?<![,;{(])$"),
                re.compile(rb"(?:\blocal\s+(?:function\s+)?|\bfor\s+|[(,]\s*)([A-Za-z_]\w*)"),
            ),
        ),
        definitions={"function_declaration": "function", "assignment_statement": "function"},
        inside=frozenset(),
        through=frozenset(),
        wrappers=frozenset({"variable_declaration"}),
        anywhere=frozenset({"function_declaration"}),
        name_places={"assignment_statement": "variable_list"},
        steps={"variable_list": "name", "expression_list": "value"},
        value_places={"assignment_statement": "expression_list"},
        values=frozenset({"function_definition"}),
        calls=(
            Call(
                node="variable_declaration",
                callee="assignment_statement/expression_list/function_call/name",
                kinds={b"require": "import"},
                name="assignment_statement/variable_list",
            ),
            Call(node="function_call", callee="name", kinds=dict.fromkeys(_TESTS, "")),
        ),
        comments=frozenset({"comment", "hash_bang_line"}),
        bodies=frozenset({"block"}),
        atomic=frozenset({"string"}),
        unordered=(
            # What has no name is numbered by its place.
            Unordered(
                parents=frozenset({"table_constructor"}),
                items=frozenset({"field"}),
                having=frozenset({"="}),
            ),
            Unordered(
                parents=frozenset({"table_constructor"}),
                items=frozenset({"field"}),
                having=frozenset({"string"}),
                keys=(),
                alone=True,
            ),
        ),
        keys={"field": ("name",)},
        unique=frozenset({"field"}),
    ),
)
