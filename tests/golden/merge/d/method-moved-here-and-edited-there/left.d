module store;

import std.stdio;
import std.conv : to;

enum Kind { big, small }

class Store
{
    int limit = 10;

    /// Adds one.
    void add(int item)
    {
        items ~= item;
    }

    this(int limit)
    {
        this.limit = limit;
    }
}
