@dataclass(frozen=True, slots=True)
class Point:
    x: int


<<<<<<< left
@app.task(name="send")
=======
@app.task(name="mail")
>>>>>>> right
def send():
    connect()
