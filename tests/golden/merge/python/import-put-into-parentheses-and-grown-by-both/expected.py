from typing import (
    Any,
    Dict,
    List,
    Optional,
)

from app.models import (
    Group,
    User,
    Visit,
)


def f(x: Any) -> Dict:
    return {}
