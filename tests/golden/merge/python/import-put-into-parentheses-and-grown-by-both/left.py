from typing import (
    Any,
    Dict,
    List,
)

from app.models import (
    Group,
    User,
)


def f(x: Any) -> Dict:
    return {}
