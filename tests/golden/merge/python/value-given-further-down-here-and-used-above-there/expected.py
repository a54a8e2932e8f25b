def run(path):
<<<<<<< left
    prepare()
=======
    config = load(path)
    prepare()
    show(config)
>>>>>>> right
    check()
    config = load(path)
    start(config)
