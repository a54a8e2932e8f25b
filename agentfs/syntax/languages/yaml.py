"""YAML."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.languages.json import ARGUMENTS, NAMED, OPTION, SHORT, STEPS
from agentfs.syntax.profile import Form, Profile, Unordered

_STRINGS: Final = ("plain_scalar/string_scalar", "double_quote_scalar", "single_quote_scalar")
_PAIR: Final = "block_node/block_mapping/block_mapping_pair"
_METADATA: Final = f"{_PAIR}[key=metadata]/value/block_mapping/block_mapping_pair"
_NAMED_LISTS: Final = {
    f"{_PAIR}[key=name]": frozenset(
        {b"env", b"volumes", b"containers", b"imagePullSecrets", b"parameters"}
    ),
    f"{_PAIR}[key=mountPath]": frozenset({b"volumeMounts"}),
}
"""What tells the items of a list of mappings apart, and keys of which the value is such a list:
those of Kubernetes, which are kept as maps there, and of OpenAPI."""

_NEEDED: Final = tuple(
    re.compile(
        rb"""(?m)^[ \t-]*(?:needs|depends_on):\s*(?:[\[-]\s*)?"""
        rb"""(?:["']?[\w-]+["']?(?:[ \t]*,\s*|[ \t]*\n[ \t]*-[ \t]*)){%d}["']?([\w-]+)""" % before
    )
    for before in range(8)
)
"""Jobs and services that others wait for, by their place in the list."""
_ENTRY: Final = re.compile(rb"(?m)^[ \t]+([\w-]+):")

PROFILES: Final = (
    Profile(
        name="yaml",
        grammar="yaml",
        suffixes=(b".yaml", b".yml", b".cff", b".sls", b".clang-format", b".clang-tidy"),
        names=(b".clang-format", b".clang-tidy", b".clangd", b".yamllint", b".gemrc", b"pixi.lock"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        bodies=frozenset({"block_node", "block_mapping", "block_sequence"}),
        atomic=frozenset(
            {"block_scalar", "plain_scalar", "double_quote_scalar", "single_quote_scalar"}
            | {"alias", "anchor", "tag"}
        ),
        unordered=(
            # What Kubernetes is told of one thing.
            Unordered(
                parents=frozenset({"stream"}),
                items=frozenset({"document"}),
                having=frozenset({f"{_PAIR}[key=kind]"}),
                keys=(
                    f"{_PAIR}[key=kind]/value",
                    f"{_METADATA}[key=name]/value",
                    f"{_METADATA}[key=namespace]/value",
                ),
            ),
            Unordered(
                parents=frozenset({"block_mapping"}), items=frozenset({"block_mapping_pair"})
            ),
            Unordered(parents=frozenset({"flow_mapping"}), items=frozenset({"flow_pair"})),
            Unordered(
                parents=frozenset({"block_sequence"}),
                items=frozenset({"block_sequence_item"}),
                having=frozenset(f"flow_node/{each}" for each in _STRINGS),
                keys=("flow_node",),
                name_place="../../key",
                not_named=STEPS,
                not_matching=ARGUMENTS,
                not_with=OPTION,
                key_part=NAMED,
                alone=True,
            ),
            *(
                Unordered(
                    parents=frozenset({"block_sequence"}),
                    items=frozenset({"block_sequence_item"}),
                    having=frozenset({place}),
                    keys=(f"{place}/value",),
                    name_place="../../key",
                    named=named,
                )
                for place, named in _NAMED_LISTS.items()
            ),
            Unordered(
                parents=frozenset({"flow_sequence"}),
                items=frozenset({"flow_node"}),
                having=frozenset(_STRINGS),
                keys=(),
                name_place="../../key",
                not_named=STEPS,
                not_matching=ARGUMENTS,
                not_with=OPTION,
                key_part=NAMED,
                alone=True,
            ),
        ),
        keys={"block_mapping_pair": ("key",), "flow_pair": ("key",)},
        forms=(
            Form(bracketed="flow_sequence", lined="block_sequence", mark=b"- "),
            Form(bracketed="flow_mapping", lined="block_mapping"),
        ),
        moving=frozenset({"block_mapping_pair", "flow_pair"}),
        short_for=SHORT,
        escapes=re.compile(
            rb"""\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(?P<char>["\\/ ]))"""
        ),
        unique=frozenset({"block_mapping_pair", "flow_pair"}),
        indented=True,
        mentions=(
            (re.compile(rb"(?<![\w*])\*([\w.-]+)"), re.compile(rb"&([\w.-]+)")),
            *((mention, _ENTRY) for mention in _NEEDED),
        ),
    ),
)
