from typing import Any, Dict, Optional

from app.models import Group, User, Visit


def f(x: Any) -> Dict:
    return {}
