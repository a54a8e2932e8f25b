@dataclass(slots=True)
class Point:
    x: int


@app.task(name="mail")
def send():
    connect()
