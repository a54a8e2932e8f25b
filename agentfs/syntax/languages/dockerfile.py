"""Dockerfiles: instructions are steps, only what ENV and LABEL list are sets."""

from __future__ import annotations

from typing import Final

from agentfs.syntax.profile import Profile, Unordered

PROFILES: Final = (
    Profile(
        name="dockerfile",
        grammar="dockerfile",
        suffixes=(b".dockerfile", b".Dockerfile", b".containerfile"),
        names=(b"Dockerfile", b"Containerfile", b"dockerfile"),
        stems=(b"Dockerfile", b"Containerfile"),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        # What ends a line of an instruction belongs to what stands on that line.
        comments=frozenset({"comment", "line_continuation"}),
        atomic=frozenset(
            {"shell_command", "heredoc_block", "double_quoted_string", "single_quoted_string"}
            | {"json_string", "unquoted_string", "path", "image_spec"}
        ),
        unordered=(
            Unordered(parents=frozenset({"env_instruction"}), items=frozenset({"env_pair"})),
            Unordered(parents=frozenset({"label_instruction"}), items=frozenset({"label_pair"})),
        ),
        keys={"env_pair": ("name",), "label_pair": ("key",)},
        unique=frozenset({"env_pair", "label_pair"}),
    ),
)
