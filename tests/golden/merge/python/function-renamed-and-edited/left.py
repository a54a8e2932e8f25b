import json


def read_config(path):
    with open(path) as file:
        text = file.read()
    return json.loads(text)


def main():
    return read_config("app.json")
