from app.models import (
    Account,
    Invoice,
    Role as UserRole,
    Session,
)

MODELS = (Account, Session)
