"""Scala."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered, ranks

_DEFINITIONS: Final = {
    "class_definition": "class",
    "object_definition": "class",
    "trait_definition": "class",
    "enum_definition": "class",
    "package_object": "class",
    "function_definition": "function",
    "function_declaration": "function",
    "given_definition": "function",
    "type_definition": "type",
}
_VALUES: Final = frozenset(
    {"val_definition", "var_definition", "val_declaration", "var_declaration"}
)
_MODIFIERS: Final = frozenset(
    {"access_modifier", "abstract", "final", "sealed", "implicit", "lazy", "override"}
    | {"inline_modifier", "infix_modifier", "open_modifier", "transparent_modifier"}
    | {"opaque_modifier"}
)
_SELECTORS: Final = frozenset({"identifier", "arrow_renamed_identifier", "as_renamed_identifier"})
_PATTERNS: Final = frozenset(
    {"integer_literal", "string", "character_literal", "stable_identifier", "identifier"}
    | {"case_class_pattern", "typed_pattern"}
)
_DEPENDENCY: Final = re.compile(rb'"?[^"]*"\s*%{1,3}\s*"[^"]*"?')
"""Whose, and what; the version comes behind it.  A key has no quotes at its ends."""
_TESTS: Final = (b"test", b"describe", b"it", b"they", b"feature", b"Feature", b"Scenario")

PROFILES: Final = (
    Profile(
        name="scala",
        grammar="scala",
        suffixes=(b".scala", b".sc", b".sbt"),
        declared={
            "val_definition": ("pattern", re.compile(rb"")),
            "var_definition": ("pattern", re.compile(rb"(?!)")),
        },
        definitions=_DEFINITIONS,
        inside=frozenset(
            {"class_definition", "object_definition", "trait_definition"}
            | {"enum_definition", "package_object"}
        ),
        through=frozenset(
            {"template_body", "with_template_body", "enum_body"}
            | {"package_clause", "extension_definition"}
        ),
        attached=frozenset({"comment", "block_comment"}),
        imports=frozenset({"import_declaration"}),
        sweeping=re.compile(rb"[*_]\W*$|\bgiven\b"),
        calls=(
            Call(
                node="call_expression",
                callee="function/function",
                kinds=dict.fromkeys(_TESTS, ""),
                name="function/arguments",
            ),
        ),
        comments=frozenset({"comment", "block_comment"}),
        atomic=frozenset({"string", "interpolated_string_expression", "character_literal"}),
        unordered=(
            Unordered(
                parents=frozenset(
                    {"compilation_unit", "template_body", "with_template_body", "enum_body"}
                ),
                items=frozenset(_DEFINITIONS) | _VALUES,
            ),
            Unordered(parents=frozenset({"enum_body"}), items=frozenset({"enum_case_definitions"})),
            Unordered(
                parents=frozenset({"enum_case_definitions"}),
                items=frozenset({"simple_enum_case", "full_enum_case"}),
            ),
            # `_` and `*` must stand last.
            Unordered(parents=frozenset({"namespace_selectors"}), items=_SELECTORS, keys=(".",)),
            Unordered(parents=frozenset({"modifiers"}), items=_MODIFIERS),
            Unordered(parents=frozenset(_DEFINITIONS) | _VALUES, items=frozenset({"annotation"})),
            Unordered(parents=frozenset({"alternative_pattern"}), items=_PATTERNS, keys=()),
            # Named arguments.
            Unordered(parents=frozenset({"arguments"}), items=frozenset({"assignment_expression"})),
            Unordered(
                parents=frozenset({"arguments"}),
                items=frozenset({"infix_expression"}),
                named=frozenset({b"libraryDependencies"}),
                name_place="../../left",
                keys=(".",),
                key_part=_DEPENDENCY,
            ),
        ),
        unwritten=frozenset({"modifiers"}),
        keys={
            # What stands in braces is united.
            "import_declaration": (
                *("path*", "namespace_selectors/{", "namespace_wildcard"),
                *("arrow_renamed_identifier", "as_renamed_identifier"),
            ),
            "val_definition": ("pattern",),
            "var_definition": ("pattern",),
            "val_declaration": ("name",),
            "var_declaration": ("name",),
            "enum_case_definitions": ("simple_enum_case/name", "full_enum_case/name"),
            "simple_enum_case": ("name",),
            "full_enum_case": ("name",),
            "assignment_expression": ("left",),
            "annotation": ("name",),
            **dict.fromkeys(_MODIFIERS, ()),
        },
        repeatable=frozenset({"annotation"}),
        unique=frozenset(
            {"import_declaration", "simple_enum_case", "full_enum_case", "enum_case_definitions"}
            | _VALUES
        ),
        distinct={
            **dict.fromkeys(("class_parameter", "parameter"), ("name",)),
            "case_clause": (".[guard=]/pattern", ".[guard=]/alternative_pattern+"),
            "import_declaration": (".[namespace_selectors=]/.[namespace_wildcard=]/.[,=]/$",),
        },
        overloads={
            "function_definition": "parameters*/parameter*/type",
            "function_declaration": "parameters*/parameter*/type",
        },
        separators={"alternative_pattern": b"|"},
        sequence=ranks(
            *("annotation", "modifiers"),
            *("type_parameters", "class_parameters", "extends_clause", "derives_clause"),
            *("catch_clause", "finally_clause"),
        ),
        exclusive=(
            frozenset({"private", "protected"}),
            frozenset({"final", "sealed"}),
            frozenset({"final", "abstract"}),
        ),
    ),
)
