#include <string>
#include <vector>

namespace app {

class Queue : public Base {
public:
    explicit Queue(int size) : size_(size) {}
    void push(const std::string& s, int prio);
    int size() const { return size_; }

private:
    int size_;
    std::vector<std::string> items_;
};

void Queue::push(const std::string& s, int prio) {
    items_.push_back(s);
    size_++;
}

}  // namespace app
