namespace Shop
{
    public class Cart
    {
        private readonly List<Item> _items = new();

        public int Count => _items.Count;

<<<<<<< left
        internal void Add(Item item)
=======
        protected void Add(Item item)
>>>>>>> right
        {
            _items.Add(item);
        }
    }
}
