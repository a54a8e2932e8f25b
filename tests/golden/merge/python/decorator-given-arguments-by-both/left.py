@dataclass(frozen=True)
class Point:
    x: int


@app.task(name="send")
def send():
    connect()
