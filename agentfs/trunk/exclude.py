"""`info/exclude`: what git leaves alone in every checkout of the repository."""

from __future__ import annotations

import contextlib
from pathlib import Path


def exclude(git_dir: Path, pattern: str, why: str) -> None:
    """Have git pass over `pattern`, once; the user's own lines stay.  One that cannot be
    written is no error: then git shows more than it has to."""
    path = git_dir / "info" / "exclude"
    with contextlib.suppress(OSError):
        text = path.read_bytes() if path.exists() else b""
        if pattern.encode() in text.splitlines():
            return
        path.parent.mkdir(exist_ok=True)
        begin = b"" if not text or text.endswith(b"\n") else b"\n"
        with path.open("ab") as file:
            file.write(begin + f"# {why}\n{pattern}\n".encode())
