from __future__ import annotations

<<<<<<< left
from typing import Any


class Config:
    name: str
    debug: bool = False
=======
from typing import Any, Optional


class Config:
    name: str
    debug: Optional[bool] = False
>>>>>>> right

    def get(self, key: str) -> Any:
        return self.values[key]
