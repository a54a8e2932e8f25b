"""Go."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Arity, Call, Profile, Unordered

_DEFINITIONS: Final = {
    "function_declaration": "function",
    "method_declaration": "function",
    "type_spec": "type",
    "type_alias": "type",
}
_IOTAS: Final = frozenset(
    {b"iota", b"iota + 1", b"iota+1", b"1 << iota", b"1<<iota", b"1 << (10 * iota)"}
    | {b"1 << (10 * (iota + 1))", b"-iota", b"iota * 10", b"iota - 1"}
)
"""What a group of constants begins with that are numbered by their places."""
_TYPES: Final = frozenset(
    {"type_identifier", "qualified_type", "generic_type", "negated_type", "pointer_type"}
    | {"slice_type", "array_type", "map_type", "channel_type"}
)
_CONSTANTS: Final = frozenset(
    {"identifier", "selector_expression", "int_literal", "rune_literal"}
    | {"interpreted_string_literal", "raw_string_literal"}
)
_TESTS: Final = (
    *(b"t.Run", b"b.Run", b"f.Run", b"s.Run", b"suite.Run"),
    *(b"Describe", b"Context", b"When", b"It", b"Specify", b"DescribeTable", b"Entry"),
)

PROFILES: Final = (
    Profile(
        name="go",
        grammar="go",
        suffixes=(b".go",),
        definitions=_DEFINITIONS,
        inside=frozenset(),
        through=frozenset(),
        wrappers=frozenset({"type_declaration", "expression_statement"}),
        imports=frozenset({"import_declaration"}),
        sweeping=re.compile(rb"\.\s+[\"`]"),
        owner="receiver",
        # Fields.
        mentions=(
            (
                re.compile(rb"\.([A-Za-z_]\w*)(?![\w(])"),
                re.compile(
                    rb"(?m)(?:^[ \t]+|,[ \t]*|[{;][ \t]*|\bfunc[ \t]*\([^()\n]*\)[ \t]*)"
                    rb"(?!(?:return|case|go|defer)\b)"
                    rb"([A-Za-z_]\w*)(?=(?:,[ \t]*\w+)*[ \t]+[\w*\[({<]|\()"
                ),
            ),
        ),
        calls=(Call(node="call_expression", callee="function", kinds=dict.fromkeys(_TESTS, "")),),
        bodies=frozenset({"statement_list"}),
        atomic=frozenset({"interpreted_string_literal", "raw_string_literal", "rune_literal"}),
        unordered=(
            Unordered(
                parents=frozenset({"source_file"}),
                items=frozenset({"function_declaration", "method_declaration"})
                | {"type_declaration", "var_declaration", "const_declaration"},
            ),
            Unordered(parents=frozenset({"import_spec_list"}), items=frozenset({"import_spec"})),
            Unordered(
                parents=frozenset({"type_declaration"}),
                items=frozenset({"type_spec", "type_alias"}),
            ),
            Unordered(parents=frozenset({"type_elem"}), items=_TYPES, keys=()),
            Unordered(parents=frozenset({"var_spec_list"}), items=frozenset({"var_spec"})),
            Unordered(
                parents=frozenset({"const_declaration"}),
                items=frozenset({"const_spec"}),
                name_place="const_spec/value",
                not_named=_IOTAS,
                having=frozenset({"value"}),
            ),
            Unordered(
                parents=frozenset({"field_declaration_list"}),
                items=frozenset({"field_declaration"}),
            ),
            Unordered(
                parents=frozenset({"interface_type"}),
                items=frozenset({"method_elem", "type_elem"}),
            ),
            Unordered(
                parents=frozenset({"expression_list"}),
                items=_CONSTANTS,
                within=frozenset({"expression_case"}),
                keys=(),
            ),
            Unordered(parents=frozenset({"type_case"}), items=_TYPES, keys=()),
            Unordered(parents=frozenset({"literal_value"}), items=frozenset({"keyed_element"})),
        ),
        keys={
            "import_declaration": ("import_spec/path", "import_spec_list/("),
            "import_spec": ("path",),
            # A group is known by what is in it.
            "const_declaration": ("const_spec/name",),
            "const_spec": ("name",),
            # What is called `_` asserts something of its type, each time of another.
            "var_declaration": (
                *("var_spec/name", "var_spec[name=_]", "var_spec_list/var_spec/name"),
                "var_spec_list/var_spec[name=_]",
            ),
            "var_spec": ("name", ".[name=_]"),
            "field_declaration": ("name", ".[name=]/type"),
            "method_elem": ("name",),
            "type_elem": ("^",),
            "type_declaration": ("type_spec|type_alias/name",),
            "keyed_element": ("key",),
            "expression_case": ("expression_list/^",),
            "type_case": ("type",),
            "default_case": ("default",),
        },
        run_on_by={"expression_case": frozenset({"fallthrough_statement"})},
        separators={"type_elem": b"|"},
        distinct={
            "import_spec": ("package_identifier",),
            "expression_case": ("expression_list+",),
            "type_case": ("type*",),
        },
        arities=(
            Arity(
                definitions=dict.fromkeys(
                    ("function_declaration", "method_declaration"), ("parameters",)
                ),
                uses={"call_expression": ("function", "arguments")},
                lists=frozenset({"argument_list"}),
                several="name",
                open=frozenset({"variadic_parameter_declaration", "variadic_argument"}),
                owned=frozenset({"method_declaration"}),
                spreads=True,
            ),
            Arity(
                definitions={"type_spec": ("type/field_declaration_list",)},
                uses={"composite_literal": ("type", "body")},
                lists=frozenset({"literal_value"}),
                several="name",
                open=frozenset({"keyed_element"}),
            ),
        ),
        unique=frozenset(
            {"import_spec", "const_declaration", "const_spec", "var_declaration", "var_spec"}
            | {"field_declaration", "method_elem"}
            | {"keyed_element", "expression_case", "type_case", "default_case"}
        ),
    ),
)
