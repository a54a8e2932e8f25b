template <typename T, typename Lock>
class Pool {
    std::vector<T> free_;
};
