#pragma once

class Buffer {
public:
    Buffer();

    void clear();
    std::size_t size() const;
    void append(const char *text);

private:
    char *data_;
    std::size_t size_;
};
