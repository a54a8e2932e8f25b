class Job:
    def __init__(self, name):
        self.name = name
        self.status = "new"

    def run(self):
        self.status = "running"
