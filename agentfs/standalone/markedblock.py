"""A block of lines of ours in a file of the user's: put in, replaced, taken out.

Pure.  Invariant: what is outside of the block stays as it is, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_BEGIN: Final = b"# >>> agentfs: `agentfs merge-driver remove` takes out what is below"
_ALONE: Final = b"# (this file was made by agentfs)"
_END: Final = b"# <<< agentfs"
_BLOCK: Final = re.compile(
    rb"(?:^|(?<=\A\xef\xbb\xbf))%s\n(?:.*\n)*?%s\n" % (re.escape(_BEGIN), re.escape(_END)),
    re.MULTILINE,
)
_BOM: Final = b"\xef\xbb\xbf"


def with_block(content: bytes | None, lines: Iterable[bytes]) -> bytes:
    """`content` with `lines` as our block: where it was, else before all else, so that later
    lines go before ours.  None is "there is no such file"."""
    alone = [_ALONE] if content is None or (_BEGIN + b"\n" + _ALONE in content) else []
    block = b"".join(line + b"\n" for line in (_BEGIN, *alone, *lines, _END))
    if content is None:
        return block
    if _BLOCK.search(content):
        return _BLOCK.sub(lambda _: block, content, count=1)
    rest = content.removeprefix(_BOM)
    return content[: len(content) - len(rest)] + block + rest


def without_block(content: bytes) -> bytes | None:
    """None if nothing is left of a file that was made for the block."""
    rest = _BLOCK.sub(b"", content)
    return None if not rest and _BEGIN + b"\n" + _ALONE in content else rest
