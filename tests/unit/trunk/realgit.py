"""The git command as the judge of what agentfs reads and writes, cut off from user settings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "LC_ALL": "C",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Ann Author",
    "GIT_AUTHOR_EMAIL": "ann@example.org",
    "GIT_COMMITTER_NAME": "Ann Author",
    "GIT_COMMITTER_EMAIL": "ann@example.org",
    "GIT_AUTHOR_DATE": "1700000000 +0000",
    "GIT_COMMITTER_DATE": "1700000000 +0000",
}


class Git:
    """git, run in `root`, which is a working tree or a bare repository."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def init(cls, root: Path, *options: str) -> Git:
        root.mkdir(parents=True)
        git = cls(root)
        git("init", "-q", "-b", "main", *options)
        return git

    def __call__(self, *arguments: str | bytes, stdin: bytes = b"", **environment: str) -> str:
        return self.raw(*arguments, stdin=stdin, **environment).decode().strip()

    def raw(self, *arguments: str | bytes, stdin: bytes = b"", **environment: str) -> bytes:
        return self._run(arguments, stdin, environment, check=True).stdout

    def fails(self, *arguments: str | bytes, stdin: bytes = b"") -> bool:
        return self._run(arguments, stdin, {}, check=False).returncode != 0

    @property
    def git_dir(self) -> Path:
        return (self.root / self("rev-parse", "--git-common-dir")).resolve()

    def commit(self, message: str = "work", **files: str) -> str:
        """Write files (``__`` stands for ``/``, ``_`` for ``.``), commit, give the id."""
        for name, text in files.items():
            path = self.root / name.replace("__", "/").replace("_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        self("add", "-A")
        self("commit", "-q", "--allow-empty", "-m", message)
        return self("rev-parse", "HEAD")

    def listing(self, tree: str) -> dict[bytes, tuple[int, str]]:
        """`git ls-tree -r`: path to mode and id."""
        found = {}
        for line in self.raw("ls-tree", "-r", "-z", tree).split(b"\0")[:-1]:
            facts, _, path = line.partition(b"\t")
            mode, _, object_id = facts.split(b" ")
            found[path] = (int(mode, 8), object_id.decode())
        return found

    def assert_sound(self) -> None:
        """`git fsck` finds nothing to say."""
        done = self._run(("fsck", "--strict", "--full", "--no-dangling"), b"", {}, check=False)
        said = [line for line in done.stderr.splitlines() if line.strip()]
        assert done.returncode == 0, said
        assert not done.stdout, done.stdout

    def _run(
        self, arguments: tuple[str | bytes, ...], stdin: bytes, more: dict[str, str], *, check: bool
    ) -> subprocess.CompletedProcess[bytes]:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env=ENVIRONMENT | more,
            input=stdin,
            capture_output=True,
            check=False,
        )
        if check and done.returncode != 0:
            raise AssertionError((arguments, done.stdout, done.stderr))
        return done
