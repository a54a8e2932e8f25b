class Counter {
 public:
  void Add(int amount, bool force) {
    if (!force && amount < 0) return;
    total_ += amount;
  }

 private:
  int total_ = 0;
};
