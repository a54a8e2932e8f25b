def run(path):
    config = load(path)
    prepare()
    show(config)
    check()
    start(config)
