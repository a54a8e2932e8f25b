namespace Shop
{
    public class Cart
    {
        private readonly List<Item> _items = new();

        public int Count => _items.Count;

        public void Add(Item item)
        {
            _items.Add(item);
        }

        public void Clear()
        {
            _items.Clear();
        }

        public decimal Total() => _items.Sum(each => each.Price);
    }
}
