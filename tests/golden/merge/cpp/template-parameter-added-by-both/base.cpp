template <typename T>
class Pool {
    std::vector<T> free_;
};
