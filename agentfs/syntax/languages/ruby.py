"""Ruby."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import COMMAND, OPTION
from agentfs.syntax.profile import Call, Profile, Unordered, ranks

_IMPORTS: Final = (b"require", b"require_relative")
_GEMS: Final = (
    *(b"gem", b"group", b"add_dependency", b"add_runtime_dependency"),
    # Of Podfile and Brewfile.
    *(b"add_development_dependency", b"pod", b"target", b"brew", b"cask", b"tap"),
)
_TESTS: Final = (
    *(b"describe", b"context", b"feature", b"it", b"specify", b"scenario", b"test"),
    *(b"fdescribe", b"fcontext", b"fit", b"xdescribe", b"xcontext", b"xit"),
    *(b"let", b"let!", b"subject", b"shared_examples", b"shared_examples_for"),
    b"shared_context",
)
_TASKS: Final = (b"namespace", b"task", b"multitask", b"desc")
# Those that run in their order, such as callbacks and `include`, are not among them.
_DECLARATIONS: Final = (
    *(b"attr_reader", b"attr_writer", b"attr_accessor", b"define_method"),
    *(b"belongs_to", b"has_one", b"has_many", b"has_and_belongs_to_many"),
    *(b"scope", b"validates", b"delegate", b"enum", b"attribute"),
)
_ACCESSORS: Final = frozenset({b"attr_reader", b"attr_writer", b"attr_accessor"})

PROFILES: Final = (
    Profile(
        name="ruby",
        grammar="ruby",
        mentions=(
            (
                re.compile(rb"(?<![\w@])@([a-z_]\w*)"),
                re.compile(
                    rb"(?:\battr_(?:accessor|writer)\b[^\n]*?:"
                    rb"|(?<![\w@])@(?=\w+[ \t]*(?:,|(?:\|\||&&|[-+*/])?=(?![=~]))))([a-z_]\w*)"
                ),
            ),
        ),
        suffixes=(b".rb", b".rake", b".gemspec", b".podspec", b".ru"),
        names=(
            *(b"Rakefile", b"Gemfile", b"Guardfile", b"Vagrantfile", b"Podfile", b"Fastfile"),
            b"Brewfile",
        ),
        interpreters=(b"ruby",),
        definitions={
            "module": "class",
            "class": "class",
            "method": "function",
            "singleton_method": "function",
        },
        inside=frozenset({"module", "class"}),
        through=frozenset({"body_statement", "singleton_class", "if", "unless", "then", "else"}),
        # ``private def x``
        wrappers=frozenset({"call", "argument_list"}),
        tails=frozenset({"heredoc_body"}),
        # ``task a: :b`` is named by the key.
        steps={"pair": "key"},
        calls=(
            Call(
                node="call",
                callee="method",
                kinds=dict.fromkeys(_IMPORTS, "import")
                | dict.fromkeys(_GEMS + _TESTS + _TASKS + _DECLARATIONS, ""),
            ),
        ),
        bodies=frozenset({"body_statement", "block_body", "then"}),
        merged_as={"do_block": "block", "block_body": "body_statement"},
        atomic=frozenset(
            {"string", "chained_string", "delimited_symbol", "subshell", "regex", "heredoc_body"}
        ),
        unordered=(
            Unordered(parents=frozenset({"hash", "argument_list"}), items=frozenset({"pair"})),
            Unordered(
                parents=frozenset({"method_parameters"}), items=frozenset({"keyword_parameter"})
            ),
            # Constants of a class.
            Unordered(
                parents=frozenset({"body_statement"}),
                items=frozenset({"assignment"}),
                within=frozenset({"class", "module"}),
                having=frozenset(
                    {"integer", "float", "string", "simple_symbol", "true", "false"}
                    | {"nil", "array", "hash", "string_array", "symbol_array"}
                ),
                keys=("left",),
            ),
            # In a list of gems that is sorted, a new one has its place.
            Unordered(
                parents=frozenset({"program", "body_statement", "block_body"}),
                items=frozenset({"call"}),
                having=frozenset(f"method[.={each.decode()}]" for each in _GEMS),
            ),
            Unordered(
                parents=frozenset({"string_array"}),
                items=frozenset({"bare_string"}),
                alone=True,
                not_after=COMMAND,
                not_with=OPTION,
            ),
            Unordered(parents=frozenset({"symbol_array"}), items=frozenset({"bare_symbol"})),
            Unordered(
                parents=frozenset({"array"}),
                items=frozenset({"string"}),
                alone=True,
                not_after=COMMAND,
                not_with=OPTION,
            ),
            Unordered(parents=frozenset({"array"}), items=frozenset({"simple_symbol"}), alone=True),
            Unordered(
                parents=frozenset({"argument_list"}),
                items=frozenset({"simple_symbol"}),
                named=_ACCESSORS,
                name_place="../method",
            ),
        ),
        keys={
            "pair": ("key",),
            "keyword_parameter": ("name",),
            "bare_string": (),
            "bare_symbol": (),
            "string": (),
            "simple_symbol": (),
            "when": ("pattern",),
        },
        sigils=b":",
        unique=frozenset({"pair", "keyword_parameter", "when"}),
        distinct={"when": ("pattern*",)},
        # Alone they say it of all that follow; with a method, as a call, of that one.  What stands
        # before any of them is public, too.
        sections={"identifier": frozenset({b"protected", b"private"})},
        sequence=ranks("rescue", "else", "ensure"),
    ),
)
