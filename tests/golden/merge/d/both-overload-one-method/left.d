module store;

import std.stdio;
import std.conv : to;

enum Kind { big, small }

class Store
{
    int limit = 10;

    this(int limit)
    {
        this.limit = limit;
    }

    /// Adds one.
    void add(int item)
    {
        items ~= item;
    }

    void add(string item)
    {
    }
}
