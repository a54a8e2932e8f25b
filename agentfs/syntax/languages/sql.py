"""SQL."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_TABLES: Final = (
    re.compile(
        rb"(?i)\b(?:FROM|JOIN|INTO|UPDATE|REFERENCES|ON|ALTER\s+TABLE)\s+(?:ONLY\s+)?"
        rb"(?:[\"`]?\w+[\"`]?\.)?[\"`]?(\w+)"
    ),
    re.compile(
        rb"(?i)(?:\bCREATE\s+(?:\w+\s+){0,4}?(?:TABLE|VIEW)\s+(?:IF\s+NOT\s+EXISTS\s+)?"
        rb"(?:[\"`]?\w+[\"`]?\.)?|\bRENAME\s+TO\s+)[\"`]?(\w+)"
    ),
)
_QUERIES: Final = (
    re.compile(rb"(?i)\b(?:FROM|JOIN)\s+(\w+)"),
    re.compile(rb"(?i)(?:\bWITH\s+(?:RECURSIVE\s+)?|,\s*)(\w+)(?=\s+AS\s*\()"),
)
_ALIASES: Final = (
    re.compile(rb"(?<![\w.])(\w+)\.\w"),
    re.compile(
        rb"(?i)\b(?:FROM|JOIN|UPDATE|INTO)\s+[\w.]+\s+(?:AS\s+)?"
        rb"(?!(?:ON|USING|WHERE|SET|LEFT|RIGHT|INNER|FULL|CROSS|JOIN|GROUP|ORDER|VALUES)\b)(\w+)"
    ),
)
"""What a query calls the tables that it reads."""
_COLUMNS: Final = (
    re.compile(rb"(?i)(?:\bINDEX\b[^;(]*|\bKEY|\bUNIQUE)\s*\(\s*[\"`]?(\w+)"),
    re.compile(rb"(?im)(?:^[ \t]+|\bADD\s+(?:COLUMN\s+)?)[\"`]?(\w+)[\"`]?(?=[ \t]+\w)"),
)

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
        mentions=(_TABLES, _QUERIES, _ALIASES, _COLUMNS),
    ),
)
