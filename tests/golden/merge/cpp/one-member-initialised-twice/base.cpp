Engine::Engine(Config config)
    : config_(std::move(config)),
      running_(false) {
    start();
}
