"""GraphQL."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_TYPES: Final = (
    *("object_type", "interface_type", "union_type", "enum_type", "input_object_type"),
    "scalar_type",
)
_EXTENSIONS: Final = tuple(f"{each}_extension" for each in _TYPES)

PROFILES: Final = (
    Profile(
        name="graphql",
        grammar="graphql",
        suffixes=(b".graphql", b".gql", b".graphqls"),
        definitions={
            **{f"{each}_definition": "type" for each in _TYPES},
            **dict.fromkeys(_EXTENSIONS, "type"),
            "schema_definition": "type",
            "directive_definition": "type",
            "operation_definition": "function",
            "fragment_definition": "function",
        },
        inside=frozenset(),
        through=frozenset({"document"}),
        wrappers=frozenset(
            {"definition", "type_system_definition", "type_definition", "type_system_extension"}
            | {"type_extension", "executable_definition"}
        ),
        name_places={"fragment_definition": "fragment_name"},
        fixed_names={"schema_definition": "schema"},
        atomic=frozenset({"string_value", "description"}),
        unordered=(
            Unordered(
                parents=frozenset({"fields_definition"}), items=frozenset({"field_definition"})
            ),
            Unordered(
                parents=frozenset({"input_fields_definition", "arguments_definition"}),
                items=frozenset({"input_value_definition"}),
            ),
            Unordered(
                parents=frozenset({"enum_values_definition"}),
                items=frozenset({"enum_value_definition"}),
            ),
            Unordered(parents=frozenset({"arguments"}), items=frozenset({"argument"})),
            Unordered(parents=frozenset({"object_value"}), items=frozenset({"object_field"})),
            Unordered(
                parents=frozenset({"variable_definitions"}),
                items=frozenset({"variable_definition"}),
            ),
            Unordered(parents=frozenset({"selection_set"}), items=frozenset({"selection"})),
            Unordered(
                parents=frozenset({"union_member_types", "implements_interfaces"}),
                items=frozenset({"named_type"}),
                keys=(),
            ),
            Unordered(
                parents=frozenset({"directive_locations"}),
                items=frozenset({"directive_location"}),
                keys=(),
            ),
        ),
        keys={
            **dict.fromkeys(_EXTENSIONS, ("extend", "name")),
            "field_definition": ("name",),
            "input_value_definition": ("name",),
            "enum_value_definition": ("enum_value",),
            "argument": ("name",),
            "object_field": ("name",),
            "variable_definition": ("variable",),
            "root_operation_type_definition": ("operation_type",),
            "selection": ("field/alias|name", "fragment_spread", "inline_fragment/type_condition"),
        },
        unique=frozenset(
            {"field_definition", "input_value_definition", "enum_value_definition", "argument"}
            | {"object_field", "variable_definition", "root_operation_type_definition"}
        ),
        separators={
            "union_member_types": b"|",
            "implements_interfaces": b"&",
            "directive_locations": b"|",
        },
        of_lines=frozenset(
            {"selection_set", "fields_definition", "input_fields_definition"}
            | {"enum_values_definition"}
        ),
        mentions=(
            (re.compile(rb"\.\.\.[ \t]*(?!on\b)(\w+)"), re.compile(rb"\bfragment\s+(\w+)")),
            (re.compile(rb"\$(\w+)(?!\w|\s*:)"), re.compile(rb"\$(\w+)\s*:")),
            # A value of an enum that something is by default.
            (
                re.compile(rb"=[ \t]*([A-Z][A-Z0-9_]*)\b"),
                re.compile(rb"(?m)^[ \t]+([A-Z][A-Z0-9_]*)(?=[ \t]*(?:@|#|$))"),
            ),
        ),
    ),
)
