#pragma once

class Buffer {
public:
    Buffer();

    void clear();
    std::size_t size() const;
    void append(const char *text);
    bool empty() const { return size_ == 0; }

private:
    char *data_;
    std::size_t size_;
};
