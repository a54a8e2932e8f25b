function run(path) {
<<<<<<< left
  prepare();
=======
  const config = load(path);
  prepare();
  show(config);
>>>>>>> right
  check();
  const config = load(path);
  start(config);
}
