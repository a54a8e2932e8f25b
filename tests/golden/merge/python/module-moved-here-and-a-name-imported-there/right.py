from .lib.models import Order, User

print(User, Order)
