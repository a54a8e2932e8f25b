def connect(url, name):
    client = Client(url, "utf-8", name=name)
    client.set("mode", "fast")
    return client
