#include <string>
#include <vector>

namespace app {

class Queue : public Base {
public:
    explicit Queue(int size) : size_(size) {}
    void push(const std::string& s);
    int size() const { return size_; }
    bool empty() const { return size_ == 0; }

private:
    int size_;
    std::vector<std::string> items_;
};

void Queue::push(const std::string& s) {
    items_.push_back(s);
    size_++;
}

}  // namespace app
