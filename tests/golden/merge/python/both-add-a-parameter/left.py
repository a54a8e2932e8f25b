def send(message, retries):
    queue.put(message)
    return True
