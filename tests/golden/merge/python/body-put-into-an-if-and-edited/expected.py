def run(job):
    if job.ready:
        job.prepare()
        result = job.execute(timeout=30)
        job.close()
        return result
    return None
