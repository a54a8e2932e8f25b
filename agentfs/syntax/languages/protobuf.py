"""Protobuf."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_NUMBERED: Final = frozenset({"field", "map_field", "oneof_field"})
_STRUCTURES: Final = frozenset({"option", "reserved", "extensions", "oneof"})

PROFILES: Final = (
    Profile(
        name="protobuf",
        grammar="proto",
        suffixes=(b".proto",),
        definitions={
            "message": "class",
            "enum": "type",
            "service": "class",
            "rpc": "function",
        },
        inside=frozenset({"message", "service"}),
        through=frozenset({"message_body"}),
        tails=frozenset({"empty_statement"}),
        imports=frozenset({"import"}),
        name_places={
            "message": "message_name",
            "enum": "enum_name",
            "service": "service_name",
            "rpc": "rpc_name",
        },
        atomic=frozenset({"string"}),
        unordered=(
            Unordered(
                parents=frozenset({"message_body"}),
                items=frozenset({"field", "map_field"}) | _STRUCTURES,
            ),
            Unordered(parents=frozenset({"oneof"}), items=frozenset({"oneof_field", "option"})),
            # The first value is the default, and none comes before it.
            Unordered(
                parents=frozenset({"enum_body"}),
                items=frozenset({"enum_field", "option", "reserved"}),
            ),
            Unordered(
                parents=frozenset({"source_file", "service", "rpc"}), items=frozenset({"option"})
            ),
            Unordered(parents=frozenset({"field_options"}), items=frozenset({"field_option"})),
            Unordered(parents=frozenset({"ranges"}), items=frozenset({"range"})),
            Unordered(
                parents=frozenset({"reserved_field_names"}),
                items=frozenset({"reserved_identifier"}),
            ),
        ),
        # The number is what a field is, for whoever reads the bytes.
        keys={
            **dict.fromkeys(_NUMBERED, ("field_number",)),
            "enum_field": ("identifier",),
            "import": ("path",),
            "oneof": ("identifier",),
            "option": ("identifier", "full_ident"),
            "field_option": ("identifier", "full_ident"),
            "reserved": ("ranges/range", "reserved_field_names/reserved_identifier"),
            "extensions": ("ranges/range",),
            "range": (),
            "reserved_identifier": (),
        },
        unique=_NUMBERED
        | {"enum_field", "import", "oneof", "option", "field_option", "range"}
        | {"reserved_identifier"},
        # First the number, then the name.  What is reserved must not be used.
        distinct={
            **dict.fromkeys(_NUMBERED, ("field_number", "identifier")),
            "enum_field": ("int_lit", "identifier"),
            "range": ("int_lit",),
            "reserved_identifier": ("int_lit", "."),
        },
        transparent=frozenset({"oneof", "reserved", "ranges", "reserved_field_names"}),
    ),
)
