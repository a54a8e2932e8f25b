import json


def read_config(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return json.loads(text)


def main():
    return read_config("app.json")
