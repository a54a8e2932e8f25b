import json

slug = lambda title: title.strip().lower().replace(" ", "-").replace("_", "-")


def dump(data):
    return json.dumps(data, sort_keys=True)
