from app.models import User, Group, \
    Permission, Role

User()
