module store;

import std.stdio;
import std.conv : to;

<<<<<<< left
enum Kind { big, small, tiny }
=======
enum Kind { big, small, huge }
>>>>>>> right

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
}
