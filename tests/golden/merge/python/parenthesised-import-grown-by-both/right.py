from app.models import (
    Account,
    Role as UserRole,
    Session,
)

MODELS = (Account, Session)
