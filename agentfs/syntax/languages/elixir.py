"""Elixir, in which definitions are calls."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import COMMAND, OPTION
from agentfs.syntax.profile import Call, Profile, Unordered

_MODULES: Final = (b"defmodule", b"defprotocol", b"defimpl")
_FUNCTIONS: Final = (b"def", b"defp", b"defdelegate", b"defguard", b"defguardp")
_MACROS: Final = (b"defmacro", b"defmacrop")
_IMPORTS: Final = (b"alias", b"import", b"require", b"use")
_TESTS: Final = (b"describe", b"test", b"property", b"feature")
# The fields and associations of a schema of Ecto.
_FIELDS: Final = (
    *(b"field", b"belongs_to", b"has_one", b"has_many", b"many_to_many"),
    *(b"embeds_one", b"embeds_many"),
)

PROFILES: Final = (
    Profile(
        name="elixir",
        grammar="elixir",
        suffixes=(b".ex", b".exs"),
        names=(b"mix.lock",),
        interpreters=(b"elixir",),
        definitions={},
        inside=frozenset(),
        through=frozenset({"do_block"}),
        mentions=(
            (
                re.compile(
                    rb"(?m)(?:(?<=[^\s@][ \t])|(?<=[(\[{,%=.!|])|^[ \t]*(?=@\w+[ \t]*(?:$|,|\|>)))"
                    rb"@([a-z_]\w*[?!]?)"
                ),
                re.compile(rb"(?m)^[ \t]*@([a-z_]\w*[?!]?)[ \t(]+(?=[\w\"':%{\[(~&@<-])"),
            ),
            (
                re.compile(rb"(?<![\w.:@])([a-z_]\w*[?!]?)(?=\()"),
                re.compile(rb"\b(?:def[a-z]*)[ \t(]+([a-z_]\w*[?!]?)"),
            ),
        ),
        sweeping=re.compile(rb"^\s*(?:use|import)\b"),
        # ``@doc``, ``@spec``, ``@impl``
        attached=frozenset({"comment", "unary_operator"}),
        joined=frozenset({"call"}),
        # To the name in ``f(a) when b`` and ``A.{B, C}``.
        steps={"binary_operator": "left", "call": "target", "dot": "left"},
        calls=(
            Call(
                node="call",
                callee="target",
                kinds=dict.fromkeys(_MODULES, "module")
                | dict.fromkeys(_FUNCTIONS, "function")
                | dict.fromkeys(_MACROS, "macro")
                | dict.fromkeys(_IMPORTS, "import")
                | dict.fromkeys(_TESTS + _FIELDS, ""),
            ),
        ),
        bodies=frozenset({"map_content", "keywords"}),
        atomic=frozenset({"string", "charlist", "sigil", "quoted_atom", "quoted_keyword"}),
        unordered=(
            Unordered(parents=frozenset({"keywords"}), items=frozenset({"pair"})),
            Unordered(
                parents=frozenset({"map_content"}),
                items=frozenset({"binary_operator"}),
                having=frozenset({"=>"}),
                keys=("left",),
            ),
            Unordered(parents=frozenset({"list"}), items=frozenset({"atom"}), alone=True),
            Unordered(
                parents=frozenset({"list"}),
                items=frozenset({"string"}),
                alone=True,
                not_after=COMMAND,
                not_with=OPTION,
            ),
            # The dependencies of a project.
            Unordered(
                parents=frozenset({"list"}),
                items=frozenset({"tuple"}),
                named=frozenset({b"deps"}),
                name_place="../../arguments",
                keys=("atom",),
            ),
            # ``alias A.{B, C}``
            Unordered(
                parents=frozenset({"tuple"}),
                items=frozenset({"alias"}),
                named=frozenset({b"alias", b"import", b"require", b"use"}),
                name_place="../../../target",
            ),
        ),
        keys={
            "pair": ("key",),
            "atom": (),
            "string": (),
            "alias": (),
        },
        unique=frozenset({"pair"}),
        # Implementations of one protocol for several types.
        overloads={"call": "arguments/keywords/pair[key=for: ]/value"},
    ),
)
