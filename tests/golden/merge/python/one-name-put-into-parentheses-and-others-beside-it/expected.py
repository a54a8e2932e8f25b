from app.models import (
    Group,
    User,
    Visit,
)
from app.text import (
    slug,
    title,
)

User(slug("x"))
