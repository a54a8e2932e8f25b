using System;
using System.Linq;
using System.Text;

namespace Shop
{
    public class Cart
    {
    }
}
