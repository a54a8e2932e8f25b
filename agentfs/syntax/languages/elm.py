"""Elm."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_COMMENTS: Final = frozenset({"line_comment", "block_comment"})
_EXPOSED: Final = frozenset({"exposed_value", "exposed_type", "exposed_operator"})

PROFILES: Final = (
    Profile(
        name="elm",
        grammar="elm",
        suffixes=(b".elm",),
        definitions={
            "type_declaration": "type",
            "type_alias_declaration": "type",
            "value_declaration": "function",
            "port_annotation": "function",
        },
        inside=frozenset(),
        through=frozenset(),
        # A signature leads up to its function.
        attached=_COMMENTS | {"type_annotation"},
        imports=frozenset({"import_clause"}),
        name_places={"value_declaration": "functionDeclarationLeft"},
        steps={"function_declaration_left": ""},
        comments=_COMMENTS,
        atomic=frozenset({"string_constant_expr", "char_constant_expr", "glsl_code_expr"}),
        # The fields of a record's type are what its constructor takes, one by one.
        unordered=(
            Unordered(parents=frozenset({"exposing_list"}), items=_EXPOSED, keys=()),
            Unordered(parents=frozenset({"type_declaration"}), items=frozenset({"union_variant"})),
            Unordered(parents=frozenset({"record_expr"}), items=frozenset({"field"})),
        ),
        keys={
            "import_clause": ("moduleName",),
            "union_variant": ("name",),
            "field": ("name",),
            "field_type": ("name",),
        },
        unique=frozenset({"import_clause", "union_variant", "field", "field_type"}),
        separators={"type_declaration": b"|"},
        indented=True,
    ),
)
