"""Solidity."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_TAKEN: Final = "parameter*/type"

PROFILES: Final = (
    Profile(
        name="solidity",
        grammar="solidity",
        suffixes=(b".sol",),
        definitions={
            "contract_declaration": "class",
            "interface_declaration": "class",
            "library_declaration": "class",
            "struct_declaration": "type",
            "enum_declaration": "type",
            "user_defined_type_definition": "type",
            "event_definition": "type",
            "error_declaration": "type",
            "function_definition": "function",
            "modifier_definition": "function",
            "constructor_definition": "function",
            "fallback_receive_definition": "function",
        },
        inside=frozenset({"contract_declaration", "interface_declaration", "library_declaration"}),
        through=frozenset({"contract_body"}),
        imports=frozenset({"import_directive"}),
        fixed_names={"constructor_definition": "constructor"},
        atomic=frozenset({"string", "string_literal", "hex_string_literal"}),
        # State variables, members of structures and values of enumerations are numbered by
        # their places, and what a contract inherits from is looked through in its order.
        unordered=(
            Unordered(
                parents=frozenset({"contract_body"}), items=frozenset({"using_directive"}), keys=()
            ),
            # Names without `as`: those are two tokens more.
            Unordered(
                parents=frozenset({"import_directive"}),
                items=frozenset({"identifier"}),
                keys=(),
                name_place="alias",
                named=frozenset({b""}),
            ),
            Unordered(
                parents=frozenset({"function_definition"}),
                items=frozenset({"virtual", "override_specifier"}),
            ),
            Unordered(
                parents=frozenset({"override_specifier"}),
                items=frozenset({"user_defined_type"}),
                keys=(),
            ),
        ),
        keys={
            "import_directive": ("source",),
            "fallback_receive_definition": ("receive|fallback",),
            "override_specifier": ("override",),
            "virtual": (),
            "state_variable_declaration": ("name",),
            "constant_variable_declaration": ("name",),
            "struct_member": ("name",),
            "enum_value": (),
            "parameter": ("name",),
        },
        unique=frozenset(
            {"state_variable_declaration", "constant_variable_declaration", "struct_member"}
            | {"enum_value", "parameter"}
        ),
        overloads={"function_definition": _TAKEN},
    ),
)
