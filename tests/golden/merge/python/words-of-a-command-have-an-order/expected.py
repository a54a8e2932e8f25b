import subprocess

EXTRAS = ["docs", "tests", "lint"]


def check(paths):
<<<<<<< left
    cmd = ["ruff", "check", "--fix"]
=======
    cmd = ["ruff", "check", "--quiet"]
>>>>>>> right
    subprocess.run([*cmd, *paths], check=True)
<<<<<<< left
    subprocess.run(["mypy", "--strict", "app", "tools"], check=True)
=======
    subprocess.run(["mypy", "--strict", "app", "tests"], check=True)
>>>>>>> right
