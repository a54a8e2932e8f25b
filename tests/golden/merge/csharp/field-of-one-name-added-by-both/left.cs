namespace Shop
{
    public class Cart
    {
        private readonly List<Item> _items = new();
        private bool _open = true;

        public int Count => _items.Count;

        public void Add(Item item)
        {
            _items.Add(item);
        }
    }
}
