import subprocess

EXTRAS = ["docs", "lint"]


def check(paths):
    cmd = ["ruff", "check", "--quiet"]
    subprocess.run([*cmd, *paths], check=True)
    subprocess.run(["mypy", "--strict", "app", "tests"], check=True)
