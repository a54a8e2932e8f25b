#pragma once

class Buffer {
public:
    Buffer();

    void clear();
    std::size_t size() const;

private:
    char *data_;
    std::size_t size_;
};
