"""How libgit2 is set up in every process of ours.  The one place that touches its settings.

libgit2's settings are global to the process, so they are set before the first use.

- **Memory.**  A view process may cost a few MB in all.  libgit2's own object cache (256 MB
  at most) is off: `objects.ObjectStore` keeps parsed trees, the kernel keeps file contents,
  and an object that was damaged on disk is not served from memory as if it were whole.
  Packs are mapped in windows of 32 MB, 256 MB in all, instead of 1 GB and 8 GB; at most 64
  files stay open, so that a repository of many packs cannot use up a process's descriptors.
- **Owner validation** is off.  It makes libgit2 refuse a repository of another uid, because
  git would run the programs that its configuration names.  libgit2 runs none; our user has
  named the repository; and a coordinator run as root, or in a container over somebody's
  checkout, is an ordinary case.  The git command line still makes its own check when it is
  used inside a view.
- **Durability** is not libgit2's here (`fsync` a file would cost more than the commit): git
  objects are a projection of the log.  `branch.TrunkBranch.sync_objects` bounds how much
  has to be written again after a power cut.
- **Hash verification** on each read is off: zlib's checksum finds torn files, and who has
  to know for certain (recovery) asks `ObjectStore.verify`.
"""

from __future__ import annotations

import functools
from typing import Final

from pygit2 import settings

_WINDOW: Final = 32 << 20
_MAPPED: Final = 256 << 20
_OPEN_FILES: Final = 64


@functools.cache
def configure() -> None:
    """Set libgit2 up for this process and its forks, at the first call."""
    settings.enable_caching(False)
    settings.mwindow_size = _WINDOW
    settings.mwindow_mapped_limit = _MAPPED
    settings.mwindow_file_limit = _OPEN_FILES
    settings.owner_validation = False
    settings.enable_fsync_gitdir(False)
    settings.enable_strict_hash_verification(False)
