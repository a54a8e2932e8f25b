from app.models import User
from app.text import slug

User(slug("x"))
