def run(path):
    config = load(path)
    prepare()
    check()
    start(config)
