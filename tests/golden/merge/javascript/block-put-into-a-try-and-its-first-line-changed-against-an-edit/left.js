function run(job) {
  start(job);
  try {
    verify(job);
    work(job);
  } finally {
    end(job);
  }
  close(job);
}
