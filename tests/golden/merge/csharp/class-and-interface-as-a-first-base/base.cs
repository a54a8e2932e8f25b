public class Order
{
}
