namespace Shop
{
    public class Cart
    {
        private readonly List<Item> _items = new();

        public int Count => _items.Count;

<<<<<<< left
        public void Add(Item item, int count)
=======
        public void Add(Item item, string note)
>>>>>>> right
        {
            _items.Add(item);
        }
    }
}
