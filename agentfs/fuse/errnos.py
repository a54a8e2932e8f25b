"""The one table of errnos, and the edge at which every handler's errors become one.

EACCES is what a refused save answers, always: writers report it and do not work around it.
"""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

import pyfuse3

from agentfs.model.errors import AgentfsError

P = ParamSpec("P")
R = TypeVar("R")

ERRNOS: Final = {
    "refused": errno.EACCES,
    "not-the-holder": errno.EACCES,
    "not-your-agent": errno.EACCES,
    "read-only": errno.EROFS,
    "bad-scope": errno.EINVAL,
    "bad-request": errno.EINVAL,
    "disk-full": errno.ENOSPC,
    "message-too-large": errno.EFBIG,
}
"""By `AgentfsError.code`; any other is a fault of ours: EIO."""

log = logging.getLogger(__name__)


def guarded(handler: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    """Let nothing but FUSEError leave `handler`: pyfuse3 ends the mount at anything else."""

    @wraps(handler)
    async def guard(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await handler(*args, **kwargs)
        except pyfuse3.FUSEError:
            raise
        except AgentfsError as error:
            number = ERRNOS.get(error.code, errno.EIO)
            log.warning("%s refused: %s: %s", handler.__name__, error.code, error)
            raise pyfuse3.FUSEError(number) from None
        except OSError as error:
            raise pyfuse3.FUSEError(error.errno or errno.EIO) from None
        except Exception:
            log.exception("%s failed", handler.__name__)
            raise pyfuse3.FUSEError(errno.EIO) from None

    return guard
