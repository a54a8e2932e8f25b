@dataclass
class Point:
    x: int


@app.task
def send():
    connect()
