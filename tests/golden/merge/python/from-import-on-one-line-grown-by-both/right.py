from typing import Any, List, Optional


def first(items: List[Any]) -> Optional[Any]:
    return items[0] if items else None
