"""D."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered, ranks

_AGGREGATES: Final = (
    *("class_declaration", "struct_declaration", "interface_declaration", "union_declaration"),
    "template_declaration",
)
_NAMED: Final = (*_AGGREGATES, "enum_declaration", "function_declaration")

PROFILES: Final = (
    Profile(
        name="d",
        grammar="d",
        suffixes=(b".d", b".di"),
        definitions={
            **dict.fromkeys(_AGGREGATES, "class"),
            "enum_declaration": "type",
            "function_declaration": "function",
            "constructor": "function",
            "destructor": "function",
        },
        inside=frozenset(_AGGREGATES),
        through=frozenset({"module_def", "aggregate_body", "conditional_declaration"}),
        imports=frozenset({"import_declaration"}),
        name_places=dict.fromkeys(_NAMED, "identifier"),
        fixed_names={"constructor": "this", "destructor": "~this"},
        atomic=frozenset({"string_literal", "char_literal"}),
        unordered=(
            Unordered(parents=frozenset({"import_declaration"}), items=frozenset({"import_bind"})),
        ),
        keys={
            "import_declaration": ("imported*",),
            "import_bind": (),
            "enum_member": ("identifier",),
        },
        unique=frozenset({"import_declaration", "import_bind", "enum_member"}),
        sequence=ranks("import_bind", ";"),
        overloads={
            "function_declaration": "parameters/parameter*/type",
            "constructor": "parameters/parameter*/type",
        },
    ),
)
