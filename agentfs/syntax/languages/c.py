"""C."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Arity, Profile, Unordered

STEPS: Final = {
    "pointer_declarator": "declarator",
    "function_declarator": "declarator",
    "array_declarator": "declarator",
    "parenthesized_declarator": "",
}
CONDITIONS: Final = frozenset(
    {"preproc_if", "preproc_ifdef", "preproc_else", "preproc_elif", "preproc_elifdef"}
)
REGIONS: Final = CONDITIONS | {"linkage_specification", "declaration_list", "declaration"}
DEFINITIONS: Final = {
    "function_definition": "function",
    "preproc_function_def": "macro",
    "struct_specifier": "class",
    "union_specifier": "class",
    "enum_specifier": "type",
    "type_definition": "type",
}
FILE: Final = CONDITIONS | {"translation_unit", "declaration_list"}
"""What holds definitions and declarations that are no statements."""
GUARDED: Final = Unordered(
    parents=FILE,
    items=frozenset({"preproc_ifdef"}),
    like=re.compile(
        rb"#[ \t]*ifndef[ \t]+(\w+)\s*?\n[ \t]*#[ \t]*define[ \t]+\1\b.*\n[ \t]*#[ \t]*endif"
    ),
    keys=("name",),
)
"""Macros that are defined if nobody else has."""
ATOMIC: Final = frozenset({"string_literal", "char_literal", "system_lib_string"})
KEYS: Final = {
    "preproc_include": ("path",),
    "preproc_def": ("name",),
    "enumerator": ("name",),
    "case_statement": ("value", "default"),
    "initializer_pair": ("designator*",),
}
LABELS: Final = (re.compile(rb"\bgoto\s+(\w+)"), re.compile(rb"(?m)^[ \t]*(\w+)[ \t]*:(?!:)"))
"""What jumps to a line, and what is at its beginning."""
MEMBERS: Final = (
    re.compile(rb"(?:\.|->)([A-Za-z_]\w*)(?!\w|\s*\()"),
    re.compile(
        rb"(?<!return)(?<!goto)(?<!delete)(?<=[\w>*&\],])(?:[ \t]*[*&]+[ \t]*|[ \t]+|,[ \t]*)"
        rb"([A-Za-z_]\w*)[ \t]*(?=[;,=:\[{)])"
    ),
)
"""What something has, and what says so: roughly any declaration."""
LEAVING: Final = frozenset(
    {"break_statement", "return_statement", "continue_statement", "goto_statement"}
)
UNIQUE: Final = frozenset(
    {"preproc_include", "preproc_def", "enumerator", "case_statement", "initializer_pair"}
    | {"declaration", "field_declaration"}
)

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
        atomic=ATOMIC,
        unordered=(
            Unordered(parents=FILE, items=frozenset({*DEFINITIONS, "declaration", "preproc_def"})),
            GUARDED,
            # Each says whom it initialises.
            Unordered(
                parents=frozenset({"initializer_list"}), items=frozenset({"initializer_pair"})
            ),
        ),
        keys={
            **KEYS,
            "declaration": ("identifier", "declarator/declarator"),
            "field_declaration": ("field_identifier", "declarator/declarator"),
        },
        unique=UNIQUE,
        mentions=(LABELS, MEMBERS),
        arities=(
            Arity(
                definitions={
                    "function_definition": (
                        *("declarator/parameters", "declarator/declarator/parameters"),
                    )
                },
                uses={"call_expression": ("function", "arguments")},
                lists=frozenset({"argument_list"}),
                open=frozenset({"variadic_parameter"}),
                nothing=frozenset({b"void"}),
            ),
            Arity(
                definitions={"struct_specifier": ("body",)},
                uses={"declaration": ("type", "declarator/value")},
                lists=frozenset({"initializer_list"}),
                several="declarator",
                open=frozenset({"initializer_pair"}),
            ),
        ),
        left_by={"case_statement": LEAVING},
    ),
)
