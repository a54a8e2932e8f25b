class Counter {
 public:
  void Add(int amount) {
    if (amount < 0) return;
    total_ += amount;
  }

 private:
  int total_ = 0;
};
