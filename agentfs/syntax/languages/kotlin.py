"""Kotlin."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Call, Profile, Unordered, ranks

_DEFINITIONS: Final = {
    "class_declaration": "class",
    "object_declaration": "class",
    "companion_object": "class",
    "function_declaration": "function",
    "secondary_constructor": "function",
    "type_alias": "type",
}
_COMMENTS: Final = frozenset({"line_comment", "multiline_comment"})
_MODIFIERS: Final = frozenset(
    {"visibility_modifier", "inheritance_modifier", "function_modifier", "member_modifier"}
    | {"property_modifier", "class_modifier", "platform_modifier", "parameter_modifier"}
)
_TAKEN: Final = (
    "function_value_parameters/parameter*/user_type|nullable_type|function_type|parenthesized_type*"
)
"""The types of parameters."""
_TESTS: Final = (
    *(b"describe", b"context", b"given", b"feature", b"should", b"expect"),
    *(b"it", b"test", b"scenario", b"`when`", b"then"),
)

PROFILES: Final = (
    Profile(
        name="kotlin",
        grammar="kotlin",
        suffixes=(b".kt", b".kts"),
        declared={
            "property_declaration": (
                "variable_declaration/simple_identifier",
                re.compile(rb"(?:\w+\s+)*val\b"),
            )
        },
        definitions=_DEFINITIONS,
        inside=frozenset({"class_declaration", "object_declaration", "companion_object"}),
        through=frozenset({"class_body", "enum_class_body"}),
        attached=_COMMENTS,
        imports=frozenset({"import_list", "import_header"}),
        sweeping=re.compile(rb"\*"),
        name_places={
            "class_declaration": "type_identifier",
            "object_declaration": "type_identifier",
            "companion_object": "type_identifier",
            "function_declaration": "simple_identifier",
            "type_alias": "type_identifier",
        },
        fixed_names={"companion_object": "Companion", "secondary_constructor": "constructor"},
        owner="receiver_type",
        calls=(
            Call(
                node="call_expression",
                callee="simple_identifier",
                kinds=dict.fromkeys(_TESTS, ""),
                name="call_suffix/value_arguments",
            ),
        ),
        comments=_COMMENTS,
        bodies=frozenset({"statements", "import_list"}),
        atomic=frozenset({"string_literal", "character_literal"}),
        unordered=(
            # Initializers run in their order, so `init` is not among these.
            Unordered(
                parents=frozenset({"source_file", "class_body", "enum_class_body"}),
                items=frozenset(_DEFINITIONS) | {"property_declaration"},
            ),
            Unordered(parents=frozenset({"enum_class_body"}), items=frozenset({"enum_entry"})),
            Unordered(parents=frozenset({"modifiers"}), items=_MODIFIERS | {"annotation"}),
            # A class is called, an interface is not: of classes there is only one.
            Unordered(
                parents=frozenset({"class_declaration", "object_declaration", "companion_object"}),
                items=frozenset({"delegation_specifier"}),
                having=frozenset({"user_type", "explicit_delegation"}),
            ),
            Unordered(
                parents=frozenset({"when_entry"}), items=frozenset({"when_condition"}), keys=()
            ),
            Unordered(
                parents=frozenset({"type_constraints"}), items=frozenset({"type_constraint"})
            ),
            Unordered(
                parents=frozenset({"value_arguments"}),
                items=frozenset({"value_argument"}),
                having=frozenset({"="}),
                keys=("simple_identifier",),
            ),
            Unordered(parents=frozenset({"source_file"}), items=frozenset({"file_annotation"})),
        ),
        unwritten=frozenset({"modifiers"}),
        keys={
            "import_list": ("import_header/import",),
            # The grammar puts a comment below the last import into it.
            "import_header": ("identifier", "import_alias", "wildcard_import"),
            "property_declaration": (
                "receiver_type",
                "variable_declaration/simple_identifier",
                "multi_variable_declaration",
            ),
            "enum_entry": ("simple_identifier",),
            "annotation": ("user_type", "constructor_invocation/user_type"),
            "file_annotation": ("user_type", "constructor_invocation/user_type"),
            "delegation_specifier": ("user_type", "explicit_delegation/user_type"),
            "type_constraint": (),
            "when_entry": ("when_condition",),
            **dict.fromkeys(_MODIFIERS, ()),
        },
        repeatable=frozenset({"annotation", "file_annotation"}),
        unique=frozenset(
            {"import_header", "property_declaration", "enum_entry", "annotation"}
            | {"delegation_specifier", "when_entry"}
            | _MODIFIERS
        ),
        distinct={
            **dict.fromkeys(("class_parameter", "parameter"), ("simple_identifier",)),
            "import_header": (
                ".[import_alias=]/.[wildcard_import=]/identifier/$",
                "import_alias/type_identifier",
            ),
            "when_entry": ("when_condition*",),
        },
        overloads={
            "function_declaration": _TAKEN,
            "secondary_constructor": _TAKEN,
        },
        sequence=ranks(
            *("annotation", _MODIFIERS, ":", "delegation_specifier"),
            *("enum_entry", ";", {*_DEFINITIONS, "property_declaration"}),
            *("catch_block", "finally_block"),
        ),
        exclusive=(
            frozenset({"public", "protected", "private", "internal"}),
            frozenset({"abstract", "final", "open", "sealed"}),
            frozenset({"data", "enum", "annotation", "value"}),
            frozenset({"abstract", "private"}),
        ),
    ),
)
