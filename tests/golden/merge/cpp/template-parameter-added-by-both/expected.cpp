<<<<<<< left
template <typename T, int Size>
=======
template <typename T, typename Lock>
>>>>>>> right
class Pool {
    std::vector<T> free_;
};
