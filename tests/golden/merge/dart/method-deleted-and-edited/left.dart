class Store {
  void open() {
    print('open');
  }

  void close() {
    print('closed');
  }
}
