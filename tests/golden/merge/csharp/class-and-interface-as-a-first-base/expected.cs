<<<<<<< left
public class Order : IPaid
=======
public class Order : Entity
>>>>>>> right
{
}
