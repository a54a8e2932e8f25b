function run(path) {
  const config = load(path);
  prepare();
  check();
  start(config);
}
