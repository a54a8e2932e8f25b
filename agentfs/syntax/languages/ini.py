"""Files of sections, as configparser, git and systemd read them."""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import LineForm, Profile

PROFILES: Final = (
    Profile(
        name="ini",
        grammar="",
        suffixes=(
            *(b".ini", b".cfg", b".editorconfig", b".gitconfig", b".desktop", b".service"),
            *(b".socket", b".timer", b".mount", b".target", b".network", b".inf"),
        ),
        names=(
            *(b".editorconfig", b".flake8", b".coveragerc", b".pylintrc", b"pylintrc", b".npmrc"),
            *(b".pypirc", b".gitmodules", b".gitconfig", b".hgrc"),
        ),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        mentions=(
            (
                re.compile(rb"(?:%\(|\$\{(?:[\w-]+:)?)([\w.-]+)[)}]"),
                re.compile(rb"(?m)^([\w.-]*\w)(?=[ \t]*[:=])"),
            ),
        ),
        lines=LineForm(
            comment=re.compile(rb"[ \t]*[#;]"),
            entry=re.compile(rb"[ \t]*(?P<key>[^\s=:#;\[](?:[^=:\r\n]*[^\s=:])?)"),
            section=re.compile(rb"[ \t]*\[(?P<key>[^\]\r\n]*)\]"),
            continued=b"\\",
            hanging=True,
            pieces=re.compile(
                rb"(?P<key>[^\s=:#;\[](?:[^=:\r\n]*[^\s=:])?)[ \t]*(?P<sign>[=:])"
                rb"[ \t]*(?P<value>.*)"
            ),
            # A name, with what is said of it: a version, or what it stands for.
            listed=re.compile(
                rb"[ \t]+(?P<key>(?:-[\w-]+[ \t]+)?[\w./*{}:\\-]+)(?:[ \t]*[\[=<>!~;@#,].*)?"
            ),
            between_commas=re.compile(rb"[\w.*/-]*[A-Za-z_][\w.*/-]*"),
            in_order=re.compile(
                rb"(?i).*(?:args|argv|arguments|flags|opts|options|commands?|cmd|exec|path"
                rb"|paths|order|steps|pre|post|usage|description)"
            ),
            folded=True,
        ),
    ),
)
