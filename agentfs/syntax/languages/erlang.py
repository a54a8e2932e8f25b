"""Erlang."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

PROFILES: Final = (
    Profile(
        name="erlang",
        grammar="erlang",
        suffixes=(b".erl", b".hrl", b".escript"),
        interpreters=(b"escript",),
        definitions={
            "fun_decl": "function",
            "record_decl": "type",
            "type_alias": "type",
            "opaque": "type",
            "pp_define": "macro",
        },
        inside=frozenset(),
        through=frozenset(),
        attached=frozenset({"comment", "spec"}),
        # The clauses of a function.
        joined=frozenset({"fun_decl"}),
        imports=frozenset({"pp_include", "pp_include_lib", "import_attribute"}),
        name_places={"fun_decl": "clause", "pp_define": "lhs"},
        steps={"function_clause": "name", "type_name": "name", "macro_lhs": "name"},
        atomic=frozenset({"string"}),
        unordered=(
            Unordered(
                parents=frozenset({"export_attribute", "export_type_attribute"})
                | {"import_attribute"},
                items=frozenset({"fa"}),
            ),
            Unordered(parents=frozenset({"map_expr"}), items=frozenset({"map_field"})),
        ),
        keys={
            "import_attribute": ("module",),
            "fa": (),
            "map_field": ("key",),
            "record_field": ("name",),
        },
        unique=frozenset({"fa", "map_field", "record_field"}),
    ),
)
