class Store {
  void open() {
    print('open');
  }

  void sync() {
    upload();
  }

  void close() {
    print('Closed.');
  }
}
