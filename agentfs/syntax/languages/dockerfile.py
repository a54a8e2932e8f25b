"""Dockerfiles: instructions are steps; those that set something have no order among themselves."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import Profile, Unordered

_SETTINGS: Final = {
    "env_instruction": ("env_pair/name",),
    "label_instruction": ("label_pair/key",),
    "arg_instruction": ("name",),
    "expose_instruction": ("expose_port",),
}

_PACKAGE: Final = re.compile(rb"[A-Za-z0-9][\w.+:-]*(?:[=~<>]+[\w.+:~*-]+)?")
_INSTALLS: Final = (
    rb"\b(?:apt-get|apt|apk|yum|dnf|microdnf|zypper|pip3?|npm|pacman)\b[^&|;]*?"
    rb"\b(?:install|add|-S\w*)\s"
)
_NO_INSTALLATION: Final = re.compile(
    rb"(?!.*%s).*|.*[&|;](?![^&|;]*%s)\s*[^&|;\s\\][^&|;\n]*\\\n\s*[\w.].*"
    % (_INSTALLS, _INSTALLS),
    re.DOTALL,
)
"""Packages, each on a line of its own, are installed in any order."""

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
        blanks=frozenset({"line_continuation"}),
        atomic=frozenset(
            {"heredoc_block", "double_quoted_string", "single_quoted_string"}
            | {"json_string", "unquoted_string", "path", "image_spec"}
        ),
        unordered=(
            Unordered(parents=frozenset({"env_instruction"}), items=frozenset({"env_pair"})),
            Unordered(parents=frozenset({"label_instruction"}), items=frozenset({"label_pair"})),
            Unordered(parents=frozenset({"expose_instruction"}), items=frozenset({"expose_port"})),
            Unordered(
                parents=frozenset({"shell_command"}),
                items=frozenset({"shell_fragment"}),
                like=_PACKAGE,
                keys=(),
                name_place=".",
                not_matching=_NO_INSTALLATION,
            ),
            # What is copied, in front of where to.
            Unordered(
                parents=frozenset({"copy_instruction", "add_instruction"}),
                items=frozenset({"path"}),
                keys=(),
            ),
            # Of what is set beside each other each may be first.
            Unordered(parents=frozenset({"source_file"}), items=frozenset(_SETTINGS)),
        ),
        keys={
            "expose_port": (),
            "env_pair": ("name",),
            "label_pair": ("key",),
            **_SETTINGS,
            "cmd_instruction": ("CMD",),
            "entrypoint_instruction": ("ENTRYPOINT",),
        },
        # Of several commands only the last one counts.
        unique=frozenset({"env_pair", "label_pair", "cmd_instruction", "entrypoint_instruction"}),
        mentions=(
            (
                re.compile(rb"--from=([\w.-]+)"),
                re.compile(rb"(?im)^FROM[ \t].*[ \t]AS[ \t]+([\w.-]+)"),
            ),
            (
                re.compile(rb"\$\{?(\w+)"),
                re.compile(rb"(?m)(?:^(?:ENV|ARG)[ \t]+|^[ \t]*|[ \t])(\w+)(?==|[ \t]*$)"),
            ),
        ),
    ),
)
