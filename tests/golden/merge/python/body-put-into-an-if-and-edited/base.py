def run(job):
    job.prepare()
    result = job.execute()
    job.close()
    return result
