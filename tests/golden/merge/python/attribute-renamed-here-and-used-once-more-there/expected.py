class Job:
    def __init__(self, name):
        self.name = name
        self.status = "new"

    def run(self):
<<<<<<< left
        self.status = "running"
=======
        self.state = "running"

    def stop(self):
        self.state = "stopped"
>>>>>>> right
