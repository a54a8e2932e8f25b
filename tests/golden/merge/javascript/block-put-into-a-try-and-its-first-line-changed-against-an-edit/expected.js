function run(job) {
  start(job);
  try {
    verify(job);
    work(job, 2);
  } finally {
    end(job);
  }
  close(job);
}
