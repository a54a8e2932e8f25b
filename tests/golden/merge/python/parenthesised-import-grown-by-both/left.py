from app.models import (
    Account,
    Invoice,
    Session,
)

MODELS = (Account, Session)
