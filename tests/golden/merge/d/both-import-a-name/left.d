module shop;

import std.stdio;
import std.algorithm : map, sum, filter;

class Cart : Base
{
    private int[] items;
    int limit;

    this(int limit)
    {
        this.limit = limit;
    }

    /// Adds one.
    void add(int item)
    {
        items ~= item;
    }

    int total() const
    {
        return items.sum;
    }
}
