def run(job):
    if job.ready:
        job.prepare()
        result = job.execute()
        job.close()
        return result
    return None
