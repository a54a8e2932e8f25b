import subprocess

EXTRAS = ["docs", "tests"]


def check(paths):
    cmd = ["ruff", "check", "--fix"]
    subprocess.run([*cmd, *paths], check=True)
    subprocess.run(["mypy", "--strict", "app", "tools"], check=True)
