class Store {
  void open() {
    print('open');
  }

<<<<<<< left
=======
  void sync() {
    upload(retries: 3);
  }

>>>>>>> right
  void close() {
    print('closed');
  }
}
