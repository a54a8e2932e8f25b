from __future__ import annotations

from typing import Any


class Config:
    name: str
    debug: bool = False

    def get(self, key: str) -> Any:
        return self.values[key]
