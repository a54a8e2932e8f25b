def run(job):
    start(job)
    check(job)
    work(job)
    note(job)
    close(job)
    return job
