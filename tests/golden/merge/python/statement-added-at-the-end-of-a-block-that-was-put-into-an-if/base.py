def run(job):
    start(job)
    check(job)
    work(job)
    close(job)
    return job
