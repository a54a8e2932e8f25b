app = App()
app.use(auth)


@app.route("/")
def index():
    return 1
