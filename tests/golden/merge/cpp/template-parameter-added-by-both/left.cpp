template <typename T, int Size>
class Pool {
    std::vector<T> free_;
};
