using System;
using System.Linq;
using System.Net;
using System.Reflection;
using System.Text;

namespace Shop
{
    public class Cart
    {
    }
}
