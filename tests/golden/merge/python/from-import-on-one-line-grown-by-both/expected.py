from typing import Any, Dict, List, Optional


def first(items: List[Any]) -> Optional[Any]:
    return items[0] if items else None


def index(items: Any) -> Dict[str, Any]:
    return {item.name: item for item in items}
