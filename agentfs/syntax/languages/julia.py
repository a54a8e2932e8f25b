"""Julia."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered

_MODULES: Final = ("selected_import/^", "identifier|import_path|import_alias")
"""That of which some names are taken, or the first one."""

PROFILES: Final = (
    Profile(
        name="julia",
        grammar="julia",
        suffixes=(b".jl",),
        interpreters=(b"julia",),
        definitions={
            "module_definition": "module",
            "struct_definition": "class",
            "abstract_definition": "type",
            "primitive_definition": "type",
            "function_definition": "function",
            "macro_definition": "macro",
            "assignment": "function",
        },
        inside=frozenset({"module_definition"}),
        through=frozenset({"block", "if_statement", "else_clause", "elseif_clause"}),
        # A string before a definition is its documentation.
        attached=frozenset({"line_comment", "block_comment", "string_literal"}),
        imports=frozenset({"using_statement", "import_statement"}),
        name_places={
            "struct_definition": "type_head",
            "abstract_definition": "type_head",
            "primitive_definition": "type_head",
            "function_definition": "signature",
            "macro_definition": "signature",
        },
        steps={"type_head": "", "signature": "", "where_expression": "", "typed_expression": ""}
        | {"call_expression": "", "binary_expression": "", "parametrized_type_expression": ""},
        calls=(
            Call(
                node="macrocall_expression",
                callee="macro_identifier",
                kinds={b"@testset": "", b"@safetestset": ""},
                name="macro_argument_list",
            ),
        ),
        comments=frozenset({"line_comment", "block_comment"}),
        atomic=frozenset({"string_literal", "prefixed_string_literal", "command_literal"}),
        unordered=(
            Unordered(
                parents=frozenset({"using_statement", "import_statement", "selected_import"}),
                items=frozenset({"identifier"}),
                keys=(),
            ),
            Unordered(
                parents=frozenset({"export_statement", "public_statement"}),
                items=frozenset({"identifier", "macro_identifier"}),
                keys=(),
            ),
            Unordered(
                parents=frozenset({"argument_list"}),
                items=frozenset({"binary_expression"}),
                keys=("^",),
                name_place="../identifier",
                named=frozenset({b"Dict"}),
            ),
        ),
        keys={
            "using_statement": _MODULES,
            "import_statement": _MODULES,
            # `f(x) = x`, also with a type or `where` behind the parenthesis; nothing else.
            "assignment": (
                "^/argument_list/../identifier|field_expression",
                "^/call_expression/argument_list/../identifier|field_expression",
            ),
        },
        unique=frozenset({"using_statement", "import_statement"}),
        mentions=(
            (
                re.compile(rb"(?<![\w.:@\"$])([A-Za-z_]\w*!?)(?=\()"),
                re.compile(
                    rb"(?m)(?:\b(?:function|struct|type|macro)[ \t]+"
                    rb"|^[ \t]*(?:const[ \t]+|@inline[ \t]+)?(?=\w+!?\([^\n]*\)[^\n]*[^=!<>]=(?!=)"
                    rb"|\w+[ \t]*=(?!=)))([A-Za-z_]\w*!?)"
                ),
            ),
        ),
        # What a function takes tells its methods apart.
        overloads={"function_definition": "signature", "assignment": "^"},
    ),
)
