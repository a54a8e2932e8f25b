# Asks the server.
def fetch_json(url):
    response = client.get(url)
    response.raise_for_status()
    return response.json()
