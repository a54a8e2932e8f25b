app = App()


@app.route("/")
def index():
    return 1
