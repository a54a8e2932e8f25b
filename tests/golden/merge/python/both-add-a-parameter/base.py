def send(message):
    queue.put(message)
    return True
