"""What tools are to leave alone: ``.gitignore`` and its like.

The last pattern that fits a file decides, so the order counts where one takes something back
(``!keep``): those are no entries, and in order.
"""

from __future__ import annotations

import re
from typing import Final

from agentfs.syntax.profile import LineForm, Profile

PROFILES: Final = (
    Profile(
        name="ignore",
        grammar="",
        suffixes=(b".gitignore",),
        names=(
            *(b".gitignore", b".dockerignore", b".npmignore", b".eslintignore", b".helmignore"),
            *(b".prettierignore", b".stylelintignore", b".gcloudignore", b".vscodeignore"),
            *(b".ignore", b".rgignore", b".fdignore", b".cursorignore", b".slugignore"),
        ),
        definitions={},
        inside=frozenset(),
        through=frozenset(),
        lines=LineForm(
            comment=re.compile(rb"#"), entry=re.compile(rb"(?P<key>[^!\s][^\r\n]*?)[ \t]*(?:\r|$)")
        ),
    ),
)
