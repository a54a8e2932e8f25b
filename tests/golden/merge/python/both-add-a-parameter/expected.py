<<<<<<< left
def send(message, retries):
=======
def send(message, timeout):
>>>>>>> right
    queue.put(message)
    return True
