import json


def slug(title):
    return title.strip().lower().replace(" ", "-")


def dump(data):
    return json.dumps(data, sort_keys=True)
