from __future__ import annotations

from typing import Any, Optional


class Config:
    name: str
    debug: Optional[bool] = False

    def get(self, key: str) -> Any:
        return self.values[key]
