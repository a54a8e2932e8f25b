def run(job):
    job.prepare()
    result = job.execute(timeout=30)
    job.close()
    return result
