using System;
using System.Linq;
using System.Reflection;
using System.Text;

namespace Shop
{
    public class Cart
    {
    }
}
