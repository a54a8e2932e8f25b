"""The kinds of git object, and how the id of one comes about.  Pure."""

from __future__ import annotations

import hashlib
from typing import Literal

Kind = Literal["blob", "tree", "commit", "tag"]


def header(kind: Kind, data: bytes) -> bytes:
    """What stands before the content in the object as git hashes and stores it."""
    return b"%s %d\0" % (kind.encode(), len(data))


def object_id(kind: Kind, data: bytes) -> str:
    """SHA-1 of header and content: 40 lower-case hex digits."""
    digest = hashlib.sha1(header(kind, data), usedforsecurity=False)
    digest.update(data)
    return digest.hexdigest()
