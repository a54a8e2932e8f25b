class Store {
  void open() {
    print('open');
  }

  void sync() {
    upload(retries: 3);
  }

  void close() {
    print('closed');
  }
}
