def send(message, timeout):
    queue.put(message)
    return True
