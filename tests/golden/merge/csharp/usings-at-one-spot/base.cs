using System;
using System.Linq;
using System.Text;

using Shop.Model;
using Shop.Data;

namespace Shop;

public class Cart
{
}
