class Store {
  void open() {
    print('open');
  }

  void sync() {
    upload();
  }

  void close() {
<<<<<<< left
    print('Closed.');
=======
    print('good night');
>>>>>>> right
  }
}
