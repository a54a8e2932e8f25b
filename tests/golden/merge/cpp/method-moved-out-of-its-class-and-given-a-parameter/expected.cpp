class Counter {
 public:
<<<<<<< left
  void Add(int amount);
=======
  void Add(int amount, bool force) {
    if (!force && amount < 0) return;
    total_ += amount;
  }
>>>>>>> right

 private:
  int total_ = 0;
};

void Counter::Add(int amount) {
  if (amount < 0) return;
  total_ += amount;
}
