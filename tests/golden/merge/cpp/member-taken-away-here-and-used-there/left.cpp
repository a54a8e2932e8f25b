#include <string>
#include <vector>

namespace app {

class Queue : public Base {
public:
    explicit Queue(int size) {}
    void push(const std::string& s);
    int size() const { return items_.size(); }

private:
    std::vector<std::string> items_;
};

void Queue::push(const std::string& s) {
    items_.push_back(s);
}

}  // namespace app
