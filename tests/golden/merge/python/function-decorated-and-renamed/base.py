# Asks the server.
def fetch(url):
    response = client.get(url)
    response.raise_for_status()
    return response.json()
