from .users import User

print(User)
