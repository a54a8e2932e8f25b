import subprocess

EXTRAS = ["docs"]


def check(paths):
    cmd = ["ruff", "check"]
    subprocess.run([*cmd, *paths], check=True)
    subprocess.run(["mypy", "--strict", "app"], check=True)
