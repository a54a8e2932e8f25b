function run(path) {
  const config = load(path);
  prepare();
  show(config);
  check();
  start(config);
}
