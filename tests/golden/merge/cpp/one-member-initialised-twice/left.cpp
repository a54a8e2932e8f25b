Engine::Engine(Config config)
    : config_(std::move(config)),
      depth_(1),
      running_(false) {
    start();
}
