using System;
using System.Linq;

namespace App
{
    public class Cart
    {
        private readonly List<Item> items = new();

        public int Count => items.Count + 1;

        public decimal Total()
        {
            decimal sum = 0;
            foreach (var item in items)
            {
                sum += item.Price;
            }
            return sum;
        }
    }
}
