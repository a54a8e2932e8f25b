from .models import Order, User

print(User, Order)
