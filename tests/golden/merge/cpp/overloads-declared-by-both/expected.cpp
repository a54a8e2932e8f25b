#pragma once

class Buffer {
public:
    Buffer();
    explicit Buffer(std::size_t size);
    Buffer(const Buffer &other);

    void clear();
    std::size_t size() const;

private:
    char *data_;
    std::size_t size_;
};
