"""TOML."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from agentfs.syntax.languages.json import PLAIN_STRINGS, SHORT
from agentfs.syntax.profile import Parts, Profile, Unordered

_KEY: Final = ("bare_key|dotted_key|quoted_key",)
_ENTRY: Final = re.compile(rb"""(?m)^[ \t]*(?:\[[^\]\n]*dependencies\.)?([\w-]+)[ \t]*[=\].]""")

PROFILES: Final = (
    Profile(
        name="toml",
        grammar="toml",
        suffixes=(b".toml",),
        names=(b"Cargo.lock", b"Gopkg.lock", b"Pipfile", b"pdm.lock", b"poetry.lock", b"uv.lock"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        atomic=frozenset({"string"}),
        unordered=(
            Unordered(
                parents=frozenset({"document"}),
                items=frozenset({"table", "table_array_element"}),
            ),
            Unordered(
                parents=frozenset({"document", "table", "table_array_element", "inline_table"}),
                items=frozenset({"pair"}),
            ),
            replace(PLAIN_STRINGS, name_place="../bare_key|dotted_key|quoted_key"),
        ),
        keys={"pair": _KEY, "table": _KEY, "table_array_element": _KEY},
        overloads={"table_array_element": "pair[bare_key=name]/string"},
        moving=frozenset({"pair"}),
        short_for=SHORT,
        escapes=re.compile(rb"""\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(?P<char>["\\]))"""),
        unique=frozenset({"pair", "table"}),
        # A table ``[a.b]`` behind ``[[a]]`` belongs to it.
        parts=Parts(between=b".", divided=frozenset({"table_array_element"})),
        reader="toml",
        # What a feature of a crate brings in: a dependency, or another feature.
        mentions=(
            (re.compile(rb"""["']dep:([\w-]+)["']"""), _ENTRY),
            (re.compile(rb"""[\[,]\s*["']([\w-]+)["']"""), _ENTRY),
        ),
    ),
)
