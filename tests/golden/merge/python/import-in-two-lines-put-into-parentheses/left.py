from app.models import (
    User,
    Group,
    Permission,
)

User()
