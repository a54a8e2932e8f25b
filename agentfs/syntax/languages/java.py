"""Java."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import COMMAND, OPTION
from agentfs.syntax.profile import Profile, Unordered, ranks

_KEYWORDS: Final = frozenset(
    {"public", "protected", "private", "abstract", "static", "final", "default", "sealed"}
    | {"non-sealed", "synchronized", "native", "strictfp", "transient", "volatile"}
)
_ANNOTATIONS: Final = frozenset({"annotation", "marker_annotation"})
_MEMBERS: Final = frozenset(
    {"field_declaration", "constant_declaration", "method_declaration", "class_declaration"}
    | {"constructor_declaration", "compact_constructor_declaration", "record_declaration"}
    | {"interface_declaration", "enum_declaration", "annotation_type_declaration"}
    | {"annotation_type_element_declaration"}
)
_TYPES: Final = frozenset(
    {"type_identifier", "scoped_type_identifier", "generic_type", "annotated_type"}
)
_CONSTANTS: Final = frozenset(
    {"identifier", "field_access", "string_literal", "character_literal"}
    | {"decimal_integer_literal", "hex_integer_literal"}
)
_LABELS: Final = "switch_label*[guard=]/" + "|".join(sorted(_CONSTANTS)) + "*"
_DIRECTIVES: Final = frozenset(
    {"requires_module_directive", "exports_module_directive", "opens_module_directive"}
    | {"uses_module_directive", "provides_module_directive"}
)
# The types of the parameters, whatever they are called, and whatever is in angle brackets.
_TAKEN: Final = (
    "parameters/formal_parameter|spread_parameter*/type|generic_type|type_identifier"
    "|integral_type|floating_point_type|boolean_type|array_type|scoped_type_identifier|...*"
    "/generic_type?"
)

PROFILES: Final = (
    Profile(
        name="java",
        grammar="java",
        suffixes=(b".java",),
        declared={
            "local_variable_declaration": ("declarator*/name", re.compile(rb"(?:@\w+\s+)*final\b"))
        },
        definitions={
            "class_declaration": "class",
            "interface_declaration": "class",
            "enum_declaration": "class",
            "record_declaration": "class",
            "annotation_type_declaration": "class",
            "module_declaration": "module",
            "method_declaration": "function",
            "constructor_declaration": "function",
            "compact_constructor_declaration": "function",
            "annotation_type_element_declaration": "function",
        },
        inside=frozenset(
            {"class_declaration", "interface_declaration", "enum_declaration"}
            | {"record_declaration", "annotation_type_declaration"}
        ),
        through=frozenset(
            {"class_body", "interface_body", "enum_body", "enum_body_declarations"}
            | {"annotation_type_body"}
        ),
        attached=frozenset({"line_comment", "block_comment"}),
        imports=frozenset({"import_declaration"}),
        sweeping=re.compile(rb"\*"),
        comments=frozenset({"line_comment", "block_comment"}),
        atomic=frozenset({"string_literal", "character_literal"}),
        unordered=(
            # Initializer blocks run in their order, among themselves and with fields.
            Unordered(
                parents=frozenset(
                    {"class_body", "enum_body_declarations", "interface_body"}
                    | {"annotation_type_body"}
                ),
                items=_MEMBERS,
            ),
            Unordered(parents=frozenset({"enum_body"}), items=frozenset({"enum_constant"})),
            Unordered(parents=frozenset({"modifiers"}), items=_KEYWORDS | _ANNOTATIONS),
            Unordered(parents=frozenset({"package_declaration"}), items=_ANNOTATIONS),
            Unordered(
                parents=frozenset({"type_list", "throws", "catch_type", "type_bound"}),
                items=_TYPES,
                keys=(),
            ),
            Unordered(
                parents=frozenset({"switch_block_statement_group"}),
                items=frozenset({"switch_label"}),
                keys=(),
            ),
            Unordered(parents=frozenset({"switch_label"}), items=_CONSTANTS, keys=()),
            Unordered(
                parents=frozenset({"annotation_argument_list"}),
                items=frozenset({"element_value_pair"}),
            ),
            Unordered(
                parents=frozenset({"element_value_array_initializer", "array_initializer"}),
                items=frozenset({"string_literal"}),
                keys=(),
                alone=True,
                not_after=COMMAND,
                not_with=OPTION,
            ),
            Unordered(
                parents=frozenset({"element_value_array_initializer"}),
                items=frozenset({"class_literal"}),
                keys=(),
                alone=True,
            ),
            Unordered(parents=frozenset({"module_body"}), items=_DIRECTIVES),
        ),
        unwritten=frozenset({"modifiers"}),
        keys={
            "import_declaration": (),
            "field_declaration": ("declarator/name",),
            "constant_declaration": ("declarator/name",),
            "enum_constant": ("name",),
            "annotation": ("name",),
            "marker_annotation": ("name",),
            "element_value_pair": ("key",),
            "formal_parameter": ("name",),
            "switch_block_statement_group": ("switch_label/^", "switch_label/default"),
            "switch_rule": ("switch_label/^", "switch_label/default"),
            **dict.fromkeys(_DIRECTIVES, ()),
        },
        repeatable=_ANNOTATIONS,
        unique=frozenset(
            {"import_declaration", "field_declaration", "constant_declaration", "enum_constant"}
            | {"annotation", "marker_annotation", "element_value_pair", "formal_parameter"}
            | {"switch_block_statement_group", "switch_rule"}
        )
        | _DIRECTIVES,
        # Two classes of one name.  Methods that are imported may be overloads.
        distinct={
            "import_declaration": (".[asterisk=]/.[static=]/scoped_identifier/name",),
            **dict.fromkeys(("switch_block_statement_group", "switch_rule"), (_LABELS,)),
            "local_variable_declaration": ("declarator*/name",),
        },
        left_by={
            "switch_block_statement_group": frozenset({"break_statement", "return_statement"})
            | {"continue_statement", "throw_statement", "yield_statement"}
        },
        overloads={
            "method_declaration": _TAKEN,
            "constructor_declaration": _TAKEN,
        },
        separators={"catch_type": b"|", "type_bound": b"&"},
        sequence=ranks(
            *(_ANNOTATIONS, _KEYWORDS),
            *("modifiers", "type_parameters", "superclass", "super_interfaces", "permits"),
            *("enum_constant", "enum_body_declarations"),
            *("catch_clause", "finally_clause"),
        ),
        exclusive=(
            frozenset({"public", "protected", "private"}),
            frozenset({"abstract", "final"}),
            frozenset({"abstract", "private"}),
            frozenset({"abstract", "static", "default"}),
            frozenset({"abstract", "native"}),
            frozenset({"abstract", "synchronized"}),
            frozenset({"sealed", "non-sealed", "final"}),
            frozenset({"final", "volatile"}),
        ),
    ),
)
