from .lib.models import User

print(User)
