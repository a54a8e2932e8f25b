from app.models import (
    Account,
    Session,
)

MODELS = (Account, Session)
