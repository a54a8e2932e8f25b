Engine::Engine(Config config)
    : config_(std::move(config)),
<<<<<<< left
      depth_(1),
      running_(false) {
=======
      running_(false),
      depth_(2) {
>>>>>>> right
    start();
}
