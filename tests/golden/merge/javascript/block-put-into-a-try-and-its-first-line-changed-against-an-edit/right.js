function run(job) {
  start(job);
  check(job);
  work(job, 2);
  close(job);
}
