from app.models import (
    User,
    Visit,
)
from app.text import (
    slug,
)

User(slug("x"))
