"""SQL."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

PROFILES: Final = (
    Profile(
        name="sql",
        grammar="sql",
        suffixes=(b".sql", b".psql", b".ddl"),
        definitions={
            "create_table": "type",
            "create_view": "type",
            "create_materialized_view": "type",
            "create_type": "type",
            "create_index": "type",
            "create_sequence": "type",
            "create_function": "function",
            "create_trigger": "function",
            "create_schema": "module",
        },
        inside=frozenset(),
        through=frozenset(),
        wrappers=frozenset({"statement"}),
        attached=frozenset({"comment", "marginalia"}),
        name_places={
            **dict.fromkeys(
                ("create_table", "create_view", "create_materialized_view", "create_type"),
                "object_reference",
            ),
            **dict.fromkeys(
                ("create_sequence", "create_function", "create_trigger"), "object_reference"
            ),
            "create_index": "column",
            "create_schema": "identifier",
        },
        comments=frozenset({"comment", "marginalia"}),
        # Of what stands between dollars the grammar knows little.
        atomic=frozenset({"identifier", "literal", "function_body"}),
        unordered=(
            # Rows; what they begin with tells them apart.
            Unordered(
                parents=frozenset({"insert"}),
                items=frozenset({"list"}),
                having=frozenset({"literal"}),
                keys=("literal",),
            ),
            # All of them read the row as it was.
            Unordered(parents=frozenset({"update"}), items=frozenset({"assignment"})),
            Unordered(parents=frozenset({"constraints"}), items=frozenset({"constraint"})),
        ),
        # Values without names of columns go by the order of columns.
        keys={
            "column_definition": ("name",),
            "cte": ("identifier",),
            "assignment": ("left",),
            "constraint": ("name",),
        },
        unique=frozenset({"column_definition", "cte", "assignment", "constraint"}),
        caseless=True,
    ),
)
