from .models import User

print(User)
