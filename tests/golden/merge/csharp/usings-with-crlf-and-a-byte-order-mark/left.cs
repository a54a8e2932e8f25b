using System;
using System.Linq;
using System.Net;
using System.Text;

namespace Shop
{
    public class Cart
    {
    }
}
