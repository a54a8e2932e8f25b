import json


def load(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return json.loads(text)


def main():
    return load("app.json")
