def run(job):
    start(job)
<<<<<<< left
    if job.ready:
        check(job)
        work(job)
=======
    check(job)
    work(job)
    note(job)
>>>>>>> right
    close(job)
    return job
