def run(job):
    start(job)
    if job.ready:
        check(job)
        work(job)
    close(job)
    return job
