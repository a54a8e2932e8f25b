"""C."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile

STEPS: Final = {
    "pointer_declarator": "declarator",
    "function_declarator": "declarator",
    "array_declarator": "declarator",
    "reference_declarator": "",
    "parenthesized_declarator": "",
}
REGIONS: Final = frozenset(
    {
        *("preproc_if", "preproc_ifdef", "preproc_else", "preproc_elif", "preproc_elifdef"),
        *("linkage_specification", "declaration_list", "declaration"),
    }
)
DEFINITIONS: Final = {
    "function_definition": "function",
    "preproc_function_def": "macro",
    "struct_specifier": "class",
    "union_specifier": "class",
    "enum_specifier": "type",
    "type_definition": "type",
}

PROFILES: Final = (
    Profile(
        name="c",
        grammar="c",
        suffixes=(b".c", b".h"),
        definitions=DEFINITIONS,
        inside=frozenset(),
        through=REGIONS,
        imports=frozenset({"preproc_include"}),
        name_places={"function_definition": "declarator", "type_definition": "declarator"},
        steps=STEPS,
        needs_body=frozenset({"struct_specifier", "union_specifier", "enum_specifier"}),
    ),
)
