namespace Shop
{
    public class Order
    {
        public decimal Total()
        {
            return Lines.Sum(line => line.Price);
        }
    }
}
