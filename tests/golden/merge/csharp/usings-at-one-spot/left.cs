using System;
using System.Linq;
using System.Net.Http;
using System.Text;

using Shop.Model;
using Shop.Data;

namespace Shop;

public class Cart
{
}
