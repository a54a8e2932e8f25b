#include <string>
#include <vector>

namespace app {

class Queue : public Base {
public:
    explicit Queue(int size) {}
    void push(const std::string& s);
<<<<<<< left
    int size() const { return items_.size(); }
=======
    int size() const { return size_; }
    bool empty() const { return size_ == 0; }
>>>>>>> right

private:
    std::vector<std::string> items_;
};

void Queue::push(const std::string& s) {
    items_.push_back(s);
}

}  // namespace app
