using System;
using System.Linq;

namespace App
{
    public class Cart
    {
        private readonly List<Item> items = new();

        public int Count
        {
            get { return items.Count; }
        }

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
