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

        public void Add(string name)
        {
            Add(new Item(name));
        }

        public void Add(IEnumerable<Item> items)
        {
            _items.AddRange(items);
        }
    }
}
