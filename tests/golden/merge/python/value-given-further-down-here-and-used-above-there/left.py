def run(path):
    prepare()
    check()
    config = load(path)
    start(config)
