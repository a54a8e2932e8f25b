namespace Shop
{
    public class Cart
    {
        private readonly List<Item> _items = new();
<<<<<<< left
        private bool _open = true;
=======
        private int _open;
>>>>>>> right

        public int Count => _items.Count;

        public void Add(Item item)
        {
            _items.Add(item);
        }
    }
}
