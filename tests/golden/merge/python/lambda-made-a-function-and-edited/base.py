import json

slug = lambda title: title.strip().lower().replace(" ", "-")


def dump(data):
    return json.dumps(data, sort_keys=True)
