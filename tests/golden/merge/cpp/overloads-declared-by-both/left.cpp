#pragma once

class Buffer {
public:
    Buffer();
    explicit Buffer(std::size_t size);

    void clear();
    std::size_t size() const;

private:
    char *data_;
    std::size_t size_;
};
