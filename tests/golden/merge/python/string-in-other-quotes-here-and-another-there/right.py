def connect(url, name):
    client = Client(url, 'utf-8', name=name, timeout=5)
    client.set('mode', 'safe')
    return client
