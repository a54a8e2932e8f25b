from typing import Any, Dict, Optional


def first(items: Any) -> Optional[Any]:
    return items[0] if items else None


def index(items: Any) -> Dict[str, Any]:
    return {item.name: item for item in items}
