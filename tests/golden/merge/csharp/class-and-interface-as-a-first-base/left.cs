public class Order : IPaid
{
}
