public class Order : Entity
{
}
