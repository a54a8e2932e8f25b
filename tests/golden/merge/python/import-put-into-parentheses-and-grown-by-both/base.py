from typing import Any, Dict

from app.models import Group, User


def f(x: Any) -> Dict:
    return {}
