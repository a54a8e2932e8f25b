from app.models import Group, User
from app.text import slug, title

User(slug("x"))
