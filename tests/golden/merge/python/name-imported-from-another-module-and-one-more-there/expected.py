<<<<<<< left
from .users import User
=======
from .lib.models import Order, User
>>>>>>> right

print(User, Order)
