class Counter {
 public:
  void Add(int amount);

 private:
  int total_ = 0;
};

void Counter::Add(int amount) {
  if (amount <= 0) return;
  total_ += amount;
}
