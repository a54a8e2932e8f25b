"""SystemVerilog and Verilog."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered, ranks

_HEADERS: Final = tuple(
    f"{unit}_{form}_header"
    for unit in ("module", "interface", "program")
    for form in ("ansi", "nonansi")
)
_UNITS: Final = {
    "module_declaration": "class",
    "interface_declaration": "class",
    "program_declaration": "class",
    "package_declaration": "module",
    "class_declaration": "class",
}
_MEMBERS: Final = {
    "function_declaration": "function",
    "task_declaration": "function",
    "class_constructor_declaration": "function",
    "constraint_declaration": "function",
    "property_declaration": "function",
    "sequence_declaration": "function",
    "covergroup_declaration": "class",
    "type_declaration": "type",
}
_BODIES: Final = frozenset({"module_declaration", "interface_declaration", "program_declaration"})
_COMMENTS: Final = frozenset({"one_line_comment", "block_comment"})

PROFILES: Final = (
    Profile(
        name="systemverilog",
        grammar="systemverilog",
        suffixes=(b".sv", b".svh", b".v", b".vh"),
        definitions={**_UNITS, **_MEMBERS},
        inside=frozenset(_UNITS),
        through=frozenset({"generate_region", "generate_block"}),
        wrappers=frozenset(
            {"package_item", "class_item", "class_method", "class_property", "data_declaration"}
        ),
        anywhere=frozenset({"function_declaration", "task_declaration"}),
        attached=_COMMENTS | {"attribute_instance"},
        imports=frozenset({"include_compiler_directive", "package_import_declaration"}),
        name_places={
            # What stands first in it has the name.
            **dict.fromkeys(_BODIES, ""),
            "function_declaration": "function_body_declaration",
            "task_declaration": "task_body_declaration",
            "constraint_declaration": "simple_identifier",
            "type_declaration": "type_name",
        },
        steps={
            **dict.fromkeys(_HEADERS, "name"),
            "function_body_declaration": "name",
            "task_body_declaration": "name",
        },
        fixed_names={"class_constructor_declaration": "new"},
        comments=_COMMENTS,
        atomic=frozenset({"quoted_string", "string_literal", "integral_number"}),
        unordered=(
            # All of a module is there at once; who drives what, and where it is declared, counts
            # for names only.
            Unordered(
                parents=_BODIES | {"generate_block"},
                items=frozenset({"continuous_assign", "module_instantiation"})
                | {"data_declaration", "net_declaration"}
                | {"function_declaration", "task_declaration"},
            ),
            Unordered(
                parents=frozenset({"list_of_port_connections"}),
                items=frozenset({"named_port_connection"}),
            ),
            Unordered(
                parents=frozenset({"list_of_parameter_value_assignments"}),
                items=frozenset({"named_parameter_assignment"}),
            ),
            Unordered(
                parents=frozenset({"package_import_declaration"}),
                items=frozenset({"package_import_item"}),
            ),
            Unordered(
                parents=frozenset({"modport_declaration"}), items=frozenset({"modport_item"})
            ),
        ),
        keys={
            "include_compiler_directive": ("quoted_string",),
            "package_import_declaration": ("package_import_item",),
            "package_import_item": (),
            "continuous_assign": ("list_of_net_assignments/net_assignment/net_lvalue",),
            "module_instantiation": ("hierarchical_instance/name_of_instance/instance_name",),
            "data_declaration": (
                "list_of_variable_decl_assignments/variable_decl_assignment/name",
                "package_import_declaration/package_import_item",
            ),
            "net_declaration": ("list_of_net_decl_assignments/net_decl_assignment/^",),
            "ansi_port_declaration": ("port_name",),
            "named_port_connection": ("port_name",),
            "named_parameter_assignment": ("simple_identifier",),
            "modport_item": ("simple_identifier",),
            "enum_name_declaration": ("simple_identifier",),
            "case_item": ("case_item_expression*", "default"),
        },
        unique=frozenset(
            {"include_compiler_directive", "package_import_item", "module_instantiation"}
            | {"ansi_port_declaration", "named_port_connection", "named_parameter_assignment"}
            | {"modport_item", "enum_name_declaration", "case_item"}
        ),
        distinct={
            "tf_port_item": ("name",),
            "struct_union_member": (
                "list_of_variable_decl_assignments/variable_decl_assignment*/name",
            ),
        },
        sequence=ranks(("package_import_item", "modport_item", "hierarchical_instance"), ";"),
    ),
)
