class Job:
    def __init__(self, name):
        self.name = name
        self.state = "new"

    def run(self):
        self.state = "running"

    def stop(self):
        self.state = "stopped"
