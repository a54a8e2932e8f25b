function run(path) {
  prepare();
  check();
  const config = load(path);
  start(config);
}
